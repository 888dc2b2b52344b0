#include "sweep/dakota.h"

#include <fmt/format.h>

#include <cmath>
#include <sstream>

#include "core/text.h"
#include "scenario/overrides.h"

namespace stridelab {
namespace {

/// A line of either format: a name and a value.
struct Entry {
  std::string name, value;
};

std::string trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r";
  const std::size_t first = text.find_first_not_of(blank);
  return first == std::string_view::npos ? ""
                                         : std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

/// "{ name = value }"
Entry aprepro_entry(const std::string& line) {
  const std::size_t equals = line.find('=');
  if (line.size() < 2 || line.back() != '}' || equals == std::string::npos) return {};
  return {trimmed(std::string_view(line).substr(1, equals - 1)),
          trimmed(std::string_view(line).substr(equals + 1, line.size() - equals - 2))};
}

/// "value name"; a value may hold blanks, a name holds none.
Entry standard_entry(const std::string& line) {
  const std::size_t gap = line.find_last_of(" \t");
  if (gap == std::string::npos) return {};
  return {line.substr(gap + 1), trimmed(std::string_view(line).substr(0, gap))};
}

std::vector<Entry> entries_of(std::string_view text) {
  std::vector<Entry> entries;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    line = trimmed(line);
    if (line.empty()) continue;
    entries.push_back(line.front() == '{' ? aprepro_entry(line) : standard_entry(line));
  }
  return entries;
}

/// Reads the blocks of a file: each begins with how many lines it has.
class Blocks {
 public:
  explicit Blocks(std::vector<Entry> entries) : entries_(std::move(entries)) {}

  /// The lines of the block at hand, by either of its names; empty where it is another one or is cut short.
  tl::expected<std::vector<Entry>, std::string> take(std::string_view standard, std::string_view aprepro) {
    const std::string expected = fmt::format("no parameters file of Dakota: {} expected", standard);
    if (at_ >= entries_.size()) return tl::unexpected(expected);
    const Entry& head = entries_[at_];
    const GivenValue count = read_value(head.value);
    if ((head.name != standard && head.name != aprepro) || !count.whole || count.number < 0.0)
      return tl::unexpected(expected);
    const auto size = static_cast<std::size_t>(count.number);
    if (entries_.size() - at_ - 1 < size) return tl::unexpected(fmt::format("the block {} is cut short", standard));
    const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(at_ + 1);
    at_ += size + 1;
    return std::vector<Entry>(begin, begin + static_cast<std::ptrdiff_t>(size));
  }

 private:
  std::vector<Entry> entries_;
  std::size_t at_ = 0;
};

/// "ASV_2:pfj_force_peak_bw" without its number.
std::string descriptor_of(const std::string& name) { return name.substr(name.find(':') + 1); }

}  // namespace

tl::expected<DakotaRequest, std::string> read_dakota_parameters(std::string_view text) {
  Blocks blocks(entries_of(text));
  const auto variables = blocks.take("variables", "DAKOTA_VARS");
  if (!variables) return tl::unexpected(variables.error());
  const auto functions = blocks.take("functions", "DAKOTA_FNS");
  if (!functions) return tl::unexpected(functions.error());
  DakotaRequest request;
  for (const auto& [name, value] : *variables) {
    const GivenValue given = read_value(value);
    request.variables.push_back({name, given.number, given.text});
  }
  for (const auto& [name, value] : *functions) {
    const GivenValue active = read_value(value);
    if (!name.starts_with("ASV_") || !active.whole || active.number < 0.0 || active.number > 7.0)
      return tl::unexpected(fmt::format("{} = {} is no entry of an active set", name, value));
    if (active.number > 1.0)
      return tl::unexpected(fmt::format(
          "Dakota asks for derivatives of {}: let it difference them (numerical_gradients)", descriptor_of(name)));
    request.responses.push_back({descriptor_of(name), static_cast<int>(active.number)});
  }
  return request;
}

std::string dakota_results(const DakotaRequest& request, const RowAnswer& answer) {
  if (answer.status != RowStatus::answered) return fmt::format("FAIL\n{}\n", answer.reason);
  std::string text;
  for (std::size_t i = 0; i < request.responses.size(); ++i) {
    const auto& [descriptor, active] = request.responses[i];
    if (active == 0) continue;
    if (!std::isfinite(answer.outputs[i])) return fmt::format("FAIL\nno {} in this run\n", descriptor);
    text += fmt::format("{} {}\n", number_text(answer.outputs[i]), descriptor);
  }
  return text;
}

}  // namespace stridelab
