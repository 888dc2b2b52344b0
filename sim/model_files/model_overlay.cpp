#include "model_files/model_overlay.h"

#include <algorithm>

namespace stridelab {
namespace {

thread_local const ModelOverlay* current = nullptr;

bool is_file(const std::string& path, std::string_view file) {
  return path.size() > file.size() && path.ends_with(file) && path[path.size() - file.size() - 1] == '/';
}

/// The number itself, or all numbers in a list of any depth.
void change(toml::node& node, ConstantEdit::How how, double by) {
  if (toml::array* list = node.as_array()) {
    for (toml::node& part : *list) change(part, how, by);
  } else if (toml::value<double>* number = node.as_floating_point()) {
    double& value = number->get();
    value = how == ConstantEdit::How::value ? by : how == ConstantEdit::How::factor ? value * by : value + by;
  } else if (toml::value<std::int64_t>* whole = node.as_integer()) {
    // A whole number stays one: 0 in a list of coefficients.
    const auto value = static_cast<double>(whole->get());
    whole->get() = static_cast<std::int64_t>(how == ConstantEdit::How::value    ? by
                                             : how == ConstantEdit::How::factor ? value * by
                                                                                : value + by);
  }
}

}  // namespace

bool ModelOverlay::touches(std::string_view file) const {
  return std::any_of(edits_.begin(), edits_.end(), [&](const ConstantEdit& edit) { return edit.file == file; });
}

void ModelOverlay::lay_over(const std::string& path, toml::table& table) const {
  for (const ConstantEdit& edit : edits_) {
    if (!is_file(path, edit.file)) continue;
    toml::node* node = table.at_path(edit.key).node();
    if (node == nullptr) continue;
    if (const auto* word = std::get_if<std::string>(&edit.by)) {
      if (toml::value<std::string>* text = node->as_string()) text->get() = *word;
    } else {
      change(*node, edit.how, std::get<double>(edit.by));
    }
  }
}

const ModelOverlay* active_overlay() { return current; }

OverlayScope::OverlayScope(const ModelOverlay* overlay) : before_(current) { current = overlay; }
OverlayScope::~OverlayScope() { current = before_; }

}  // namespace stridelab
