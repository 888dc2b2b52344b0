#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace stridelab {
namespace {

constexpr double quiet_seconds = 1.0;
constexpr double redraw_seconds = 0.1;
constexpr std::size_t bar_width = 24;
constexpr std::string_view wipe_line = "\r\033[K";

}  // namespace

Progress::Progress(const Console& console, std::size_t total) : console_(console), total_(total) {}

Progress::~Progress() { wipe(); }

void Progress::wipe() {
  if (drawn_) console_.err << wipe_line << std::flush;
  drawn_ = false;
}

void Progress::step() {
  ++done_;
  if (done_ < total_) draw(static_cast<double>(done_));
}

void Progress::within(double part) {
  const std::chrono::duration<double> since_drawn = Clock::now() - drawn_at_;
  const double done = static_cast<double>(done_) + std::clamp(part, 0.0, 1.0);
  if (part > 0.0 && since_drawn.count() >= redraw_seconds) draw(done);
}

void Progress::draw(double done) {
  const auto now = Clock::now();
  const std::chrono::duration<double> elapsed = now - start_;
  if (!console_.err_is_terminal || elapsed.count() < quiet_seconds) return;
  const double total = static_cast<double>(total_);
  const double left_s = elapsed.count() * (total - done) / done;
  const auto filled = static_cast<std::size_t>(static_cast<double>(bar_width) * done / total);
  const std::string count =
      total_ > 1 ? fmt::format("{}/{}", done_, total_) : fmt::format("{:2.0f} %", 100.0 * done / total);
  console_.err << fmt::format("{}[{}{}] {}  {:.0f} s left", wipe_line, std::string(filled, '#'),
                              std::string(bar_width - filled, '.'), count, left_s)
               << std::flush;
  drawn_ = true;
  drawn_at_ = now;
}

}  // namespace stridelab
