#include <algorithm>

#include "catalogue/metric_table.h"
#include "core/model_path.h"
#include "lessons/lessons.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

Guess read_guess(ModelSection in) {
  constexpr ModelRange change{-100.0, 1000.0, "%"};
  return {in.text("text"), in.number("from", change), in.number("to", change)};
}

/// Each change between the lowest and the highest belongs to one guess.
bool leave_a_gap(std::vector<Guess> guesses) {
  std::ranges::sort(guesses, std::less{}, &Guess::from);
  for (std::size_t i = 1; i < guesses.size(); ++i)
    if (guesses[i].from != guesses[i - 1].to) return true;
  return guesses.size() < 2;
}

Lesson read_lesson(ModelSection in) {
  Lesson lesson;
  lesson.key = in.text("key");
  lesson.title = in.text("title");
  lesson.asks = in.text("asks");
  lesson.look = in.text("look");
  lesson.scenario = in.text("scenario");
  lesson.metric = in.text("metric");
  lesson.because = in.text("because");
  lesson.next = in.texts("next");
  for (ModelSection& guess : in.list("guess")) lesson.guesses.push_back(read_guess(guess));
  if (!lesson.metric.empty() && !find_metric(lesson.metric))
    in.fault("metric", "unknown metric \"" + lesson.metric + "\"",
             "did you mean " + nearest_metric(lesson.metric) + "?");
  if (leave_a_gap(lesson.guesses)) in.fault("guess", "the guesses leave a gap, overlap, or are fewer than two");
  return lesson;
}

std::vector<Lesson> read_all(ModelSection root) {
  std::vector<Lesson> lessons;
  for (ModelSection& entry : root.list("lesson")) lessons.push_back(read_lesson(entry));
  return lessons;
}

}  // namespace

tl::expected<std::vector<Lesson>, Diagnostics> read_lessons() {
  return read_model_file(model_path("lessons/lessons.toml"), read_all);
}

tl::expected<std::vector<Lesson>, Diagnostics> read_lessons(const std::filesystem::path& file) {
  return read_model_file(file, read_all);
}

const Lesson* find_lesson(const std::vector<Lesson>& lessons, std::string_view key) {
  const auto found = std::ranges::find(lessons, key, &Lesson::key);
  return found == lessons.end() ? nullptr : &*found;
}

}  // namespace stridelab
