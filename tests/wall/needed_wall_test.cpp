// The headless program loads nothing that draws: its NEEDED entries against a short list.
#include <gtest/gtest.h>
#include <stdio.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace stridelab::testing {
namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  char buffer[4096];
  while (pipe && ::fgets(buffer, sizeof buffer, pipe.get()) != nullptr) text += buffer;
  return text;
}

std::vector<std::string> needed_libraries() {
  const std::string text = output_of("readelf -d '" STRIDELAB_PROGRAM "'");
  std::vector<std::string> libraries;
  const std::string mark = "Shared library: [";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const auto begin = at + mark.size();
    libraries.push_back(text.substr(begin, text.find(']', begin) - begin));
  }
  return libraries;
}

TEST(NeededWall, TheHeadlessProgramLoadsOnlyTheShortList) {
  ASSERT_TRUE(std::filesystem::exists(STRIDELAB_PROGRAM)) << "build the target stridelab first";
  const std::vector<std::string> short_list{
      "libc.",       "libm.",       "libgcc_s.", "libstdc++.", "ld-linux", "libfmt.", "libtomlplusplus.",
      "libasan.",    "libpugixml.", "libz.",     "libubsan.",  "libtsan.", "libtbb.", "libspdlog.",
      "libsqlite3.", "libnlopt.",   "libBullet", "libLinear"};
  const auto libraries = needed_libraries();
  ASSERT_FALSE(libraries.empty());
  for (const std::string& library : libraries) {
    bool listed = false;
    for (const std::string& name : short_list) listed = listed || library.starts_with(name);
    EXPECT_TRUE(listed) << library << " is not on the short list";
  }
}

TEST(NeededWall, BulletIsLoadedInDoublePrecision) {
  for (const std::string& library : needed_libraries()) {
    if (!library.starts_with("libBullet") && !library.starts_with("libLinear")) continue;
    EXPECT_NE(library.find("-float64."), std::string::npos) << library << " is the single precision build";
  }
}

}  // namespace
}  // namespace stridelab::testing
