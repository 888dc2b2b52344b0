#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "render/gl/look.h"
#include "render/gl/projection.h"
#include "render/scene/draw_list.h"

namespace stridelab::view {

struct RendererParts;

/// How fine a picture is drawn.
struct Quality {
  int samples = 4;       ///< per pixel, against jagged edges; 0: edges are smoothed afterwards, which costs far less
  int shadow_px = 1024;  ///< side of the shadow map
  bool fine = true;      ///< shadows with soft edges everywhere
};

/// For pictures that move: where the processor draws, what it can draw 30 times a second.
Quality moving_quality(bool software);

/// For a picture that is kept: worth its time.
Quality still_quality();

/// Which of the renderer's own pictures: two of different size and content may be on the screen at once.
enum class PictureSlot : std::uint8_t { main, inset };

/// Draws pictures with OpenGL 3.3 core, in the context that was current when it was made. Sets every GL state it relies
/// on, and leaves the window's framebuffer bound.
///
/// Colours of strokes, patches and of a solid's paint are sRGB; a figure's tint is too and multiplies the material.
class Renderer {
 public:
  /// errors  a shader file that is missing or does not compile; a driver that cannot make the buffers
  static tl::expected<Renderer, Diagnostic> make(const Quality& quality = {});
  Renderer(Renderer&&) noexcept;
  Renderer& operator=(Renderer&&) noexcept;
  ~Renderer();

  /// Draws into the renderer's own picture. Labels are left to the panels. Nothing is drawn for an empty size.
  /// errors  the driver cannot make a picture of this size
  tl::expected<void, Diagnostic> draw(const DrawList& list, const Look& look, const PictureSize& size,
                                      PictureSlot slot = PictureSlot::main);

  /// Copies the last picture to the window, which must have the size it was drawn for.
  void show() const;

  /// The last picture as a GL texture, for a panel; row 0 at the bottom.
  [[nodiscard]] unsigned texture(PictureSlot slot = PictureSlot::main) const;

  /// The last picture: rows from the top, red, green, blue.
  [[nodiscard]] std::vector<std::uint8_t> pixels(PictureSlot slot = PictureSlot::main) const;

  /// Waits until everything is drawn: for measuring.
  void finish() const;

 private:
  explicit Renderer(std::unique_ptr<RendererParts> parts);
  std::unique_ptr<RendererParts> parts_;
};

}  // namespace stridelab::view
