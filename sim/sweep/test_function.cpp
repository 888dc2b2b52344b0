#include "sweep/test_function.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 3> inputs{"x1", "x2", "x3"};

double ishigami(const Row& row) {
  std::array<double, 3> x{};
  for (const Assignment& given : row.inputs)
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (given.key == inputs[i]) x[i] = given.number;
  const double sine = std::sin(x[1]);
  return std::sin(x[0]) + 7.0 * sine * sine + 0.1 * x[2] * x[2] * x[2] * x[2] * std::sin(x[0]);
}

class IshigamiRows : public RowEvaluator {
 public:
  explicit IshigamiRows(std::size_t outputs) : outputs_(outputs) {}
  std::vector<RowAnswer> answer(std::span<const Row> chain) override {
    std::vector<RowAnswer> answers;
    for (const Row& row : chain)
      answers.push_back({RowStatus::answered, "", std::vector<double>(outputs_, ishigami(row))});
    return answers;
  }

 private:
  std::size_t outputs_;
};

class Ishigami : public RowModel {
 public:
  [[nodiscard]] bool knows_input(std::string_view key) const override {
    return std::find(inputs.begin(), inputs.end(), key) != inputs.end();
  }

  [[nodiscard]] std::optional<Fault> input_fault(std::string_view key, const GivenValue& value) const override {
    if (!knows_input(key)) return Fault{fmt::format("unknown key {}", key), "ishigami takes x1, x2 and x3"};
    const auto [low, high] = range_of(key);
    if (value.kind == GivenValue::Kind::number && value.number >= low && value.number <= high) return std::nullopt;
    return Fault{fmt::format("{} = {} is outside -pi .. pi", key, value.shown), "Ishigami & Homma 1990"};
  }

  [[nodiscard]] std::optional<Fault> output_fault(std::string_view key) const override {
    if (key == "y") return std::nullopt;
    return Fault{fmt::format("unknown metric {}", key), "ishigami gives y"};
  }

  [[nodiscard]] std::pair<double, double> range_of(std::string_view) const override {
    return {-std::numbers::pi, std::numbers::pi};
  }
  [[nodiscard]] std::vector<std::string> usual_outputs() const override { return {"y"}; }
  [[nodiscard]] std::vector<std::string> identity() const override { return {"test_function = ishigami"}; }
  [[nodiscard]] std::unique_ptr<RowEvaluator> evaluator(std::span<const std::string> outputs) const override {
    return std::make_unique<IshigamiRows>(outputs.size());
  }
};

}  // namespace

std::shared_ptr<const RowModel> ishigami_model() { return std::make_shared<Ishigami>(); }

std::shared_ptr<const RowModel> test_function(std::string_view name) {
  return name == "ishigami" ? ishigami_model() : nullptr;
}

}  // namespace stridelab
