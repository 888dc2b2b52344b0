#include "loads/load_models.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>

#include "core/frames.h"
#include "core/model_path.h"

namespace stridelab {
namespace {

/// Reads numbers of one TOML file and collects what is missing instead of stopping at the first fault.
class NumberReader {
 public:
  NumberReader(const std::filesystem::path& file, Diagnostics& faults) : file_(file.string()), faults_(faults) {
    try {
      table_ = toml::parse_file(file_);
    } catch (const toml::parse_error& error) {
      fault(std::string(error.description()), error.source().begin);
    }
  }

  double number(std::string_view path) {
    if (!table_) return 0.0;
    const auto node = table_->at_path(path);
    if (const auto value = node.value<double>()) return *value;
    missing(path, node.node());
    return 0.0;
  }

  template <std::size_t n>
  std::array<double, n> numbers(std::string_view path) {
    std::array<double, n> values{};
    for (std::size_t i = 0; i < n; ++i) values[i] = number(fmt::format("{}[{}]", path, i));
    return values;
  }

 private:
  void missing(std::string_view path, const toml::node* node) {
    fault(fmt::format("'{}' is missing or not a number", path),
          node != nullptr ? node->source().begin : toml::source_position{});
  }

  void fault(std::string message, const toml::source_position& where) {
    Diagnostic d;
    d.file = file_;
    d.line = static_cast<int>(where.line);
    d.column = static_cast<int>(where.column);
    d.message = std::move(message);
    d.help = "this file ships with the program; restore it or correct the entry";
    faults_.push_back(std::move(d));
  }

  std::string file_;
  std::optional<toml::table> table_;
  Diagnostics& faults_;
};

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
  m.rearfoot_from_rad = in.number("blend.rearfoot_from_deg") * rad_per_deg;
  m.forefoot_below_rad = in.number("blend.forefoot_below_deg") * rad_per_deg;
  return m;
}

}  // namespace

tl::expected<LoadModels, Diagnostics> read_load_models(const std::filesystem::path& patellofemoral_file,
                                                       const std::filesystem::path& impact_file) {
  Diagnostics faults;
  LoadModels models{read_patellofemoral(NumberReader(patellofemoral_file, faults)),
                    read_impact(NumberReader(impact_file, faults))};
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return models;
}

tl::expected<LoadModels, Diagnostics> read_load_models() {
  const auto knee = model_path("knee/patellofemoral.toml");
  const auto impact = model_path("loads/impact.toml");
  if (knee && impact) return read_load_models(*knee, *impact);
  Diagnostics faults;
  if (!knee) faults.push_back(knee.error());
  if (!impact) faults.push_back(impact.error());
  return tl::unexpected(std::move(faults));
}

}  // namespace stridelab
