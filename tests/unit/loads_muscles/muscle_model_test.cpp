#include "loads/muscles/muscle_model.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "core/model_path.h"
#include "support/leg_instants.h"

namespace stridelab {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string text_of(const fs::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

class MuscleFiles : public ::testing::Test {
 protected:
  MuscleFiles() { fs::create_directories(folder_); }
  ~MuscleFiles() override { fs::remove_all(folder_); }

  /// The shipped file with some of its text exchanged.
  fs::path edited(const std::string& name, const std::vector<std::pair<std::string, std::string>>& edits) const {
    std::string text = text_of(model_path("muscles/" + name).value());
    for (const auto& [from, to] : edits) {
      const auto at = text.find(from);
      if (at == std::string::npos) throw std::runtime_error("not in the file: " + from);
      text.replace(at, from.size(), to);
    }
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  fs::path muscles_ = model_path("muscles/rajagopal_2016.toml").value();
  fs::path sharing_ = model_path("muscles/sharing.toml").value();
  fs::path folder_ = fs::temp_directory_path() / ("stridelab_muscles_" + std::to_string(::getpid()));
};

TEST_F(MuscleFiles, TheInstallationHasFortyUnits) {
  const auto model = read_muscle_model();
  ASSERT_TRUE(model) << to_text(model.error());
  EXPECT_EQ(model->lengths.monomials.size(), 45U);
  EXPECT_EQ(model->members(MuscleGroup::quadriceps).sum(), 4.0);
  EXPECT_EQ(model->members(MuscleGroup::hamstrings).sum(), 4.0);
  EXPECT_EQ(model->members(MuscleGroup::gluteus_maximus).sum(), 3.0);
  EXPECT_NEAR(model->lengths.scale_rad[hip_flexion], 40.0 * rad_per_deg, 1e-15);
  EXPECT_EQ(model->name[static_cast<std::size_t>(test::unit_index("soleus"))], "soleus");
  EXPECT_NEAR(model->max_force_n[test::unit_index("soleus")], 6194.84, 0.01);
}

TEST_F(MuscleFiles, EveryFaultOfBothFilesIsToldWithItsLine) {
  const fs::path muscles = edited("rajagopal_2016.toml", {{"mass_kg = 75.3", "mass_kg = \"heavy\""},
                                                          {"soleus = [\"soleus\"]", "soleus = [\"solaeus\"]"},
                                                          {"pennation_deg = 6.576", "pennation_deg = 96.576"},
                                                          {"[0, 0, 1, -0.00110283]", "[0, 0, 9, -0.00110283]"},
                                                          {"[0, 0, 2, -0.00057669]", "[0, 2, -0.00057669]"}});
  const fs::path sharing =
      edited("sharing.toml", {{"exponent = 0.6", "exponant = 0.6"}, {"hip_rotation = 20.0", "hip_rotation = -20.0"}});
  const auto model = read_muscle_model(muscles, sharing);
  ASSERT_FALSE(model);
  const std::string text = to_text(model.error());
  EXPECT_EQ(model.error().size(), 8U) << text;
  for (const char* part :
       {"rajagopal_2016.toml:14:11: error: 'generic.mass_kg' is missing or not a number",
        "not the name of a muscle unit", "units.addbrev.pennation_deg = 96.576 is outside 0 .. 60",
        "exponents are 0 .. 5", "a term is 3 exponents and a coefficient", "unknown key 'tendon.exponant'",
        "did you mean exponent?", "'tendon.exponent' is missing", "reserve_nm.hip_rotation = -20 is outside"})
    EXPECT_THAT(text, HasSubstr(part));
}

TEST_F(MuscleFiles, AMissingUnitIsTold) {
  const auto model = read_muscle_model(edited("rajagopal_2016.toml", {{"[units.soleus]", "[units.soleos]"}}), sharing_);
  ASSERT_FALSE(model);
  EXPECT_THAT(to_text(model.error()), HasSubstr("unknown key 'units.soleos'"));
  EXPECT_THAT(to_text(model.error()), HasSubstr("did you mean soleus?"));
  EXPECT_THAT(to_text(model.error()), HasSubstr("'units.soleus' is missing or not a table"));
}

TEST_F(MuscleFiles, AFileThatIsNotThereIsOneFault) {
  const auto model = read_muscle_model(folder_ / "none.toml", sharing_);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().size(), 1U) << to_text(model.error());
}

TEST_F(MuscleFiles, BrokenTomlIsOneFaultWithItsLine) {
  const auto model =
      read_muscle_model(edited("rajagopal_2016.toml", {{"mass_kg = 75.3", "mass_kg = = 75.3"}}), sharing_);
  ASSERT_FALSE(model);
  ASSERT_EQ(model.error().size(), 1U) << to_text(model.error());
  EXPECT_EQ(model.error().front().line, 14);
}

}  // namespace
}  // namespace stridelab
