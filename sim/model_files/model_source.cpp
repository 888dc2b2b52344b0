#include "model_files/model_source.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "core/text.h"
#include "model_files/model_range.h"

namespace stridelab {

std::string ModelRange::text() const {
  return number_text(lo) + " .. " + number_text(hi) + (unit.empty() ? "" : " ") + std::string(unit);
}

ModelSource::ModelSource(const std::filesystem::path& file) : file_(file.string()) {
  std::ifstream stream(file, std::ios::binary);
  text_.assign(std::istreambuf_iterator<char>(stream), {});
  if (!stream) fault(0, 0, 1, "cannot be read");
}

void ModelSource::fault(int line_number, int column, int length, std::string message, std::string help) {
  if (help.empty()) help = "this file ships with the program; restore it or correct the entry";
  faults_.push_back({file_, line_number, column, std::move(message), line(line_number), length, std::move(help)});
}

std::string ModelSource::line(int number) const {
  std::size_t begin = 0;
  for (int i = 1; i < number && begin < text_.size(); ++i)
    begin = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
  if (number < 1 || begin >= text_.size()) return {};
  return text_.substr(begin, std::min(text_.find('\n', begin), text_.size()) - begin);
}

Diagnostics ModelSource::faults() const {
  Diagnostics sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  return sorted;
}

}  // namespace stridelab
