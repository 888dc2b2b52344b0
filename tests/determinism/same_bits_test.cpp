#include <gtest/gtest.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>
#include <vector>

#include "support/hashed_runs.h"

/// The same question has the same answer, bit for bit: again, in any thread, process and optimisation.
namespace stridelab {
namespace {

std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  char buffer[4096];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return text;
}

TEST(SameBits, WhenSolvedAgain) { EXPECT_EQ(test::hash_lines(), test::hash_lines()); }

// A hash that does not see the stride would agree with itself, too.
TEST(SameBits, HashTellsStridesApart) {
  const auto forms = test::hashed_forms();
  for (std::size_t i = 1; i < forms.size(); ++i) EXPECT_NE(test::hash_of(forms[i]), test::hash_of(forms[0])) << i;
  test::HashedForm nearly;
  nearly.form.cadence_spm += 1e-6;
  EXPECT_NE(test::hash_of(nearly), test::hash_of(forms[0]));
}

// The order in which forms are asked for leaves no trace: nothing is remembered from one solve to the next.
TEST(SameBits, InAnyOrder) {
  const auto forms = test::hashed_forms();
  std::vector<std::uint64_t> there, back;
  for (std::size_t i = 0; i < forms.size(); ++i) there.push_back(test::hash_of(forms[i]));
  for (std::size_t i = forms.size(); i-- > 0;) back.insert(back.begin(), test::hash_of(forms[i]));
  EXPECT_EQ(there, back);
}

TEST(SameBits, FromSeveralThreadsAtOnce) {
  std::array<std::string, 4> lines;
  std::vector<std::thread> threads;
  for (std::string& text : lines) threads.emplace_back([&text] { text = test::hash_lines(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : lines) EXPECT_EQ(text, lines[0]);
}

TEST(SameBits, InEveryProcess) {
  const std::string command =
      std::string(STRIDELAB_PROGRAM) + " run " + STRIDELAB_SOURCE_DIR + "/scenarios/easy_run.toml --json - 2>/dev/null";
  const auto first = nlohmann::json::parse(output_of(command)), second = nlohmann::json::parse(output_of(command));
  const auto hash = first.at("/runs/0/provenance/state_hash"_json_pointer);
  EXPECT_TRUE(hash.is_string());
  EXPECT_EQ(hash, second.at("/runs/0/provenance/state_hash"_json_pointer));
}

// A forward run knows nothing but its seed: repeats agree, also while others run beside it.
TEST(SameBits, OfForwardRuns) {
  const std::string alone = test::run_hash_lines();
  EXPECT_NE(alone.substr(0, 16), alone.substr(17, 16)) << "the carriers differ in the last bits: the hash sees them";
  std::array<std::string, 3> lines;
  std::vector<std::thread> threads;
  for (std::string& text : lines) threads.emplace_back([&text] { text = test::run_hash_lines(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : lines) EXPECT_EQ(text, alone);
}

#ifdef STRIDELAB_HASH_PROGRAMS
// Without fused multiply-add and reordering of sums, optimisation moves instructions, not results.
TEST(SameBits, AtEveryLevelOfOptimisation) {
  const std::string own = test::hash_lines() + test::run_hash_lines();
  std::stringstream programs(STRIDELAB_HASH_PROGRAMS);
  for (std::string program; std::getline(programs, program, '|');) EXPECT_EQ(output_of(program), own) << program;
}
#else
TEST(SameBits, AtEveryLevelOfOptimisation) {
  GTEST_SKIP() << "the programs at -O1, -O2 and -O3 are not built with sanitizers or without g++ or clang++";
}
#endif

}  // namespace
}  // namespace stridelab
