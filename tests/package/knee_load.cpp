// The peak kneecap force of a pace, with the installed libraries: knee_load 5:30/km
#include <cstdio>
#include <string>
#include <vector>

#include "scenario/settings_inputs.h"
#include "study/solve_cache.h"

int main(int argc, char** argv) {
  const std::vector<std::string> settings{"pace=" + std::string(argc > 1 ? argv[1] : "5:30/km")};
  const auto inputs = stridelab::settings_inputs(settings);
  const auto models = stridelab::read_load_models();
  if (!inputs || !models) {
    std::fputs(stridelab::to_text(inputs ? models.error() : inputs.error()).c_str(), stderr);
    return 2;
  }
  const auto run = stridelab::solve_run(*inputs, stridelab::stride_engine(), *models);
  if (!run) {
    std::fprintf(stderr, "%s\n", run.error().text().c_str());
    return 3;
  }
  std::printf("%.2f BW\n", (*run)->metrics.value("pfj_force_peak_bw").value());
  return 0;
}
