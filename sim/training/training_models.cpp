#include "training/training_models.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "core/model_path.h"

namespace stridelab {
namespace {

/// Reads one shipped file and collects what is wrong with it instead of stopping at the first fault.
class ModelReader {
 public:
  ModelReader(const std::filesystem::path& file, Diagnostics& faults) : file_(file.string()), faults_(faults) {
    try {
      root_ = toml::parse_file(file_);
    } catch (const toml::parse_error& error) {
      parsed_ = false;
      fault(std::string(error.description()), error.source());
    }
  }

  /// The entries of an array of tables; none is a fault.
  std::vector<const toml::table*> entries(std::string_view name) {
    std::vector<const toml::table*> found;
    if (const auto* array = root_[name].as_array())
      for (const toml::node& entry : *array)
        if (entry.is_table()) found.push_back(entry.as_table());
    if (found.empty() && parsed_) fault(fmt::format("no [[{}]]", name), root_.source());
    return found;
  }

  const toml::table& table(std::string_view name) {
    static const toml::table nothing;
    if (const auto* found = root_[name].as_table()) return *found;
    if (parsed_) fault(fmt::format("no [{}]", name), root_.source());
    return nothing;
  }

  std::string text(const toml::table& in, std::string_view key, bool required = true) {
    if (const auto value = in[key].value<std::string>()) return *value;
    if (required || in.contains(key)) missing(in, key, "text");
    return {};
  }

  double positive(const toml::table& in, std::string_view key) {
    const auto value = in[key].value<double>();
    if (value && *value > 0.0) return *value;
    missing(in, key, "a number above 0");
    return 1.0;
  }

  bool truth(const toml::table& in, std::string_view key) {
    if (const auto value = in[key].value<bool>()) return *value;
    missing(in, key, "true or false");
    return false;
  }

  Uncertain uncertain(const toml::table& in, std::string_view key) {
    const auto* range = in[key].as_table();
    if (range == nullptr) {
      missing(in, key, "{ low, mid, high }");
      return {};
    }
    const Uncertain u{positive(*range, "low"), positive(*range, "mid"), positive(*range, "high")};
    if (u.low > u.mid || u.mid > u.high)
      fault(fmt::format("{}: low <= mid <= high does not hold", key), range->source());
    return u;
  }

  Rule rule(std::string_view name, std::string_view key) {
    const toml::table& in = table(name);
    return {positive(in, key), text(in, "source")};
  }

 private:
  void missing(const toml::table& in, std::string_view key, std::string_view kind) {
    if (parsed_) fault(fmt::format("'{}' is missing or not {}", key, kind), in.source());
  }

  void fault(std::string message, const toml::source_region& where) {
    faults_.push_back({file_, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column),
                       std::move(message), "", 1, "this file ships with the program; restore it or correct the entry"});
  }

  std::string file_;
  toml::table root_;
  bool parsed_ = true;
  Diagnostics& faults_;
};

std::vector<Tissue> read_tissues(ModelReader in) {
  std::vector<Tissue> tissues;
  for (const toml::table* entry : in.entries("tissue"))
    tissues.push_back({in.text(*entry, "key"), in.text(*entry, "name"), in.text(*entry, "heading"),
                       in.text(*entry, "metric"), in.text(*entry, "impulse_metric", false),
                       in.uncertain(*entry, "exponent"), in.uncertain(*entry, "recovery_days"),
                       in.uncertain(*entry, "adaptation_days"), in.text(*entry, "source")});
  return tissues;
}

std::vector<Programme> read_programmes(ModelReader in) {
  std::vector<Programme> programmes;
  for (const toml::table* entry : in.entries("programme"))
    programmes.push_back({in.text(*entry, "strength"), in.text(*entry, "name"), in.positive(*entry, "gain_percent"),
                          in.positive(*entry, "over_weeks"), in.positive(*entry, "time_constant_weeks"),
                          in.positive(*entry, "sessions_per_week"), in.truth(*entry, "published"),
                          in.text(*entry, "also", false), in.text(*entry, "source")});
  return programmes;
}

TrainingRules read_rules(ModelReader in) {
  TrainingRules rules;
  rules.ten_percent = in.rule("ten_percent", "increase_percent");
  rules.large_increase = in.rule("large_increase", "increase_percent");
  rules.acute_chronic = in.rule("acute_chronic", "ratio");
  rules.weeks_before = static_cast<int>(in.positive(in.table("acute_chronic"), "weeks_before"));
  rules.low_distance = in.rule("low_distance", "weekly_distance_km");
  rules.overreach = in.rule("overreach", "ratio");
  return rules;
}

}  // namespace

tl::expected<TrainingModels, Diagnostics> read_training_models(const std::filesystem::path& folder) {
  Diagnostics faults;
  TrainingModels models{read_tissues(ModelReader(folder / "tissues.toml", faults)),
                        read_programmes(ModelReader(folder / "strengthening.toml", faults)),
                        read_rules(ModelReader(folder / "rules.toml", faults))};
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return models;
}

tl::expected<TrainingModels, Diagnostics> read_training_models() {
  const auto tissues = model_path("training/tissues.toml");
  if (!tissues) return tl::unexpected(Diagnostics{tissues.error()});
  return read_training_models(tissues->parent_path());
}

}  // namespace stridelab
