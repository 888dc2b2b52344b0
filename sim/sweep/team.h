#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sweep/design.h"

namespace stridelab {

/// Chains of a design that somebody has to answer.
struct ChainJob {
  const Design& design;
  std::function<std::optional<std::uint64_t>()> next;       ///< the next chain; one thread at a time
  std::function<void(const std::vector<RowResult>&)> sink;  ///< the rows of a chain; one thread at a time
  int jobs = 0;                                             ///< threads of each rank; 0: one
};

/// Those who answer chains: the threads of this process, or the ranks of many. What they answer is the same bits.
class Team {
 public:
  virtual ~Team() = default;

  /// Answers all chains. The threads hand them over in order, ranks as they come.
  virtual void answer(const ChainJob& job) = 0;

  /// Whether all members have the same design, told by a text that stands for it; else in words who has not.
  virtual std::string disagreement(const std::string&) { return {}; }

  /// Sends the others home, where answer() has not done so: the leader found that there is nothing to do.
  virtual void dismiss() {}

  /// Whether this process hands out and keeps; the others only answer, until answer() returns.
  [[nodiscard]] virtual bool leads() const { return true; }

  /// Whether chains come in order.
  [[nodiscard]] virtual bool in_order() const { return true; }

  /// What it has to say of itself once all is answered, a line; may be empty.
  [[nodiscard]] virtual std::string remark() const { return {}; }

  /// "on 2 threads", for the last line.
  [[nodiscard]] virtual std::string words() const = 0;
};

/// The answers of one chain.
std::vector<RowResult> answer_chain(const Design& design, RowEvaluator& evaluator, std::uint64_t chain);

/// The threads of this process.
class ThreadTeam : public Team {
 public:
  explicit ThreadTeam(int jobs) : jobs_(jobs) {}
  void answer(const ChainJob& job) override;
  [[nodiscard]] std::string words() const override;

 private:
  int jobs_;
};

}  // namespace stridelab
