#include "training/training_models.h"

#include <fmt/format.h>

#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange increase_percent{1.0, 300.0, "%"}, ratio{1.0, 10.0, ""}, days{0.05, 2000.0, "days"};

Uncertain read_uncertain(ModelSection in, const ModelRange& range) {
  const Uncertain u{in.number("low", range), in.number("mid", range), in.number("high", range)};
  if (u.low > u.mid || u.mid > u.high) in.refuse(fmt::format("{}: low <= mid <= high does not hold", in.key()));
  return u;
}

Tissue read_tissue(ModelSection in) {
  Tissue tissue{in.text("key"),
                in.text("name"),
                in.text("heading"),
                in.text("metric"),
                in.optional_text("impulse_metric"),
                {},
                {},
                {},
                in.text("source")};
  tissue.exponent = read_uncertain(in.table("exponent"), {1.0, 30.0, ""});
  tissue.recovery_days = read_uncertain(in.table("recovery_days"), days);
  tissue.adaptation_days = read_uncertain(in.table("adaptation_days"), days);
  return tissue;
}

std::vector<Tissue> read_tissues(ModelSection in) {
  std::vector<Tissue> tissues;
  for (ModelSection& tissue : in.list("tissue")) tissues.push_back(read_tissue(tissue));
  return tissues;
}

std::vector<Programme> read_programmes(ModelSection in) {
  constexpr ModelRange weeks{0.1, 200.0, "weeks"};
  std::vector<Programme> programmes;
  for (ModelSection& p : in.list("programme"))
    programmes.push_back({p.text("strength"), p.text("name"), p.number("gain_percent", {0.1, 200.0, "%"}),
                          p.number("over_weeks", weeks), p.number("time_constant_weeks", weeks),
                          p.number("sessions_per_week", {0.1, 21.0, "sessions"}), p.flag("published"),
                          p.optional_text("also"), p.text("source")});
  return programmes;
}

Rule read_rule(ModelSection in, const char* key, const ModelRange& range) {
  return {in.number(key, range), in.text("source")};
}

TrainingRules read_rules(ModelSection in) {
  TrainingRules rules;
  ModelSection acute_chronic = in.table("acute_chronic");
  rules.ten_percent = read_rule(in.table("ten_percent"), "increase_percent", increase_percent);
  rules.large_increase = read_rule(in.table("large_increase"), "increase_percent", increase_percent);
  rules.acute_chronic = read_rule(acute_chronic, "ratio", ratio);
  rules.weeks_before = static_cast<int>(acute_chronic.number("weeks_before", {1.0, 52.0, "weeks"}));
  rules.low_distance = read_rule(in.table("low_distance"), "weekly_distance_km", {1.0, 500.0, "km"});
  rules.overreach = read_rule(in.table("overreach"), "ratio", ratio);
  return rules;
}

template <typename Locate>
tl::expected<TrainingModels, Diagnostics> read_from(Locate locate) {
  auto tissues = read_model_file(locate("tissues.toml"), read_tissues);
  auto programmes = read_model_file(locate("strengthening.toml"), read_programmes);
  auto rules = read_model_file(locate("rules.toml"), read_rules);
  Diagnostics faults;
  add_faults(faults, tissues);
  add_faults(faults, programmes);
  add_faults(faults, rules);
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return TrainingModels{*std::move(tissues), *std::move(programmes), *std::move(rules)};
}

}  // namespace

tl::expected<TrainingModels, Diagnostics> read_training_models(const std::filesystem::path& folder) {
  using Found = tl::expected<std::filesystem::path, Diagnostic>;
  return read_from([&](const char* file) { return Found(folder / file); });
}

tl::expected<TrainingModels, Diagnostics> read_training_models() {
  return read_from([](const char* file) { return model_path(fmt::format("training/{}", file)); });
}

}  // namespace stridelab
