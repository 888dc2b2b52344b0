#pragma once

#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "model_files/model_overlay.h"
#include "scenario/resolve.h"

namespace stridelab {

/// One thing that nobody knows better: constants that move together, or a choice.
struct UncertainInput {
  struct Place {
    std::string file, key;  ///< file "run": the input of that key
    double gain = 1.0;      ///< of a shift
  };
  std::string key, label;
  std::vector<Place> places;
  ConstantEdit::How how = ConstantEdit::How::value;
  double low = 0.0, high = 0.0;
  double centre = 0.0;  ///< what stands in the model files; 1 of a factor, 0 of a shift
  double sd = 0.0;      ///< 0: even between low and high; else normal about the centre, cut there
  std::vector<std::string> words;
  std::string provenance, source;

  /// The value below which the share u of all lies, 0 < u < 1; of words, the place in the list.
  [[nodiscard]] double at(double u) const;
};

/// models/uncertainty/ranges.toml, in its order.
/// errors  every fault of the file with its line: a file or key that is not there, with the nearest; a range that does not
///         hold what stands in the model; an entry without source
tl::expected<std::vector<UncertainInput>, Diagnostics> read_uncertain_inputs();

/// models/uncertainty/runners.toml: how runners differ from the one that is asked about. errors: the same
tl::expected<std::vector<UncertainInput>, Diagnostics> read_runner_inputs();

/// The same of another file.
tl::expected<std::vector<UncertainInput>, Diagnostics> read_uncertain_inputs(const std::filesystem::path& file);

/// What a draw changes in the model files.
std::vector<ConstantEdit> edits_of(const std::vector<UncertainInput>& inputs, const std::vector<double>& values);

/// What a draw changes in the run: body and form by a factor or a shift, the kneecap method by a word.
void choose(const std::vector<UncertainInput>& inputs, const std::vector<double>& values, RunInputs& run);

/// Whether it changes the stride, not the loads of it alone.
bool moves_stride(const UncertainInput& input);

/// Whose it is: "body", "form" or "models".
std::string_view table_of_input(const UncertainInput& input);

}  // namespace stridelab
