// Pages to hand out, as the program writes them.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

#include "cli/cli.h"
#include "support/scenario_folder.h"

namespace stridelab::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios/";

class ReportPage : public ScenarioFolder {
 protected:
  int run(const std::vector<std::string>& arguments) {
    out.str("");
    err.str("");
    return run_cli(arguments, {out, err, {false, 100}, {false, 100}});
  }
  std::string page(std::vector<std::string> arguments) {
    const std::string file = (folder_ / "page.html").string();
    arguments.insert(arguments.begin(), "report");
    arguments.insert(arguments.end(), {"--html", file});
    EXPECT_EQ(run(arguments), 0) << err.str();
    return read(file);
  }
  static std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
  }
  std::ostringstream out, err;
};

std::size_t count(const std::string& text, std::string_view of) {
  std::size_t found = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + 1)) ++found;
  return found;
}

TEST_F(ReportPage, SaysWhatTheConsoleSaysFirst) {
  const std::string html = page({scenarios + "quick_steps.toml"});
  EXPECT_THAT(html, HasSubstr("<h1>Same speed, 10 % more steps: what happens at the kneecap?</h1>"));
  ASSERT_EQ(run({"compare", scenarios + "easy_run.toml", scenarios + "quick_steps.toml"}), 0);
  std::string first = out.str();
  std::replace(first.begin(), first.end(), '\n', ' ');
  const std::size_t at = html.find("<p class=\"answer\">") + 18;
  const std::string answer = html.substr(at, html.find(';', at) - at);  // up to where the console spells out BW
  EXPECT_THAT(first, HasSubstr(answer.substr(0, answer.find(" BW")))) << answer;
}

TEST_F(ReportPage, HasFiguresWhoPaysCurvesAndDoubts) {
  const std::string html = page({scenarios + "quick_steps.toml"});
  EXPECT_EQ(count(html, "class=\"figure\""), 2u);
  EXPECT_EQ(count(html, "class=\"chart\""), 6u);
  EXPECT_EQ(count(html, "<svg class=\"bar\""), 9u) << "one for each place of the leg";
  for (const char* part : {"Who gains, who pays", "How sure, and what is not known", "Sources of the numbers",
                           "hamstrings", "26 runners", "not medical advice"})
    EXPECT_THAT(html, HasSubstr(part));
  EXPECT_THAT(html, Not(HasSubstr("nan")));
}

TEST_F(ReportPage, FetchesNothingAndFitsAMail) {
  const std::string html = page({scenarios + "quick_steps.toml", "--advice", "front"});
  for (const char* fetch : {"src=", "href=", "url(", "@import"}) EXPECT_THAT(html, Not(HasSubstr(fetch)));
  EXPECT_LT(html.size(), 500'000u);
}

TEST_F(ReportPage, NameAndNoteStandOnlyWhereTheyAreGiven) {
  EXPECT_THAT(page({scenarios + "quick_steps.toml"}), Not(HasSubstr("For ")));
  const std::string html = page({scenarios + "quick_steps.toml", "--for", "A & B <x>", "--note", "Third visit."});
  EXPECT_THAT(html, HasSubstr("For A &amp; B &lt;x&gt;"));
  EXPECT_THAT(html, HasSubstr("Third visit."));
}

TEST_F(ReportPage, ExercisesAndWarningSignsComeOnRequest) {
  EXPECT_THAT(page({scenarios + "quick_steps.toml"}), Not(HasSubstr("When to see somebody")));
  const std::string html = page({scenarios + "quick_steps.toml", "--advice", "runner's knee"});
  EXPECT_THAT(html, HasSubstr("What to try: front of the knee"));
  EXPECT_THAT(html, HasSubstr("When to see somebody"));
}

TEST_F(ReportPage, UpToFourFormsStandBesideEachOther) {
  const std::string html = page({scenarios + "easy_run.toml", scenarios + "quick_steps.toml",
                                 scenarios + "forefoot.toml", scenarios + "lean_forward.toml"});
  EXPECT_EQ(count(html, "class=\"figure\""), 4u);
  EXPECT_EQ(count(html, "class=\"line d\""), 6u);
  const std::vector<std::string> five(5, scenarios + "easy_run.toml");
  std::vector<std::string> arguments{"report", "--html", (folder_ / "x.html").string()};
  arguments.insert(arguments.end(), five.begin(), five.end());
  EXPECT_EQ(run(arguments), 64);
}

// A picture of a forward run's plan would show somebody else: curves and places alone.
TEST_F(ReportPage, AForwardRunHasCurvesButNoFigure) {
  const std::string html = page({scenarios + "easy_run.toml", "--engine", "forward", "--duration-s", "8"});
  EXPECT_EQ(count(html, "class=\"figure\""), 0u);
  EXPECT_EQ(count(html, "class=\"chart\""), 6u);
}

TEST_F(ReportPage, AFormWithoutAStrideIsSaidAndTheExitCodeToo) {
  const std::string file = (folder_ / "page.html").string();
  EXPECT_EQ(run({"report", scenarios + "easy_run.toml", "--set", "slope_percent=-20", "--set", "speed_m_s=6", "--set",
                 "cadence_spm=161", "--html", file}),
            3);
  EXPECT_THAT(read(file), HasSubstr("No answer"));
}

TEST_F(ReportPage, AsksForAnOutputAndForAPlaceThatExists) {
  EXPECT_EQ(run({"report", scenarios + "easy_run.toml"}), 64);
  EXPECT_THAT(err.str(), HasSubstr("report needs --html, --pdf or --plot"));
  const std::string file = (folder_ / "page.html").string();
  EXPECT_EQ(run({"report", scenarios + "easy_run.toml", "--advice", "frnt", "--html", file}), 64);
  EXPECT_THAT(err.str(), HasSubstr("did you mean front?"));
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(ReportPage, ThePictureOfItsCurvesIsASvgFile) {
  const std::string file = (folder_ / "curves.svg").string();
  ASSERT_EQ(run({"report", scenarios + "quick_steps.toml", "--plot", file}), 0) << err.str();
  pugi::xml_document document;
  ASSERT_TRUE(document.load_file(file.c_str())) << "well formed XML";
  EXPECT_EQ(std::distance(document.child("svg").children("svg").begin(), document.child("svg").children("svg").end()),
            6);
}

TEST_F(ReportPage, CompareDrawsTheSamePicture) {
  const std::string report = (folder_ / "report.svg").string(), compare = (folder_ / "compare.svg").string();
  ASSERT_EQ(run({"report", scenarios + "easy_run.toml", scenarios + "forefoot.toml", "--plot", report}), 0)
      << err.str();
  ASSERT_EQ(run({"compare", scenarios + "easy_run.toml", scenarios + "forefoot.toml", "--plot", compare}), 0)
      << err.str();
  EXPECT_EQ(read(report), read(compare));
}

// What needs a browser is left out and said; what does not is written all the same, and what stood there stays.
TEST_F(ReportPage, WithoutABrowserTheOtherFilesAreWritten) {
  const std::string path = std::getenv("PATH");
  const std::filesystem::path html = folder_ / "page.html", pdf = folder_ / "page.pdf", json = folder_ / "both.json";
  std::ofstream(pdf) << "of yesterday";
  ::setenv("PATH", folder_.c_str(), 1);
  const int report = run({"report", scenarios + "quick_steps.toml", "--html", html.string(), "--pdf", pdf.string()});
  const std::string said = err.str();
  const int compare = run({"compare", scenarios + "easy_run.toml", scenarios + "forefoot.toml", "--json", json.string(),
                           "--plot", (folder_ / "curves.png").string()});
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_EQ(report, 4);
  EXPECT_THAT(said, HasSubstr("error: --pdf: needs Chromium, which is not installed"));
  EXPECT_THAT(read(html), HasSubstr("</html>"));
  EXPECT_EQ(read(pdf), "of yesterday");
  EXPECT_EQ(compare, 4);
  EXPECT_THAT(read(json), HasSubstr("\"metrics\""));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "curves.png"));
}

TEST_F(ReportPage, TheSameRunWritesTheSameBytes) {
  EXPECT_EQ(page({scenarios + "weak_hips.toml"}), page({scenarios + "weak_hips.toml"}));
}

}  // namespace
}  // namespace stridelab::testing
