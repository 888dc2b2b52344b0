#include "loads/load_models.h"

#include <functional>

#include "core/model_path.h"
#include "loads/number_reader.h"

namespace stridelab {
namespace {

PatellofemoralModel::Area read_area(NumberReader& in, const std::string& table) {
  return {in.numbers<3>(table + ".polynomial_mm2"), in.number(table + ".reference_height_m")};
}

PatellofemoralModel read_patellofemoral(NumberReader in) {
  PatellofemoralModel m{};
  m.flexion_min_deg = in.number("flexion.min_deg");
  m.flexion_max_deg = in.number("flexion.max_deg");
  m.lever_arm_m = in.numbers<4>("lever_arm.polynomial_m");
  m.lever_arm_height_m = in.number("lever_arm.reference_height_m");
  m.ratio_numerator = in.numbers<3>("force_ratio.numerator");
  m.ratio_denominator = in.numbers<4>("force_ratio.denominator");
  m.loaded_factor = in.number("contact_area.loaded_factor");
  m.area_peak_flexion_deg = in.number("contact_area.peak_flexion_deg");
  m.area_decline_until_deg = in.number("contact_area.decline_until_deg");
  m.area_decline_fraction = in.number("contact_area.decline_fraction");
  m.male = read_area(in, "contact_area.male");
  m.female = read_area(in, "contact_area.female");
  m.load = {in.number("contact_area.load.exponent"), in.number("contact_area.load.reference_force_bw"),
            in.number("contact_area.load.smallest"), in.number("contact_area.load.largest")};
  m.co_contraction = {in.number("co_contraction.hamstrings"), in.number("co_contraction.gastrocnemius")};
  return m;
}

ImpactStyle read_style(NumberReader& in, const std::string& table) {
  return {in.number(table + ".effective_mass_fraction"), in.number(table + ".half_duration_s")};
}

ImpactModel read_impact(NumberReader in) {
  ImpactModel m{};
  m.own = {read_style(in, "rearfoot"), read_style(in, "forefoot")};
  m.smear = {read_style(in, "smear.rearfoot"), read_style(in, "smear.forefoot")};
  m.smear_speed_m_s = in.numbers<2>("smear.descent.speed_m_s");
  m.smear_descent_speed_m_s = in.numbers<2>("smear.descent.descent_speed_m_s");
  m.knee = {in.number("knee.reference_flexion_deg") * rad_per_deg,
            in.number("knee.change_per_10_deg") / (10.0 * rad_per_deg), in.number("knee.smallest"),
            in.number("knee.largest")};
  m.heel = {in.number("heel.usual_compliance_m_n"), in.number("heel.mass_exponent"), in.number("heel.time_exponent"),
            in.number("heel.smallest"), in.number("heel.largest")};
  m.rearfoot_from_rad = in.number("blend.rearfoot_from_deg") * rad_per_deg;
  m.forefoot_below_rad = in.number("blend.forefoot_below_deg") * rad_per_deg;
  return m;
}

/// Where a model file lies, or why it is not found.
using Locate = std::function<tl::expected<std::filesystem::path, Diagnostic>(std::string_view)>;

tl::expected<MuscleModel, Diagnostics> read_muscles(const Locate& locate) {
  const auto muscles = locate("muscles/rajagopal_2016.toml"), sharing = locate("muscles/sharing.toml");
  if (muscles && sharing) return read_muscle_model(*muscles, *sharing);
  Diagnostics faults;
  if (!muscles) faults.push_back(muscles.error());
  if (!sharing) faults.push_back(sharing.error());
  return tl::unexpected(std::move(faults));
}

/// Every file with its reader: one pass collects the faults of all.
tl::expected<LoadModels, Diagnostics> read_all(const Locate& locate) {
  LoadModels models{};
  Diagnostics faults;
  const auto read = [&](std::string_view file, auto& model, auto reader) {
    if (const auto path = locate(file))
      model = reader(NumberReader(*path, faults));
    else
      faults.push_back(path.error());
  };
  read("knee/patellofemoral.toml", models.patellofemoral, read_patellofemoral);
  read("knee/patella.toml", models.patella, read_patella);
  read("knee/supports.toml", models.supports, read_knee_supports);
  read("loads/impact.toml", models.impact, read_impact);
  read("loads/passive_tissue.toml", models.passive, read_passive_tissue);
  read("loads/iliotibial_band.toml", models.iliotibial, read_iliotibial);
  read("loads/tibia.toml", models.tibia, read_tibia);
  read("loads/published_limits.toml", models.published, read_published_limits);
  if (const auto muscles = read_muscles(locate))
    models.muscles = *muscles;
  else
    faults.insert(faults.end(), muscles.error().begin(), muscles.error().end());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return models;
}

}  // namespace

tl::expected<LoadModels, Diagnostics> read_load_models(const std::filesystem::path& folder) {
  return read_all([&](std::string_view file) { return folder / file; });
}

tl::expected<LoadModels, Diagnostics> read_load_models() { return read_all(model_path); }

}  // namespace stridelab
