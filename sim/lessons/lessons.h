#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "guidance/guidance.h"
#include "report/console_style.h"
#include "study/run_cache.h"
#include "study/run_report.h"

namespace stridelab {

/// An answer to choose from, and the change it stands for. Per cent.
struct Guess {
  std::string text;
  double from = 0.0, to = 0.0;
  [[nodiscard]] bool holds(double percent) const { return percent >= from && percent < to; }
};

/// A lesson of ten minutes: models/lessons/lessons.toml.
struct Lesson {
  std::string key, title, asks, look;
  std::string scenario, metric;
  std::vector<Guess> guesses;
  std::string because;            ///< paragraphs, split by an empty line
  std::vector<std::string> next;  ///< what to try
};

/// errors  every missing and wrong entry; guesses that leave a gap or overlap
tl::expected<std::vector<Lesson>, Diagnostics> read_lessons();
tl::expected<std::vector<Lesson>, Diagnostics> read_lessons(const std::filesystem::path& file);

/// The lesson of that key, or null.
const Lesson* find_lesson(const std::vector<Lesson>& lessons, std::string_view key);

/// A lesson with the model's answer.
struct TaughtLesson {
  const Lesson* lesson = nullptr;
  double change_percent = 0.0;
  std::size_t right = 0;  ///< of the guesses
  RunReport report;
};

/// errors  of the scenario; a change that no guess holds
tl::expected<TaughtLesson, Diagnostics> teach(const Lesson& lesson, const std::filesystem::path& scenarios,
                                              RunCache& cache, const RegionMap& map);

/// "A", "B", ...
std::string letter_of(std::size_t guess);

/// The question with its guesses; and, where asked for, the answer, why and what is next. For a console.
std::string lesson_text(const TaughtLesson& taught, bool with_answer, const ConsoleStyle& style);

/// A page for a class: the answer is folded away until somebody opens it; printed, it stands on a page of its own.
std::string lesson_page(const TaughtLesson& taught, const LoadModels& models);

}  // namespace stridelab
