#include "sweep/design_reader.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/text.h"
#include "scenario/base_chain.h"
#include "scenario/toml_place.h"
#include "sweep/factor_reader.h"
#include "sweep/scenario_model.h"
#include "sweep/sobol.h"
#include "sweep/test_function.h"

namespace stridelab {
namespace fs = std::filesystem;
namespace {

constexpr std::array samplers{Sampler::grid, Sampler::list, Sampler::latin_hypercube, Sampler::sobol, Sampler::random};
constexpr double most_rows = 1e9;

std::vector<std::string_view> sampler_names() {
  std::vector<std::string_view> names;
  for (const Sampler sampler : samplers) names.push_back(to_text(sampler));
  return names;
}

std::vector<std::string_view> top_names() {
  std::vector<std::string_view> all{"question", "base", "sampler", "rows",         "seed",
                                    "start",    "vary", "metrics", "test_function"};
  all.insert(all.end(), table_names().begin(), table_names().end());
  return all;
}

void sort_by_place(Diagnostics& faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
}

/// Reads the tables of one design file.
class DesignFileReader {
 public:
  DesignFileReader(const SourceFile& source, const toml::table& root, Diagnostics& faults)
      : source_(source), root_(root), faults_(faults) {}

  /// Who runs and how; null with its faults.
  std::shared_ptr<const RowModel> model(const fs::path& path, const Engines& engines) {
    const std::size_t before = faults_.size();
    if (const toml::node* name = root_.get("test_function")) {
      auto known = test_function(root_["test_function"].value_or(""));
      if (!known) fault(place_of(*name), {"unknown test_function", "there is \"ishigami\""});
      return known;
    }
    std::vector<ScenarioFile> files(1);
    files.front().source = source_;
    files.front().source.shown = path.string();
    read_tables(files.front().layer);
    read_base(path, files);
    if (faults_.size() != before) return nullptr;
    auto model = scenario_model(OpenScenario::of(std::move(files)), {}, engines);
    if (!model) add_new(faults_, model.error());
    return model ? *model : nullptr;
  }

  /// All else; needs a model.
  void read(Design& design) {
    for (const auto& [key, node] : root_)
      if (const auto all = top_names(); std::find(all.begin(), all.end(), key.str()) == all.end())
        fault(place_of(key, node), {fmt::format("unknown key {} in a design", key.str()),
                                    spelling_help(key.str(), all, "what varies stands below [vary]")});
    design.question = printable(root_["question"].value_or(""));
    read_sampler(design);
    read_factors(design);
    read_outputs(design);
    read_counts(design);
    read_start(design);
  }

 private:
  void fault(const Place& place, const Fault& what) { faults_.push_back(source_.at(place, what)); }
  [[nodiscard]] Place place(std::string_view name) const {
    const auto found = root_.find(name);
    return found == root_.cend() ? Place{} : place_of(found->first, found->second);
  }

  void read_tables(Layer& layer) {
    for (const std::string_view name : table_names()) {
      const toml::table* table = root_[name].as_table();
      if (table == nullptr) continue;
      for (const auto& [key, node] : *table) {
        const Place where = place_of(key, node);
        if (const auto wrong = take(layer, name, key.str(), given_value(node), where)) fault(where, *wrong);
      }
    }
    if (const auto contradiction = find_contradiction(layer.assignments()))
      fault({}, {contradiction->message, contradiction->help});
  }

  void read_base(const fs::path& path, std::vector<ScenarioFile>& files) {
    const toml::node* node = root_.get("base");
    if (node == nullptr) return;
    const fs::path named(root_["base"].value_or(""));
    const fs::path file = (path.parent_path() / named).lexically_normal();
    std::error_code error;
    if (named.empty() || named.is_absolute() || !fs::is_regular_file(file, error)) {
      const std::string near = nearest_file(file.parent_path(), file.filename().string());
      return fault(place("base"),
                   {fmt::format("base = \"{}\" is no scenario file", named.string()),
                    near.empty() ? "name it from the folder of the design"
                                 : fmt::format("did you mean {}?", (named.parent_path() / near).string())});
    }
    for (ScenarioFile& read : read_base_chain(file, shipped_metrics(), faults_)) files.push_back(std::move(read));
  }

  void read_sampler(Design& design) {
    const std::string_view given = root_["sampler"].value_or(std::string_view());
    for (const Sampler sampler : samplers) {
      if (to_text(sampler) != given) continue;
      design.sampler = sampler;
      return;
    }
    const auto names = sampler_names();
    fault(place("sampler"),
          {given.empty() ? std::string("a design without sampler") : fmt::format("unknown sampler \"{}\"", given),
           spelling_help(given, names, "it takes " + or_list(names))});
  }

  void read_factors(Design& design) {
    const toml::table* vary = root_["vary"].as_table();
    if (vary == nullptr || vary->empty())
      return fault(place("vary"),
                   {"nothing varies", "name inputs below [vary], cadence_spm = { min = 160, max = 180 }"});
    FactorReader reader(source_, *design.model, faults_);
    // A TOML table forgets the order of its lines; the columns follow it.
    std::vector<std::tuple<int, int, const toml::key*, const toml::node*>> lines;
    for (const auto& [key, node] : *vary) {
      const Place where = place_of(key, node);
      lines.emplace_back(where.line, where.column, &key, &node);
    }
    std::sort(lines.begin(), lines.end());
    for (const auto& [line, column, key, node] : lines) {
      design.factors.push_back(reader.read(*key, *node));
      const bool leveled = design.factors.back().spread.levels() > 0;
      const bool drawn = design.sampler > Sampler::list;
      if (!leveled && !drawn)
        fault(place_of(*key, *node),
              {fmt::format("a {} needs levels of {}", to_text(design.sampler), key->str()),
               "{ values = [...] }" + std::string(design.sampler == Sampler::grid ? " or { min, max, steps }" : "")});
      if (drawn && design.factors.back().spread.steps > 0)
        fault(place_of(*key, *node), {fmt::format("steps of {} belong to a grid", key->str()), "leave steps out"});
    }
  }

  void read_outputs(Design& design) {
    const toml::node* node = root_.get("metrics");
    if (node == nullptr) {
      design.outputs = design.model->usual_outputs();
      std::erase_if(design.outputs, [&](const std::string& key) { return is_input(design, key); });
      return;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr || list->empty())
      return fault(place("metrics"), {"metrics is no list of names", "for example [\"pfj_force_peak_bw\"]"});
    for (const toml::node& entry : *list) {
      const std::string key = entry.value_or(std::string());
      auto wrong = design.model->output_fault(key);
      if (!wrong && is_input(design, key)) wrong = Fault{key + " varies already: its column is there", "leave it out"};
      if (!wrong && std::find(design.outputs.begin(), design.outputs.end(), key) != design.outputs.end())
        wrong = Fault{key + " is named twice", "leave it out"};
      if (wrong) fault(place_of(entry), *wrong);
      design.outputs.push_back(key);
    }
  }

  static bool is_input(const Design& design, const std::string& key) {
    return std::any_of(design.factors.begin(), design.factors.end(), [&](const Factor& f) { return f.key == key; });
  }

  std::optional<std::uint64_t> whole(std::string_view name, double low, double high) {
    const toml::node* node = root_.get(name);
    if (node == nullptr) return std::nullopt;
    const auto number = node->value<double>();
    if (number && std::floor(*number) == *number && *number >= low && *number <= high)
      return static_cast<std::uint64_t>(*number);
    fault(place(name),
          {fmt::format("{} is no whole number from {} to {}", name, number_text(low), number_text(high)), ""});
    return std::nullopt;
  }

  void read_counts(Design& design) {
    const bool drawn = design.sampler > Sampler::list;
    const auto rows = whole("rows", 1.0, most_rows);
    design.seed = whole("seed", 0.0, 1e15);
    if (drawn && root_.get("rows") == nullptr)
      fault({}, {fmt::format("a {} without rows", to_text(design.sampler)), "rows = 1000"});
    if (!drawn && (rows || design.seed))
      fault(place(rows ? "rows" : "seed"),
            {fmt::format("a {} has the rows its levels give", to_text(design.sampler)), "leave rows and seed out"});
    design.drawn_rows = rows.value_or(0);
    if (design.sampler == Sampler::sobol && design.factors.size() > SobolSequence::most_dimensions)
      fault(place("vary"), {fmt::format("sobol varies at most {} inputs", SobolSequence::most_dimensions), ""});
    if (!faults_.empty() || drawn) return;
    for (const Factor& factor : design.factors)
      if (design.sampler == Sampler::list && factor.spread.levels() != design.factors.front().spread.levels())
        fault(place("vary"),
              {fmt::format("{} and {} have lists of different lengths", design.factors.front().key, factor.key),
               "entry i of every list makes row i"});
    double all = 1.0;
    for (const Factor& factor : design.factors) all *= static_cast<double>(factor.spread.levels());
    if (design.sampler == Sampler::grid && all > most_rows)
      fault(place("vary"),
            {fmt::format("a grid of {:.3g} rows, more than {:.0e}", all, most_rows), "take fewer levels"});
  }

  void read_start(Design& design) {
    const std::string_view start = root_["start"].value_or(std::string_view("cold"));
    if (start == "chain") design.chain_rows = rows_of_a_chain;
    if (start != "cold" && start != "chain")
      fault(
          place("start"),
          {"unknown start", "\"cold\": every row as `run` answers it; \"chain\": from the nearest row that was found"});
  }

  const SourceFile& source_;
  const toml::table& root_;
  Diagnostics& faults_;
};

}  // namespace

tl::expected<Design, Diagnostics> read_design(const fs::path& path, const Engines& engines) {
  const auto source = load_source(path);
  if (!source) return tl::unexpected(Diagnostics{source.error()});
  Diagnostics faults;
  Design design;
  try {
    const toml::table root = toml::parse(source->text);
    DesignFileReader reader(*source, root, faults);
    design.model = reader.model(path, engines);
    if (design.model) reader.read(design);
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    faults.push_back(source->at({static_cast<int>(begin.line), static_cast<int>(begin.column), 1},
                                {fmt::format("not valid TOML: {}", error.description()),
                                 "a line reads key = value; text stands in quotes, a table name in [brackets]"}));
  }
  if (faults.empty()) return design;
  sort_by_place(faults);
  return tl::unexpected(std::move(faults));
}

}  // namespace stridelab
