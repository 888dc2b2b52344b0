#include "cli/progress.h"

#include <fmt/format.h>

namespace stridelab {
namespace {

constexpr double quiet_seconds = 1.0;
constexpr std::size_t bar_width = 24;

}  // namespace

Progress::Progress(const Console& console, std::size_t total) : console_(console), total_(total) {}

Progress::~Progress() {
  if (drawn_) console_.err << "\r\033[K" << std::flush;
}

void Progress::step() {
  ++done_;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  if (!console_.err_is_terminal || elapsed.count() < quiet_seconds || done_ >= total_) return;
  const double left_s = elapsed.count() * static_cast<double>(total_ - done_) / static_cast<double>(done_);
  const std::size_t filled = bar_width * done_ / total_;
  console_.err << fmt::format("\r\033[K[{}{}] {}/{}  {:.0f} s left", std::string(filled, '#'),
                              std::string(bar_width - filled, '.'), done_, total_, left_s)
               << std::flush;
  drawn_ = true;
}

}  // namespace stridelab
