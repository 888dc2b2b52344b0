#include "study/way_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/text.h"
#include "scenario/open_scenario.h"
#include "scenario/overrides.h"

namespace stridelab {
namespace {

/// What is tried, in solves from a neighbour: half a second of one processor where all are used, 0.1 s where one value
/// is out of reach. A cold solve takes as long as three.
constexpr int most_tries = 32, cold_tries = 3;
constexpr double widest_step = 0.05;  ///< of the range of a key; steps are whole powers of ten
constexpr std::size_t most_levers = 8, most_offered = 2;

/// A given value on its way back to what is usual, in steps as wide as a person would take them.
struct Path {
  GivenNumber lever;
  double usual = 0.0;
  double width = 1.0;  ///< of the range of the key
  int decimals = 0;

  [[nodiscard]] double given() const { return lever.given.number; }
  [[nodiscard]] double share() const { return std::abs(usual - given()) / width; }
  [[nodiscard]] int steps() const {
    return std::max(1, static_cast<int>(std::ceil(std::abs(usual - given()) * std::pow(10.0, decimals) - 1e-9)));
  }
  /// The value after some steps, as it is printed; the last one is the usual value or just short of it.
  [[nodiscard]] std::string text_at(int step) const {
    const double unit = std::pow(10.0, -decimals);
    const double direction = usual > given() ? 1.0 : -1.0;
    const double at = std::abs(usual - given()) <= step * unit ? usual : given() + direction * step * unit;
    return fmt::format("{:.{}f}", at, decimals);
  }
};

class Search {
 public:
  Search(OpenScenario& open, std::vector<Assignment> edits, RunCache& cache)
      : open_(open), edits_(std::move(edits)), cache_(cache) {}

  /// Empty where nobody gave a value that could be changed.
  std::string sentence() {
    std::vector<Path> paths = given_paths();
    if (paths.empty()) return {};
    std::vector<Found> open_paths;
    for (const Path& path : paths)
      if (auto stride = try_step(path, path.steps(), usual_)) {
        if (!usual_) usual_ = stride;
        open_paths.push_back({path, *std::move(stride)});
      }
    if (open_paths.empty()) return none_of(paths);
    std::stable_sort(open_paths.begin(), open_paths.end(),
                     [](const Found& a, const Found& b) { return a.path.share() < b.path.share(); });
    std::string offers;
    for (Found& found : std::span(open_paths).first(std::min(open_paths.size(), most_offered)))
      if (const std::string one = offer(found); !one.empty()) offers += (offers.empty() ? "" : ", or ") + one;
    return offers.empty() ? none_of(paths) : offers + ": with that alone this form runs";
  }

 private:
  /// Of a step on the way: the stride to start the next from, empty where an engine gives none.
  using Start = std::optional<Stride>;
  struct Found {
    Path path;
    Start stride;  ///< at the usual value
  };

  [[nodiscard]] std::vector<Path> given_paths() {
    std::vector<Path> paths;
    for (const GivenNumber& lever : open_.given_numbers(edits_)) {
      const RelativeInfo* relative = find_relative(lever.given.key);
      const ParameterInfo& info = *find_parameter(relative != nullptr ? relative->target : lever.given.key);
      const auto without = open_.resolve_with(edits_, lever, std::nullopt);
      if (!without) continue;
      Path path{lever, relative != nullptr ? 0.0 : without->parameters.number(info.key),
                relative != nullptr ? 100.0 : info.hi - info.lo, 0};
      path.decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(widest_step * path.width) - 1e-9)));
      const double least_share = 0.5 * std::pow(10.0, -path.decimals) / path.width;
      if (path.share() > least_share && paths.size() < most_levers) paths.push_back(std::move(path));
    }
    return paths;
  }

  /// Whether the form runs some steps on: from a neighbour where there is one, whose refusal is not the last word.
  std::optional<Start> try_step(const Path& path, int step, const std::optional<Start>& from) {
    const auto scenario = open_.resolve_with(edits_, path.lever, std::stod(path.text_at(step)));
    if (!scenario) return std::nullopt;
    if (from && *from)
      if (auto near = try_plan(scenario->inputs, &**from, 1)) return near;
    return try_plan(scenario->inputs, nullptr, cold_tries);
  }

  std::optional<Start> try_plan(const RunInputs& inputs, const Stride* from, int price) {
    if (tries_ + price > most_tries) return std::nullopt;
    tries_ += price;
    const auto plan = cache_.plan(inputs, from);
    return plan ? std::optional<Start>(plan->stride) : std::nullopt;
  }

  /// The same by the solve that a run makes: what is printed was tried by it.
  bool runs(const Path& path, int step) {
    const auto scenario = open_.resolve_with(edits_, path.lever, std::stod(path.text_at(step)));
    return scenario && cache_.solve(scenario->inputs).has_value();
  }

  /// The fewest steps that are enough; empty where the usual value is not either.
  std::string offer(Found& found) {
    const Path& path = found.path;
    int too_few = 0, enough = path.steps();
    std::optional<Start> at = found.stride;
    while (enough - too_few > 1 && tries_ < most_tries) {
      const int middle = (too_few + enough) / 2;
      auto tried = try_step(path, middle, at);
      (tried ? enough : too_few) = middle;
      if (tried) at = std::move(tried);
    }
    // At the edge a preview and the cold solve may differ: then a step more, or all of them.
    for (const int step : {enough, std::min(enough + 1, path.steps()), path.steps()})
      if (runs(path, step))
        return fmt::format("{} = {} instead of {}", path.lever.given.key, path.text_at(step),
                           number_text(path.given()));
    return {};
  }

  static std::string none_of(const std::vector<Path>& paths) {
    std::string keys;
    for (const Path& path : paths) keys += (keys.empty() ? "" : ", ") + path.lever.given.key;
    return fmt::format(
        "no single one of the given values ({}) makes it run on its way back to what is usual; change two", keys);
  }

  OpenScenario& open_;
  std::vector<Assignment> edits_;
  RunCache& cache_;
  std::optional<Start> usual_;  ///< the first that was found
  int tries_ = 0;
};

}  // namespace

std::string with_way_out(Infeasible reason, const AskedForm& asked, RunCache& cache) {
  Diagnostics ignored;  // it could be read before
  OpenScenario open = OpenScenario::read(asked.path, shipped_metrics(), ignored);
  std::vector<Assignment> edits = read_overrides(asked.overrides, ignored).all();
  if (!ignored.empty()) return one_line(reason.text());
  open.run_by(asked.profile);
  if (open.resolve(edits)) {  // once, so that files are read once
    const std::string sentence = Search(open, std::move(edits), cache).sentence();
    if (!sentence.empty()) reason.relax = sentence;
  }
  return one_line(reason.text());
}

void add_way_out(RunReport& report, const AskedForm& asked, RunCache& cache) {
  if (report.outcome != RunOutcome::no_answer) return;
  if (const SolveResult& solved = cache.solve(report.inputs); !solved)
    report.error = with_way_out(solved.error(), asked, cache);
}

}  // namespace stridelab
