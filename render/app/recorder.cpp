#include "render/app/recorder.h"

#include <system_error>

#include "render/app/film.h"
#include "render/app/frame_names.h"
#include "render/app/picture_file.h"
#include "report/atomic_file.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

class PictureSeries : public Recorder {
 public:
  PictureSeries(std::string target, const PictureSize& size) : target_(std::move(target)), size_(size) {}
  ~PictureSeries() override {
    if (finished_) return;
    std::error_code gone;
    for (std::int64_t i = 0; i < written_; ++i) fs::remove(picture_name(target_, i), gone);
  }

  tl::expected<void, std::string> add(const std::vector<std::uint8_t>& rgb) override {
    auto done = write_png(picture_name(target_, written_), size_, rgb);
    if (done) ++written_;
    return done;
  }

  tl::expected<void, std::string> finish() override {
    finished_ = true;
    return {};
  }

 private:
  std::string target_;
  PictureSize size_;
  std::int64_t written_ = 0;
  bool finished_ = false;
};

}  // namespace

tl::expected<std::unique_ptr<Recorder>, std::string> open_record(const std::string& target, const PictureSize& size,
                                                                 double fps) {
  if (names_a_film(target)) return open_film(target, size, fps);
  const fs::path folder = picture_name(target, 0).parent_path();
  if (!folder.empty())
    if (auto made = make_folder(folder); !made) return tl::unexpected(made.error());
  return std::make_unique<PictureSeries>(target, size);
}

}  // namespace stridelab::view
