#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/model_path.h"
#include "render/scene/muscle_atlas.h"

namespace stridelab::view {
namespace {

const MuscleModel& model() {
  static const MuscleModel read = read_muscle_model().value();
  return read;
}

std::string shipped() {
  std::ifstream in(*model_path("muscles/paths.toml"));
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The shipped file with pieces replaced; every replacement must be found.
Diagnostics faults_of(std::initializer_list<std::pair<std::string, std::string>> changes) {
  std::string text = shipped();
  for (const auto& [from, to] : changes) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
  }
  const auto file =
      std::filesystem::temp_directory_path() / ("stridelab_paths_" + std::to_string(::getpid()) + ".toml");
  std::ofstream(file) << text;
  const auto atlas = read_muscle_atlas(file, model());
  std::filesystem::remove(file);
  return atlas ? Diagnostics{} : atlas.error();
}

TEST(MuscleAtlas, ShippedFileHasAPathForAlmostEveryUnit) {
  const auto atlas = read_muscle_atlas(model());
  ASSERT_TRUE(atlas.has_value());
  std::set<std::string> missing(model().name.begin(), model().name.end());
  for (const MusclePath& path : atlas->paths) missing.erase(model().name[static_cast<std::size_t>(path.unit)]);
  EXPECT_EQ(missing, std::set<std::string>{"addmagDist"});  // the file says why
}

TEST(MuscleAtlas, NamesEveryFaultInOnePass) {
  const Diagnostics faults = faults_of({{"drawn_share", "drawn_shore"},
                                        {"unit = \"soleus\"", "unit = \"soleos\""},
                                        {"on = \"pelvis\"", "on = \"pelvic\""},
                                        {"radius_m = 0.03", "radius_m = 30"}});
  std::string all;
  for (const Diagnostic& d : faults) all += d.message + " / " + d.help + "\n";
  EXPECT_NE(all.find("unknown key 'thickness.drawn_shore'"), std::string::npos) << all;
  EXPECT_NE(all.find("unknown unit 'soleos' / did you mean soleus?"), std::string::npos) << all;
  EXPECT_NE(all.find("unknown on 'pelvic' / did you mean pelvis?"), std::string::npos) << all;
  EXPECT_NE(all.find("radius_m = 30 is outside 0.001 .. 0.1 m"), std::string::npos) << all;
  EXPECT_EQ(faults.size(), 5U) << all;  // the misspelt key is unknown and the right one missing
  for (std::size_t i = 1; i < faults.size(); ++i) EXPECT_GE(faults[i].line, faults[i - 1].line);
}

TEST(MuscleAtlas, WantsPlacesInMetres) {
  const Diagnostics faults = faults_of({{"at_m = [-0.0587, -0.0915, 0.0164]", "at_m = [-58.7, -91.5, 16.4]"}});
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_GT(faults[0].line, 0);
  EXPECT_NE(faults[0].message.find("at_m[0] = -58.7 is outside -0.6 .. 0.6 m"), std::string::npos);
}

TEST(MuscleAtlas, RefusesASecondPathOfAUnit) {
  const Diagnostics faults = faults_of({{"unit = \"addlong\"", "unit = \"addbrev\""}});
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find("'addbrev' has a path already"), std::string::npos);
}

}  // namespace
}  // namespace stridelab::view
