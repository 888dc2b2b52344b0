#include "loads/load_models.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <optional>
#include <vector>

#include "core/frames.h"
#include "core/model_path.h"
#include "gait/strike_groups.h"
#include "loads/overlaid_load_models.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr ModelRange coefficient{-1e3, 1e3, ""}, factor{0.1, 10.0, ""};

/// A polynomial, from the constant upward, judged by what it gives over the flexion of a knee, 0 .. 100 deg.
template <std::size_t n>
std::array<double, n> polynomial(ModelSection& in, std::string_view key, const ModelRange& range) {
  const auto c = in.numbers<n>(key, coefficient);
  for (double deg = 0.0; deg <= 100.0; deg += 10.0) {
    double value = 0.0;
    for (std::size_t i = n; i-- > 0;) value = value * deg + c[i];
    if (range.holds(value)) continue;
    in.fault(key, fmt::format("{} gives {:.4g} at {:.0f} deg, which is outside {}", key, value, deg, range.text()));
    break;
  }
  return c;
}

PatellofemoralModel::Area read_area(ModelSection in) {
  return {polynomial<3>(in, "polynomial_mm2", {50.0, 2000.0, "mm2"}), in.number("reference_height_m", body_height_m)};
}

PatellofemoralModel::LoadTerm read_load_term(ModelSection in) {
  return {in.number("exponent", any_share), in.number("reference_force_bw", {0.5, 20.0, "BW"}),
          in.number("smallest", {0.1, 1.0, ""}), in.number("largest", {1.0, 10.0, ""})};
}

void read_contact_area(ModelSection in, PatellofemoralModel& m) {
  m.loaded_factor = in.number("loaded_factor", factor);
  m.area_peak_flexion_deg = in.number("peak_flexion_deg", {10.0, 120.0, "deg"});
  m.area_decline_until_deg = in.number("decline_until_deg", {20.0, 150.0, "deg"});
  m.area_decline_fraction = in.number("decline_fraction", any_share);
  m.male = read_area(in.table("male"));
  m.female = read_area(in.table("female"));
  m.load = read_load_term(in.table("load"));
}

PatellofemoralModel::CoContraction read_co_contraction(ModelSection in) {
  return {in.number("hamstrings", any_share), in.number("gastrocnemius", any_share)};
}

PatellofemoralModel::LeverArm read_arm(ModelSection in) {
  return {polynomial<4>(in, "polynomial_m", {0.005, 0.15, "m"}), in.number("reference_height_m", body_height_m),
          in.number("from_deg", {-20.0, 60.0, "deg"}), in.number("to_deg", {30.0, 160.0, "deg"})};
}

/// Every source is read, so that none of them rots; `use` says which of them counts.
PatellofemoralModel::LeverArm read_lever_arm(ModelSection in) {
  const std::string use = in.text("use");
  std::optional<PatellofemoralModel::LeverArm> used;
  std::vector<std::string> names;
  for (ModelSection& source : in.tables()) {
    const PatellofemoralModel::LeverArm arm = read_arm(source);
    if (source.key() == use) used = arm;
    names.push_back(source.key());
  }
  if (!used && !use.empty())
    in.fault("use", fmt::format("use = \"{}\" is none of the arms in this file", use),
             fmt::format("they are {}", fmt::join(names, ", ")));
  return used.value_or(PatellofemoralModel::LeverArm{});
}

PatellofemoralModel read_patellofemoral(ModelSection in) {
  PatellofemoralModel m{};
  ModelSection flexion = in.table("flexion"), ratio = in.table("force_ratio");
  m.flexion_min_deg = flexion.number("min_deg", {-20.0, 30.0, "deg"});
  m.flexion_max_deg = flexion.number("max_deg", {60.0, 160.0, "deg"});
  m.lever_arm = read_lever_arm(in.table("lever_arm"));
  m.ratio_numerator = polynomial<3>(ratio, "numerator", {0.05, 2.0, ""});
  m.ratio_denominator = polynomial<4>(ratio, "denominator", {0.05, 5.0, ""});
  read_contact_area(in.table("contact_area"), m);
  m.willson = read_co_contraction(in.table("willson_2015"));
  return m;
}

ImpactStyle read_style(ModelSection in) {
  return {in.number("effective_mass_fraction", {0.002, 0.5, "of body mass"}),
          in.number("half_duration_s", {0.002, 0.2, "s"})};
}

void read_smear(ModelSection in, ImpactModel& m) {
  ModelSection descent = in.table("descent");
  m.smear = {read_style(in.table("rearfoot")), read_style(in.table("forefoot"))};
  m.smear_speed_m_s = descent.numbers<2>("speed_m_s", {1.0, 10.0, "m/s"});
  m.smear_descent_speed_m_s = descent.numbers<2>("descent_speed_m_s", {0.1, 5.0, "m/s"});
}

ImpactModel read_impact(ModelSection in) {
  constexpr ModelRange least{0.05, 1.0, ""}, most{1.0, 10.0, ""};
  ImpactModel m{};
  ModelSection knee = in.table("knee"), heel = in.table("heel");
  m.own = {read_style(in.table("rearfoot")), read_style(in.table("forefoot"))};
  read_smear(in.table("smear"), m);
  m.knee = {knee.angle_rad("reference_flexion_deg", {0.0, 60.0, "deg"}),
            knee.number("change_per_10_deg", {0.0, 5.0, ""}) / (10.0 * rad_per_deg), knee.number("smallest", least),
            knee.number("largest", most)};
  m.heel = {heel.number("usual_compliance_m_n", {1e-7, 1e-3, "m/N"}), heel.number("mass_exponent", {0.0, 3.0, ""}),
            heel.number("time_exponent", {0.0, 3.0, ""}), heel.number("smallest", least), heel.number("largest", most)};
  return m;
}

/// Where a model file lies, or why it is not found.
using Locate = std::function<tl::expected<std::filesystem::path, Diagnostic>(std::string_view)>;

/// Every file with its reader: one pass collects the faults of all. Files that are not wanted stay as in `models`.
tl::expected<LoadModels, Diagnostics> read_all(const Locate& locate, LoadModels models = {},
                                               const std::function<bool(std::string_view)>& wanted = {}) {
  StrikeGroups strikes{};
  Diagnostics faults;
  const auto asked = [&](std::string_view file) { return !wanted || wanted(file); };
  const auto take = [&](auto& model, auto read) {
    add_faults(faults, read);
    if (read) model = *std::move(read);
  };
  const auto read = [&](std::string_view file, auto& model, auto reader) {
    if (asked(file)) take(model, read_model_file(locate(file), reader));
  };
  read("knee/patellofemoral.toml", models.patellofemoral, read_patellofemoral);
  read("knee/patella.toml", models.patella, read_patella);
  read("knee/supports.toml", models.supports, read_knee_supports);
  read("loads/impact.toml", models.impact, read_impact);
  read("loads/passive_tissue.toml", models.passive, read_passive_tissue);
  read("loads/iliotibial_band.toml", models.iliotibial, read_iliotibial);
  read("loads/tibia.toml", models.tibia, read_tibia);
  read("loads/published_limits.toml", models.published, read_published_limits);
  if (asked("muscles/rajagopal_2016.toml") || asked("muscles/sharing.toml"))
    take(models.muscles, read_muscle_model(locate("muscles/rajagopal_2016.toml"), locate("muscles/sharing.toml")));
  if (asked("loads/impact.toml")) {
    take(strikes, read_model_file(locate("gait/strike_groups.toml"), read_strike_groups));
    models.impact.rearfoot_from_rad = strikes.rearfoot_from_deg * rad_per_deg;
    models.impact.forefoot_below_rad = strikes.forefoot_below_deg * rad_per_deg;
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return models;
}

}  // namespace

tl::expected<LoadModels, Diagnostics> read_load_models(const std::filesystem::path& folder) {
  return read_all([&](std::string_view file) { return folder / file; });
}

tl::expected<LoadModels, Diagnostics> read_load_models() { return read_all(model_path); }

tl::expected<LoadModels, Diagnostics> overlaid_load_models(const LoadModels& models, const ModelOverlay& overlay) {
  const OverlayScope scope(&overlay);
  return read_all(model_path, models, [&](std::string_view file) { return overlay.touches(file); });
}

}  // namespace stridelab
