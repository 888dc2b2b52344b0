#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <string>

/// The program itself, through a shell: exit codes, streams and the installed models.
namespace stridelab {
namespace {

struct Result {
  int code;
  std::string out;
};

Result shell(const std::string& arguments) {
  const std::string command = std::string(STRIDELAB_PROGRAM) + " " + arguments;
  std::FILE* pipe = popen(command.c_str(), "r");
  Result result{-1, {}};
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) result.out.append(buffer, n);
  const int status = pclose(pipe);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

TEST(Program, ListsItsMetrics) {
  const Result result = shell("metrics --json 2>/dev/null");
  EXPECT_EQ(result.code, 0);
  EXPECT_NE(result.out.find("pfj_force_peak_bw"), std::string::npos);
}

TEST(Program, UsageErrorsAre64AndOnStderr) {
  const Result result = shell("rnu 2>/dev/null");
  EXPECT_EQ(result.code, 64);
  EXPECT_EQ(result.out, "");
  EXPECT_NE(shell("rnu 2>&1").out.find("did you mean 'run'?"), std::string::npos);
}

TEST(Program, FullDiskIsUnwritable) { EXPECT_EQ(shell("metrics > /dev/full 2>/dev/null").code, 4); }

TEST(Program, WritesNoColourIntoPipes) {
  EXPECT_EQ(shell("metrics").out.find('\033'), std::string::npos);
  EXPECT_EQ(shell("run nowhere.toml 2>&1").code, 2);
}

}  // namespace
}  // namespace stridelab
