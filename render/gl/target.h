#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "render/gl/handle.h"
#include "render/gl/projection.h"

namespace stridelab::view {

/// What is drawn into: colour with several samples per pixel and depth, and the picture it is resolved to.
class Target {
 public:
  /// samples  per pixel, 0 for none; lowered to what the driver offers
  /// errors   one sentence: the driver cannot make such a target
  static tl::expected<Target, std::string> make(const PictureSize& size, int samples);

  void bind() const;
  /// Averages the samples into the picture.
  void resolve() const;
  /// Binds the picture itself, to draw over what resolve() put there, and what was drawn as a texture to read: only of a
  /// target without several samples.
  void bind_picture(GLuint unit) const;
  /// Copies the picture to the window, whose size must be the same.
  void copy_to_window() const;
  /// Rows from the top, red, green, blue.
  [[nodiscard]] std::vector<std::uint8_t> pixels() const;

  [[nodiscard]] const PictureSize& size() const { return size_; }
  [[nodiscard]] int samples() const { return samples_; }
  [[nodiscard]] GLuint picture() const { return picture_.id(); }

 private:
  PictureSize size_;
  int samples_ = 0;
  Framebuffer drawn_, resolved_;
  Renderbuffer colour_, depth_;  ///< colour only with several samples
  Texture plain_, picture_;      ///< plain: the colour otherwise
};

/// A depth map with comparison, seen from the light.
class ShadowMap {
 public:
  static tl::expected<ShadowMap, std::string> make(int size_px);
  void bind_target() const;
  void bind_texture(GLuint unit) const;
  [[nodiscard]] int size_px() const { return size_px_; }

 private:
  int size_px_ = 0;
  Framebuffer framebuffer_;
  Texture depth_;
};

}  // namespace stridelab::view
