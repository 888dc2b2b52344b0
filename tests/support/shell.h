#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace stridelab::test {

struct Result {
  int code;
  std::string out;
};

/// Runs the program through a shell.
inline Result shell(const std::string& arguments) {
  const std::string command = std::string(STRIDELAB_PROGRAM) + " " + arguments;
  std::FILE* pipe = popen(command.c_str(), "r");
  Result result{-1, {}};
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) result.out.append(buffer, n);
  const int status = pclose(pipe);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

}  // namespace stridelab::test
