#include "lessons/lessons.h"

#include <gmock/gmock.h>

#include "support/scenario_folder.h"

namespace stridelab {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string scenarios = STRIDELAB_SOURCE_DIR "/scenarios";

struct Class {
  std::vector<Lesson> lessons = read_lessons().value();
  LoadModels models = read_load_models().value();
  RegionMap map = read_region_map().value();
  RunCache cache{models, Engines{}};
  TaughtLesson taught(std::string_view key) { return teach(*find_lesson(lessons, key), scenarios, cache, map).value(); }
};

Class& school() {
  static Class one;
  return one;
}

// A guess is right where the model's own change lies in its range; here those that trials give.
TEST(Lessons, TheRightGuessIsTheModelsAnswer) {
  EXPECT_EQ(letter_of(school().taught("cadence").right), "D");  // Lenhart 2014: -14 % at 10 % more steps
  EXPECT_EQ(letter_of(school().taught("strike").right), "C");   // the Achilles tendon, 10 to 30 %
  EXPECT_EQ(letter_of(school().taught("slope").right), "D");
  EXPECT_EQ(letter_of(school().taught("hips").right), "C");  // Willy & Davis 2011: nothing
  EXPECT_EQ(letter_of(school().taught("ground").right), "C");
}

TEST(Lessons, TheAnswerIsNotSaidBeforeTheGuess) {
  for (const Lesson& lesson : school().lessons) {
    const TaughtLesson taught = school().taught(lesson.key);
    const std::string asked = lesson_text(taught, false, {}), answered = lesson_text(taught, true, {});
    EXPECT_THAT(asked, Not(HasSubstr("changes by"))) << lesson.key;
    EXPECT_THAT(answered, HasSubstr(letter_of(taught.right) + ": ")) << lesson.key;
    EXPECT_THAT(answered, HasSubstr("no medical advice")) << lesson.key;
  }
}

TEST(Lessons, APageFoldsTheAnswerAway) {
  const std::string page = lesson_page(school().taught("cadence"), school().models);
  EXPECT_LT(page.find("<details>"), page.find("changes by"));
  EXPECT_THAT(page, HasSubstr("<summary>The answer</summary>"));
  EXPECT_THAT(page, HasSubstr("class=\"figure\""));
  for (const char* fetch : {"src=", "href=", "url("}) EXPECT_THAT(page, Not(HasSubstr(fetch)));
}

class LessonFile : public testing::ScenarioFolder {};

TEST_F(LessonFile, GuessesThatLeaveAGapAreAFault) {
  const auto read = read_lessons(
      write("lessons.toml",
            "[[lesson]]\nkey = \"k\"\ntitle = \"t\"\nasks = \"a\"\nlook = \"l\"\nscenario = \"s\"\n"
            "metric = \"pfj_force_peak\"\nbecause = \"b\"\nnext = [\"n\"]\n"
            "guess = [{ text = \"x\", from = -100.0, to = -5.0 }, { text = \"y\", from = 0.0, to = 9.0 }]\n"));
  ASSERT_FALSE(read);
  EXPECT_THAT(to_text(read.error()), HasSubstr("leave a gap"));
  EXPECT_THAT(to_text(read.error()), HasSubstr("unknown metric"));
}

}  // namespace
}  // namespace stridelab
