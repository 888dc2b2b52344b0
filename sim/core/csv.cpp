#include "core/csv.h"

#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace stridelab {
namespace {

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) result.push_back(cell);
  return result;
}

}  // namespace

std::map<std::string, std::vector<double>> read_numeric_csv(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  std::vector<std::string> header;
  std::map<std::string, std::vector<double>> columns;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> row = cells(line);
    if (header.empty()) {
      header = row;
      continue;
    }
    if (row.size() != header.size())
      throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": wrong number of cells");
    for (std::size_t i = 0; i < row.size(); ++i) {
      double value = 0.0;
      const auto [end, fault] = std::from_chars(row[i].data(), row[i].data() + row[i].size(), value);
      if (fault != std::errc{} || end != row[i].data() + row[i].size())
        throw std::runtime_error(path.string() + ":" + std::to_string(number) + ": not a number: " + row[i]);
      columns[header[i]].push_back(value);
    }
  }
  return columns;
}

}  // namespace stridelab
