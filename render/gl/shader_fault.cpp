#include "render/gl/shader_fault.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <regex>
#include <sstream>

namespace stridelab::view {
namespace {

struct Said {
  int line = 0;  ///< of all parts together, from 1
  std::string what;
};

/// The first error in a log.
std::optional<Said> first_error(const std::string& log) {
  static const std::regex manners[] = {std::regex(R"(\d+:(\d+)\(\d+\): error: (.*))"),
                                       std::regex(R"(\d+\((\d+)\) : error \w+: (.*))"),
                                       std::regex(R"(ERROR: \d+:(\d+): (.*))")};
  for (const std::regex& manner : manners) {
    std::smatch found;
    if (!std::regex_search(log, found, manner)) continue;
    const std::string number = found[1];
    Said said{0, found[2]};
    if (std::from_chars(number.data(), number.data() + number.size(), said.line).ec == std::errc()) return said;
  }
  return std::nullopt;
}

int lines_in(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

std::string line_of(const std::string& text, int number) {
  std::istringstream stream(text);
  std::string line;
  while (number-- > 0 && std::getline(stream, line)) {
  }
  return line;
}

}  // namespace

Diagnostic shader_fault(const std::string& log, std::span<const ShaderPart> parts) {
  Diagnostic fault;
  fault.file = "shaders/" + parts.back().file;
  fault.message = "shader does not compile";
  const auto said = first_error(log);
  int line = said ? said->line : 0;
  for (const ShaderPart& part : parts) {
    const int n = lines_in(part.text);
    if (line >= 1 && line <= n) {
      fault.file = "shaders/" + part.file;
      fault.line = line;
      fault.source_line = line_of(part.text, line);
      fault.message = "shader does not compile: " + said->what;
      fault.length = std::max(1, static_cast<int>(fault.source_line.size()));
      fault.column = 1;
      return fault;
    }
    line -= n;
  }
  fault.help = log;
  return fault;
}

}  // namespace stridelab::view
