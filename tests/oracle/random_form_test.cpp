#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <vector>

#include "catalogue/parameter_builder.h"
#include "gait/stride_solution.h"
#include "scenario/resolve.h"
#include "support/seeded_random.h"
#include "support/strides.h"

/// Anything a person may type gives a sound gait or a named reason, and the same one every time.
namespace stridelab {
namespace {

constexpr int chunks = 6, sets_per_chunk = 50;

/// Every number of the table uniform over its whole range; stride length follows from speed and cadence.
ParameterSet random_parameters(std::uint64_t seed) {
  test::SeededRandom random(seed);
  std::vector<Assignment> layer;
  for (const ParameterInfo& info : parameter_table()) {
    if (info.kind == ParameterKind::text) {
      const bool first = random.uniform(0.0, 1.0) < 0.5;
      layer.push_back({std::string(info.key), 0.0, std::string(first ? info.choices.front() : info.choices.back())});
    } else if (info.key != "stride_length_m") {
      layer.push_back({std::string(info.key), random.uniform(info.lo, info.hi), ""});
    }
  }
  ParameterBuilder builder;
  builder.apply(layer, Origin::scenario);
  return builder.build();
}

std::string text_of(const ParameterSet& parameters) {
  std::string text;
  for (const ParameterValue& v : parameters.values())
    text += fmt::format("{}={:.6g}{} ", v.info->key, v.number, v.text);
  return text;
}

/// The limits of the acceptance test; its samples lie elsewhere, so a tenth more is allowed for what lies between.
void expect_sound(const Stride& stride) {
  const StrideQuality& q = stride.quality();
  EXPECT_LE(q.residual_moment_peak_bw_height, 0.005);
  EXPECT_LE(q.cop_excursion_bw_height, 0.01);
  EXPECT_LE(q.slip_peak_m_s, 0.05);
  EXPECT_GE(q.vertical_force_min_bw, -0.01);
  EXPECT_GT(stride.duty_factor(), 0.05);
  EXPECT_LT(stride.duty_factor(), 0.5);
  const double scale = test::weight_n(stride) * stride.body().height_m;
  for (int i = 0; i < 97; ++i) {
    const StrideSample s = stride.at(i / 97.0);
    ASSERT_TRUE(s.q_rad.allFinite() && s.qdd_rad_s2.allFinite() && s.generalised_force_nm.allFinite());
    ASSERT_TRUE(s.cop_m.allFinite() && s.leg[0].grf_n.allFinite() && s.leg[1].knee_moment_nm.allFinite());
    EXPECT_LE(s.residual_moment_nm.norm(), 1.1 * 0.005 * scale);
  }
}

void expect_reason(const Infeasible& reason) {
  EXPECT_FALSE(reason.requirement.empty());
  EXPECT_FALSE(reason.where.empty());
  EXPECT_FALSE(reason.relax.empty());
  EXPECT_TRUE(std::isfinite(reason.value)) << reason.requirement;
  EXPECT_TRUE(std::isfinite(reason.limit)) << reason.requirement;
}

using Outcome = tl::expected<Stride, Infeasible>;

bool same(const Outcome& a, const Outcome& b) {
  if (a.has_value() != b.has_value()) return false;
  return a ? a->solution().x == b->solution().x : a.error().text() == b.error().text();
}

Outcome solve(std::uint64_t seed) {
  const RunInputs inputs = resolve(random_parameters(seed)).value();
  return synthesise(inputs.body, inputs.form);
}

class RandomForms : public ::testing::TestWithParam<int> {};

TEST_P(RandomForms, AreSoundOrRefusedAndAlwaysTheSame) {
  const auto first = static_cast<std::uint64_t>(1000 + GetParam() * sets_per_chunk);
  std::vector<std::optional<Outcome>> once(sets_per_chunk), again(sets_per_chunk);
  for (std::size_t i = 0; i < sets_per_chunk; ++i) once[i] = solve(first + i);
  // The second time four threads at once, each its own share.
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < sets_per_chunk; i += 4) again[i] = solve(first + i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  int sound = 0;
  for (std::size_t i = 0; i < sets_per_chunk; ++i) {
    SCOPED_TRACE(text_of(random_parameters(first + i)));
    EXPECT_TRUE(same(*once[i], *again[i]));
    if (*once[i]) {
      ++sound;
      expect_sound(**once[i]);
    } else {
      expect_reason(once[i]->error());
    }
  }
  RecordProperty("sound", sound);
  // Refusing everything would be safe and useless: about nine in ten random forms can be run.
  EXPECT_GE(sound, sets_per_chunk * 3 / 5);
}

INSTANTIATE_TEST_SUITE_P(Chunks, RandomForms, ::testing::Range(0, chunks));

}  // namespace
}  // namespace stridelab
