#include "cli/sweep_progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace stridelab {
namespace {

constexpr std::chrono::milliseconds redraw{200};

std::string duration_text(double seconds) {
  if (seconds < 120.0) return fmt::format("{:.0f} s", seconds);
  if (seconds < 7200.0) return fmt::format("{:.0f} min", seconds / 60.0);
  return fmt::format("{:.1f} h", seconds / 3600.0);
}

}  // namespace

double SweepProgress::elapsed_s() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void SweepProgress::wipe() {
  if (drawn_) console_.err << "\r\033[K" << std::flush;
  drawn_ = false;
}

void SweepProgress::show(const RowCounts& now, std::uint64_t found, std::uint64_t total) {
  if (!console_.err_is_terminal || Clock::now() - drawn_at_ < redraw) return;
  const double rate = static_cast<double>(now.all()) / elapsed_s();
  std::string line = fmt::format("{} rows", found + now.all());
  if (total > 0) line = fmt::format("{}/{} rows", found + now.all(), total);
  line += fmt::format("  {:.1f} rows/s", rate);
  if (total > 0) line += "  " + duration_text(static_cast<double>(total - found - now.all()) / rate) + " left";
  if (now.refused > 0) line += fmt::format("  {} refused", now.refused);
  console_.err << "\r\033[K" << line << std::flush;
  drawn_ = true;
  drawn_at_ = Clock::now();
}

void SweepProgress::finish(const RowCounts& now, std::uint64_t found, const std::string& by_whom) {
  wipe();
  const double seconds = elapsed_s();
  std::string line = fmt::format("{} rows: {} answered, {} refused", now.all(), now.answered, now.refused);
  if (now.invalid > 0) line += fmt::format(", {} invalid", now.invalid);
  if (found > 0) line += fmt::format("; {} were there", found);
  line += fmt::format("; {:.1f} s", seconds);
  const auto rows = static_cast<double>(now.all());
  const double processor_ms = 1e3 * static_cast<double>(std::clock() - processor_start_) / CLOCKS_PER_SEC;
  if (rows > 0.0)
    line += fmt::format(", {:.1f} rows/s {}, {:.3g} ms of processor time a row here", rows / seconds, by_whom,
                        processor_ms / rows);
  console_.err << line << "\n";
}

}  // namespace stridelab
