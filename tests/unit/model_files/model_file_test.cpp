#include "model_files/model_file.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

namespace stridelab {
namespace {

using ::testing::HasSubstr;

class ModelFiles : public ::testing::Test {
 protected:
  ~ModelFiles() override { std::filesystem::remove(path_); }

  const std::filesystem::path& file(std::string_view text) {
    std::ofstream(path_, std::ios::binary) << text;
    return path_;
  }

  /// What is said of a text by who reads it so; "" if nothing.
  template <typename Read>
  std::string faults(std::string_view text, Read read) {
    const auto result = read_model_file(file(text), [&](ModelSection root) {
      read(root);
      return 0;
    });
    return result ? "" : to_text(result.error());
  }

  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("stridelab_model_" + std::to_string(::getpid()) + ".toml");
};

TEST_F(ModelFiles, ValuesOfEveryKindAreRead) {
  ModelFile in(
      file("a = 3\nb = \"x\"\nc = true\nd = [1, 2.5]\ne = [\"y\", \"z\"]\n[t]\np = [1, 2, 3]\n[[l]]\nn = 1\n"
           "[[l]]\nn = 2\n"));
  ModelSection root = in.root();
  constexpr ModelRange any{0.0, 10.0, ""};
  constexpr std::array<std::string_view, 2> words{"w", "x"};
  EXPECT_EQ(root.number("a", any), 3.0);
  EXPECT_EQ(root.text("b"), "x");
  EXPECT_EQ(root.word("b", words), 1U);
  EXPECT_TRUE(root.flag("c"));
  EXPECT_EQ(root.numbers("d", any), (std::vector<double>{1.0, 2.5}));
  EXPECT_EQ(root.numbers<2>("d", any)[1], 2.5);
  EXPECT_EQ(root.band("d", any)[0], 1.0);
  EXPECT_EQ(root.texts("e"), (std::vector<std::string>{"y", "z"}));
  EXPECT_EQ(root.table("t").point("p", any), Vec3(1.0, 2.0, 3.0));
  std::vector<ModelSection> list = root.list("l");
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].number("n", any), 1.0);
  EXPECT_EQ(list[1].number("n", any), 2.0);
  EXPECT_FALSE(root.has("nothing"));
  EXPECT_EQ(root.optional_text("nothing"), "");
  EXPECT_TRUE(in.faults().empty()) << to_text(in.faults());
}

TEST_F(ModelFiles, AFaultHasItsPlaceItsLineAndACaret) {
  const std::string text = faults("# a shoe\n[whole]\nmass_kg = 290 # grams\n", [](ModelSection in) {
    in.table("whole").number("mass_kg", {0.0, 2.0, "kg"});
  });
  EXPECT_THAT(text, HasSubstr(".toml:3:11: error: whole.mass_kg = 290 is outside 0 .. 2 kg\n"));
  EXPECT_THAT(text, HasSubstr("    3 | mass_kg = 290 # grams\n      |           ^~~\n"));
}

TEST_F(ModelFiles, EveryFaultIsToldInOnePassInTheOrderOfTheLines) {
  const auto read = read_model_file(file("b = \"x\"\na = nan\nc = [1, true]\nextra = 1\n"), [](ModelSection in) {
    in.numbers("c", {0.0, 1.0, ""});
    in.number("a", {-1e300, 1e300, ""});
    in.number("b", {0.0, 1.0, ""});
    in.number("d", {0.0, 1.0, ""});
    return 0;
  });
  ASSERT_FALSE(read);
  std::vector<std::string> said;
  for (const Diagnostic& d : read.error()) said.push_back(d.message);
  EXPECT_THAT(said, ::testing::ElementsAre("'d' is missing or not a number", "'b' is missing or not a number",
                                           HasSubstr("a = nan is outside"), "'c[1]' is missing or not a number",
                                           "unknown key 'extra'"));
}

// What is asked for is what may stand there; nothing has to be listed twice.
TEST_F(ModelFiles, KeysThatNobodyAsksForAreFaultsWithTheNearestThatIs) {
  const auto read = [](ModelSection in) {
    if (in.has("habit")) in.table("habit").text("source");
    in.text("source");
  };
  EXPECT_EQ(faults("source = \"x\"\n", read), "");
  EXPECT_EQ(faults("source = \"x\"\n[habit]\nsource = \"y\"\n", read), "");
  EXPECT_THAT(faults("source = \"x\"\n[habits]\n", read), HasSubstr("did you mean habit?"));
  EXPECT_THAT(faults("source = \"x\"\n[habit]\nsource = \"y\"\nsourse = 1\n", read),
              HasSubstr(":4:1: error: unknown key 'habit.sourse'"));
}

TEST_F(ModelFiles, ATableThatIsMissingIsOneFault) {
  const std::string text = faults("a = 1\n", [](ModelSection in) {
    in.allow("a");
    ModelSection heel = in.table("heel");
    heel.number("stiffness_n_m", {0.0, 1.0, ""});
    heel.text("source");
    heel.list("layers");
    heel.refuse("nothing fits");
  });
  EXPECT_THAT(text, HasSubstr("'heel' is missing or not a table"));
  EXPECT_EQ(text.find("error"), text.rfind("error")) << text;
}

TEST_F(ModelFiles, CountsPointsBandsAndWordsAreJudged) {
  const auto said = [&](std::string_view text) {
    return faults(text, [](ModelSection in) {
      if (in.has("n")) in.numbers<3>("n", {0.0, 9.0, ""});
      if (in.has("p")) in.point("p", {{{0.0, 1.0, "m"}, {-1.0, 0.0, "m"}, {0.0, 1.0, "m"}}});
      if (in.has("b")) in.band("b", {0.0, 9.0, ""});
      if (in.has("w")) in.word("w", std::array<std::string_view, 2>{"front", "back"});
      if (in.has("l")) in.list("l");
    });
  };
  EXPECT_THAT(said("n = [1, 2]\n"), HasSubstr("'n' has 2 numbers, not 3"));
  EXPECT_THAT(said("p = [1, 1, 1]\n"), HasSubstr("p[1] = 1 is outside -1 .. 0 m"));
  EXPECT_THAT(said("b = [2, 1]\n"), HasSubstr("the smaller first"));
  EXPECT_THAT(said("w = \"frunt\"\n"), HasSubstr("did you mean front?"));
  EXPECT_THAT(said("l = []\n"), HasSubstr("'l' is missing or not a list of tables"));
  EXPECT_EQ(said("n = [1, 2, 3]\np = [1, 0, 1]\nb = [1, 1]\nw = \"back\"\n"), "");
}

TEST_F(ModelFiles, NoTomlAndNoFileAreOneFault) {
  const auto read = [](ModelSection in) { in.number("a", {0.0, 1.0, ""}); };
  EXPECT_THAT(faults("a = = 1\n", read), HasSubstr(":1:5: error: not valid TOML"));
  EXPECT_THAT(faults("a = 1\n[b", read), HasSubstr(":2:"));
  const auto nowhere = read_model_file(std::filesystem::path("/nowhere/x.toml"), [](ModelSection) { return 0; });
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(to_text(nowhere.error()).find("/nowhere/x.toml: error: cannot be read"), 0U);
}

}  // namespace
}  // namespace stridelab
