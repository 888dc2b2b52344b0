#include "scenario/fatigue.h"

#include "core/model_path.h"
#include "ground/figure_file.h"

namespace stridelab {
namespace {

double drop(FigureFile& in, std::string_view group) {
  in.allow(group, {"lost_percent", "source"});
  const double lost = in.number(group, "lost_percent", {0.0, 90.0, "%"}) / 100.0;
  in.text(group, "source");
  return lost;
}

}  // namespace

tl::expected<FatigueDrops, Diagnostics> read_fatigue_file(const std::filesystem::path& file) {
  FigureFile in(file);
  in.allow("", {"hip_abductors", "knee_extensors", "hip_extensors", "plantarflexors", "trunk"});
  FatigueDrops drops;
  drops.abductors = drop(in, "hip_abductors");
  drops.knee_extensors = drop(in, "knee_extensors");
  drops.hip_extensors = drop(in, "hip_extensors");
  drops.plantarflexors = drop(in, "plantarflexors");
  drops.trunk = drop(in, "trunk");
  Diagnostics faults = in.faults();
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return drops;
}

tl::expected<FatigueDrops, Diagnostics> read_fatigue() {
  const auto file = model_path("runners/fatigue.toml");
  if (!file) return tl::unexpected(Diagnostics{file.error()});
  return read_fatigue_file(*file);
}

void tire(Form& form, const FatigueDrops& drops, double fatigue) {
  form.hip_strength *= 1.0 - fatigue * drops.abductors;
  form.quad_strength *= 1.0 - fatigue * drops.knee_extensors;
  form.hip_extensor_strength *= 1.0 - fatigue * drops.hip_extensors;
  form.calf_strength *= 1.0 - fatigue * drops.plantarflexors;
  form.core_strength *= 1.0 - fatigue * drops.trunk;
}

}  // namespace stridelab
