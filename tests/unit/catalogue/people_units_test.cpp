#include "catalogue/people_units.h"

#include <gtest/gtest.h>

#include "catalogue/parameter_table.h"

namespace stridelab {
namespace {

// 1e-9: the conversions are exact by definition; what is left is rounding.
constexpr double exact = 1e-9;

TEST(PeopleUnits, PacesAreSpeeds) {
  EXPECT_NEAR(read_pace_m_s("5:30/km").value(), 1000.0 / 330.0, exact);
  EXPECT_NEAR(read_pace_m_s("5:30 min/km").value(), 1000.0 / 330.0, exact);
  EXPECT_NEAR(read_pace_m_s("8:50/mi").value(), 1609.344 / 530.0, exact);
  EXPECT_NEAR(read_pace_m_s("5 min/km").value(), 1000.0 / 300.0, exact);
  EXPECT_NEAR(read_pace_m_s("12 km/h").value(), 12.0 / 3.6, exact);
  EXPECT_NEAR(read_pace_m_s("7.5mph").value(), 7.5 * 1609.344 / 3600.0, exact);
}

TEST(PeopleUnits, HeightsAndMasses) {
  EXPECT_NEAR(read_height_m("5ft9").value(), 69 * 0.0254, exact);
  EXPECT_NEAR(read_height_m("5'9\"").value(), 69 * 0.0254, exact);
  EXPECT_NEAR(read_height_m("5 ft 9 in").value(), 69 * 0.0254, exact);
  EXPECT_NEAR(read_height_m("168 cm").value(), 1.68, exact);
  EXPECT_NEAR(read_height_m("1.68m").value(), 1.68, exact);
  EXPECT_NEAR(read_mass_kg("154 lb").value(), 154 * 0.45359237, exact);
  EXPECT_NEAR(read_mass_kg("11st 3lb").value(), 157 * 0.45359237, exact);
  EXPECT_NEAR(read_mass_kg("62 kg").value(), 62.0, exact);
}

TEST(PeopleUnits, WhatIsNoQuantityIsRefused) {
  for (const char* text : {"", "5:30", "5:75/km", "fast", "5:30/kmx", "-5:30/km", "0:00/km", "5/", "1e400 km/h"})
    EXPECT_FALSE(read_pace_m_s(text)) << text;
  for (const char* text : {"", "168", "5ft9x", "cm", "0 m"}) EXPECT_FALSE(read_height_m(text)) << text;
  for (const char* text : {"", "62", "lb", "62 kgs of", "-1 kg"}) EXPECT_FALSE(read_mass_kg(text)) << text;
}

TEST(PeopleUnits, PaceTextReadsBackToTheSecond) {
  for (int seconds = 170; seconds < 560; ++seconds) {
    const std::string text = pace_text(1000.0 / seconds, Units::metric);
    EXPECT_NEAR(read_pace_m_s(text).value(), 1000.0 / seconds, exact) << text;
  }
  EXPECT_EQ(pace_text(1000.0 / 299.6, Units::metric), "5:00/km") << "sixty seconds are a minute";
}

TEST(PeopleUnits, ValuesInTheUnitsPeopleUse) {
  EXPECT_EQ(with_units("speed_m_s", 3.3, "3.3", "m/s", Units::metric), "3.3 m/s (5:03/km)");
  EXPECT_EQ(with_units("speed_m_s", 3.3, "3.3", "m/s", Units::imperial), "3.3 m/s (8:08/mi)");
  EXPECT_EQ(with_units("mass_kg", 70.0, "70", "kg", Units::metric), "70 kg");
  EXPECT_EQ(with_units("mass_kg", 70.0, "70", "kg", Units::imperial), "154 lb");
  EXPECT_EQ(with_units("height_m", 1.8288, "1.829", "m", Units::imperial), "6 ft 0 in");
  EXPECT_EQ(force_text(3827.0, Units::metric), "3830 N");
  EXPECT_EQ(force_text(3827.0, Units::imperial), "860 lbf");
}

TEST(PeopleUnits, EverySpokenKeyGivesANumberOfTheTable) {
  for (const SpokenInfo& row : spoken_table()) {
    ASSERT_NE(find_parameter(row.target), nullptr) << row.key;
    EXPECT_EQ(find_parameter(row.target)->kind, ParameterKind::number);
    EXPECT_EQ(find_parameter(row.key), nullptr);
    EXPECT_EQ(table_of(row.key), find_parameter(row.target)->table);
  }
}

}  // namespace
}  // namespace stridelab
