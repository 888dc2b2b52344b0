#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/explain_command.h"
#include "core/text.h"
#include "guidance/explanation.h"
#include "support/report_schema.h"

namespace stridelab {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ExplainCommand : public ::testing::Test {
 protected:
  int run(const std::vector<std::string>& words, const std::string& json = "", int columns = 80) {
    out.str("");
    err.str("");
    const ConsoleStyle plain{false, columns};
    return to_int(explain_command({words, json}, {out, err, plain, plain}));
  }

  /// Every name that can be explained.
  static std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const ExplainedLinks& group : explainable(*shipped_guidance()))
      for (const ExplainedLink& link : group.links) all.push_back(link.key);
    return all;
  }

  std::ostringstream out, err;
};

std::string schema_faults(const nlohmann::json& document) {
  return test::schema_faults(document, "cli/explain.schema.json");
}

TEST_F(ExplainCommand, NoLineIsLongerThanTheTerminalAndNoneEndsInSpaces) {
  for (const int columns : {60, 80, 120}) {
    for (const std::string& name : names()) {
      ASSERT_EQ(run({name}, "", columns), 0) << err.str();
      std::istringstream lines(out.str());
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(display_width(line), static_cast<std::size_t>(std::min(columns, 80))) << name << ": " << line;
        EXPECT_FALSE(line.ends_with(' ')) << name << ": '" << line << "'";
      }
    }
  }
}

TEST_F(ExplainCommand, EveryPageEndsWithTheDisclaimer) {
  const std::string last = wrapped(guidance_disclaimer, 80, 0);
  EXPECT_EQ(run({}), 0);
  EXPECT_THAT(out.str(), EndsWith(last));
  for (const std::string& name : names()) {
    run({name});
    EXPECT_THAT(out.str(), EndsWith(last)) << name;
  }
}

TEST_F(ExplainCommand, AllNamesFollowTheSchema) {
  ASSERT_EQ(run({}, "-"), 0);
  EXPECT_EQ(schema_faults(nlohmann::json::parse(out.str())), "");
  for (const std::string& name : names()) {
    ASSERT_EQ(run({name}, "-"), 0);
    const auto document = nlohmann::json::parse(out.str());  // alone on stdout
    EXPECT_EQ(schema_faults(document), "") << name;
    EXPECT_EQ(document["schema"], "stridelab.explain/1");
    EXPECT_EQ(document["key"], name);
    EXPECT_EQ(document["disclaimer"], guidance_disclaimer);
    EXPECT_THAT(err.str(), HasSubstr(name)) << "people read on stderr";
  }
}

TEST_F(ExplainCommand, TheSchemaFindsFaults) {
  run({"ice"}, "-");
  auto document = nlohmann::json::parse(out.str());
  document["facts"]["kind"] = "";
  EXPECT_NE(schema_faults(document), "");
}

TEST_F(ExplainCommand, WithoutANameItListsThemAll) {
  ASSERT_EQ(run({}), 0);
  for (const std::string& name : names()) EXPECT_THAT(out.str(), HasSubstr(name));
  for (const char* heading : {"\nWhere it hurts\n", "\nWarning signs\n", "\nStretches\n", "\nParameters\n"})
    EXPECT_THAT(out.str(), HasSubstr(heading));
}

TEST_F(ExplainCommand, WordsOfANameMayStandApart) {
  ASSERT_EQ(run({"Side", "plank"}), 0);
  EXPECT_THAT(out.str(), StartsWith("Side plank  side_plank\n"));
}

TEST_F(ExplainCommand, AnUnknownNameIsInvalidInput) {
  EXPECT_EQ(run({"hip_strenght_percent"}), 2);
  EXPECT_EQ(out.str(), "");
  EXPECT_EQ(err.str(),
            "error: nothing is called 'hip_strenght_percent'\n"
            "  did you mean hip_strength_percent?\n"
            "  all names: stridelab explain\n");
}

TEST_F(ExplainCommand, AFileThatCannotBeWrittenIsSaid) {
  EXPECT_EQ(run({"ice"}, "/nonexistent/x.json"), 4);
  EXPECT_EQ(out.str(), "") << "outputs are opened before anything is said";
  EXPECT_THAT(err.str(), HasSubstr("/nonexistent/x.json"));
}

}  // namespace
}  // namespace stridelab
