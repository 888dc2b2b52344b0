#include <gtest/gtest.h>

#include "wall/source_tree.h"

namespace stridelab::testing {
namespace {

constexpr std::size_t most_lines = 400;

TEST(SizeWall, NoFileIsTwoIdeasLong) {
  const auto files = source_files({"sim", "render", "tests", "shaders"});
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) EXPECT_LE(lines_of(file).size(), most_lines) << shown(file);
}

}  // namespace
}  // namespace stridelab::testing
