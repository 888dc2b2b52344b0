#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>

#include "forward/command_log.h"

namespace stridelab {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// One entry of every kind, with numbers that a sloppy text would lose.
CommandLog full_log() {
  CommandLog log;
  log.settings.carrier = CarrierKind::own;
  log.settings.assist_percent = 10.0 / 3.0;
  log.settings.seed = std::numeric_limits<std::uint64_t>::max();
  log.start.body = {61.7, 1.0 + 1.0 / 3.0, Sex::female};
  log.start.contact.stiffness_n_m = {61e3 / 7.0, 55e3, 50e3};
  log.settings.contact = log.start.contact;
  LiveRunner uphill = log.start;
  uphill.form.slope_rad = -0.1;
  uphill.form.cadence_spm = 171.30000000000001;
  log.entries = {{0, Pause{}},
                 {0, SetSpeed{0.1}},
                 {0, Resume{}},
                 {17, StrideAdopted{uphill, {}, 0.7}},
                 {400, StrideSolved{uphill.body, uphill.form, 1}},
                 {400, StrideAdopted{uphill, 2, 0.1 + 0.2}},
                 {401, PushRunner{Vec3(0.0, 5e-324, -200.0), 0.1}},
                 {500, MakeSteps{3}},
                 {503, Restart{}}};
  return log;
}

TEST(CommandLog, ReadsBackEveryBitOfWhatItWrote) {
  const CommandLog log = full_log();
  const auto read = parse_command_log(to_text(log), "a.log");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(to_text(*read), to_text(log));
  EXPECT_EQ(read->start, log.start);
  EXPECT_EQ(read->settings.assist_percent, log.settings.assist_percent);
  EXPECT_EQ(read->settings.seed, log.settings.seed);
  EXPECT_EQ(read->settings.carrier, CarrierKind::own);
  EXPECT_EQ(read->settings.contact, log.start.contact);
  ASSERT_EQ(read->entries.size(), log.entries.size());
  for (std::size_t i = 0; i < log.entries.size(); ++i) {
    EXPECT_EQ(read->entries[i].step, log.entries[i].step);
    EXPECT_EQ(read->entries[i].event.index(), log.entries[i].event.index());
  }
  const auto& passed = std::get<StrideSolved>(read->entries[4].event);
  EXPECT_EQ(passed.warm_from, 1);
  EXPECT_EQ(passed.body, log.start.body);
  EXPECT_EQ(passed.form, std::get<StrideSolved>(log.entries[4].event).form);
  const auto& preview = std::get<StrideAdopted>(read->entries[5].event);
  EXPECT_EQ(preview.warm_from, 2);
  EXPECT_EQ(preview.blend_s, 0.1 + 0.2);
  EXPECT_EQ(preview.runner, std::get<StrideAdopted>(log.entries[5].event).runner);
  EXPECT_EQ(std::get<PushRunner>(read->entries[6].event).force_n, Vec3(0.0, 5e-324, -200.0));
}

TEST(CommandLog, OneLinePerEntry) {
  const std::string text = to_text(full_log());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3 + 9);
  EXPECT_THAT(text, AllOf(HasSubstr("\n17 stride from=cold blend_s=0.7 speed_m_s="), HasSubstr(" mass_kg=61.7 ")));
  EXPECT_THAT(text, HasSubstr("\n400 solved from=1 speed_m_s="));
  EXPECT_THAT(text, HasSubstr("\n503 restart\n"));
}

TEST(CommandLog, PassesOverBlankLinesAndRemarks) {
  const auto read = parse_command_log("\n# by hand\n" + to_text(full_log()) + "\r\n  # the end", "a.log");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(read->entries.size(), 9U);
}

/// The faults of a log with something appended.
std::string faults(const std::string& lines) {
  const auto read = parse_command_log(to_text(full_log()) + lines, "a.log");
  return read ? "no fault" : to_text(read.error());
}

TEST(CommandLog, NamesPlaceAndFaultOfEveryBadLine) {
  EXPECT_EQ(faults(""), "no fault");
  EXPECT_THAT(faults("600 restat\n"), HasSubstr("a.log:13:5: error: \"restat\" is no event"));
  EXPECT_THAT(faults("600 restat\n"), HasSubstr("is it restart?"));
  EXPECT_THAT(faults("600\n"), HasSubstr("is no event"));
  EXPECT_THAT(faults("x restart\n"), HasSubstr("a.log:13:1: error: x is no number of steps"));
  EXPECT_THAT(faults("-1 restart\n"), HasSubstr("is no number of steps"));
  EXPECT_THAT(faults("499 restart\n"), HasSubstr("step 499 comes after step 503"));
  EXPECT_THAT(faults("600 speed\n"), HasSubstr("factor is missing"));
  EXPECT_THAT(faults("600 speed factr=1\n"), HasSubstr("is it factor?"));
  EXPECT_THAT(faults("600 speed factor=fast\n"), HasSubstr("a.log:13:11: error: factor = fast cannot be read"));
  EXPECT_THAT(faults("600 speed factor=nan\n"), HasSubstr("cannot be read"));
  EXPECT_THAT(faults("600 speed factor=0\n"), HasSubstr("factor = 0 is outside 0.001 .. 100"));
  EXPECT_THAT(faults("600 steps count=0\n"), HasSubstr("count = 0 is outside"));
  const std::string both = faults("600 restat\n601 paus\n");
  EXPECT_THAT(both, HasSubstr("restat"));
  EXPECT_THAT(both, HasSubstr("a.log:14:"));
}

TEST(CommandLog, APreviewComesFromAStrideBeforeIt) {
  const std::string text = to_text(full_log());
  const auto line = text.find("400 stride from=2");
  ASSERT_NE(line, std::string::npos);
  std::string wrong = text;
  wrong.replace(line, 17, "400 stride from=3");
  const auto read = parse_command_log(wrong, "a.log");
  ASSERT_FALSE(read);
  EXPECT_THAT(to_text(read.error()), HasSubstr("from = 3 is not a stride before this one"));
}

TEST(CommandLog, ReadsFormat2) {
  CommandLog log = full_log();
  std::erase_if(log.entries, [](const LogEntry& e) { return std::holds_alternative<StrideSolved>(e.event); });
  std::get<StrideAdopted>(log.entries[4].event).warm_from = 1;
  std::string text = to_text(log);
  ASSERT_TRUE(text.starts_with("stridelab session log 4\n"));
  text[text.find('4')] = '2';
  const auto read = parse_command_log(text, "a.log");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(to_text(*read), to_text(log));
  text[text.find('2')] = '5';
  EXPECT_FALSE(parse_command_log(text, "a.log"));
}

// Sessions from before there were named methods: the field keeps its default. A log of now must have it.
TEST(CommandLog, OlderLogsLackWhatCameLater) {
  std::string text = to_text(full_log());
  for (const std::string field : {" kneecap_method=net", " trunk_lateral_lean_rad=0"})
    for (auto at = text.find(field); at != std::string::npos; at = text.find(field)) text.erase(at, field.size());
  const auto now = parse_command_log(text, "a.log");
  ASSERT_FALSE(now);
  EXPECT_THAT(to_text(now.error()), HasSubstr("kneecap_method is missing"));
  text[text.find('4')] = '3';
  const auto before = parse_command_log(text, "a.log");
  ASSERT_TRUE(before) << to_text(before.error());
  EXPECT_EQ(to_text(*before), to_text(full_log()));
}

// Recorded by the program of that time, not made from today's fields: what a person kept on disk must go on being read.
TEST(CommandLog, ReadsASessionThatFormat2Recorded) {
  const auto log = read_command_log(STRIDELAB_SOURCE_DIR "/tests/unit/forward/session_format_2.log");
  ASSERT_TRUE(log) << to_text(log.error());
  EXPECT_EQ(log->entries.size(), 5U);
  EXPECT_EQ(log->start.form.trunk_lateral_lean_rad, 0.0);
  EXPECT_EQ(log->start.form.kneecap_method, KneecapMethod::net);
}

TEST(CommandLog, KnowsWhatIsNoLog) {
  const auto empty = parse_command_log("", "a.log");
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().size(), 3U) << "heading, settings and start are missing";
  const auto other = parse_command_log("question = \"why\"\n", "a.toml");
  ASSERT_FALSE(other);
  EXPECT_THAT(to_text(other.error()), HasSubstr("this is no session log"));
  const auto missing = read_command_log("no/such/file.log");
  ASSERT_FALSE(missing);
  EXPECT_THAT(to_text(missing.error()), HasSubstr("no/such/file.log: error: the session log cannot be read"));
}

TEST(CommandLog, ReadsAFile) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "stridelab_session.log";
  std::ofstream(file) << to_text(full_log());
  const auto read = read_command_log(file);
  std::filesystem::remove(file);
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(to_text(*read), to_text(full_log()));
}

TEST(CheckCommand, RefusesWhatIsNoNumberOrOutOfRange) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  LiveRunner runner;
  EXPECT_TRUE(check_runner(runner));
  EXPECT_THAT(check_command(SetRunner{runner, nullptr}).error(), HasSubstr("no stride"));
  runner.form.step_width_m = nan;
  EXPECT_THAT(check_runner(runner).error(), HasSubstr("step_width_m"));
  runner = {};
  runner.form.cadence_spm = 0.0;
  EXPECT_THAT(check_runner(runner).error(), HasSubstr("cadence_spm = 0"));
  EXPECT_FALSE(check_command(PushRunner{Vec3(nan, 0, 0), 0.1}));
  EXPECT_FALSE(check_command(PushRunner{Vec3(1, 0, 0), -0.1}));
  EXPECT_FALSE(check_command(SetSpeed{nan}));
  EXPECT_FALSE(check_command(SetSpeed{0.0}));
  EXPECT_FALSE(check_command(MakeSteps{0}));
  EXPECT_TRUE(check_command(Restart{}));
}

}  // namespace
}  // namespace stridelab
