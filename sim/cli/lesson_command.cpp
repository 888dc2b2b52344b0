#include "cli/lesson_command.h"

#include <fmt/format.h>

#include "cli/outputs.h"
#include "core/data_folder.h"
#include "core/text.h"
#include "lessons/lessons.h"
#include "scenario/input_files.h"

namespace stridelab {
namespace {

std::string listing(const std::vector<Lesson>& lessons) {
  std::string text;
  for (const Lesson& lesson : lessons) text += fmt::format("{:10}{}\n", lesson.key, lesson.title);
  return text + "\nstridelab lesson NAME asks; --answer answers; --html FILE writes a page for a class\n";
}

std::string unknown(const std::string& key, const std::vector<Lesson>& lessons) {
  std::vector<std::string_view> keys;
  for (const Lesson& lesson : lessons) keys.push_back(lesson.key);
  const auto near = nearest_spelling(key, keys);
  return fmt::format("error: there is no lesson '{}'{}\n", printable(key),
                     near ? fmt::format(": did you mean {}?", *near) : "");
}

}  // namespace

ExitCode lesson_command(const LessonOptions& options, const Console& console, const Engines& engines) {
  Outputs outputs(console);
  const std::size_t html = outputs.want("--html", options.html, html_file);
  if (const ExitCode refused = outputs.open([] { return model_files(); }); refused != ExitCode::done) return refused;
  const auto lessons = read_lessons();
  const auto models = read_load_models();
  const auto map = read_region_map();
  if (!lessons) console.err << to_text(lessons.error());
  if (!models) console.err << to_text(models.error());
  if (!map) console.err << to_text(map.error());
  if (!lessons || !models || !map) return ExitCode::invalid_input;
  if (options.key.empty()) {
    console.out << listing(*lessons);
    return ExitCode::done;
  }
  const Lesson* lesson = find_lesson(*lessons, options.key);
  if (lesson == nullptr) {
    console.err << unknown(options.key, *lessons);
    return ExitCode::usage;
  }
  RunCache cache(*models, engines);
  const std::filesystem::path folder =
      options.folder.empty() ? shipped_scenarios_folder() : std::filesystem::path(options.folder);
  const auto taught = teach(*lesson, folder, cache, *map);
  if (!taught) {
    console.err << to_text(taught.error());
    return ExitCode::invalid_input;
  }
  const bool stdout_taken = outputs.takes_stdout();
  (stdout_taken ? console.err : console.out)
      << lesson_text(*taught, options.answer, stdout_taken ? console.err_style : console.out_style);
  if (!options.html.empty()) outputs.append(html, lesson_page(*taught, *models));
  return outputs.commit();
}

}  // namespace stridelab
