#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "sweep/dakota.h"
#include "sweep/row_csv.h"
#include "sweep/row_stream.h"
#include "sweep/test_function.h"

/// Rows from another program, through a pipe or in Dakota's files.
namespace stridelab {
namespace {

struct Answered {
  std::string out;
  tl::expected<RowCounts, Diagnostics> counts;
};

Answered answer(const std::string& csv, int jobs = 2, std::vector<std::string> outputs = {}) {
  std::istringstream in(csv);
  std::ostringstream out;
  auto counts = answer_stream(in, out, {ishigami_model(), std::move(outputs), jobs, "--rows", {}});
  return {out.str(), std::move(counts)};
}

TEST(RowStream, AnswersEachRowInItsPlace) {
  const Answered a = answer("x1,x2,x3\n0,0,0\n1.5707963267948966,0,0\n0,1.5707963267948966,2\n");
  ASSERT_TRUE(a.counts);
  EXPECT_EQ(a.out,
            "index,status,reason,x1,x2,x3,y\n0,ok,,0,0,0,0\n1,ok,,1.5707963267948966,0,0,1\n"
            "2,ok,,0,1.5707963267948966,2,7\n");
}

TEST(RowStream, AFaultOfARowIsItsAnswer) {
  const Answered a = answer("x1,x2\n1,2,3\n9,0\n,0\n\"1\",  0 \r\n");
  ASSERT_TRUE(a.counts);
  EXPECT_EQ(a.counts->invalid, 2U);
  EXPECT_EQ(a.counts->answered, 2U) << "an empty cell leaves the base's value; blanks and quotes are no part of one";
  EXPECT_NE(a.out.find("0,invalid,3 cells for 2 columns,1,2,\n"), std::string::npos) << a.out;
  EXPECT_NE(a.out.find("1,invalid,x1 = 9 is outside -pi .. pi,9,0,\n"), std::string::npos) << a.out;
}

TEST(RowStream, AFaultOfTheHeaderIsOneBeforeAnyRow) {
  for (const char* csv : {"x1,x4\n1,2\n", "x1,x1\n1,2\n", ""}) {
    const Answered a = answer(csv);
    EXPECT_FALSE(a.counts) << csv;
    EXPECT_EQ(a.out, "") << csv;
  }
  EXPECT_FALSE(answer("x1\n1\n", 1, {"z"}).counts);
}

TEST(RowStream, ManyThreadsWriteTheSameBytes) {
  std::string csv = "x1,x2,x3\n";
  for (int i = 0; i < 2000; ++i) csv += std::to_string(i / 1000.0) + ",0.5,-1\n";
  EXPECT_EQ(answer(csv, 1).out, answer(csv, 4).out);
}

TEST(RowCsv, CellsAreReadAsTheyWereWritten) {
  std::istringstream in(
      "\xEF\xBB\xBF"
      "a,\"b, \"\"c\"\"\",\n\n\"two\nlines\",,x\n");
  CsvRecords records(in);
  EXPECT_EQ(records.next(), (std::vector<std::string>{"a", "b, \"c\"", ""}));
  EXPECT_EQ(records.next(), (std::vector<std::string>{"two\nlines", "", "x"}));
  EXPECT_EQ(records.line(), 3);
  EXPECT_FALSE(records.next());
}

/// As Dakota 6 writes them: Reference Manual, "Parameters file format".
constexpr const char* standard_format =
    "                                          3 variables\n"
    "                      1.500000000000000e+00 x1\n"
    "                     -2.000000000000000e+00 x2\n"
    "                             two words here shoe\n"
    "                                          2 functions\n"
    "                                          1 ASV_1:y\n"
    "                                          0 ASV_2:z\n"
    "                                          1 derivative_variables\n"
    "                                          1 DVV_1:x1\n"
    "                                          0 analysis_components\n"
    "                                          1 eval_id\n";
constexpr const char* aprepro_format =
    "{ DAKOTA_VARS = 3 }\n"
    "{ x1 = 1.500000000000000e+00 }\n"
    "{ x2 = -2.000000000000000e+00 }\n"
    "{ shoe = \"two words here\" }\n"
    "{ DAKOTA_FNS = 2 }\n"
    "{ ASV_1:y = 1 }\n"
    "{ ASV_2:z = 0 }\n"
    "{ DAKOTA_DER_VARS = 1 }\n"
    "{ DVV_1:x1 = 1 }\n"
    "{ DAKOTA_AN_COMPS = 0 }\n"
    "{ DAKOTA_EVAL_ID = 1 }\n";

TEST(Dakota, BothFormatsSayTheSame) {
  for (const char* text : {standard_format, aprepro_format}) {
    const auto request = read_dakota_parameters(text);
    ASSERT_TRUE(request) << request.error();
    ASSERT_EQ(request->variables.size(), 3U);
    EXPECT_EQ(request->variables[0].key, "x1");
    EXPECT_EQ(request->variables[1].number, -2.0);
    EXPECT_EQ(request->variables[2].text, "two words here");
    EXPECT_EQ(request->responses[0].descriptor, "y");
    EXPECT_EQ(dakota_results(*request, {RowStatus::answered, "", {2.5, 1.0}}), "2.5 y\n")
        << "a response that is not active is not written";
  }
}

TEST(Dakota, AFormThatCannotBeRunIsAFailure) {
  const auto request = read_dakota_parameters(standard_format);
  EXPECT_EQ(dakota_results(*request, {RowStatus::refused, "no flight", {}}), "FAIL\nno flight\n");
  EXPECT_EQ(dakota_results(*request, {RowStatus::answered, "", {std::nan(""), 1.0}}), "FAIL\nno y in this run\n");
}

TEST(Dakota, WhatItCannotDoIsSaid) {
  std::string gradients = standard_format;
  gradients.replace(gradients.find("1 ASV_1"), 1, "3");
  EXPECT_NE(read_dakota_parameters(gradients).error().find("numerical_gradients"), std::string::npos);
  for (const std::string text : {"", "milk\n", "2 variables\n1 x1\n", "0 variables\n1 eval_id\n"})
    EXPECT_FALSE(read_dakota_parameters(text)) << text;
}

}  // namespace
}  // namespace stridelab
