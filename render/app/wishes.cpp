#include "render/app/wishes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "render/app/picture_file.h"
#include "render/ui/export.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

fs::path folder() {
  std::error_code gone;
  fs::path here = fs::current_path(gone);
  return gone ? fs::path(".") : here;
}

constexpr double film_fps = 30.0;
constexpr double series_fps = 10.0;  // each picture is packed while the window waits

}  // namespace

void Wishes::say(const std::string& text, bool fault) {
  show_.ui.status.said = text;
  show_.ui.status.said_fault = fault;
}

void Wishes::say(const tl::expected<std::string, std::string>& outcome) {
  say(outcome ? *outcome : outcome.error(), !outcome);
}

void Wishes::take(double dt_s) {
  for (const Wish wish : std::exchange(show_.ui.requests.wishes, {})) fulfil_one(wish);
  if (recorder_) record(dt_s);
  show_.ui.status.recording = recorder_ != nullptr;
}

void Wishes::fulfil_one(Wish wish) {
  switch (wish) {
    case Wish::export_csv:
      return say(fulfil(wish, show_.model, folder()));
    case Wish::export_png:
      return save_picture();
    case Wish::record:
      return toggle_record();
  }
}

void Wishes::save_picture() {
  const fs::path file = free_path(show_.model, folder(), ".png");
  const auto written = write_png(file, show_.size(), show_.pixels());
  say(written ? "saved " + file.string() : written.error(), !written);
}

void Wishes::toggle_record() { recorder_ ? end_record() : begin_record(); }

void Wishes::begin_record() {
  const bool film = has_ffmpeg();
  fps_ = film ? film_fps : series_fps;
  target_ = free_path(show_.model, folder(), film ? ".mp4" : "").string() + (film ? "" : "/");
  size_ = show_.size();
  auto opened = open_record(target_, size_, fps_);
  if (!opened) return say(opened.error(), true);
  recorder_ = std::move(*opened);
  due_ = 1.0;
  taken_ = 0;
  say(film ? "recording " + target_ : "recording PNG files (for films install the package ffmpeg) " + target_, false);
}

void Wishes::end_record() {
  const auto recorder = std::exchange(recorder_, nullptr);
  if (!recorder) return;
  const auto done = recorder->finish();
  const double length_s = static_cast<double>(taken_) / fps_;
  say(done ? fmt::format("saved {} ({:.1f} s)", target_, length_s) : done.error(), !done);
}

/// As many pictures as the clock has gone on: the film plays at the speed the window did.
void Wishes::record(double dt_s) {
  if (show_.size() != size_) {
    end_record();
    return say(show_.ui.status.said + "; it ended because the size of the window changed", show_.ui.status.said_fault);
  }
  constexpr double longest_s = 1.0;
  due_ += std::min(dt_s, longest_s) * fps_;
  if (due_ < 1.0) return;
  const auto pixels = show_.pixels();
  for (; due_ >= 1.0; due_ -= 1.0) {
    if (auto taken = recorder_->add(pixels); !taken) {
      recorder_.reset();
      return say(taken.error(), true);
    }
    ++taken_;
  }
}

}  // namespace stridelab::view
