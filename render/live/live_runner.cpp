#include "render/live/live_runner.h"

namespace stridelab::view {

LiveRunner live_runner(const RunInputs& inputs) { return {inputs.body, inputs.form, inputs.contact}; }

}  // namespace stridelab::view
