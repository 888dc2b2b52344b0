#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "loads/load_models.h"
#include "page/svg_chart.h"
#include "study/run_report.h"

namespace stridelab {

/// A run as a page shows it: under a letter and in a colour.
struct PageForm {
  std::string letter;    ///< "A"; "Before", "Now" where a form stands beside its base
  std::string_view css;  ///< "a" .. "d"
  std::string question;
  const EngineRun* run = nullptr;
};

/// At most four of the forms, or a single one beside its base. They point into `forms`, which must outlive them.
std::vector<PageForm> page_forms(const std::vector<RunReport>& forms);

/// The charts of a page, in its order: kneecap, ground, knee, line of the knee, Achilles tendon, hip. A quantity whose
/// curve no form has is left out.
struct PageChart {
  Chart chart;
  std::string band_note;  ///< whose the band is; empty without one
};
std::vector<PageChart> page_charts(const std::vector<PageForm>& forms, const LoadModels& models);

}  // namespace stridelab
