#include "render/live/live_runner.h"

#include "ground/contact_materials.h"

namespace stridelab::view {

tl::expected<LiveRunner, Diagnostics> live_runner(const RunInputs& inputs) {
  return read_contact_model(inputs.shoe, inputs.surface, inputs.body.mass_kg, inputs.shoe_distance_km)
      .map([&](const ContactModel& contact) {
        return LiveRunner{inputs.body, inputs.form, contact};
      });
}

}  // namespace stridelab::view
