// What a moving slider must not do: wait for a disk.
#include <gmock/gmock.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "render/ui/view_model.h"
#include "render/ui_model/live_view.h"
#include "support/models_folder.h"

namespace stridelab::view {
namespace {

namespace fs = std::filesystem;

/// Counts the files below some folders that this or any process opens.
class OpenedFiles {
 public:
  explicit OpenedFiles(const std::vector<fs::path>& folders) : events_(inotify_init1(IN_NONBLOCK)) {
    for (const fs::path& folder : folders) {
      watch(folder);
      for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_directory()) watch(entry.path());
    }
  }
  ~OpenedFiles() { close(events_); }
  OpenedFiles(const OpenedFiles&) = delete;
  OpenedFiles& operator=(const OpenedFiles&) = delete;

  [[nodiscard]] bool watching() const { return events_ >= 0 && watched_ > 0; }

  /// Names of the files opened since the last call.
  std::vector<std::string> take() {
    std::vector<std::string> names;
    alignas(inotify_event) std::array<char, 65536> buffer{};
    for (ssize_t read_bytes = 0; (read_bytes = read(events_, buffer.data(), buffer.size())) > 0;) {
      for (ssize_t at = 0; at < read_bytes;) {
        const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        if ((event->mask & IN_ISDIR) == 0 && event->len > 0) names.emplace_back(event->name);
        at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      }
    }
    return names;
  }

 private:
  void watch(const fs::path& folder) {
    if (inotify_add_watch(events_, folder.c_str(), IN_OPEN) >= 0) ++watched_;
  }

  int events_;
  int watched_ = 0;
};

/// A slider over a copy of models and scenarios that no other program opens.
class MovingSlider : public ::stridelab::test::ModelsFolder {
 protected:
  MovingSlider() { fs::copy(STRIDELAB_SOURCE_DIR "/scenarios", folder_ / "scenarios", fs::copy_options::recursive); }

  void SetUp() override {
    opened_.emplace(std::vector<fs::path>{folder_});
    if (!opened_->watching()) GTEST_SKIP() << "this system does not tell which files are opened";
    model_ = std::move(ViewModel::open(scenario(), {}).value());
    model_->settle();
    EXPECT_FALSE(opened_->take().empty()) << "the scenario was read, so the watch works";
  }

  [[nodiscard]] fs::path scenario() const { return folder_ / "scenarios" / "quick_steps.toml"; }

  std::optional<OpenedFiles> opened_;
  std::unique_ptr<ViewModel> model_;
};

TEST_F(MovingSlider, OpensNoFile) {
  for (int i = 0; i < 50; ++i) {
    model_->drag("cadence_spm", 165.0 + 0.3 * i);
    model_->drag("hip_strength_percent", 100.0 - i);
    model_->drag("shoe_distance_km", 10.0 * i);
    model_->poll();
  }
  model_->release();
  model_->settle();
  EXPECT_THAT(opened_->take(), ::testing::IsEmpty());
}

TEST_F(MovingSlider, WithALiveRunBesideItOpensNoneEither) {
  model_->show(Source::live);
  ASSERT_TRUE(test::pictures_until(*model_, [&] { return model_->live.frame() != nullptr; }));
  opened_->take();  // the gains of the reflexes, once per process
  for (int i = 0; i < 10; ++i) {
    model_->drag("cadence_spm", 168.0 + 0.3 * i);
    model_->settle();
  }
  model_->set_number("mass_kg", 80.0);  // another body: another contact, another run
  model_->settle();
  ASSERT_TRUE(test::pictures_until(*model_, [&] { return model_->live.status().runner.body.mass_kg == 80.0; }));
  EXPECT_THAT(opened_->take(), ::testing::IsEmpty());
}

TEST_F(MovingSlider, AShoeIsReadWhenItIsFirstChosenAndNeverAgain) {
  model_->set_text("shoe", "minimalist");
  model_->settle();
  EXPECT_THAT(opened_->take(), ::testing::Not(::testing::IsEmpty()));
  model_->set_text("shoe", "cushioned");
  model_->set_text("shoe", "minimalist");
  model_->settle();
  EXPECT_THAT(opened_->take(), ::testing::IsEmpty());
}

TEST_F(MovingSlider, AsksTheSameQuestionAsTheHeadlessProgram) {
  model_->drag("slope_percent", -4.0);
  model_->drag("cadence_spm", 171.0);
  model_->release();
  model_->settle();
  const auto headless = read_scenario(scenario(), model_->b()->question.overrides);
  ASSERT_TRUE(headless);
  EXPECT_EQ(model_->b()->question.inputs, headless->inputs);
  EXPECT_EQ(model_->b()->question.parameters, headless->parameters);
}

}  // namespace
}  // namespace stridelab::view
