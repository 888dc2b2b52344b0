// Records, with stand-ins for ffmpeg: what it is told and gets, and what is left when it fails.
#include "render/app/recorder.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "render/app/frame_names.h"
#include "render/app/program.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

constexpr PictureSize size{33, 20};

std::vector<std::uint8_t> picture(std::uint8_t value) { return std::vector<std::uint8_t>(33 * 20 * 3, value); }

/// A folder first in PATH with this shell script as `ffmpeg`.
class FakeFfmpeg {
 public:
  explicit FakeFfmpeg(const std::string& script) : before_(::getenv("PATH")) {
    run("printf '%s\\n' '#!/bin/sh' '" + script + "' > " + folder_.file("ffmpeg") + "; chmod +x " +
        folder_.file("ffmpeg"));
    ::setenv("PATH", (folder_.path().string() + ":" + before_).c_str(), 1);
  }
  ~FakeFfmpeg() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  Folder folder_;
  std::string before_;
};

// The last argument is "file:" and the file to write.
const std::string copies = "for last; do :; done; cat > \"${last#file:}\"";

TEST(FrameNames, TellFilmsFromSeries) {
  EXPECT_TRUE(names_a_film("a/run.mp4"));
  EXPECT_FALSE(names_a_film(".mp4"));
  for (const char* series : {"frames/", "a/%d.png", "x%05d.png"}) EXPECT_TRUE(names_pictures(series)) << series;
  for (const char* none : {"run.avi", "a.png", "a%s.png", "%d/a.png", "a%d%d.png", "a%5d.png", "a%123d.png", ""})
    EXPECT_FALSE(names_pictures(none) || names_a_film(none)) << none;
  EXPECT_EQ(picture_name("frames/", 7), "frames/00007.png");
  EXPECT_EQ(picture_name("a/x%03d.png", 1234), "a/x1234.png");
  EXPECT_EQ(picture_name("a/x%d.png", 5), "a/x5.png");
}

TEST(Recorder, ASeriesThatIsNotFinishedLeavesNoPictures) {
  const Folder folder;
  {
    auto series = open_record(folder.file("frames/"), size, 30.0);
    ASSERT_TRUE(series) << series.error();
    ASSERT_TRUE((*series)->add(picture(10)));
    ASSERT_TRUE((*series)->add(picture(20)));
    EXPECT_EQ(files_in(folder.path() / "frames"), 2U);
  }
  EXPECT_EQ(files_in(folder.path() / "frames"), 0U);
}

TEST(Recorder, AFilmIsMadeOfAllPicturesInTheirOrder) {
  const FakeFfmpeg ffmpeg(copies);
  const Folder folder;
  const std::string target = folder.file("it's a film.mp4");
  auto film = open_record(target, size, 30.0);
  ASSERT_TRUE(film) << film.error();
  for (std::uint8_t i = 0; i < 50; ++i) ASSERT_TRUE((*film)->add(picture(i)));
  EXPECT_FALSE(fs::exists(target));  // not before it is complete
  const auto done = (*film)->finish();
  ASSERT_TRUE(done) << done.error();
  const std::string bytes = bytes_of(target);
  ASSERT_EQ(bytes.size(), 50U * 33U * 20U * 3U);
  EXPECT_EQ(bytes.front(), 0);
  EXPECT_EQ(bytes.back(), 49);
  EXPECT_EQ(files_in(folder.path()), 1U);
}

TEST(Recorder, AFilmFollowsALinkAndKeepsTheModeOfWhatItReplaces) {
  const FakeFfmpeg ffmpeg(copies);
  const Folder folder;
  run("touch '" + folder.file("real.mp4") + "'; chmod 600 '" + folder.file("real.mp4") + "'; ln -s real.mp4 '" +
      folder.file("a.mp4") + "'");
  auto film = open_record(folder.file("a.mp4"), size, 30.0);
  ASSERT_TRUE(film) << film.error();
  ASSERT_TRUE((*film)->add(picture(1)));
  ASSERT_TRUE((*film)->finish());
  EXPECT_TRUE(fs::is_symlink(folder.path() / "a.mp4"));
  EXPECT_EQ(bytes_of(folder.file("real.mp4")).size(), 33U * 20U * 3U);
  EXPECT_EQ(fs::status(folder.path() / "real.mp4").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Recorder, AFilmThatIsGivenUpLeavesNothing) {
  const FakeFfmpeg ffmpeg(copies);
  const Folder folder;
  ASSERT_TRUE((*open_record(folder.file("a.mp4"), size, 30.0))->add(picture(1)));
  EXPECT_EQ(files_in(folder.path()), 0U);
}

// The pictures are far more than a pipe holds, so that the end of ffmpeg is met while writing.
TEST(Recorder, WhatFfmpegComplainsAboutIsPassedOn) {
  const FakeFfmpeg ffmpeg("head -c 100 > /dev/null; echo no such encoder >&2; exit 1");
  const Folder folder;
  auto film = open_record(folder.file("a.mp4"), size, 30.0);
  ASSERT_TRUE(film) << film.error();
  tl::expected<void, std::string> taken;
  for (int i = 0; taken && i < 2000; ++i) taken = (*film)->add(picture(1));
  ASSERT_FALSE(taken);
  EXPECT_NE(taken.error().find("no such encoder"), std::string::npos) << taken.error();
  film->reset();
  EXPECT_EQ(files_in(folder.path()), 0U);
}

TEST(Recorder, AFfmpegThatFailsAtTheEndIsAFault) {
  const FakeFfmpeg ffmpeg(copies + "; echo disk full >&2; exit 1");
  const Folder folder;
  auto film = open_record(folder.file("a.mp4"), size, 30.0);
  ASSERT_TRUE(film) << film.error();
  ASSERT_TRUE((*film)->add(picture(1)));
  const auto done = (*film)->finish();
  ASSERT_FALSE(done);
  EXPECT_NE(done.error().find("disk full"), std::string::npos) << done.error();
  film->reset();
  EXPECT_EQ(files_in(folder.path()), 0U);
}

}  // namespace
}  // namespace stridelab::view
