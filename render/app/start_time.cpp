#include "render/app/start_time.h"

#include <time.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>

namespace stridelab::view {

std::optional<double> seconds_since_start() {
  std::ifstream file("/proc/self/stat");
  std::string text;
  std::getline(file, text);
  const auto name_end = text.rfind(')');  // the name of the program may hold blanks
  if (name_end == std::string::npos) return std::nullopt;
  std::istringstream fields(text.substr(name_end + 1));
  std::string skipped;
  // proc(5): field 22, in clock ticks since the system was started; the name is field 2.
  for (int field = 3; field < 22; ++field) fields >> skipped;
  long long started_ticks = 0;
  timespec now{};
  if (!(fields >> started_ticks) || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0) return std::nullopt;
  const double now_s = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  return now_s - static_cast<double>(started_ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace stridelab::view
