#include "uncertainty/ranges.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "study/change.h"
#include "sweep/distribution.h"
#include "sweep/sobol.h"

namespace stridelab {
namespace {

constexpr double widest_sd = 2.5;      ///< normal distributions are cut there
constexpr double band_sd = 1.6448536;  ///< 5th and 95th per cent
constexpr int methods = 3;

/// An input that a draw moves, with the place where SI inputs have it.
struct MovedInput {
  const UncertainInput* input;
  const ParameterInfo* info;
};

/// Those that nobody gave in either form and that are alike in both.
std::vector<MovedInput> moved_inputs(const EngineRun& a, const EngineRun& b, const UncertaintyModel& model) {
  std::vector<MovedInput> moved;
  for (const UncertainInput& input : model.inputs) {
    const ParameterValue &in_a = a.parameters.value(input.key), &in_b = b.parameters.value(input.key);
    const auto given = [](const ParameterValue& v) {
      return v.origin == Origin::scenario || v.origin == Origin::command_line;
    };
    if (!given(in_a) && !given(in_b) && in_a.number == in_b.number) moved.push_back({&input, in_a.info});
  }
  return moved;
}

/// One point of the sequence, as standard normal numbers and a place for the method.
struct Draw {
  std::vector<double> normal;
  int method = 0;
};

class Draws {
 public:
  Draws(std::size_t dimensions) : sequence_(static_cast<int>(dimensions) + 1), dimensions_(dimensions) {}

  [[nodiscard]] Draw at(std::uint64_t point) const {
    Draw draw;
    for (std::size_t d = 0; d < dimensions_; ++d)
      draw.normal.push_back(std::clamp(normal_quantile(uniform(point, static_cast<int>(d))), -widest_sd, widest_sd));
    draw.method = std::min(methods - 1, static_cast<int>(methods * uniform(point, static_cast<int>(dimensions_))));
    return draw;
  }

 private:
  /// The zeroth point is a corner; shifted by half a cell of 2^-20 no coordinate is 0.
  [[nodiscard]] double uniform(std::uint64_t point, int dimension) const {
    return (static_cast<double>(sequence_.bits(point + 1, dimension)) + 2048.0) / 4294971392.0;
  }
  SobolSequence sequence_;
  std::size_t dimensions_;
};

/// Everything a draw needs, once for all of them.
struct Study {
  const EngineRun &a, &b;
  const RangeRequest& request;
  std::vector<MovedInput> moved;

  [[nodiscard]] LoadModels models_of(const Draw& draw) const {
    LoadModels models = request.loads;
    for (std::size_t i = 0; i < request.model.constants.size(); ++i) {
      const UncertainConstant& c = request.model.constants[i];
      put_constant(models, c, 0.5 * (c.low + c.high) + draw.normal[i] * (c.high - c.low) / (2.0 * band_sd));
    }
    return models;
  }

  [[nodiscard]] RunInputs inputs_of(const EngineRun& run, const Draw& draw) const {
    RunInputs inputs = run.inputs;
    inputs.form.kneecap_method = static_cast<KneecapMethod>(draw.method);
    for (std::size_t i = 0; i < moved.size(); ++i)
      shift_input(*moved[i].info, moved[i].input->sd * draw.normal[request.model.constants.size() + i], inputs);
    return inputs;
  }

  /// The metrics of one form in one draw; empty without a stride.
  [[nodiscard]] std::optional<MetricValues> metrics_of(const EngineRun& run, const Draw& draw,
                                                       const LoadModels& models) const {
    const Stride& nominal = *run.stride->plan.stride;
    const RunInputs inputs = inputs_of(run, draw);
    const auto plan = request.engines.preview(nominal, inputs);
    if (!plan) return std::nullopt;
    const auto record = record_stride(plan->source, models);
    if (!record) return std::nullopt;
    return compute_metrics(*record, models);
  }

  static void shift_input(const ParameterInfo& info, double by, RunInputs& inputs) {
    std::visit(
        [&]<class Target>(Target target) {
          if constexpr (std::is_same_v<Target, double Form::*>) inputs.form.*target += to_si(info, by);
        },
        info.target);
  }
};

/// Levels and change of each metric in one draw; NaN where there is none.
struct Drawn {
  std::vector<double> a, b, change;
};

double level(const MetricValues& values, const std::string& key) { return values.value(key).value_or(std::nan("")); }

bool by_percent(const std::string& key) { return metric(key).row->zero != Zero::convention; }

Drawn draw_once(const Study& study, const Draw& draw, const std::vector<std::string>& metrics) {
  Drawn out;
  const double none = std::nan("");
  out.a.assign(metrics.size(), none);
  out.b = out.change = out.a;
  const LoadModels models = study.models_of(draw);
  const auto a = study.metrics_of(study.a, draw, models);
  const auto b = &study.a == &study.b ? a : study.metrics_of(study.b, draw, models);
  if (!a || !b) return out;
  for (std::size_t i = 0; i < metrics.size(); ++i) {
    out.a[i] = level(*a, metrics[i]);
    out.b[i] = level(*b, metrics[i]);
    out.change[i] =
        by_percent(metrics[i]) ? 100.0 * (std::abs(out.b[i]) / std::abs(out.a[i]) - 1.0) : out.b[i] - out.a[i];
  }
  return out;
}

double quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto i = std::min(static_cast<std::size_t>(at), sorted.size() - 2);
  return sorted[i] + (at - static_cast<double>(i)) * (sorted[i + 1] - sorted[i]);
}

std::optional<Spread> spread_of(std::vector<double> values) {
  std::erase_if(values, [](double v) { return !std::isfinite(v); });
  if (values.size() < 2) return std::nullopt;
  std::ranges::sort(values);
  return Spread{quantile(values, 0.05), quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75),
                quantile(values, 0.95)};
}

/// A share of variance explained by `free` free numbers, less what chance explains with so few draws.
double beyond_chance(double share, std::size_t n, double free) {
  const double left = static_cast<double>(n) - 1.0 - free;
  return std::max(0.0, 1.0 - (1.0 - share) * (static_cast<double>(n) - 1.0) / left);
}

/// Share of the variance of y that its straight line on x explains.
double explained(const std::vector<double>& x, const std::vector<double>& y) {
  const double n = static_cast<double>(x.size());
  const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n, my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xx = 0.0, yy = 0.0, xy = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
    xy += (x[i] - mx) * (y[i] - my);
  }
  return xx > 0.0 && yy > 0.0 ? xy * xy / (xx * yy) : 0.0;
}

/// The same of the means of groups.
double explained_by_groups(const std::vector<int>& group, const std::vector<double>& y) {
  std::array<double, methods> sum{}, count{};
  for (std::size_t i = 0; i < y.size(); ++i) {
    sum[static_cast<std::size_t>(group[i])] += y[i];
    count[static_cast<std::size_t>(group[i])] += 1.0;
  }
  const double mean = (sum[0] + sum[1] + sum[2]) / static_cast<double>(y.size());
  double between = 0.0, all = 0.0;
  for (std::size_t g = 0; g < sum.size(); ++g)
    if (count[g] > 0.0) between += count[g] * std::pow(sum[g] / count[g] - mean, 2);
  for (const double v : y) all += (v - mean) * (v - mean);
  return all > 0.0 ? between / all : 0.0;
}

std::vector<RangeShare> shares(const Study& study, const std::vector<Draw>& draws, const std::vector<Drawn>& drawn,
                               std::size_t metric) {
  std::vector<double> y;
  std::vector<const Draw*> valid;
  for (std::size_t i = 0; i < draws.size(); ++i)
    if (const double v = drawn[i].change[metric]; std::isfinite(v)) {
      y.push_back(v);
      valid.push_back(&draws[i]);
    }
  if (y.size() < 8) return {};
  std::vector<RangeShare> all;
  const auto add = [&](const std::string& label, std::size_t dimension) {
    std::vector<double> x;
    for (const Draw* draw : valid) x.push_back(draw->normal[dimension]);
    all.push_back({label, beyond_chance(explained(x, y), y.size(), 1.0)});
  };
  const auto& constants = study.request.model.constants;
  for (std::size_t i = 0; i < constants.size(); ++i) add(constants[i].label, i);
  for (std::size_t i = 0; i < study.moved.size(); ++i) add(study.moved[i].input->label, constants.size() + i);
  std::vector<int> method;
  for (const Draw* draw : valid) method.push_back(draw->method);
  all.push_back(
      {study.request.model.method_label, beyond_chance(explained_by_groups(method, y), y.size(), methods - 1.0)});
  std::ranges::stable_sort(all, std::greater{}, &RangeShare::share);
  all.resize(3);
  return all;
}

}  // namespace

std::vector<MetricRange> metric_ranges(const EngineRun& a, const EngineRun& b, const std::vector<std::string>& metrics,
                                       const RangeRequest& request) {
  std::vector<MetricRange> out;
  if (!a.stride || !b.stride || !a.stride->plan.stride || !b.stride->plan.stride) return out;
  const Study study{a, b, request, moved_inputs(a, b, request.model)};
  const Draws sequence(request.model.constants.size() + study.moved.size());
  std::vector<Draw> draws;
  for (int i = 0; i < request.draws; ++i) draws.push_back(sequence.at(static_cast<std::uint64_t>(i)));
  std::vector<Drawn> drawn(draws.size());
  tbb::parallel_for(std::size_t{0}, draws.size(),
                    [&](std::size_t i) { drawn[i] = draw_once(study, draws[i], metrics); });
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    std::vector<double> in_a, in_b, change;
    for (const Drawn& one : drawn) {
      in_a.push_back(one.a[m]);
      in_b.push_back(one.b[m]);
      change.push_back(one.change[m]);
    }
    const auto without = std::ranges::count_if(change, [](double v) { return !std::isfinite(v); });
    out.push_back({metrics[m], by_percent(metrics[m]), spread_of(in_a), spread_of(in_b), spread_of(change),
                   shares(study, draws, drawn, m), request.draws, static_cast<int>(without)});
  }
  return out;
}

}  // namespace stridelab
