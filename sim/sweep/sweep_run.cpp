#include "sweep/sweep_run.h"

#include <algorithm>

namespace stridelab {
namespace {

/// The chains of a shard of which a row is missing, one after the other.
class MissingChains {
 public:
  MissingChains(const Design& design, const Shard& shard, std::vector<bool> present)
      : design_(design), shard_(shard), present_(std::move(present)) {}

  std::optional<std::uint64_t> next() {
    while (at_ < design_.chains()) {
      const std::uint64_t chain = at_++;
      if (shard_.has(chain) && !is_there(chain)) return chain;
    }
    return std::nullopt;
  }

  [[nodiscard]] SweepState state() const {
    SweepState state;
    for (std::uint64_t chain = 0; chain < design_.chains(); ++chain) {
      if (!shard_.has(chain)) continue;
      const std::uint64_t rows = end(chain) - chain * design_.chain_rows;
      state.asked += rows;
      if (is_there(chain)) state.found += rows;
    }
    return state;
  }

 private:
  [[nodiscard]] std::uint64_t end(std::uint64_t chain) const {
    return std::min(design_.rows(), (chain + 1) * design_.chain_rows);
  }
  /// Chains are committed whole: its first row stands for all.
  [[nodiscard]] bool is_there(std::uint64_t chain) const {
    return !present_.empty() && present_[chain * design_.chain_rows];
  }

  const Design& design_;
  Shard shard_;
  std::vector<bool> present_;
  std::uint64_t at_ = 0;
};

}  // namespace

SweepState run_sweep(const SweepRequest& request, Team& team) {
  MissingChains missing(request.design, request.shard,
                        request.store != nullptr ? request.store->present() : std::vector<bool>());
  SweepState state = missing.state();
  team.answer({request.design, [&] { return missing.next(); },
               [&](const std::vector<RowResult>& chain) {
                 if (request.store != nullptr) request.store->add(chain);
                 for (const RowResult& row : chain) {
                   state.answered_now.add(row.answer.status);
                   if (request.use) request.use(row);
                 }
                 if (request.progress) request.progress(state);
               },
               request.jobs});
  if (request.store != nullptr) request.store->commit();
  return state;
}

}  // namespace stridelab
