#pragma once

#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace stridelab::test {

/// The bytes as a file, for readers that take a path; in memory where the system has such a folder.
inline std::filesystem::path file_of(const std::uint8_t* bytes, std::size_t size, const char* name) {
  const std::filesystem::path memory = "/dev/shm";
  static const std::filesystem::path folder = [&] {
    auto made = (std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path()) /
                ("stridelab_fuzz_" + std::to_string(::getpid()));
    std::filesystem::create_directories(made);
    return made;
  }();
  std::filesystem::path path = folder / name;
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  return path;
}

}  // namespace stridelab::test
