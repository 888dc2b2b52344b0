#pragma once

#include <filesystem>
#include <string>

namespace stridelab::view {

/// How a program ended, and all it wrote.
struct Ended {
  int code = -1;
  std::string text;
};

/// Runs a shell command.
Ended run(const std::string& command);

/// Runs stridelab-view on a screen that nobody sees; `before` goes before it ("env A=b").
Ended run_on_screen(const std::string& arguments, const std::string& before = "");

/// Neither screen nor xvfb-run to make one.
bool no_screen();

/// stridelab-view, quoted for a shell.
std::string program();

/// An empty folder that goes with the test.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& file);

/// Files of a folder, hidden ones too.
std::size_t files_in(const std::filesystem::path& folder);

}  // namespace stridelab::view
