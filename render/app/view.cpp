#include "render/app/view.h"

#include "forward/cached_models.h"
#include "render/app/first_scenario.h"
#include "render/app/headless.h"
#include "render/app/options.h"
#include "render/app/play.h"
#include "scenario/scenario_places.h"

namespace stridelab::view {
namespace {

tl::expected<std::filesystem::path, Fault> file_of(const Options& options) {
  if (!options.scenario.empty()) return scenario_path(options.scenario);
  const auto first = first_scenario();
  if (!first) return fault(ViewExit::invalid_input, first.error());
  return *first;
}

Done show_scenario(const Options& options, std::ostream& out, std::ostream& err) {
  const auto file = file_of(options);
  if (!file) return tl::unexpected(file.error());
  read_cached_models();
  return options.headless() ? run_headless(*file, options, out) : play(*file, options, out, err);
}

}  // namespace

int run_view(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
  const auto options = read_options(arguments);
  if (!options) {
    (options.error().exit_code == 0 ? out : err) << options.error().message;
    return options.error().exit_code;
  }
  const Done done = show_scenario(*options, out, err);
  if (done) return to_int(ViewExit::done);
  err << done.error().text;
  return to_int(done.error().code);
}

}  // namespace stridelab::view
