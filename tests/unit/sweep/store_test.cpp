#include <gtest/gtest.h>

#include <fstream>

#include "support/scenario_folder.h"
#include "sweep/row_csv.h"
#include "sweep/sweep_run.h"
#include "sweep/test_function.h"

/// A store is a table that can be stopped anywhere and gone on with, and takes nothing that is not of its design.
namespace stridelab {
namespace {

namespace fs = std::filesystem;

Design design_of(std::uint64_t rows, std::uint64_t chain_rows = 1) {
  Design design;
  design.model = ishigami_model();
  design.sampler = Sampler::random;
  design.drawn_rows = rows;
  design.chain_rows = chain_rows;
  design.outputs = {"y"};
  for (const char* key : {"x1", "x2", "x3"}) {
    Factor factor{key, {}};
    factor.spread.kind = Distribution::Kind::uniform;
    factor.spread.low = -3.0;
    factor.spread.high = 3.0;
    design.factors.push_back(factor);
  }
  return design;
}

class RowStoreTest : public testing::ScenarioFolder {
 protected:
  static std::string csv(RowStore& store, const Design& design) {
    std::string text;
    store.for_each([&](const RowResult& row) { text += csv_line(row, design.columns()); });
    return text;
  }

  /// Straight from the threads, without a store.
  static std::string plain(const Design& design, int jobs) {
    std::string text;
    ThreadTeam team(jobs);
    SweepRequest request{design, {}, 0, nullptr, {}, {}};
    request.use = [&](const RowResult& row) { text += csv_line(row, design.columns()); };
    run_sweep(request, team);
    return text;
  }

  static SweepState run(const Design& design, RowStore& store, const Shard& shard = {}) {
    ThreadTeam team(2);
    SweepRequest request{design, shard, 0, &store, {}, {}};
    return run_sweep(request, team);
  }

  /// Ends a sweep after some rows, as an error or a signal would.
  static void stop_after(const Design& design, RowStore& store, std::uint64_t rows) {
    ThreadTeam team(2);
    SweepRequest request{design, {}, 0, &store, {}, {}};
    request.progress = [&](const SweepState& state) {
      if (state.answered_now.all() < rows) return;
      store.commit();
      throw std::runtime_error("stopped");
    };
    EXPECT_THROW(run_sweep(request, team), std::runtime_error);
  }
};

TEST_F(RowStoreTest, HoldsWhatTheThreadsSayBitForBit) {
  const Design design = design_of(3000);
  RowStore store(folder_ / "a.sqlite", store_header(design, {}), false);
  EXPECT_EQ(run(design, store).answered_now.answered, 3000U);
  EXPECT_EQ(csv(store, design), plain(design, 1));
  EXPECT_EQ(plain(design, 1), plain(design, 3));
}

TEST_F(RowStoreTest, GoesOnWhereItStoppedAndRepeatsNothing) {
  const Design design = design_of(1000, 32);
  {
    RowStore store(folder_ / "a.sqlite", store_header(design, {}), false);
    stop_after(design, store, 300);
  }
  RowStore store(folder_ / "a.sqlite", store_header(design, {}), true);
  const std::uint64_t kept = store.kept();
  EXPECT_GE(kept, 300U);
  const SweepState state = run(design, store);
  EXPECT_EQ(state.found, kept);
  EXPECT_EQ(state.answered_now.all(), 1000U - kept);
  EXPECT_EQ(csv(store, design), plain(design, 2));
}

TEST_F(RowStoreTest, ARunningTransactionIsLostWholeAndNothingElse) {
  const Design design = design_of(100);
  RowStore store(folder_ / "a.sqlite", store_header(design, {}), false);
  const auto evaluator = design.model->evaluator(design.outputs);
  store.add(answer_chain(design, *evaluator, 0));
  store.commit();
  store.add(answer_chain(design, *evaluator, 1));
  // A copy of the files is what a killed process leaves.
  for (const char* end : {"", "-wal"})
    fs::copy_file(folder_ / ("a.sqlite" + std::string(end)), folder_ / ("b.sqlite" + std::string(end)));
  EXPECT_EQ(RowStore(folder_ / "b.sqlite", store_header(design, {}), true).kept(), 1U);
}

TEST_F(RowStoreTest, ShardsMakeTheWhole) {
  const Design design = design_of(500, 32);
  RowStore all(folder_ / "all.sqlite", store_header(design, {}), false);
  for (std::uint64_t part = 1; part <= 4; ++part) {
    const fs::path file = folder_ / std::to_string(part);
    const Shard shard{part, 4};
    {
      RowStore store(file, store_header(design, shard), false);
      run(design, store, shard);
    }
    all.take_from(file);
  }
  EXPECT_EQ(csv(all, design), plain(design, 1));
  EXPECT_EQ(run(design, all).answered_now.all(), 0U) << "nothing is left to do";
}

std::string refusal(const fs::path& file, const StoreHeader& header, bool resume = true) {
  try {
    RowStore store(file, header, resume);
  } catch (const OtherStore& other) {
    return other.what();
  }
  return "taken";
}

TEST_F(RowStoreTest, RefusesWhatIsNotItsOwnByName) {
  const Design design = design_of(10);
  const fs::path file = folder_ / "a.sqlite";
  const StoreHeader header = store_header(design, {});
  { RowStore store(file, header, false); }
  EXPECT_NE(refusal(file, header, false).find("--resume goes on with it"), std::string::npos);
  EXPECT_NE(refusal(file, store_header(design_of(11), {})).find("\"rows = 10\" there, \"rows = 11\" here"),
            std::string::npos);
  StoreHeader other = header;
  other.models_hash = "0123456789abcdef";
  EXPECT_NE(refusal(file, other).find("another models_hash"), std::string::npos);
  other = header;
  other.program = "stridelab 9";
  EXPECT_NE(refusal(file, other).find("another program"), std::string::npos);
  EXPECT_NE(refusal(file, store_header(design, {2, 3})).find("holds shard 1/1, not 2/3"), std::string::npos);
  EXPECT_EQ(refusal(file, header), "taken");
}

TEST_F(RowStoreTest, WhatIsNoStoreIsNotTouched) {
  const fs::path file = write("notes.txt", "milk, bread\n");
  EXPECT_THROW(RowStore(file, store_header(design_of(1), {}), true), StoreError);
  std::string text;
  std::getline(std::ifstream(file) >> std::ws, text);
  EXPECT_EQ(text, "milk, bread");
}

}  // namespace
}  // namespace stridelab
