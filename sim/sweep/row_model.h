#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/layer.h"
#include "sweep/row.h"

namespace stridelab {

/// Answers rows. One per thread; keeps nothing of a chain that a later one could depend on.
class RowEvaluator {
 public:
  virtual ~RowEvaluator() = default;

  /// The answers of a chain: rows that may start from each other, the first of them from nothing. So what is a chain is
  /// part of a design, never of how the work is split.
  virtual std::vector<RowAnswer> answer(std::span<const Row> chain) = 0;
};

/// What can be swept: the names and ranges of an engine's inputs, the names of its outputs, and its answers. The seam
/// between the machinery of sweeps (designs, pool, shards, store), which knows no strides, and the engines.
class RowModel {
 public:
  virtual ~RowModel() = default;

  [[nodiscard]] virtual bool knows_input(std::string_view key) const = 0;

  /// What is wrong with an input of this name and value.
  [[nodiscard]] virtual std::optional<Fault> input_fault(std::string_view key, const GivenValue& value) const = 0;

  /// What is wrong with an output of this name.
  [[nodiscard]] virtual std::optional<Fault> output_fault(std::string_view key) const = 0;

  /// Smallest and largest number an input may have.
  [[nodiscard]] virtual std::pair<double, double> range_of(std::string_view key) const = 0;

  /// The outputs of a sweep that names none.
  [[nodiscard]] virtual std::vector<std::string> usual_outputs() const = 0;

  /// All that an answer depends on beside the row and the model files, a line each.
  [[nodiscard]] virtual std::vector<std::string> identity() const = 0;

  /// An evaluator for a thread, of these outputs.
  [[nodiscard]] virtual std::unique_ptr<RowEvaluator> evaluator(std::span<const std::string> outputs) const = 0;
};

}  // namespace stridelab
