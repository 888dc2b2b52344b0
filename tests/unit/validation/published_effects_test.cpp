#include "validation/published_effects.h"

#include <gmock/gmock.h>

#include <set>

#include "support/models_folder.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view row = R"toml(
[quick_steps]
family = "cadence"
a = ["speed_m_s=3.3"]
b = ["speed_m_s=3.3", "cadence_percent=10"]
metric = "pfj_force_peak_bw"
kind = "percent"
band = [-20.0, -8.0]
published = "-14 %"
source = "somebody 2014"
origin = "put_in"
mechanism = "shorter flights"
)toml";

class EffectsFile : public test::ModelsFolder {
 protected:
  tl::expected<std::vector<PublishedEffect>, Diagnostics> read(std::string_view text) {
    write("reference/published_effects.toml", text);
    return read_published_effects();
  }
  std::string faults(std::string_view from, std::string_view to) {
    write("row.toml", row);
    const auto effects = read(test::changed(folder_ / "row.toml", from, to));
    return effects ? "" : to_text(effects.error());
  }
};

TEST_F(EffectsFile, ARowIsReadAsItStands) {
  const auto effects = read(row);
  ASSERT_TRUE(effects) << to_text(effects.error());
  const PublishedEffect& effect = effects->at(0);
  EXPECT_EQ(effect.key, "quick_steps");
  EXPECT_EQ(effect.b.size(), 2U);
  EXPECT_EQ(effect.low, -20.0);
  EXPECT_EQ(effect.high, -8.0);
  EXPECT_EQ(effect.origin, "put in");
  EXPECT_FALSE(effect.value);
  EXPECT_FALSE(effect.null);
}

TEST_F(EffectsFile, EveryFaultIsNamed) {
  EXPECT_THAT(faults("pfj_force_peak_bw", "pfj_force_peak"), HasSubstr("did you mean 'pfj_force_peak_bw'?"));
  EXPECT_THAT(faults("\"percent\"", "\"percents\""), HasSubstr("unknown kind 'percents'"));
  EXPECT_THAT(faults("put_in", "guessed"), HasSubstr("unknown origin 'guessed'"));
  EXPECT_THAT(faults("[-20.0, -8.0]", "[-8.0, -20.0]"), HasSubstr("the smaller first"));
  EXPECT_THAT(faults("source =", "sourse ="), HasSubstr("source"));
  EXPECT_EQ(faults("put_in", "predicted"), "");
}

TEST(PublishedEffect, ItsDirectionIsThatOfItsNumberElseOfItsBand) {
  PublishedEffect effect;
  effect.low = -1.0;
  effect.high = 5.0;
  EXPECT_EQ(effect.direction(), 1.0);
  effect.value = -2.0;
  EXPECT_EQ(effect.direction(), -1.0);
}

// The families whose regressions people compare between versions: a renamed one would begin a series anew.
TEST(ShippedEffects, AreAllThereWithAFamilyAndANumberWhereOneWasPublished) {
  const auto effects = read_published_effects();
  ASSERT_TRUE(effects) << to_text(effects.error());
  EXPECT_EQ(effects->size(), 34U);
  std::set<std::string> keys, families;
  int without_number = 0;
  for (const PublishedEffect& effect : *effects) {
    keys.insert(effect.key);
    families.insert(effect.family);
    if (!effect.value) {
      ++without_number;
      EXPECT_EQ(effect.published.find_first_of("0123456789"),
                effect.null ? effect.published.find_first_of("0123456789") : effect.published.find("001"))
          << effect.key << ": its text holds a number that is not given";
    } else if (effect.kind != "value") {
      EXPECT_TRUE(effect.null || *effect.value * 0.5 * (effect.low + effect.high) > 0.0)
          << effect.key << ": the band lies on the other side of the published number";
    }
  }
  EXPECT_EQ(keys.size(), effects->size());
  for (const char* family : {"cadence", "strike", "lean", "slope", "speed", "shoe"})
    EXPECT_TRUE(families.contains(family)) << family;
  EXPECT_LE(without_number, 6) << "two directions and four nulls";
}

}  // namespace
}  // namespace stridelab
