#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <tl/expected.hpp>

#include "core/diagnostics.h"
#include "sweep/row_model.h"

namespace stridelab {

/// What became of the rows of a stream.
struct RowCounts {
  std::uint64_t answered = 0, refused = 0, invalid = 0;
  [[nodiscard]] std::uint64_t all() const { return answered + refused + invalid; }
  void add(RowStatus status);
};

/// What a stream of rows is answered with.
struct RowStreamRequest {
  std::shared_ptr<const RowModel> model;
  std::vector<std::string> outputs;  ///< empty: the usual ones
  int jobs = 1;
  std::string shown = "--rows";                    ///< the input in messages
  std::function<void(const RowCounts&)> progress;  ///< after each row; may be empty
};

/// One row of keys in, one row out, in order and each as soon as it is answered. The first record of `in` names the
/// inputs; an empty cell leaves the base's value.
///
/// errors  of the header (unknown inputs or outputs): nothing was written. A fault of a row is its own answer.
tl::expected<RowCounts, Diagnostics> answer_stream(std::istream& in, std::ostream& out,
                                                   const RowStreamRequest& request);

}  // namespace stridelab
