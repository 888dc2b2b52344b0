#include <gtest/gtest.h>

#include "support/shell.h"

/// The program itself, through a shell: exit codes, streams and the installed models.
namespace stridelab {
namespace {

using test::Result;
using test::shell;

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
