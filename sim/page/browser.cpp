#include "page/browser.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern char** environ;

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 3> names{"chromium", "chromium-browser", "google-chrome"};

/// A folder that is gone afterwards.
class WorkFolder {
 public:
  WorkFolder() {
    // mkdtemp puts its own letters in the place of the last six.
    std::string name = (std::filesystem::temp_directory_path() / ("stridelab-page-" + std::string(6, 'X'))).string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs a program without input and output. Its exit status; 127 where there is no such program.
int run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT: as exec wants it
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int fd : {0, 1, 2})
    posix_spawn_file_actions_addopen(&files, fd, "/dev/null", fd == 0 ? O_RDONLY : O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return 127;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

tl::expected<std::string, std::string> drawn(const std::string& content, std::string_view file,
                                             const std::vector<std::string>& options, std::string_view made) {
  const WorkFolder folder;
  if (folder.path().empty()) return tl::unexpected(std::string("no temporary folder can be made"));
  const std::filesystem::path source = folder.path() / file, target = folder.path() / made;
  std::ofstream(source, std::ios::binary) << content;
  for (const std::string_view name : names) {
    std::vector<std::string> words{std::string(name),
                                   "--headless",
                                   "--disable-gpu",
                                   "--disable-extensions",
                                   "--no-first-run",
                                   "--host-resolver-rules=MAP * ~NOTFOUND",
                                   "--user-data-dir=" + (folder.path() / "profile").string()};
    if (geteuid() == 0) words.emplace_back("--no-sandbox");  // root has none to give up
    for (const std::string& option : options) words.push_back(option);
    words.back() += target.string();
    words.push_back("file://" + source.string());
    const int status = run(words);
    if (status == 127) continue;
    std::ifstream in(target, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!bytes.empty()) return bytes;
    return tl::unexpected(fmt::format("{} made no file (exit status {})", name, status));
  }
  return tl::unexpected(std::string("needs Chromium, which is not installed (Debian: apt-get install chromium)"));
}

}  // namespace

tl::expected<std::string, std::string> pdf_of_page(const std::string& html) {
  return drawn(html, "page.html", {"--no-pdf-header-footer", "--print-to-pdf="}, "page.pdf");
}

tl::expected<std::string, std::string> png_of_picture(const std::string& svg, int width_px, int height_px) {
  return drawn(svg, "picture.svg",
               {"--hide-scrollbars", fmt::format("--window-size={},{}", width_px, height_px),
                "--force-device-scale-factor=2", "--screenshot="},
               "picture.png");
}

}  // namespace stridelab
