#include <algorithm>

#include "report/console_report.h"
#include "report/csv_report.h"
#include "report/frames_csv.h"
#include "report/junit_report.h"
#include "report/markdown_report.h"
#include "report/spread_columns.h"
#include "study/run_scenario.h"
#include "support/forward_report.h"
#include "support/report_schema.h"

namespace stridelab::testing {
namespace {

using ForwardFiles = ForwardReport;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

/// Cells of a line in which nothing is quoted.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',') cells.emplace_back();
    if (c != ',') cells.back() += c;
  }
  return cells;
}

TEST_F(ForwardFiles, JsonFollowsTheSchema) {
  EXPECT_EQ(test::schema_faults(parsed(report_to_json({easy(), held(), fallen(), quick(), stride()}))), "");
  EXPECT_EQ(test::schema_faults(parsed(comparison_to_json({easy(), quick(), {}}))), "");
  EXPECT_EQ(test::schema_faults(parsed(comparison_to_json({stride(), easy(), {}}))), "");
}

TEST_F(ForwardFiles, MetricsAreMeansWithTheirSpread) {
  const nlohmann::json run = first_run(easy());
  const nlohmann::json plan = first_run(stride());
  EXPECT_EQ(run["engine"], "forward");
  EXPECT_EQ(run["provenance"]["state_hash"], "0000000000001234");
  const nlohmann::json& right = run["metrics"]["pfj_force_peak_bw"];
  EXPECT_EQ(right["value"], plan["metrics"]["pfj_force_peak_bw"]["value"]) << "the headline is the right leg";
  EXPECT_EQ(right["sd"], 0.1);
  EXPECT_EQ(right["n_steps"], 3);
  const nlohmann::json& left = run["metrics"]["pfj_force_peak_bw_left"];
  EXPECT_NEAR(left["value"].get<double>() - right["value"].get<double>(), 0.2, 1e-12);  // as the fake says
  EXPECT_EQ(left["sd"], 0.0);
  EXPECT_EQ(run["metrics"]["impact_peak_bw"]["n_steps"], 2);
  EXPECT_FALSE(run["metrics"].contains("speed_m_s_left")) << "one value for both legs";
  EXPECT_TRUE(run["metrics"]["solve_time_ms"]["sd"].is_null()) << "the clock is read once";
  EXPECT_EQ(run["curves"]["pfj_force_bw"].size(), 101U);
}

TEST_F(ForwardFiles, TheSpreadOfOneStepIsUnknown) {
  ForwardResult result;
  result.spread.assign(metric_table().size(), {MetricSpread{0.0, 1}, MetricSpread{0.0, 0}});
  EXPECT_FALSE(spread_of(&result, *find_metric("pfj_force_peak_bw")));
  EXPECT_EQ(steps_behind(&result, *find_metric("pfj_force_peak_bw_left")), 0);
  EXPECT_EQ(steps_behind(nullptr, *find_metric("pfj_force_peak_bw")), 1) << "a stride is one step";
}

TEST_F(ForwardFiles, StepsAreInOrderWithTheReasonWhereTheyDoNotCount) {
  const nlohmann::json steps = first_run(easy())["steps"];
  ASSERT_EQ(steps.size(), 9U);
  EXPECT_EQ(steps[0]["averaged"], false);
  EXPECT_EQ(steps[0]["left_out"], "settling");
  EXPECT_EQ(steps[3]["side"], "left");
  EXPECT_EQ(steps[3]["averaged"], true);
  EXPECT_FALSE(steps[3].contains("left_out"));
  EXPECT_NEAR(steps[3]["contact_s"].get<double>(), 0.25 + 0.35 * 3, 1e-12);
  EXPECT_TRUE(steps[4]["impact_peak_bw"].is_null());
  // The mean people read is that of the steps that count.
  double sum = 0.0;
  for (const auto& step : steps)
    if (step["averaged"] && step["side"] == "right") sum += step["pfj_force_peak_bw"].get<double>();
  EXPECT_NEAR(sum / 3.0, first_run(easy())["metrics"]["pfj_force_peak_bw"]["value"].get<double>(), 1e-12);
}

TEST_F(ForwardFiles, SettingsAndQualityAreInTheJson) {
  const nlohmann::json run = first_run(easy({"seed=7", "duration_s=25", "torque_noise_percent=2"}));
  const nlohmann::json& settings = run["provenance"]["forward"];
  EXPECT_EQ(settings["dt_s"], 0.001);
  EXPECT_EQ(settings["duration_s"], 25.0);
  EXPECT_EQ(settings["seed"], 7);
  EXPECT_EQ(settings["torque_noise_percent"], 2.0);
  EXPECT_EQ(settings["assist_percent"], 0.0);
  EXPECT_EQ(settings["carrier"], "bullet");
  EXPECT_EQ(settings["interference"], "random joint torques of 2 % of strength (seed 7)");
  EXPECT_EQ(first_run(easy({"torque_noise_percent=0"}))["provenance"]["forward"]["interference"], "none");
  const nlohmann::json& quality = run["running_quality"];
  EXPECT_EQ(quality["worst_joint"], "ankle_angle_r");
  EXPECT_NEAR(quality["worst_joint_rms_deg"].get<double>(), 2.1, 1e-12);
  EXPECT_EQ(quality["steps"], 28);
}

TEST_F(ForwardFiles, AStrideHasNoneOfIt) {
  const nlohmann::json run = first_run(stride());
  EXPECT_FALSE(run.contains("running_quality"));
  EXPECT_FALSE(run["provenance"].contains("forward"));
  EXPECT_FALSE(run["metrics"].contains("pfj_force_peak_bw_left"));
  EXPECT_EQ(run["steps"].size(), 1U);
  EXPECT_FALSE(run["steps"][0].contains("averaged"));
  EXPECT_THAT(csv_text({stride()}), HasSubstr(",stride,passed,0,right,1,,,,")) << "one step, which counts";
  EXPECT_THAT(junit_text({stride()}), Not(HasSubstr("propert")));
  EXPECT_THAT(comparison_markdown({stride(), stride(), {}}), HasSubstr("| | unit | A | B | B - A | change |\n"));
}

TEST_F(ForwardFiles, AFallIsAnErrorWithItsWordsAndItsQuality) {
  const RunReport report = fallen();
  EXPECT_EQ(report.outcome, RunOutcome::no_answer);
  const nlohmann::json run = first_run(report);
  EXPECT_EQ(run["error"], "the runner fell at 2.4 s: the pelvis sank; use assist_percent = 5");
  EXPECT_TRUE(run["metrics"].empty());
  EXPECT_TRUE(run["provenance"]["state_hash"].is_null());
  EXPECT_EQ(run["running_quality"]["worst_joint"], "ankle_angle_r");
  EXPECT_THAT(run_text(report, {false, 80}), HasSubstr("The runner fell at 2.4 s"));
  EXPECT_THAT(junit_text({report}), HasSubstr("<error message=\"the runner fell at 2.4 s"));
}

TEST_F(ForwardFiles, TheBaseIsRunForwardWithTheSameSettings) {
  const RunReport report = quick({"engine=forward", "seed=7", "duration_s=25"});
  ASSERT_EQ(report.checks.size(), 1U);
  EXPECT_NEAR(*report.checks[0].value, test::quicker_kneecap_change_percent(), 0.1);
  EXPECT_TRUE(report.base.forward);
  for (const ForwardRequest& asked : {log->requests.end()[-1], log->requests.end()[-2]}) {
    EXPECT_EQ(asked.simulation.seed, 7U);
    EXPECT_EQ(asked.duration_s, 25.0);
  }
}

TEST_F(ForwardFiles, WithoutABaseThereIsNoAnswerToACheckOfChange) {
  const RunReport report = run("slow.toml",
                               "base = \"sprint.toml\"\n[form]\nspeed_m_s = 3\n[[check]]\nmetric = \"vgrf_peak_bw\"\n"
                               "change = { max = 0 }\nsource = \"somebody 2020\"\n",
                               (fallen(), std::vector<std::string>{"engine=forward"}));
  EXPECT_EQ(report.outcome, RunOutcome::no_answer);
  EXPECT_THAT(report.error, HasSubstr("the base it is compared with: the runner fell at 2.4 s"));
}

TEST_F(ForwardFiles, ABaseThatFallsIsANoteWhereNoCheckNeedsIt) {
  fallen();
  const RunReport report = run("slow.toml", "base = \"sprint.toml\"\n[form]\nspeed_m_s = 3\n", {"engine=forward"});
  EXPECT_EQ(report.outcome, RunOutcome::passed);
  EXPECT_FALSE(report.base.metrics);
  EXPECT_THAT(report.notes, Contains(HasSubstr("not compared with its base: the runner fell at 2.4 s")));
}

TEST_F(ForwardFiles, ProgressRunsOnceFromStartToEnd) {
  easy();
  const auto path = write("b.toml", "base = \"easy.toml\"\n[form]\ncadence_percent = 5\n[run]\nseed = 9\n");
  std::vector<double> parts;
  run_scenario(read_scenario(path, std::vector<std::string>{"engine=forward"}).value(), cache, ChecksOf::scenario,
               [&](double part) { parts.push_back(part); });
  EXPECT_EQ(parts, (std::vector<double>{0.5, 1.0})) << "the fake reports 1 at the end of the run and of its base";
}

TEST_F(ForwardFiles, CsvHasARowPerStepOfBothLegs) {
  const auto lines = lines_of(csv_text({easy({"torque_noise_percent=0"}), fallen(), stride()}));
  ASSERT_EQ(lines.size(), 1U + 9U + 1U + 1U);
  EXPECT_THAT(lines[0], HasSubstr(",step,side,averaged,left_out,contact_s,interference,pfj_force_peak_bw,"));
  EXPECT_THAT(lines[1], HasSubstr(",forward,passed,0,right,0,settling,0.25,,"));
  EXPECT_THAT(lines[4], HasSubstr(",forward,passed,3,left,1,,"));
  EXPECT_THAT(lines[10], HasSubstr(",forward,error,0,right,0,,,"));
  EXPECT_THAT(lines[11], HasSubstr(",stride,passed,0,right,1,,,,"));
  for (const std::string& line : lines) EXPECT_EQ(cells_of(line).size(), cells_of(lines[0]).size()) << line;
}

/// The recorded frames of runs as `--csv` writes them.
std::string frames_of(const std::vector<RunReport>& reports) {
  FramesText frames;
  std::string text;
  for (const RunReport& report : reports) {
    const RecordingView view = report.forward->recording->view();
    for (std::size_t i = 0; i < view.size(); ++i) text += frames.add(report.scenario, view[i]);
  }
  return text;
}

TEST_F(ForwardFiles, FramesHaveANameAndAUnitForEveryColumn) {
  const auto lines = lines_of(frames_of({easy(), held()}));
  ASSERT_EQ(lines.size(), 1U + 2U * 20U) << "0.1 s every 5 ms, two runs, one header";
  const auto names = cells_of(lines[0]);
  for (const std::string& line : lines) EXPECT_EQ(cells_of(line).size(), names.size()) << line;
  for (const char* name : {"time_s", "pelvis_y_m", "com_vx_m_s", "knee_angle_r_deg", "knee_angle_r_plan_deg",
                           "hip_adduction_l_actuator_nm", "right_ground_force_y_n", "left_toe_force_y_n",
                           "right_pfj_force_n", "left_pfj_stress_mpa", "residual_force_x_n", "at_strength_limit"})
    EXPECT_THAT(names, Contains(name));
}

TEST_F(ForwardFiles, FramesHoldTheMotionInDegreesAndNewtons) {
  const RunReport report = easy();
  const auto lines = lines_of(frames_of({report}));
  const auto names = cells_of(lines[0]);
  const auto value = [&](const std::string& name, std::size_t row) {
    const auto at = std::find(names.begin(), names.end(), name) - names.begin();
    return std::stod(cells_of(lines[row + 1])[static_cast<std::size_t>(at)]);
  };
  const RecordingView frames = report.forward->recording->view();
  for (const std::size_t i : {0U, 7U, 19U}) {
    // Seven digits are written.
    EXPECT_NEAR(value("knee_angle_r_deg", i), deg_per_rad * frames[i].motion.q_rad[knee_angle_r], 1e-4);
    EXPECT_NEAR(value("right_pfj_force_n", i), frames[i].leg[0][quantity("pfj_force_n")], 1e-3);
    EXPECT_NEAR(value("com_y_m", i), frames[i].motion.com_m.y(), 1e-6);
    EXPECT_EQ(value("time_s", i), frames[i].time_s);
    EXPECT_EQ(value("settling", i), frames[i].time_s < 0.05 ? 1.0 : 0.0) << "the synthetic run settles for 50 ms";
  }
}

TEST_F(ForwardFiles, FramesLieBesideTheSteps) {
  EXPECT_EQ(frames_csv_path("runs/a.csv"), "runs/a_frames.csv");
  EXPECT_EQ(frames_csv_path("a"), "a_frames.csv");
  EXPECT_EQ(frames_csv_path("a.b"), "a.b_frames.csv");
}

TEST_F(ForwardFiles, CompareJsonHasTheSpreadOfForwardSides) {
  const nlohmann::json metrics = parsed(comparison_to_json({stride(), easy(), {}}))["metrics"];
  EXPECT_EQ(metrics["pfj_force_peak_bw"]["b_sd"], 0.1);
  EXPECT_EQ(metrics["pfj_force_peak_bw"]["b_n_steps"], 3);
  EXPECT_FALSE(metrics["pfj_force_peak_bw"].contains("a_sd")) << "a stride has no spread";
}

}  // namespace
}  // namespace stridelab::testing
