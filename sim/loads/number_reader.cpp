#include "loads/number_reader.h"

namespace stridelab {

NumberReader::NumberReader(const std::filesystem::path& file, Diagnostics& faults)
    : file_(file.string()), faults_(faults) {
  try {
    table_ = toml::parse_file(file_);
  } catch (const toml::parse_error& error) {
    fault(std::string(error.description()), error.source().begin);
  }
}

double NumberReader::number(std::string_view path) {
  if (!table_) return 0.0;
  const auto node = table_->at_path(path);
  if (const auto value = node.value<double>()) return *value;
  missing(path, node.node(), "a number");
  return 0.0;
}

std::string NumberReader::text(std::string_view path) {
  if (!table_) return {};
  const auto node = table_->at_path(path);
  if (auto value = node.value_exact<std::string>()) return *std::move(value);
  missing(path, node.node(), "a text");
  return {};
}

bool NumberReader::has(std::string_view path) const { return table_ && table_->at_path(path).node() != nullptr; }

std::size_t NumberReader::count(std::string_view path) {
  if (!table_) return 0;
  const auto node = table_->at_path(path);
  const toml::array* array = node.as_array();
  if (array == nullptr || array->empty() || !array->is_homogeneous(toml::node_type::table)) {
    missing(path, node.node(), "a list of tables");
    return 0;
  }
  return array->size();
}

Vec3 NumberReader::point(std::string_view path) {
  const auto xyz = numbers<3>(path);
  return {xyz[0], xyz[1], xyz[2]};
}

void NumberReader::missing(std::string_view path, const toml::node* node, std::string_view what) {
  fault(fmt::format("'{}' is missing or not {}", path, what),
        node != nullptr ? node->source().begin : toml::source_position{});
}

void NumberReader::fault(std::string message, const toml::source_position& where) {
  Diagnostic d;
  d.file = file_;
  d.line = static_cast<int>(where.line);
  d.column = static_cast<int>(where.column);
  d.message = std::move(message);
  d.help = "this file ships with the program; restore it or correct the entry";
  faults_.push_back(std::move(d));
}

}  // namespace stridelab
