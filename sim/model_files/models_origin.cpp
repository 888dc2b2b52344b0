#include "model_files/models_origin.h"

#include <fmt/format.h>

#include <map>
#include <mutex>

#include "core/model_path.h"
#include "model_files/models_hash.h"
#include "shipped_models.h"

namespace stridelab {

std::string ModelsOrigin::note() const {
  if (shipped) return {};
  return fmt::format(
      "models: files in {} differ from the shipped ones (hash {}): figures are not comparable with "
      "published ones",
      folder, hash);
}

ModelsOrigin models_origin() {
  static std::mutex mutex;
  static std::map<std::string, ModelsOrigin> known;
  const auto folder = models_folder();
  if (!folder) return {"", models_hash({}), false};
  const std::lock_guard lock(mutex);
  const auto [entry, is_new] = known.try_emplace(folder->string());
  if (is_new) {
    const std::string hash = models_hash(*folder);
    entry->second = {folder->string(), hash, hash == shipped_models_hash};
  }
  return entry->second;
}

}  // namespace stridelab
