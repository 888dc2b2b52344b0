#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "core/model_path.h"
#include "support/models_folder.h"
#include "validation/validation.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

TEST(ShippedReferences, AreGood) {
  const auto references = read_validation_references();
  ASSERT_TRUE(references) << to_text(references.error());
  ASSERT_EQ(references->conditions.speeds.size(), 3U);
  const auto& setting = references->conditions.speeds[2].settings;
  EXPECT_THAT(setting, ::testing::IsSupersetOf({"mass_kg=69.4", "height_m=1.756", "sex=male", "speed_m_s=4.5",
                                                "cadence_spm=184.1", "foot_strike_deg=9.99", "step_width_m=0.011"}));
}

TEST(ShippedReferences, HaveAUniqueKeyACatalogueWordAndASpread) {
  const ValidationReferences references = read_validation_references().value();
  std::set<std::string> keys;
  for (const CataloguedCurve& curve : references.curves) {
    EXPECT_TRUE(keys.insert(curve.key).second) << curve.key;
    EXPECT_FALSE(curve.evidence.reason.empty()) << curve.key;
    // All three speeds were used when the model was made: a curve is called predicted only where it was in nobody's view.
    EXPECT_EQ(curve.evidence.word == "predicted", curve.evidence.reason.find("in nobody's view") != std::string::npos)
        << curve.key;
    EXPECT_GE(curve.reference.size(), 40U) << curve.key;
    for (std::size_t i = 0; i < curve.reference.size(); ++i) {
      if (i > 0) {
        EXPECT_GT(curve.reference[i].percent, curve.reference[i - 1].percent) << curve.key;
      }
      EXPECT_GE(curve.reference[i].sd, 0.0) << curve.key;
    }
  }
}

TEST(ShippedReferences, TheAnkleIsJudgedByOneCentreAndShownByTheOther) {
  int judged = 0, shown = 0;
  const ValidationReferences references = read_validation_references().value();
  for (const CataloguedCurve& curve : references.curves) {
    if (curve.signal != "ankle_plantarflexion_moment_nm_kg") continue;
    judged += curve.not_judged.empty() ? 1 : 0;
    shown += curve.not_judged.empty() ? 0 : 1;
    if (curve.not_judged.empty()) {
      EXPECT_EQ(curve.file, "denton_2023_ankle_moment_3.5.csv");
    }
  }
  EXPECT_EQ(judged, 1);
  EXPECT_EQ(shown, 6) << "three speeds, stance and swing";
}

// Their repository states no licence.
TEST(ShippedReferences, HoldNoCurvesByStaticOptimisation) {
  const auto folder = model_path("reference/published_effects.toml")->parent_path();
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);)
      EXPECT_TRUE(line.starts_with("#") || line.find("static_opt") == std::string::npos) << entry.path();
  }
}

class ReferenceFiles : public test::ModelsFolder {
 protected:
  /// What is said when one text of a shipped file is another.
  std::string faults(const std::string& name, std::string_view from, std::string_view to) {
    write("reference/" + name, test::changed(folder_ / "reference" / name, from, to));
    const auto references = read_validation_references();
    return references ? "" : to_text(references.error());
  }
};

TEST_F(ReferenceFiles, AnUnknownWordOfEvidenceIsAFault) {
  EXPECT_THAT(faults("validation_conditions.toml", "word = \"in-sample\"", "word = \"good\""),
              HasSubstr("in-sample, calibrated, put in or predicted"));
}

TEST_F(ReferenceFiles, AnUnknownSignalIsAFault) {
  EXPECT_THAT(faults("validation_curves.toml", "signal = \"vgrf_bw\"", "signal = \"vgrf\""),
              HasSubstr("'vgrf' is no signal"));
}

TEST_F(ReferenceFiles, AnUnknownOriginIsAFault) {
  EXPECT_THAT(faults("validation_curves.toml", "\"tracked\", \"tracked\"", "\"seen\", \"tracked\""),
              HasSubstr("no origin 'seen'"));
}

TEST_F(ReferenceFiles, AMissingColumnIsAFault) {
  EXPECT_THAT(faults("validation_curves.toml", "column = \"vgrf_bw\"", "column = \"vgrf_newton\""),
              HasSubstr("no rows of 'vgrf_newton' at 2.5"));
}

}  // namespace
}  // namespace stridelab
