#include "render/app/frame_times.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>
#include <vector>

namespace stridelab::view {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Memory of this process that is in use, MB.
double memory_mb() {
  std::ifstream file("/proc/self/statm");
  double pages = 0.0;
  file >> pages >> pages;
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// One picture, drawn to its end; seconds it took.
tl::expected<double, Fault> time_one(Show& show, bool panels, double dt_s) {
  const auto start = Clock::now();
  if (auto drawn = panels ? show.draw(dt_s) : show.draw_alone(); !drawn) return tl::unexpected(drawn.error());
  if (!panels) {
    show.model.playback.advance(dt_s, show.model.b()->stride().period_s());
    show.model.poll();
    show.show_alone();
  }
  show.window.swap();
  show.finish();
  return seconds_since(start);
}

/// At the speed of life; the forward run gets time to begin.
void begin(ViewModel& model, bool live) {
  model.playback.set_rate(1.0);
  model.playback.play(true);
  model.show(live ? Source::live : Source::stride);
  for (int i = 0; live && i < 500 && model.live.frame() == nullptr && model.live.fault().empty(); ++i) {
    model.poll();
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

std::string summary(std::vector<double> times_s, const PictureSize& size, const std::string& driver) {
  std::sort(times_s.begin(), times_s.end());
  const double median = times_s[times_s.size() / 2], slow = times_s[times_s.size() * 95 / 100];
  return fmt::format("{} pictures of {} x {}: median {:.2f} ms ({:.0f} per second), 95 % within {:.2f} ms; {}\n",
                     times_s.size(), size.width, size.height, median * 1e3, 1.0 / median, slow * 1e3, driver);
}

}  // namespace

Done measure_frame_times(Show& show, const Options& options, std::ostream& out) {
  constexpr int warm_up = 12;  // fills the caches of the driver, makes the figures
  const bool panels = options.panel.has_value();
  begin(show.model, options.live);
  std::vector<double> times_s;
  double before_mb = 0.0, dt_s = 1.0 / 60.0;
  for (int i = -warm_up; i < options.frame_times; ++i) {
    const auto took_s = time_one(show, panels, dt_s);
    if (!took_s) return tl::unexpected(took_s.error());
    dt_s = std::max(*took_s, 1e-4);
    if (i >= 0) times_s.push_back(*took_s);
    if (i == 0) before_mb = memory_mb();
  }
  out << summary(std::move(times_s), show.size(), show.window.driver().text);
  out << fmt::format("memory: {:.0f} MB, then {:.0f} MB\n", before_mb, memory_mb());
  if (options.live)
    out << fmt::format("forward run: {:.2f} of the speed of life\n", show.model.live.status().achieved_speed);
  return {};
}

}  // namespace stridelab::view
