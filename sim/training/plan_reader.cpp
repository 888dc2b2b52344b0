#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>
#include <tuple>

#include "core/text.h"
#include "scenario/base_chain.h"
#include "scenario/check_reader.h"
#include "scenario/toml_place.h"
#include "training/calendar.h"
#include "training/plan.h"
#include "training/plan_table.h"
#include "training/week_reader.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr double most_weekly_km = 250.0;
constexpr double least_accustomed_km = 1.0;

bool is_runner_table(std::string_view name) {
  return name != "run" && std::find(table_names().begin(), table_names().end(), name) != table_names().end();
}

/// All that may stand at the top of a plan. The tables that say who runs and how stand in it as in a scenario.
const std::vector<std::string_view>& top_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all{"question", "scenario", "accustomed_runs", "week",
                                      "weeks",    "check",    "strengthening"};
    std::copy_if(table_names().begin(), table_names().end(), std::back_inserter(all), is_runner_table);
    return all;
  }();
  return names;
}

MetricNames quantity_names(const TrainingModels& models) {
  const std::vector<std::string> names = plan_quantities(models);
  return {[names](std::string_view key) { return std::find(names.begin(), names.end(), key) != names.end(); },
          [names](std::string_view key) {
            const std::vector<std::string_view> views(names.begin(), names.end());
            return std::string(nearest_spelling(key, views).value_or(""));
          }};
}

/// Reads the tables of one plan file.
class PlanFileReader {
 public:
  PlanFileReader(const SourceFile& source, const TrainingModels& models, Plan& plan, Diagnostics& faults)
      : models_(models), plan_(plan), table_(source, faults) {}

  void read(const toml::table& root) {
    for (const auto& [key, node] : root) read_top(key, node);
    if (const auto contradiction = find_contradiction(layer_.assignments()))
      table_.fault(place_of_assignment(contradiction->key), {contradiction->message, contradiction->help});
    if (explicit_weeks_ && rule_)
      table_.fault(*rule_, {"[weeks] and [[week]] are both given", "a plan has a rule or its weeks, not both"});
    if (!explicit_weeks_ && !rule_)
      table_.fault({}, {"a plan without weeks", "write [weeks] for a rule or [[week]] once per week"});
    require_possible_distances();
  }

  [[nodiscard]] const Layer& layer() const { return layer_; }
  [[nodiscard]] const std::optional<Place>& scenario_place() const { return scenario_place_; }

 private:
  void read_top(const toml::key& key, const toml::node& node) {
    const std::string_view name = key.str();
    const Place place = place_of(key, node);
    if (name == "question") return read_text(key, node, plan_.question);
    if (name == "scenario") {
      scenario_place_ = place;
      return read_text(key, node, plan_.scenario);
    }
    if (name == "accustomed_runs") return read_accustomed_runs(key, node);
    if (name == "check") return read_plan_checks(key, node);
    if (name == "week") return read_explicit(key, node);
    if (name == "weeks") return read_rule(key, node);
    if (name == "strengthening") return read_strengthening(key, node);
    if (const auto* values = node.as_table(); values != nullptr && is_runner_table(name))
      return read_runner_table(name, *values);
    if (name == "run")
      return table_.fault(place, {"a plan has no [run]: its loads come from the stride engine",
                                  "leave the table out; kneecap_method may stand in the scenario it names"});
    if (const std::string_view home = table_of(name); !home.empty() && !node.is_table())
      return table_.fault(place, {fmt::format("{} belongs in [{}], not at the top of the file", name, home),
                                  fmt::format("move the line below a line that reads [{}]", home)});
    table_.unknown(key, node, "in a plan", top_names());
  }

  void read_text(const toml::key& key, const toml::node& node, std::string& into) {
    if (const auto* text = node.as_string(); text != nullptr && !text->get().empty())
      into = printable(text->get());
    else
      table_.fault(place_of(key, node), {fmt::format("{} is not text", key.str()), "write it in quotes"});
  }

  void read_runner_table(std::string_view name, const toml::table& values) {
    for (const auto& [key, node] : values) {
      const Place place = place_of(key, node);
      if (const auto wrong = take(layer_, name, key.str(), given_value(node), place)) table_.fault(place, *wrong);
    }
  }

  void read_accustomed_runs(const toml::key& key, const toml::node& node) {
    double runs = 0.0;
    table_.number(key, node, {"accustomed_runs", 1, 14, "per week", true, "runs in an accustomed week", &runs});
    plan_.accustomed_runs = std::max(1, static_cast<int>(runs));
    plan_.accustomed_as_first_week = false;
  }

  void read_explicit(const toml::key& key, const toml::node& node) {
    explicit_weeks_ = true;
    if (!node.is_array_of_tables())
      return table_.fault(place_of(key, node), {"weeks are written as [[week]]", "two brackets, one entry per week"});
    use_weeks(read_weeks(node, table_));
  }

  void read_rule(const toml::key& key, const toml::node& node) {
    rule_ = place_of(key, node);
    if (const auto* rule = node.as_table())
      use_weeks(read_week_rule(*rule, *rule_, table_));
    else
      table_.fault(*rule_, {"weeks is a table", "write [weeks] on a line of its own"});
  }

  void use_weeks(std::vector<PlanWeek> weeks) { plan_.weeks = std::move(weeks); }

  /// The first week beyond all experience is named; in a rule all that follow are, too.
  void require_possible_distances() {
    for (std::size_t i = 0; i < plan_.weeks.size(); ++i) {
      double sum_km = 0.0;
      for (const PlanRun& run : plan_.weeks[i].runs) sum_km += run.distance_km;
      if (sum_km <= most_weekly_km) continue;
      return table_.fault(rule_.value_or(Place{}),
                          {fmt::format("week {} has {:.4g} km, more than {} km", i + 1, sum_km, most_weekly_km),
                           "nothing is known about such weeks"});
    }
  }

  void read_strengthening(const toml::key& key, const toml::node& node) {
    static constexpr std::array<std::string_view, 4> names{"strength", "sessions_per_week", "from_week", "weeks"};
    const auto* given = node.as_table();
    const Place place = place_of(key, node);
    if (given == nullptr) return table_.fault(place, {"strengthening is a table", "write [strengthening]"});
    Strengthening strengthening;
    double from_week = 1.0, weeks = 6.0;
    const std::array keys{
        NumberKey{"sessions_per_week", 0.5, 7, "", false, "how often", &strengthening.sessions_per_week},
        NumberKey{"from_week", 1, most_weeks, "", true, "first week of it", &from_week},
        NumberKey{"weeks", 1, most_weeks, "weeks", true, "how long it goes on", &weeks}};
    for (const auto& [name, value] : *given) {
      if (name.str() == "strength")
        read_strength(name, value, strengthening.strength);
      else if (!table_.one_of(name, value, keys))
        table_.unknown(name, value, "in [strengthening]", names);
    }
    if (!given->contains("strength"))
      table_.fault(place, {"[strengthening] without strength", "for example strength = \"hip_strength_percent\""});
    strengthening.from_week = static_cast<int>(from_week);
    strengthening.weeks = static_cast<int>(weeks);
    plan_.strengthening = strengthening;
  }

  void read_strength(const toml::key& key, const toml::node& node, std::string& into) {
    std::vector<std::string_view> known;
    for (const Programme& programme : models_.programmes)
      if (find_parameter(programme.strength) != nullptr) known.emplace_back(programme.strength);
    const GivenValue given = given_value(node);
    if (std::find(known.begin(), known.end(), given.text) == known.end())
      return table_.fault(place_of(key, node),
                          {fmt::format("strength = {} is not a strength that can be trained here", given.shown),
                           spelling_help(given.text, known, "it takes " + or_list(known))});
    into = given.text;
  }

  void read_plan_checks(const toml::key& key, const toml::node& node) {
    if (!node.is_array_of_tables())
      return table_.fault(place_of(key, node),
                          {"checks are written as [[check]]", "two brackets, one entry per check"});
    const std::size_t before = table_.faults().size();
    plan_.checks = read_checks(node, table_.source(), quantity_names(models_), table_.faults());
    // The help of an unknown metric names the listing of runs; a plan has its own names.
    for (std::size_t i = before; i < table_.faults().size(); ++i) {
      std::string& help = table_.faults()[i].help;
      if (const auto at = help.find("stridelab metrics lists all metrics"); at != std::string::npos)
        help.replace(at, std::string::npos, quantities_help());
    }
    for (const Check& check : plan_.checks)
      if (check.kind != CheckKind::value)
        table_.fault({check.line, 1, 1},
                     {fmt::format("a check of a plan has no {}: there is no base", to_text(check.kind)),
                      "write value = { min, max }"});
  }

  [[nodiscard]] std::string quantities_help() const {
    std::string help =
        "a plan has distance_peak_km, distance_total_km, increase_peak_percent, acute_chronic_peak and, "
        "for each tissue, for example";
    for (const std::string& name : plan_quantities(models_))
      if (name.starts_with(models_.tissues.front().key)) help += " " + name;
    return help;
  }

  [[nodiscard]] Place place_of_assignment(std::string_view key) const {
    for (const Layer::Entry& entry : layer_.parameters)
      if (entry.assignment.key == key) return entry.place;
    return {};
  }

  const TrainingModels& models_;
  Plan& plan_;
  PlanTable table_;
  Layer layer_;
  std::optional<Place> scenario_place_, rule_;
  bool explicit_weeks_ = false;
};

/// How the accustomed distance lies on the days.
void set_accustomed_days(Plan& plan) {
  const std::vector<PlanRun>& first = plan.weeks.front().runs;
  double sum_km = 0.0;
  for (const PlanRun& run : first) sum_km += run.distance_km;
  plan.accustomed_as_first_week = plan.accustomed_as_first_week && sum_km > 0.0;
  if (!plan.accustomed_as_first_week) {
    plan.accustomed_day = even_week(plan.accustomed_runs);
    return;
  }
  plan.accustomed_runs = static_cast<int>(first.size());
  plan.accustomed_day.assign(days_per_week, 0.0);
  for (const PlanRun& run : first)
    plan.accustomed_day[static_cast<std::size_t>(run.day - 1)] += run.distance_km * days_per_week / sum_km;
}

void sort_by_place(Diagnostics& faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

Diagnostic syntax_fault(const SourceFile& source, const toml::parse_error& error) {
  const auto& begin = error.source().begin;
  return source.at({static_cast<int>(begin.line), static_cast<int>(begin.column), 1},
                   {fmt::format("not valid TOML: {}", error.description()),
                    "a line reads key = value; text stands in quotes, a table name in [brackets]"});
}

/// The files of the scenario a plan names, its bases included. A missing one is a fault of the plan's line.
std::vector<ScenarioFile> read_runner(const Plan& plan, const SourceFile& source, const Place& place,
                                      Diagnostics& faults) {
  const fs::path named(plan.scenario);
  const fs::path file = (fs::path(plan.path).parent_path() / named).lexically_normal();
  std::error_code error;
  std::optional<Fault> fault;
  if (named.is_absolute()) {
    fault = {fmt::format("scenario = \"{}\" is an absolute path", plan.scenario),
             "name it from the folder of the plan, so that both can be moved together"};
  } else if (!fs::is_regular_file(file, error)) {
    const std::string near = nearest_file(file.parent_path(), file.filename().string());
    fault = {fmt::format("scenario = \"{}\" does not exist: no file {}", plan.scenario, file.string()),
             near.empty() ? "a scenario is a path from the folder of the plan"
                          : fmt::format("did you mean {}?", (named.parent_path() / near).string())};
  }
  if (!fault) return read_base_chain(file, shipped_metrics(), faults);
  faults.insert(faults.begin(), source.at(place, *fault));
  return {};
}

/// The faults of a plan in line order, then those of its scenario.
Diagnostics in_order(Diagnostics faults, const Diagnostics& of_scenario, const std::string& plan) {
  const auto own = [&](const Diagnostic& fault) { return fault.file == plan; };
  std::copy_if(of_scenario.begin(), of_scenario.end(), std::back_inserter(faults), own);
  sort_by_place(faults);
  std::remove_copy_if(of_scenario.begin(), of_scenario.end(), std::back_inserter(faults), own);
  return faults;
}

/// How far intervals lead: minutes of running at the speed of that run. Walking is left out.
std::optional<Fault> measure_intervals(Plan& plan) {
  constexpr double s_per_min = 60.0, m_per_km = 1000.0;
  for (std::size_t week = 0; week < plan.weeks.size(); ++week) {
    double sum_km = 0.0;
    for (PlanRun& run : plan.weeks[week].runs) {
      if (run.running_min > 0.0) {
        ParameterBuilder builder = plan.usual_run;
        builder.apply(run.changes, Origin::scenario);
        run.distance_km = run.running_min * s_per_min * builder.build().number("speed_m_s") / m_per_km;
      }
      sum_km += run.distance_km;
    }
    if (sum_km > most_weekly_km)
      return Fault{fmt::format("week {} has {:.4g} km, more than {} km", week + 1, sum_km, most_weekly_km),
                   "nothing is known about such weeks"};
  }
  return std::nullopt;
}

/// A plan is held against the weeks before it; without any it has nothing to say.
std::optional<Fault> accustomed_fault(double accustomed_km) {
  if (accustomed_km >= least_accustomed_km) return std::nullopt;
  return Fault{fmt::format("weekly_distance_km = {} is too little to compare with", number_text(accustomed_km)),
               fmt::format("a plan is held against the weeks before it: at least {} km", least_accustomed_km)};
}

}  // namespace

std::vector<std::string> plan_quantities(const TrainingModels& models) {
  std::vector<std::string> names{"distance_peak_km", "distance_total_km", "increase_peak_percent",
                                 "acute_chronic_peak"};
  for (const Tissue& tissue : models.tissues)
    for (const std::string_view what : {"_state_peak_low", "_state_peak_mid", "_state_peak_high", "_load_peak_percent"})
      names.push_back(tissue.key + std::string(what));
  return names;
}

namespace {

tl::expected<Plan, Diagnostics> read_source(const SourceFile& source, const TrainingModels& models) {
  Plan plan;
  plan.path = source.shown;
  Diagnostics faults, scenario_faults;
  std::vector<ScenarioFile> files;
  Layer layer;
  try {
    const toml::table root = toml::parse(source.text);
    PlanFileReader reader(source, models, plan, faults);
    reader.read(root);
    layer = reader.layer();
    if (!plan.scenario.empty()) files = read_runner(plan, source, *reader.scenario_place(), scenario_faults);
  } catch (const toml::parse_error& error) {
    faults.push_back(syntax_fault(source, error));
  }
  faults = in_order(std::move(faults), scenario_faults, source.shown);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  for (auto file = files.rbegin(); file != files.rend(); ++file)
    plan.usual_run.apply(file->layer.assignments(), Origin::scenario);
  plan.usual_run.apply(layer.assignments(), Origin::scenario);
  if (const auto fault = measure_intervals(plan)) return tl::unexpected(Diagnostics{source.at({}, *fault)});
  set_accustomed_days(plan);
  plan.accustomed_km = plan.usual_run.build().number("weekly_distance_km");
  if (const auto fault = accustomed_fault(plan.accustomed_km))
    return tl::unexpected(Diagnostics{source.at({}, *fault)});
  return plan;
}

}  // namespace

tl::expected<Plan, Diagnostics> read_plan(const fs::path& path, const TrainingModels& models) {
  const auto source = load_source(path);
  if (!source) return tl::unexpected(Diagnostics{source.error()});
  return read_source(*source, models);
}

tl::expected<Plan, Diagnostics> read_plan_text(const std::string& name, const std::string& text,
                                               const TrainingModels& models) {
  SourceFile source{name, text, {}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) source.lines.push_back(line);
  return read_source(source, models);
}

}  // namespace stridelab
