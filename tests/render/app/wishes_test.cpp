// What the buttons of the window leave on disk. Needs a display; skipped where there is none.
#include "render/app/wishes.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>

#include "render/app/program.h"

namespace stridelab::view {
namespace {
namespace fs = std::filesystem;

/// A show in an empty working folder, without ffmpeg.
class WishesTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = ViewModel::open(STRIDELAB_SOURCE_DIR "/scenarios/easy_run.toml");
    ASSERT_TRUE(opened);
    model_ = std::move(*opened);
    model_->settle();
    ShowSetup setup;
    setup.size = {640, 400};
    auto show = Show::open(setup, *model_, UiState{});
    if (!show && show.error().code == ViewExit::no_graphics) GTEST_SKIP() << show.error().text;
    show_ = std::move(*show);
    here_ = fs::current_path();
    fs::current_path(folder_.path());
    path_ = ::getenv("PATH");
    ::setenv("PATH", "/no/such/folder", 1);
  }
  void TearDown() override {
    if (!show_) return;
    ::setenv("PATH", path_.c_str(), 1);
    fs::current_path(here_);
  }

  void frame(Wishes& wishes, double dt_s) {
    ASSERT_TRUE(show_->draw(dt_s));
    wishes.take(dt_s);
  }
  std::size_t files_ending(const std::string& ending) const {
    const auto files = fs::directory_iterator(folder_.path());
    return static_cast<std::size_t>(std::count_if(
        fs::begin(files), fs::end(files), [&](const auto& entry) { return entry.path().string().ends_with(ending); }));
  }

  Folder folder_;
  std::unique_ptr<ViewModel> model_;
  std::unique_ptr<Show> show_;
  fs::path here_;
  std::string path_;
};

TEST_F(WishesTest, FilesAreWrittenAndSaidSo) {
  Wishes wishes(*show_);
  for (const auto& [wish, ending] : {std::pair{Wish::export_png, ".png"}, std::pair{Wish::export_csv, ".csv"},
                                     std::pair{Wish::export_png, ".png"}}) {
    show_->ui.requests.wishes = {wish};
    frame(wishes, 0.02);
    EXPECT_FALSE(show_->ui.status.said_fault) << show_->ui.status.said;
    EXPECT_NE(show_->ui.status.said.find(ending), std::string::npos) << show_->ui.status.said;
  }
  EXPECT_EQ(files_ending(".png"), 2U);  // the second did not write over the first
  EXPECT_EQ(files_ending(".csv"), 1U);
}

// A second of uneven pictures: the record has as many as its own pace asks, ten a second without ffmpeg, and the one
// that it begins with.
TEST_F(WishesTest, ARecordGoesByTheClock) {
  Wishes wishes(*show_);
  frame(wishes, 0.02);
  show_->ui.requests.wishes = {Wish::record};
  frame(wishes, 1e-4);
  EXPECT_TRUE(show_->ui.status.recording);
  EXPECT_NE(show_->ui.status.said.find("package ffmpeg"), std::string::npos) << show_->ui.status.said;
  for (const double dt_s : {0.03, 0.25, 0.02, 0.4, 0.3}) frame(wishes, dt_s);
  show_->ui.requests.wishes = {Wish::record};
  frame(wishes, 1e-4);
  EXPECT_FALSE(show_->ui.status.recording);
  EXPECT_NE(show_->ui.status.said.find("saved"), std::string::npos) << show_->ui.status.said;
  ASSERT_EQ(files_in(folder_.path()), 1U);
  EXPECT_EQ(files_in(fs::directory_iterator(folder_.path())->path()), 11U);
}

TEST_F(WishesTest, AWindowThatClosesFinishesItsRecord) {
  {
    Wishes wishes(*show_);
    frame(wishes, 0.02);
    show_->ui.requests.wishes = {Wish::record};
    frame(wishes, 0.02);
  }
  ASSERT_EQ(files_in(folder_.path()), 1U);
  EXPECT_EQ(files_in(fs::directory_iterator(folder_.path())->path()), 1U);
}

TEST_F(WishesTest, AFolderThatCannotBeWrittenIsSaidSo) {
  fs::current_path("/proc");
  Wishes wishes(*show_);
  show_->ui.requests.wishes = {Wish::export_png};
  frame(wishes, 0.02);
  EXPECT_TRUE(show_->ui.status.said_fault);
  EXPECT_FALSE(show_->ui.status.said.empty());
}

}  // namespace
}  // namespace stridelab::view
