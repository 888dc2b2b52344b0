#include <filesystem>
#include <fstream>

#include "render/web/embedded_files.h"
#include "render/web/web_engine.h"

namespace stridelab::web {

void unpack_files() {
  namespace fs = std::filesystem;
  const fs::path root = STRIDELAB_SOURCE_DIR;
  for (const EmbeddedFile& file : embedded_files()) {
    const fs::path path = root / file.path;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.text;
  }
  fs::current_path(root);  // so that faults name the files as in a checkout
}

}  // namespace stridelab::web
