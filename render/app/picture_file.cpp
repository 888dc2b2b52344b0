#include "render/app/picture_file.h"

#include "report/atomic_file.h"

// The encoder is a header with its code in it; its warnings are not ours.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace stridelab::view {

tl::expected<void, std::string> write_png(const std::filesystem::path& file, const PictureSize& size,
                                          const std::vector<std::uint8_t>& rgb) {
  std::string png;
  const auto append = [](void* to, void* bytes, int n) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(n));
  };
  if (stbi_write_png_to_func(append, &png, size.width, size.height, 3, rgb.data(), size.width * 3) == 0)
    return tl::unexpected("cannot encode the picture for " + file.string());
  return write_file(file, png);
}

}  // namespace stridelab::view
