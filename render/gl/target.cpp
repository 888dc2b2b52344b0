#include "render/gl/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace stridelab::view {
namespace {

bool is_complete() { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

int offered_samples(int wanted) {
  GLint most = 0;
  glGetIntegerv(GL_MAX_SAMPLES, &most);
  return std::min(wanted, most);
}

/// More samples than this would take more than two gigabytes; a machine that has them not may end the program.
constexpr double most_samples = 134'217'728.0;

/// Empty when a picture of this size can be tried, else what speaks against it.
std::string size_fault(const PictureSize& size, int samples) {
  GLint side = 0, stored = 0, view[2] = {0, 0};
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &side);
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &stored);
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, view);
  const int width = std::min({side, stored, view[0]}), height = std::min({side, stored, view[1]});
  if (size.width > width || size.height > height)
    return fmt::format("a picture of {} x {} pixels is too large: the graphics driver draws up to {} x {}", size.width,
                       size.height, width, height);
  if (1.0 * size.width * size.height * std::max(1, samples) > most_samples)
    return fmt::format(
        "a picture of {} x {} pixels with {} samples each is too large: {:.0f} million samples are the most",
        size.width, size.height, std::max(1, samples), most_samples / 1e6);
  return {};
}

Renderbuffer renderbuffer(GLenum format, const PictureSize& size, int samples) {
  auto made = make_object<Renderbuffer>(glGenRenderbuffers);
  glBindRenderbuffer(GL_RENDERBUFFER, made.id());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, size.width, size.height);
  return made;
}

Texture colour_texture(const PictureSize& size) {
  auto made = make_object<Texture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, made.id());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  return made;
}

void copy(GLuint from, GLuint to, const PictureSize& size) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to);
  glBlitFramebuffer(0, 0, size.width, size.height, 0, 0, size.width, size.height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace

tl::expected<Target, std::string> Target::make(const PictureSize& size, int samples) {
  Target made;
  made.size_ = size;
  made.samples_ = offered_samples(samples);
  if (std::string fault = size_fault(size, made.samples_); !fault.empty()) return tl::unexpected(std::move(fault));
  while (glGetError() != GL_NO_ERROR) {
  }  // of others
  made.drawn_ = make_object<Framebuffer>(glGenFramebuffers);
  glBindFramebuffer(GL_FRAMEBUFFER, made.drawn_.id());
  made.depth_ = renderbuffer(GL_DEPTH_COMPONENT24, size, made.samples_);
  if (made.samples_ > 0) {
    made.colour_ = renderbuffer(GL_RGBA8, size, made.samples_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made.colour_.id());
  } else {
    made.plain_ = colour_texture(size);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made.plain_.id(), 0);
  }
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, made.depth_.id());
  const bool drawn = is_complete();
  made.resolved_ = make_object<Framebuffer>(glGenFramebuffers);
  glBindFramebuffer(GL_FRAMEBUFFER, made.resolved_.id());
  made.picture_ = colour_texture(size);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made.picture_.id(), 0);
  if (!drawn || !is_complete() || glGetError() != GL_NO_ERROR)
    return tl::unexpected(fmt::format("the graphics driver cannot draw a picture of {} x {} pixels with {} samples",
                                      size.width, size.height, made.samples_));
  return made;
}

void Target::bind() const {
  glBindFramebuffer(GL_FRAMEBUFFER, drawn_.id());
  glViewport(0, 0, size_.width, size_.height);
}

void Target::resolve() const { copy(drawn_.id(), resolved_.id(), size_); }

void Target::bind_picture(GLuint unit) const {
  glBindFramebuffer(GL_FRAMEBUFFER, resolved_.id());
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(GL_TEXTURE_2D, plain_.id());
}

void Target::copy_to_window() const {
  copy(resolved_.id(), 0, size_);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

std::vector<std::uint8_t> Target::pixels() const {
  const auto width = static_cast<std::size_t>(size_.width), height = static_cast<std::size_t>(size_.height);
  std::vector<std::uint8_t> from_below(width * height * 3), rows;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, resolved_.id());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size_.width, size_.height, GL_RGB, GL_UNSIGNED_BYTE, from_below.data());
  rows.reserve(from_below.size());
  for (std::size_t row = height; row-- > 0;) {
    const auto* begin = from_below.data() + row * width * 3;
    rows.insert(rows.end(), begin, begin + width * 3);
  }
  return rows;
}

tl::expected<ShadowMap, std::string> ShadowMap::make(int size_px) {
  ShadowMap made;
  made.size_px_ = size_px;
  made.depth_ = make_object<Texture>(glGenTextures);
  glBindTexture(GL_TEXTURE_2D, made.depth_.id());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, size_px, size_px, 0, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT,
               nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
  made.framebuffer_ = make_object<Framebuffer>(glGenFramebuffers);
  glBindFramebuffer(GL_FRAMEBUFFER, made.framebuffer_.id());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, made.depth_.id(), 0);
  glDrawBuffer(GL_NONE);
  glReadBuffer(GL_NONE);
  if (!is_complete()) return tl::unexpected(std::string("the graphics driver cannot make a shadow map"));
  return made;
}

void ShadowMap::bind_target() const {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
  glViewport(0, 0, size_px_, size_px_);
}

void ShadowMap::bind_texture(GLuint unit) const {
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(GL_TEXTURE_2D, depth_.id());
}

}  // namespace stridelab::view
