#include "validation/reference_curve.h"

#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;

class ReferenceCurveFile : public testing::ScenarioFolder {
 protected:
  std::string fault(std::string_view text, std::string_view name, double speed_m_s) {
    const auto curve = read_reference_curve(write("curves.csv", text), name, speed_m_s);
    return curve ? "" : to_text(curve.error());
  }

  static constexpr std::string_view long_rows =
      "# somebody 2017\ncurve,speed_m_s,percent,mean,sd\n"
      "knee,2.5,0,1,0.1\nknee,2.5,10,3,0.3\nknee,3.5,0,7,0.7\nknee_moment,2.5,0,9,0.9\n";
  static constexpr std::string_view columns =
      "# somebody 2017\npercent,hip,knee,knee_sd,n\n0,5,1,0.1,26\n1,5,2,0.2,26\n";
};

TEST_F(ReferenceCurveFile, RowsOfOtherCurvesAndSpeedsArePassedOver) {
  const auto curve = read_reference_curve(write("curves.csv", long_rows), "knee", 2.5);
  ASSERT_TRUE(curve);
  ASSERT_EQ(curve->size(), 2U);
  EXPECT_EQ(curve->at(1).percent, 10.0);
  EXPECT_EQ(curve->at(1).mean, 3.0);
  EXPECT_EQ(curve->at(1).sd, 0.3);
}

TEST_F(ReferenceCurveFile, AColumnHasItsSpreadBesideIt) {
  const auto curve = read_reference_curve(write("curves.csv", columns), "knee", 4.5);
  ASSERT_TRUE(curve);
  ASSERT_EQ(curve->size(), 2U);
  EXPECT_EQ(curve->at(1).mean, 2.0);
  EXPECT_EQ(curve->at(1).sd, 0.2);
}

TEST_F(ReferenceCurveFile, FaultsNameTheFileTheLineAndTheCurve) {
  EXPECT_THAT(fault(long_rows, "knee", 4.5), HasSubstr("no rows of 'knee' at 4.5"));
  EXPECT_THAT(fault(long_rows, "elbow", 2.5), HasSubstr("no rows of 'elbow'"));
  EXPECT_THAT(fault(columns, "hip", 2.5), HasSubstr("hip_sd")) << "a mean without a spread judges nothing";
  EXPECT_THAT(fault("percent,knee,knee_sd\n0,1,0.1\n1,two,0.2\n", "knee", 2.5), HasSubstr("curves.csv:3"));
  EXPECT_THAT(fault("percent,knee,knee_sd\n0,1\n", "knee", 2.5), HasSubstr("the row has 2 cells, the header 3"));
  const auto nowhere = read_reference_curve(folder_ / "nowhere.csv", "knee", 2.5);
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().front().message, HasSubstr("cannot be read"));
}

TEST(ReferenceCurve, IsStraightBetweenItsPointsAndFlatBeyond) {
  const ReferenceCurve curve = {{10.0, 1.0, 0.5}, {20.0, 3.0, 1.5}};
  EXPECT_DOUBLE_EQ(at_percent(curve, 12.5).mean, 1.5);
  EXPECT_DOUBLE_EQ(at_percent(curve, 12.5).sd, 0.75);
  EXPECT_EQ(at_percent(curve, 20.0).mean, 3.0);
  EXPECT_EQ(at_percent(curve, 0.0).mean, 1.0);
  EXPECT_EQ(at_percent(curve, 99.0).mean, 3.0);
}

}  // namespace
}  // namespace stridelab
