#pragma once

#include <toml++/toml.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stridelab {

/// One constant of a model file, changed: file below models/, dotted key, and what happens to what stands there.
struct ConstantEdit {
  enum class How {
    value,   ///< the number, or the word, stands there instead
    factor,  ///< the number, or every number of the list, times this
    shift    ///< the number plus this
  };
  std::string file, key;
  How how = How::value;
  std::variant<double, std::string> by;
};

/// Model files as they would be with some constants changed: what a draw of an uncertainty analysis reads in place of the
/// files. Nothing is written; files are parsed once per process.
///
/// It belongs to one thread at a time.
class ModelOverlay {
 public:
  explicit ModelOverlay(std::vector<ConstantEdit> edits) : edits_(std::move(edits)) {}

  /// Whether any constant of a file below models/ is changed.
  [[nodiscard]] bool touches(std::string_view file) const;

  /// Lays the changes of a file over its table. Keys that are not there are left alone: who names them has checked them.
  void lay_over(const std::string& path, toml::table& table) const;

  /// What a reader makes of a changed file, read once per overlay.
  template <typename T>
  const T& read(std::string_view file, const std::function<T()>& reader) const {
    std::shared_ptr<void>& known = read_[std::string(file)];
    if (!known) known = std::make_shared<T>(reader());
    return *static_cast<const T*>(known.get());
  }

 private:
  std::vector<ConstantEdit> edits_;
  mutable std::map<std::string, std::shared_ptr<void>, std::less<>> read_;
};

/// The overlay of this thread, or null.
const ModelOverlay* active_overlay();

/// While it lives, this thread reads the model files through an overlay; null: as they are.
class OverlayScope {
 public:
  explicit OverlayScope(const ModelOverlay* overlay);
  ~OverlayScope();
  OverlayScope(const OverlayScope&) = delete;
  OverlayScope& operator=(const OverlayScope&) = delete;

 private:
  const ModelOverlay* before_;
};

/// What a function makes of the files as they are, whatever the thread is doing: for what is kept for the whole process.
template <typename Make>
auto without_overlay(const Make& make) {
  const OverlayScope plain(nullptr);
  return make();
}

/// Constants kept for the process, or those of this thread's overlay where it changes their file.
template <typename T, typename Read>
const T& overlaid(const T& kept, std::string_view file, const Read& read) {
  const ModelOverlay* overlay = active_overlay();
  return overlay == nullptr || !overlay->touches(file) ? kept : overlay->read<T>(file, read);
}

}  // namespace stridelab
