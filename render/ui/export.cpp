#include "render/ui/export.h"

#include <fmt/format.h>

#include <cctype>

#include "core/text.h"
#include "report/atomic_file.h"
#include "report/csv_report.h"
#include "study/run_scenario.h"

namespace stridelab::view {
namespace {

/// Letters, digits and what no file system minds.
std::string file_word(std::string_view text) {
  std::string word;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
    word += plain ? c : '_';
  }
  return word;
}

/// "cadence_percent=10" -> "_cadence_percent_10"; numbers to four digits, as a name needs no more.
std::string change_word(const std::string& change) {
  const std::size_t equals = change.find('=');
  const std::string value = change.substr(equals + 1);
  char* end = nullptr;
  const double number = std::strtod(value.c_str(), &end);
  const bool is_number = !value.empty() && *end == '\0';
  return "_" + file_word(change.substr(0, equals)) + "_" +
         (is_number ? fmt::format("{:.4g}", number) : file_word(value));
}

std::string name_of(const ViewModel& model) {
  constexpr std::size_t longest = 80;
  const std::string stem = file_word(std::filesystem::path(model.scenario()).stem().string());
  std::string name = stem;
  for (const std::string& change : model.edits().overrides()) name += change_word(change);
  return name.size() > longest ? stem + "_changed" : name;
}

/// Asks for the base of the checks alone: the form itself is known.
Engines engines_that_know(const ShownRun& run, const StrideService& strides) {
  Engines engines;
  engines.stride = [&](const RunInputs& inputs) -> tl::expected<PlannedStride, Infeasible> {
    if (inputs == run.question.inputs && !run.preview) return run.run->plan;
    return strides.solve(inputs).map([](const auto& solved) { return solved->plan; });
  };
  return engines;
}

tl::expected<std::string, std::string> export_numbers(const ViewModel& model, const std::filesystem::path& folder) {
  if (!model.shows_form())
    return tl::unexpected(model.message().empty() ? std::string("no numbers yet: this form is still being solved")
                                                  : "no numbers to write: this form does not run");
  const auto text = csv_text(*model.b(), model.strides(), model.models());
  if (!text) return tl::unexpected(text.error());
  const std::filesystem::path path = free_path(model, folder, ".csv");
  return write_file(path, *text).map([&] { return "wrote the numbers of B into " + path.string(); });
}

}  // namespace

tl::expected<std::string, std::string> csv_text(const ShownRun& run, const StrideService& strides,
                                                const LoadModels& models) {
  std::vector<std::string> overrides = run.question.overrides;
  overrides.push_back("engine=stride");  // what the curves and bars show, also of a scenario that runs by itself
  const auto scenario = read_scenario(run.question.scenario, overrides);
  if (!scenario) return tl::unexpected(to_text(scenario.error()));
  RunCache cache(models, engines_that_know(run, strides));
  RunReport report = run_scenario(*scenario, cache, ChecksOf::scenario, {}, Detail::tables);
  if (!run.preview && report.metrics) report.metrics = run.metrics();  // with the time it was really solved in
  return stridelab::csv_text({report});
}

std::filesystem::path free_path(const ViewModel& model, const std::filesystem::path& folder,
                                const std::string& extension) {
  const std::string name = name_of(model);
  std::filesystem::path path = folder / (name + extension);
  std::error_code unreadable;
  for (int number = 2; std::filesystem::exists(path, unreadable); ++number)
    path = folder / fmt::format("{}_{}{}", name, number, extension);
  return path;
}

tl::expected<std::string, std::string> fulfil(Wish wish, const ViewModel& model, const std::filesystem::path& folder) {
  if (wish != Wish::export_csv) return tl::unexpected(std::string("pictures are not written here"));
  if (const auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  return export_numbers(model, folder);
}

}  // namespace stridelab::view
