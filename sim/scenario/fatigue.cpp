#include "scenario/fatigue.h"

#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

double drop(ModelSection group) {
  group.text("source");
  return group.number("lost_percent", {0.0, 90.0, "%"}) / 100.0;
}

FatigueDrops read(ModelSection in) {
  FatigueDrops drops;
  drops.abductors = drop(in.table("hip_abductors"));
  drops.knee_extensors = drop(in.table("knee_extensors"));
  drops.hip_extensors = drop(in.table("hip_extensors"));
  drops.plantarflexors = drop(in.table("plantarflexors"));
  drops.trunk = drop(in.table("trunk"));
  return drops;
}

}  // namespace

tl::expected<FatigueDrops, Diagnostics> read_fatigue_file(const std::filesystem::path& file) {
  return read_model_file(file, read);
}

tl::expected<FatigueDrops, Diagnostics> read_fatigue() {
  return read_model_file(model_path("runners/fatigue.toml"), read);
}

void tire(Form& form, const FatigueDrops& drops, double fatigue) {
  form.hip_strength *= 1.0 - fatigue * drops.abductors;
  form.quad_strength *= 1.0 - fatigue * drops.knee_extensors;
  form.hip_extensor_strength *= 1.0 - fatigue * drops.hip_extensors;
  form.calf_strength *= 1.0 - fatigue * drops.plantarflexors;
  form.core_strength *= 1.0 - fatigue * drops.trunk;
}

}  // namespace stridelab
