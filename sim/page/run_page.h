#pragma once

#include <string>
#include <vector>

#include "catalogue/people_units.h"
#include "guidance/guidance.h"
#include "loads/load_models.h"
#include "page/page_forms.h"
#include "study/how_sure.h"
#include "study/run_report.h"

namespace stridelab {

/// What a page says besides its runs.
struct PageRequest {
  Units units = Units::metric;
  std::string client, note;       ///< of whom, and what was said; left out where nobody gave them
  const Region* place = nullptr;  ///< with its exercises and warning signs, where asked for
  const HowSure* sure = nullptr;  ///< of the first change; null where nobody drew
};

/// One page to hand out: the question, the answer in a sentence, the runner at the kneecap's peak load, who pays, curves over
/// the step with bands of real runners, what differs in the form, places on the leg, what is not known, sources.
///
/// forms   at least one; one with a base that was run is shown beside it, several against the first. Four at most are
///         drawn
/// why     short_why() of the first change, or empty
/// errors  a form without an answer is said as such; nothing else
std::string run_page(const std::vector<RunReport>& forms, const std::string& why, const LoadModels& models,
                     const Guidance& guidance, const PageRequest& request);

/// Its figures alone: each form at its kneecap's peak load, beside each other. Empty where none has a stride.
std::string page_figures(const std::vector<PageForm>& forms, Units units);

/// The charts of that page as one picture: curves of the forms over the step, with bands.
struct CurvesPicture {
  std::string svg;  ///< a whole file
  int width_px, height_px;
};
CurvesPicture curves_picture(const std::vector<RunReport>& forms, const LoadModels& models);

}  // namespace stridelab
