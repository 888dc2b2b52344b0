#include "uncertainty/ranges.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/model_path.h"
#include "loads/overlaid_load_models.h"

namespace stridelab {
namespace {

class Ranges : public testing::Test {
 protected:
  /// The first fault of a file with these lines.
  std::string fault_of(const std::string& text) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "ranges_under_test.toml";
    std::ofstream(file) << text;
    const auto read = read_uncertain_inputs(file);
    return read ? std::string() : to_text(read.error());
  }

  static std::string entry(const std::string& constant, const std::string& range, const std::string& source) {
    return "[one]\nlabel = \"one\"\nconstants = [\"" + constant + "\"]\nrange = " + range +
           "\nprovenance = \"judged\"\nsource = \"" + source + "\"\n";
  }
};

TEST_F(Ranges, TheShippedOnesAreSound) {
  const auto read = read_uncertain_inputs();
  ASSERT_TRUE(read) << to_text(read.error());
  for (const UncertainInput& input : *read) {
    EXPECT_FALSE(input.source.empty()) << input.key;
    EXPECT_LE(input.at(0.01), input.at(0.99)) << input.key;
  }
}

TEST_F(Ranges, FaultsNameTheLineAndTheNearest) {
  const std::string key = fault_of(entry("muscles/sharing.toml:tendon.strain_at_capacty", "[0.0, 0.1]", "x"));
  EXPECT_NE(key.find("ranges_under_test.toml:3:"), std::string::npos) << key;
  EXPECT_NE(key.find("did you mean strain_at_capacity?"), std::string::npos) << key;
  const std::string file = fault_of(entry("muscles/sharin.toml:tendon.exponent", "[0.0, 0.1]", "x"));
  EXPECT_NE(file.find("did you mean muscles/sharing.toml?"), std::string::npos) << file;
  const std::string outside = fault_of(entry("muscles/sharing.toml:tendon.exponent", "[0.0, 0.1]", "x"));
  EXPECT_NE(outside.find("does not hold what stands in the model, 0.6"), std::string::npos) << outside;
  EXPECT_NE(fault_of(entry("muscles/sharing.toml:tendon.exponent", "[0.5, 0.7]", "")).find("source"),
            std::string::npos);
}

TEST_F(Ranges, AnEditReachesTheModelsAndNothingElse) {
  const auto models = read_load_models();
  ASSERT_TRUE(models);
  const ModelOverlay overlay(
      {{"knee/patellofemoral.toml", "lever_arm.van_eijden_1986.polynomial_m", ConstantEdit::How::factor, 1.1},
       {"muscles/sharing.toml", "tendon.strain_at_capacity", ConstantEdit::How::shift, 0.01}});
  const auto changed = overlaid_load_models(*models, overlay);
  ASSERT_TRUE(changed) << to_text(changed.error());
  // One product: exact to the rounding of a double.
  EXPECT_DOUBLE_EQ(changed->patellofemoral.lever_arm.polynomial_m[0],
                   1.1 * models->patellofemoral.lever_arm.polynomial_m[0]);
  EXPECT_EQ(changed->patellofemoral.ratio_numerator, models->patellofemoral.ratio_numerator);
  EXPECT_EQ(changed->impact.rearfoot_from_rad, models->impact.rearfoot_from_rad);
  EXPECT_EQ(read_load_models()->patellofemoral.lever_arm.polynomial_m, models->patellofemoral.lever_arm.polynomial_m);
}

}  // namespace
}  // namespace stridelab
