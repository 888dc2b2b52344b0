// What a person who writes a shoe or a surface gets to read.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/model_path.h"
#include "ground/contact_materials.h"

namespace stridelab {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ContactMaterialFiles : public ::testing::Test {
 protected:
  ContactMaterialFiles() { fs::create_directories(folder_); }
  ~ContactMaterialFiles() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  std::string surface_faults(const std::string& text) const {
    const auto surface = read_surface_file(write("mud.toml", text));
    return surface ? "" : to_text(surface.error());
  }

  fs::path tissue_ = model_path("runners/sole_soft_tissue.toml").value();
  fs::path wear_ = model_path("ground/midsole_wear.toml").value();
  fs::path folder_ = fs::temp_directory_path() / ("stridelab_materials_" + std::to_string(::getpid()));
};

const std::string good_surface =
    "description = \"mud\"\nstiffness_n_m = 40e3\nenergy_return_percent = 20\nfriction = 0.4\nsource = \"judged\"\n";

TEST_F(ContactMaterialFiles, ASurfaceIsFiveLines) {
  const auto surface = read_surface_file(write("mud.toml", good_surface));
  ASSERT_TRUE(surface) << to_text(surface.error());
  EXPECT_EQ(surface->name, "mud");
  EXPECT_EQ(surface->ground, (ContactLayer{40e3, 0.2}));
  EXPECT_EQ(surface->friction, 0.4);
}

TEST_F(ContactMaterialFiles, UnknownNamesLeadToTheNearestFile) {
  const auto shoe = read_shoe("minimalst");
  ASSERT_FALSE(shoe);
  EXPECT_THAT(to_text(shoe.error()),
              AllOf(HasSubstr("shoe = \"minimalst\" is not cushioned, maximalist, minimalist or motion_control"),
                    HasSubstr("did you mean minimalist?")));
  EXPECT_FALSE(read_surface("../shoes/cushioned"));  // no name leads out of the folder
  EXPECT_FALSE(read_surface(""));
}

TEST_F(ContactMaterialFiles, BothUnknownNamesAreTold) {
  const auto model = read_contact_model("clogs", "lava", 70.0);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().size(), 2U);
  EXPECT_THAT(to_text(model.error()), AllOf(HasSubstr("shoe = \"clogs\""), HasSubstr("surface = \"lava\"")));
}

TEST_F(ContactMaterialFiles, EveryFaultIsToldOnceInTheOrderOfItsLine) {
  const auto surface = read_surface_file(write(
      "mud.toml", "description = \"mud\"\nstiffness_n_m = 40\nenergy_return_percent = \"much\"\nfricton = 0.4\n"));
  ASSERT_FALSE(surface);
  const Diagnostics& faults = surface.error();
  ASSERT_EQ(faults.size(), 5U);
  EXPECT_EQ(faults[0].message, "'friction' is missing or not a number");
  EXPECT_EQ(faults[1].message, "'source' is missing or not a text");
  EXPECT_EQ(faults[2].message, "stiffness_n_m = 40 is outside 1000 .. 100000000 N/m");
  EXPECT_EQ(faults[3].message, "'energy_return_percent' is missing or not a number");
  EXPECT_EQ(faults[4].message, "unknown key 'fricton'");
  EXPECT_EQ(faults[4].line, 4);
  EXPECT_EQ(faults[4].help, "did you mean friction?");
}

TEST_F(ContactMaterialFiles, FiguresOutsideSenseAreRefused) {
  const auto with = [](std::string text, const std::string& line) { return text.replace(0, 0, line); };
  EXPECT_EQ(surface_faults(good_surface), "");
  std::string without = good_surface;
  without.erase(without.find("friction"), std::string("friction = 0.4\n").size());
  for (const char* bad : {"friction = -0.1\n", "friction = nan\n", "friction = inf\n", "friction = 3\n"})
    EXPECT_THAT(surface_faults(with(without, bad)), HasSubstr("is outside 0.05 .. 2\n")) << bad;
  EXPECT_THAT(surface_faults(with(without, "friction = []\n")), HasSubstr("'friction' is missing or not a number"));
}

TEST_F(ContactMaterialFiles, AFileThatIsNotTomlIsOneFault) {
  const auto surface = read_surface_file(write("mud.toml", "stiffness = = 3\n"));
  ASSERT_FALSE(surface);
  EXPECT_EQ(surface.error().size(), 1U);
  EXPECT_EQ(surface.error().front().line, 1);
  EXPECT_EQ(read_surface_file(folder_ / "none.toml").error().size(), 1U);
}

TEST_F(ContactMaterialFiles, AShoeTellsTheFaultsOfItsRegions) {
  const auto shoe = read_shoe_file(
      write("clogs.toml",
            "description = \"wood\"\n[whole]\nmass_kg = 0.5\ndrop_m = 0.2\ngrip = 1\nsource = \"judged\"\n[heel]\n"
            "stiffness_n_m = 9e6\nenergy_return_percent = 50\nsource = \"\"\n[ball]\nstiffnes_n_m = 9e6\n"
            "energy_return_percent = 2\nsource = \"judged\"\n[tip]\n"),
      tissue_, wear_);
  ASSERT_FALSE(shoe);
  const std::string text = to_text(shoe.error());
  EXPECT_THAT(text,
              AllOf(HasSubstr("whole.drop_m = 0.2 is outside -0.05 .. 0.05 m"),
                    HasSubstr("'heel.source' is missing or not a text"), HasSubstr("unknown key 'ball.stiffnes_n_m'"),
                    HasSubstr("ball.energy_return_percent = 2 is outside 5 .. 100 %"),
                    HasSubstr("'toe' is missing or not a table"), HasSubstr("unknown key 'tip'")));
  EXPECT_THAT(text, Not(HasSubstr("sole_soft_tissue")));  // that file is good
}

const std::string good_shoe =
    "description = \"wood\"\n[whole]\nmass_kg = 0.5\ndrop_m = 0.02\ngrip = 1\nsource = \"judged\"\n"
    "[heel]\nstiffness_n_m = 9e6\nenergy_return_percent = 50\nsource = \"judged\"\n"
    "[ball]\nstiffness_n_m = 9e6\nenergy_return_percent = 50\nsource = \"judged\"\n"
    "[toe]\nstiffness_n_m = 9e6\nenergy_return_percent = 50\nsource = \"judged\"\n";

TEST_F(ContactMaterialFiles, AShoeMayHaveAHabitAndASupport) {
  const auto plain = read_shoe_file(write("clogs.toml", good_shoe), tissue_, wear_);
  ASSERT_TRUE(plain) << to_text(plain.error());
  EXPECT_EQ(plain->habit, ShoeHabit{});
  EXPECT_EQ(plain->arch_support, 0.0);
  const auto full = read_shoe_file(
      write("clogs.toml", good_shoe +
                              "[habit]\nfoot_strike_change_deg = -4\ncadence_change_percent = 3\n"
                              "source = \"judged\"\n[support]\narch_support_percent = 30\nsource = \"judged\"\n"),
      tissue_, wear_);
  ASSERT_TRUE(full) << to_text(full.error());
  EXPECT_EQ(full->habit, (ShoeHabit{-4.0, 3.0}));
  EXPECT_DOUBLE_EQ(full->arch_support, 0.3);
}

TEST_F(ContactMaterialFiles, AHabitIsWholeInRangeAndHasItsSource) {
  const auto shoe = read_shoe_file(
      write("clogs.toml", good_shoe + "[habit]\nfoot_strike_change_deg = -21\ncadence_change = 3\n[support]\n"
                                      "arch_support_percent = 101\n"),
      tissue_, wear_);
  ASSERT_FALSE(shoe);
  EXPECT_THAT(to_text(shoe.error()),
              AllOf(HasSubstr("habit.foot_strike_change_deg = -21 is outside -20 .. 15 deg"),
                    HasSubstr("unknown key 'habit.cadence_change'"), HasSubstr("did you mean cadence_change_percent?"),
                    HasSubstr("'habit.cadence_change_percent' is missing"), HasSubstr("'habit.source' is missing"),
                    HasSubstr("support.arch_support_percent = 101 is outside 0 .. 100 %"),
                    HasSubstr("'support.source' is missing")));
}

TEST_F(ContactMaterialFiles, TheWearFileTellsItsFaultsToo) {
  const auto wear = write("wear.toml", "[shock_absorption]\nlost_at_most_percent = 95\ndistance_km = 0\n");
  const auto shoe = read_shoe_file(write("clogs.toml", good_shoe), tissue_, wear);
  ASSERT_FALSE(shoe);
  EXPECT_THAT(to_text(shoe.error()), AllOf(HasSubstr("shock_absorption.lost_at_most_percent = 95 is outside 0 .. 90 %"),
                                           HasSubstr("shock_absorption.distance_km = 0 is outside 1 .. 10000 km"),
                                           HasSubstr("'shock_absorption.source' is missing"),
                                           HasSubstr("'energy_return' is missing or not a table")));
}

}  // namespace
}  // namespace stridelab
