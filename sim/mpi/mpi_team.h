#pragma once

#include <string>
#include <vector>

#include "sweep/team.h"

namespace stridelab {

/// The ranks of a communicator: rank 0 hands out chains and keeps, the others answer and hold nothing that could be lost.
class MpiTeam : public Team {
 public:
  MpiTeam(int rank, int size) : rank_(rank), size_(size), at_work_(size - 1) {}

  void answer(const ChainJob& job) override;
  std::string disagreement(const std::string& mine) override;
  void dismiss() override;
  [[nodiscard]] bool leads() const override { return rank_ == 0; }
  [[nodiscard]] bool in_order() const override { return false; }
  [[nodiscard]] std::string words() const override;
  [[nodiscard]] std::string remark() const override;

 private:
  void lead(const ChainJob& job);
  void serve(const ChainJob& job);
  void send(int rank, const std::vector<std::uint64_t>& chains);

  int rank_, size_;
  int at_work_;         ///< of the others, those that were not sent home
  bool begun_ = false;  ///< whether the others are waiting for chains
  double busy_s_ = 0.0, answering_s_ = 0.0;
  std::uint64_t rows_ = 0;
};

}  // namespace stridelab
