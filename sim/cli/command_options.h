#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/activity_command.h"
#include "cli/advise_command.h"
#include "cli/check_command.h"
#include "cli/claims_command.h"
#include "cli/compare_command.h"
#include "cli/dakota_command.h"
#include "cli/explain_command.h"
#include "cli/lesson_command.h"
#include "cli/levers_command.h"
#include "cli/metrics_command.h"
#include "cli/parameters_command.h"
#include "cli/plan_command.h"
#include "cli/profile_command.h"
#include "cli/report_command.h"
#include "cli/run_command.h"
#include "cli/schema_command.h"
#include "cli/sensitivity_command.h"
#include "cli/sweep_command.h"
#include "cli/validate_command.h"

namespace stridelab {

/// The options of every command, filled by the parser.
struct CommandOptions {
  RunOptions run;
  CompareOptions compare;
  ReportOptions report;
  ClaimsOptions claims;
  AdviseOptions advise;
  LessonOptions lesson;
  PlanOptions plan;
  ExplainOptions explain;
  ProfileOptions profile;
  ValidateOptions validate;
  ActivityOptions activity;
  SensitivityOptions sensitivity;
  SweepOptions sweep;
  DakotaOptions dakota;
  std::vector<std::string> check_paths;
  std::string shell;
  std::string schema;
  bool parameters_json = false;
  bool metrics_json = false;
};

/// Adds every command with its options; the parser fills `options`, which must outlive it.
void add_commands(CLI::App& app, CommandOptions& options);

}  // namespace stridelab
