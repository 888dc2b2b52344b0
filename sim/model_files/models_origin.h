#pragma once

#include <string>

namespace stridelab {

/// Which model files a number rests on.
struct ModelsOrigin {
  std::string folder;
  std::string hash;      ///< models_hash() of it
  bool shipped = false;  ///< the same files as this program was built with, wherever they lie

  /// The sentence that every output shows where they differ; empty where they do not.
  [[nodiscard]] std::string note() const;
};

/// Of models_folder(), hashed once per process and folder; empty where there is none. Safe from any thread.
ModelsOrigin models_origin();

}  // namespace stridelab
