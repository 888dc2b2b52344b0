#include "model_files/models_hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

namespace stridelab {
namespace fs = std::filesystem;
namespace {

void add(std::uint64_t& hash, std::string_view bytes) {
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  hash *= 0x100000001b3U;  // a NUL: where one text ends and the next begins counts
}

}  // namespace

std::string models_hash(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code unreadable;
  const fs::recursive_directory_iterator end;
  for (fs::recursive_directory_iterator it(folder, unreadable); !unreadable && it != end; it.increment(unreadable)) {
    const fs::path extension = it->path().extension();
    if (extension == ".toml" || extension == ".csv")
      files.push_back(it->path().lexically_relative(folder).generic_string());
  }
  std::sort(files.begin(), files.end());
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::string& name : files) {
    std::ifstream file(folder / name, std::ios::binary);
    add(hash, name);
    add(hash, std::string(std::istreambuf_iterator<char>(file), {}));
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace stridelab
