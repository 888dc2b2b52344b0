#include "validation/reference_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace stridelab {
namespace {

using Cells = std::vector<std::string>;

Cells cells_of(const std::string& line) {
  Cells cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

/// Where the curve's numbers stand in a row.
struct Columns {
  std::size_t percent = 0, mean = 0, sd = 0;
  bool long_rows = false;  ///< curve and speed_m_s come first
};

std::optional<Columns> columns_of(const Cells& header, std::string_view name) {
  const auto place = [&](const std::string& title) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), title) - header.begin());
  };
  if (header == Cells{"curve", "speed_m_s", "percent", "mean", "sd"}) return Columns{2, 3, 4, true};
  const Columns wide{place("percent"), place(std::string(name)), place(std::string(name) + "_sd"), false};
  if (std::max({wide.percent, wide.mean, wide.sd}) >= header.size()) return std::nullopt;
  return wide;
}

std::optional<double> number(const Cells& row, std::size_t column) {
  if (column >= row.size()) return std::nullopt;
  double value = 0.0;
  const char* end = row[column].data() + row[column].size();
  const auto [at, fault] = std::from_chars(row[column].data(), end, value);
  if (fault != std::errc{} || at != end) return std::nullopt;
  return value;
}

Diagnostic fault(const std::filesystem::path& path, int line, std::string message) {
  Diagnostic d;
  d.file = path.string();
  d.line = line;
  d.message = std::move(message);
  d.help = "this file ships with the program; restore it";
  return d;
}

bool is_of(const Cells& row, const Columns& columns, std::string_view name, double speed_m_s) {
  if (!columns.long_rows) return true;
  const auto speed = number(row, 1);
  return !row.empty() && row[0] == name && speed && std::abs(*speed - speed_m_s) < 1e-9;
}

}  // namespace

ReferencePoint at_percent(const ReferenceCurve& curve, double percent) {
  const auto above = std::find_if(curve.begin(), curve.end(), [&](const auto& p) { return p.percent >= percent; });
  if (above == curve.begin()) return curve.front();
  if (above == curve.end()) return curve.back();
  const ReferencePoint &a = *(above - 1), &b = *above;
  const double u = (percent - a.percent) / (b.percent - a.percent);
  return {percent, a.mean + u * (b.mean - a.mean), a.sd + u * (b.sd - a.sd)};
}

tl::expected<ReferenceCurve, Diagnostic> read_reference_curve(const std::filesystem::path& path, std::string_view name,
                                                              double speed_m_s) {
  std::ifstream file(path);
  if (!file) return tl::unexpected(fault(path, 0, "cannot be read"));
  std::optional<Columns> columns;
  ReferenceCurve curve;
  int line_number = 0;
  for (std::string line; std::getline(file, line);) {
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    if (columns && columns->long_rows && !line.starts_with(name)) continue;  // the files hold up to sixty curves
    const Cells row = cells_of(line);
    if (!columns) {
      columns = columns_of(row, name);
      if (!columns) return tl::unexpected(fault(path, line_number, fmt::format("no columns '{0}' and '{0}_sd'", name)));
      continue;
    }
    if (!is_of(row, *columns, name, speed_m_s)) continue;
    const auto percent = number(row, columns->percent), mean = number(row, columns->mean),
               sd = number(row, columns->sd);
    if (!percent || !mean || !sd) return tl::unexpected(fault(path, line_number, "a cell is missing or no number"));
    curve.push_back({*percent, *mean, *sd});
  }
  if (curve.empty()) return tl::unexpected(fault(path, 0, fmt::format("no curve '{}' at {} m/s", name, speed_m_s)));
  return curve;
}

}  // namespace stridelab
