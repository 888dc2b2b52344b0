#pragma once

#include <fmt/format.h>

#include <array>
#include <string>

#include "gait/stride_solution.h"
#include "gait/synthesise.h"
#include "support/bit_hash.h"

namespace stridelab::test {

/// Forms that reach every branch of the synthesis: plain, steep, forefoot, a placed foot, weak hips, another body.
struct HashedForm {
  Body body;
  Form form;
};

inline std::array<HashedForm, 6> hashed_forms() {
  std::array<HashedForm, 6> forms{};
  forms[1].form.slope_rad = -0.08;
  forms[2].form.foot_strike_rad = -0.1;
  forms[3].form.foot_placement_m = 0.03;
  forms[4].form.hip_strength = 0.6;
  forms[5] = {{58.0, 1.66, Sex::female}, {}};
  forms[5].form.speed_m_s = 4.2;
  forms[5].form.cadence_spm = 184.0;
  return forms;
}

/// Every bit of a solution, or of the reason why there is none.
inline std::uint64_t hash_of(const HashedForm& f) {
  BitHash hash;
  const auto stride = synthesise(f.body, f.form);
  if (stride) {
    hash.add(stride->solution().x);
    for (const double phase : {0.01, 0.2, 0.45}) hash.add(Eigen::VectorXd(stride->at(phase).generalised_force_nm));
  } else {
    for (const char c : stride.error().text()) hash.add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  return hash.value();
}

/// One line per form.
inline std::string hash_lines() {
  std::string lines;
  for (const HashedForm& f : hashed_forms()) lines += fmt::format("{:016x}\n", hash_of(f));
  return lines;
}

}  // namespace stridelab::test
