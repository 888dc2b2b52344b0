#include "mpi/chain_message.h"

#include <cstring>
#include <stdexcept>
#include <string_view>

namespace stridelab {
namespace {

class Packer {
 public:
  template <class Number>
  void number(Number value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(const std::string& value) {
    number<std::uint64_t>(value.size());
    bytes_ += value;
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, part(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(part(number<std::uint64_t>())); }

 private:
  std::string_view part(std::size_t size) {
    if (bytes_.size() < size) throw std::runtime_error("a message of a rank is cut short");
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  std::string_view bytes_;
};

}  // namespace

std::string packed(const ChainMessage& message) {
  Packer out;
  out.number(message.seconds);
  out.number<std::uint64_t>(message.rows.size());
  for (const RowResult& row : message.rows) {
    out.number(row.index);
    out.number(row.answer.status);
    out.text(row.answer.reason);
    out.number<std::uint64_t>(row.inputs.size());
    for (const std::string& cell : row.inputs) out.text(cell);
    out.number<std::uint64_t>(row.answer.outputs.size());
    for (const double value : row.answer.outputs) out.number(value);
  }
  return out.take();
}

ChainMessage unpacked(std::string_view bytes) {
  Unpacker in(bytes);
  ChainMessage message;
  message.seconds = in.number<double>();
  message.rows.resize(in.number<std::uint64_t>());
  for (RowResult& row : message.rows) {
    row.index = in.number<std::uint64_t>();
    row.answer.status = in.number<RowStatus>();
    row.answer.reason = in.text();
    row.inputs.resize(in.number<std::uint64_t>());
    for (std::string& cell : row.inputs) cell = in.text();
    row.answer.outputs.resize(in.number<std::uint64_t>());
    for (double& value : row.answer.outputs) value = in.number<double>();
  }
  return message;
}

}  // namespace stridelab
