#include "render/app/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <fstream>
#include <iterator>

namespace stridelab::view {
namespace fs = std::filesystem;

Ended run(const std::string& command) {
  FILE* pipe = ::popen(("(" + command + ") 2>&1").c_str(), "r");
  Ended ended;
  char buffer[4096];
  while (pipe != nullptr && ::fgets(buffer, sizeof buffer, pipe) != nullptr) ended.text += buffer;
  const int status = pipe != nullptr ? ::pclose(pipe) : -1;
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ended;
}

// The code is written by a shell around the program: xvfb-run has exit codes of its own, for its own cleaning up.
Ended run_on_screen(const std::string& arguments, const std::string& before) {
  const std::string inner = before + " " + program() + " " + arguments + "; echo ended with $?";
  std::string quoted;
  for (const char c : inner) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  Ended ended = run("xvfb-run -a -s '-screen 0 1280x1024x24' sh -c '" + quoted + "'");
  const std::string mark = "ended with ";
  const auto at = ended.text.rfind(mark);
  ended.code = at == std::string::npos ? -1 : ::atoi(ended.text.c_str() + at + mark.size());
  return ended;
}

bool no_screen() { return run("command -v xvfb-run").code != 0; }

std::string program() { return "'" STRIDELAB_VIEW_PROGRAM "'"; }

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "stridelab_view_").string() + std::string(6, 'X');
  path_ = ::mkdtemp(name.data());
}
Folder::~Folder() {
  std::error_code gone;
  fs::remove_all(path_, gone);
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
  return count;
}

}  // namespace stridelab::view
