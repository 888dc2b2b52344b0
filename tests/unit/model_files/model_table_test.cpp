#include "model_files/model_table.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace stridelab {
namespace {

using ::testing::HasSubstr;

constexpr ModelRange angle{-90.0, 90.0, "deg"};

class ModelTables : public ::testing::Test {
 protected:
  ~ModelTables() override { std::filesystem::remove(path_); }

  const std::filesystem::path& file(std::string_view text) {
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }

  /// What is said of a table whose columns are percent and knee.
  std::string faults(std::string_view text, std::optional<double> most_step = {}) {
    ModelTable table(file(text));
    table.percents();
    table.column("knee", angle, most_step);
    return to_text(table.faults());
  }

  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("stridelab_table_" + std::to_string(::getpid()) + ".csv");
};

TEST_F(ModelTables, ColumnsAreReadByTheirNames) {
  ModelTable table(file("# who\npercent,knee,hip\n0,1.5,7\n50,-2,8\n100,3,9\n"));
  EXPECT_EQ(table.percents(), (std::vector<double>{0.0, 50.0, 100.0}));
  EXPECT_EQ(table.column("knee", angle), (std::vector<double>{1.5, -2.0, 3.0}));
  EXPECT_TRUE(table.faults().empty()) << to_text(table.faults());
}

TEST_F(ModelTables, RowsAreSelectedByATextAndANumber) {
  ModelTable table(file("curve,speed,percent,mean\nknee,2.5,0,1\nknee,3.5,0,2\nhip,2.5,0,3\nknee,2.5,100,4\n"));
  EXPECT_EQ(table.texts("curve"), (std::vector<std::string>{"knee", "hip"}));
  table.select("curve", "knee", "speed", 2.5);
  EXPECT_EQ(table.column("mean", angle), (std::vector<double>{1.0, 4.0}));
  EXPECT_EQ(table.percents(ModelTable::Percents::some), (std::vector<double>{0.0, 100.0}));
  EXPECT_TRUE(table.faults().empty());
  table.select("curve", "elbow", "speed", 2.5);
  EXPECT_THAT(to_text(table.faults()), HasSubstr("no rows of 'elbow' at 2.5"));
}

TEST_F(ModelTables, CellsThatAreNoNumbersOrOutOfRangeHaveTheirPlace) {
  EXPECT_THAT(faults("percent,knee\n0,1\n100,much\n"), HasSubstr(".csv:3:5: error: knee = 'much' is not a number\n"));
  EXPECT_THAT(faults("percent,knee\n0,1\n100,\n"), HasSubstr("knee = '' is not a number"));
  EXPECT_THAT(faults("percent,knee\n0,1000\n100,2\n"),
              HasSubstr("knee = 1000 is outside -90 .. 90 deg\n    2 | 0,1000\n"));
  EXPECT_THAT(faults("percent,knee\n0,nan\n100,2\n"), HasSubstr("knee = nan is outside"));
}

TEST_F(ModelTables, MeasuredCurvesDoNotJump) {
  constexpr const char* flipped = "percent,knee\n0,40\n50,-41\n100,42\n";
  EXPECT_EQ(faults(flipped), "");
  EXPECT_THAT(faults(flipped, 10.0), HasSubstr(":3:4: error: knee = -41 is more than 10 deg from the row before"));
}

TEST_F(ModelTables, RowsAndColumnsThatAreGoneAreNoticed) {
  EXPECT_THAT(faults("percent,knee\n0,1\n25,1\n75,1\n100,1\n"),
              HasSubstr(":4:1: error: the percents do not rise in equal"));
  EXPECT_THAT(faults("percent,knee\n25,1\n50,1\n75,1\n100,1\n"),
              HasSubstr(":2:1: error: the percents do not go from 0"));
  EXPECT_THAT(faults("percent,knee\n0,1\n25,1\n50,1\n75,1\n"), HasSubstr(":5:1: error: the percents do not go from 0"));
  EXPECT_THAT(faults("percent,nee\n0,1\n100,1\n"), HasSubstr(":1:1: error: there is no column 'knee'"));
  EXPECT_THAT(faults("percent,knee\n0\n100,1\n"), HasSubstr(":2:1: error: the row has 1 cells, the header 2"));
  EXPECT_THAT(faults("percent,knee\n0,1\n100,1"), HasSubstr(":3: error: the last line has no end"));
  EXPECT_THAT(faults("# only words\n"), HasSubstr("no rows of numbers"));
  EXPECT_THAT(to_text(ModelTable("/nowhere/x.csv").faults()), HasSubstr("cannot be read"));
}

}  // namespace
}  // namespace stridelab
