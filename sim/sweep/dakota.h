#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "sweep/row_model.h"

namespace stridelab {

/// One evaluation that Dakota asks for.
struct DakotaRequest {
  std::vector<Assignment> variables;  ///< by their descriptors
  struct Response {
    std::string descriptor;
    int active = 1;  ///< of the active set: 1 value, 2 gradient, 4 Hessian, added; 0 nothing
  };
  std::vector<Response> responses;
};

/// Reads a parameters file in the standard or the APREPRO format. source  Dakota Reference Manual, "Parameters file format"
/// errors  one sentence
tl::expected<DakotaRequest, std::string> read_dakota_parameters(std::string_view text);

/// The results file: a line "value descriptor" for each response that is asked for; "FAIL" and why where there is no
/// answer, which Dakota treats as a failed evaluation.
std::string dakota_results(const DakotaRequest& request, const RowAnswer& answer);

}  // namespace stridelab
