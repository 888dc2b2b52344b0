#include "activity/read_activity.h"

#include <zlib.h>

#include <fstream>
#include <memory>
#include <optional>

#include "activity/fit_reader.h"
#include "activity/xml_reader.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::size_t most_bytes = 512UL << 20U;

Diagnostic fault(const std::filesystem::path& file, std::string message) {
  Diagnostic d;
  d.file = file.string();
  d.message = std::move(message);
  d.help = "FIT, TCX and GPX files are read, each also as .gz";
  return d;
}

/// What files say of themselves, so that it can be written anywhere.
std::string written(const std::string& text) {
  std::string out = printable(text.substr(0, 300));
  if (first_non_utf8(out) != std::string::npos)
    for (char& c : out)
      if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  return out;
}

/// All bytes, or none where there are too many.
std::optional<std::vector<std::uint8_t>> bytes_of(std::ifstream& in) {
  std::vector<std::uint8_t> out;
  std::vector<char> block(1U << 20U);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    out.insert(out.end(), block.begin(), block.begin() + in.gcount());
    if (out.size() > most_bytes) return std::nullopt;
  }
  return out;
}

}  // namespace

tl::expected<std::vector<std::uint8_t>, std::string> unpacked(std::vector<std::uint8_t> bytes, bool& cut) {
  cut = false;
  if (bytes.size() < 3 || bytes[0] != 0x1f || bytes[1] != 0x8b) return bytes;
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return tl::unexpected(std::string("gzip cannot be started"));
  const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, [](z_stream* s) { return inflateEnd(s); });
  stream.next_in = bytes.data();
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::vector<std::uint8_t> out, block(1U << 18U);
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = block.data();
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    out.insert(out.end(), block.begin(), block.end() - stream.avail_out);
    // Packed parts may follow each other.
    if (state == Z_STREAM_END && stream.avail_in > 0 && *stream.next_in == 0x1f) state = inflateReset(&stream);
    if (out.size() > most_bytes) return tl::unexpected(std::string("more than 512 MiB when unpacked"));
  }
  cut = state != Z_STREAM_END;
  if (cut && out.empty()) return tl::unexpected(std::string("byte 0: damaged gzip"));
  return out;
}

tl::expected<Activity, Diagnostic> read_activity(const std::filesystem::path& file) {
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown)) return tl::unexpected(fault(file, "there is no such file"));
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file, unknown)) return tl::unexpected(fault(file, "cannot be read"));
  auto packed = bytes_of(in);
  if (!packed) return tl::unexpected(fault(file, "is longer than 512 MiB"));
  if (packed->empty()) return tl::unexpected(fault(file, "is empty"));
  bool cut = false;
  auto bytes = unpacked(*std::move(packed), cut);
  if (!bytes) return tl::unexpected(fault(file, bytes.error()));
  auto activity = looks_like_fit(*bytes) ? read_fit(*bytes) : read_xml_activity(*std::move(bytes));
  if (!activity) return tl::unexpected(fault(file, written(activity.error())));
  activity->device = written(activity->device);
  for (std::string& sport : activity->sports) sport = written(sport);
  if (cut) activity->notes.emplace_back("the gzip stream is cut off; what is there is used");
  if (activity->points.empty())
    return tl::unexpected(fault(file, "holds no points of a track" +
                                          (activity->notes.empty() ? std::string() : ": " + activity->notes.front())));
  return *std::move(activity);
}

}  // namespace stridelab
