#include "gait/data_limits.h"

#include <gtest/gtest.h>

#include "core/frames.h"

namespace stridelab {
namespace {

TEST(DataLimits, SayNothingInsideTheData) { EXPECT_TRUE(data_limits(Body{}, Form{}).empty()); }

TEST(DataLimits, NameWhatIsOutside) {
  Form form;
  form.speed_m_s = 4.8;
  form.foot_strike_rad = 25.0 * rad_per_deg;
  form.slope_rad = 0.05;
  const std::vector<std::string> notes = data_limits({70.0, 1.75, Sex::female}, form);
  ASSERT_EQ(notes.size(), 4U);
  EXPECT_NE(notes[0].find("4.80 m/s"), std::string::npos);
  EXPECT_NE(notes[0].find("2.5 .. 4.5"), std::string::npos);
  EXPECT_NE(notes[1].find("25 deg"), std::string::npos);
  EXPECT_NE(notes[1].find("15 deg"), std::string::npos);
  EXPECT_NE(notes[2].find("level ground"), std::string::npos);
  EXPECT_NE(notes[3].find("25 men"), std::string::npos);
}

}  // namespace
}  // namespace stridelab
