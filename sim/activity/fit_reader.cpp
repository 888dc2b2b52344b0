#include "activity/fit_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "activity/fit_collector.h"

namespace stridelab {
namespace {

/// One file of a chain.
class FitFile {
 public:
  FitFile(std::span<const std::uint8_t> data, std::size_t from, Activity& out, FitCollector& collector)
      : data_(data), from_(from), out_(out), collector_(collector) {}

  /// Reads all messages; false at damage, with a note.
  bool read() {
    collector_.begin_file();
    while (at_ < data_.size())
      if (!read_message()) {
        out_.notes.push_back(fmt::format("damaged at byte {}: {}; what comes before it is used", from_ + at_, why_));
        return false;
      }
    return true;
  }

 private:
  bool fail(const char* why) {
    why_ = why;
    return false;
  }

  bool read_message() {
    const std::uint8_t header = data_[at_];
    if ((header & 0x80U) != 0) return read_data(header >> 5U & 0x3U, header & 0x1fU);
    if ((header & 0x40U) != 0) return read_definition(header & 0xfU, (header & 0x20U) != 0);
    return read_data(header & 0xfU, std::nullopt);
  }

  bool read_definition(std::size_t local, bool developer) {
    const auto rest = data_.subspan(at_ + 1);
    if (rest.size() < 5) return fail("a definition is cut off");
    FitDefinition layout;
    layout.known = true;
    layout.big_endian = rest[1] == 1;
    layout.message = static_cast<std::uint16_t>(layout.big_endian ? rest[2] << 8U | rest[3] : rest[3] << 8U | rest[2]);
    std::size_t next = 5 + 3 * std::size_t{rest[4]};
    if (rest.size() < next + (developer ? 1 : 0)) return fail("a definition is cut off");
    for (std::size_t i = 5; i < next; i += 3) layout.fields.push_back({rest[i], rest[i + 1], rest[i + 2]});
    if (developer) {
      const std::size_t count = rest[next];
      if (rest.size() < next + 1 + 3 * count) return fail("a definition is cut off");
      for (std::size_t i = next + 1; i < next + 1 + 3 * count; i += 3)
        layout.developer.push_back({rest[i], rest[i + 1], rest[i + 2]});
      next += 1 + 3 * count;
    }
    layouts_[local] = std::move(layout);
    at_ += 1 + next;
    return true;
  }

  bool read_data(std::size_t local, std::optional<unsigned> time_offset) {
    const FitDefinition& layout = layouts_[local];
    if (!layout.known) return fail("data without a definition");
    if (data_.size() - at_ - 1 < layout.size()) return fail("data are cut off");
    collector_.take(layout.message, FitMessage(layout, data_.subspan(at_ + 1, layout.size())), time_offset);
    at_ += 1 + layout.size();
    return true;
  }

  std::span<const std::uint8_t> data_;
  std::size_t from_, at_ = 0;
  Activity& out_;
  FitCollector& collector_;
  std::array<FitDefinition, 16> layouts_;
  const char* why_ = "";
};

std::size_t four_bytes(std::span<const std::uint8_t> b) {
  return std::size_t{b[0]} | std::size_t{b[1]} << 8U | std::size_t{b[2]} << 16U | std::size_t{b[3]} << 24U;
}

unsigned two_bytes(std::span<const std::uint8_t> b) { return b[0] | static_cast<unsigned>(b[1]) << 8U; }

/// What the sums of a file say; a sum of zero was never written.
void check_sums(std::span<const std::uint8_t> file, std::size_t header, std::size_t data, Activity& out) {
  if (header >= 14 && two_bytes(file.subspan(12)) != 0 && two_bytes(file.subspan(12)) != fit_check_sum(file.first(12)))
    out.notes.emplace_back("the check sum of the header is wrong");
  const auto rest = file.subspan(header + data);
  if (rest.size() < 2) {
    out.notes.emplace_back("cut off: the check sum is missing");
  } else if (two_bytes(rest) == 0 && fit_check_sum(file.first(header + data)) != 0) {
    out.notes.emplace_back("no check sum was written: damage would not be seen");
  } else if (two_bytes(rest) != fit_check_sum(file.first(header + data))) {
    out.notes.emplace_back("the check sum is wrong: the file was changed or damaged after it was written");
  }
}

}  // namespace

bool looks_like_fit(std::span<const std::uint8_t> b) {
  return b.size() >= 12 && b[0] >= 12 && b[8] == '.' && b[9] == 'F' && b[10] == 'I' && b[11] == 'T';
}

std::uint16_t fit_check_sum(std::span<const std::uint8_t> bytes) {
  constexpr std::array<std::uint16_t, 16> table = {0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
                                                   0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400};
  unsigned sum = 0;
  for (const std::uint8_t byte : bytes)
    for (const unsigned nibble : {byte & 0xfU, byte >> 4U & 0xfU})
      sum = (sum >> 4U & 0x0fffU) ^ table[sum & 0xfU] ^ table[nibble];
  return static_cast<std::uint16_t>(sum);
}

tl::expected<Activity, std::string> read_fit(std::span<const std::uint8_t> bytes) {
  if (!looks_like_fit(bytes)) return tl::unexpected(std::string("byte 0: no FIT header"));
  Activity out;
  out.format = "FIT";
  FitCollector collector(out);
  std::size_t at = 0;
  while (at < bytes.size() && looks_like_fit(bytes.subspan(at))) {
    const auto file = bytes.subspan(at);
    const std::size_t header = file[0];
    std::size_t promised = four_bytes(file.subspan(4));
    if (header > file.size()) {
      out.notes.push_back(fmt::format("cut off at byte {}: in the header", at));
      break;
    }
    // A device that lost power never came back to write the length.
    const bool open = promised == 0 && file.size() > header + 2;
    if (open) out.notes.emplace_back("the header says no length: the recording was never closed");
    const std::size_t there = open ? file.size() - header : std::min(promised, file.size() - header);
    if (there < promised) out.notes.push_back(fmt::format("cut off: {} of {} bytes are there", there, promised));
    const bool whole = FitFile(file.subspan(header, there), at + header, out, collector).read();
    if (!open && there == promised) check_sums(file, header, there, out);
    at = std::min(bytes.size(), at + header + there + 2);
    if (!whole && there < promised) break;
  }
  if (at < bytes.size()) out.notes.push_back(fmt::format("what follows byte {} is no FIT file and is left out", at));
  collector.finish();
  return out;
}

}  // namespace stridelab
