#pragma once

#include <deque>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "render/scene/picture.h"
#include "render/ui/shown_run.h"
#include "scenario/open_scenario.h"

namespace stridelab::web {

using Json = nlohmann::ordered_json;

/// A form as the page names it: a scenario that came along, and what was changed, as after `--set`.
struct FormName {
  std::string scenario;  ///< "easy_run"
  std::vector<std::string> overrides;
};
FormName form_of(const Json& given);
Json to_json(const FormName& form);

/// What the page talks to: questions and answers in JSON, arrays of numbers in memory of its own. An answer that holds
/// {"at": bytes, "length": numbers} names such an array: it is valid until the next call. A request that cannot be met is
/// answered by {"refusal": words}; the words are those of the command line.
///
/// thread  one at a time
class WebEngine {
 public:
  /// errors  every fault of the model files
  static tl::expected<std::unique_ptr<WebEngine>, Diagnostics> open();

  /// The tables that the page is made of: parameters, curves, metrics, and how the runner is drawn.
  [[nodiscard]] Json catalogue() const;

  /// The scenarios of the stride engine, each with what it asks: all files are read for it.
  [[nodiscard]] Json scenarios() const;

  /// {"form", "edit"?: {"key", "number" | "text" | "reset"}, "hold"?: "speed" | "stride_length"}: the form after the edit,
  /// with all its values, and the text of a scenario file that says the same.
  Json resolve(const Json& request);

  /// {"a": form, "b": form, "preview"?: bool}: what loads the leg in B, and what is different from A; "drawn" is whether the
  /// surface of this body is there already. A preview is solved from the stride before, as while a slider moves.
  Json solve(const Json& request);

  /// {"instants": count, "known": {"a", "b"}}: the runner of the last answer and the ghost of A, at instants of the
  /// stride that are equally far apart. A surface changes with the body alone: it comes where its number is not the one
  /// that is known.
  Json sample(const Json& request);

 private:
  using Run = std::shared_ptr<const view::ShownRun>;
  using Solution = tl::expected<Run, std::string>;

  WebEngine(LoadModels models, RegionMap map) : models_(std::move(models)), map_(std::move(map)) {}
  tl::expected<OpenScenario*, Diagnostics> scenario_named(const std::string& name);
  tl::expected<Scenario, Diagnostics> read(const FormName& form);
  Solution solved(const FormName& form);
  Solution previewed(const FormName& form);
  Run kept(const view::Question& question, const std::shared_ptr<const SolvedRun>& run, bool preview);
  [[nodiscard]] Run remembered(const RunInputs& inputs) const;
  /// A person ready to be drawn, by number.
  struct Drawn {
    int surface;
    Body body;
    view::DrawnRunner runner;
  };
  [[nodiscard]] bool has_drawn(const Body& body) const;
  const Drawn& drawn(const Body& body);
  Json figure_json(const view::ShownRun& run, int instants, int known);

  LoadModels models_;
  RegionMap map_;
  std::map<std::string, OpenScenario> scenarios_;
  std::deque<Run> remembered_;               ///< canonical answers, the newest first
  Run a_, b_, last_;                         ///< last_: what a preview starts from
  int previews_ = 0;                         ///< in a row, behind last_
  std::deque<Drawn> drawn_;                  ///< the newest first
  int surfaces_ = 0;                         ///< made so far
  std::deque<std::vector<double>> doubles_;  ///< arrays of the last answer
  std::deque<std::vector<float>> floats_;
};

/// Writes the files that came along to where model_path() looks for them; once.
void unpack_files();

/// What the drawing of the page shares with the window: materials, lights, cameras.
Json drawing_json();

/// The number of a metric, or null.
Json or_null(const std::optional<double>& value);

}  // namespace stridelab::web
