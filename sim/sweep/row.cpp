#include "sweep/row.h"

namespace stridelab {

std::string_view to_text(RowStatus status) {
  if (status == RowStatus::answered) return "ok";
  return status == RowStatus::refused ? "refused" : "invalid";
}

}  // namespace stridelab
