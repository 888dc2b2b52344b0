#include <array>

#include "catalogue/metric_table.h"
#include "claims/claims.h"
#include "core/model_path.h"
#include "model_files/model_file.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 3> expectations{"less", "more", "level"};
constexpr std::array<std::string_view, 2> evidences{"predicted", "put in"};

Claim read_claim(ModelSection in) {
  Claim claim;
  claim.says = in.text("says");
  claim.source = in.text("source");
  claim.outside = in.optional_text("outside");
  if (!claim.outside.empty()) return claim;
  claim.scenario = in.text("scenario");
  claim.metric = in.text("metric");
  claim.expects = static_cast<Claim::Expects>(in.word("expects", expectations));
  if (claim.expects == Claim::Expects::level) claim.least = in.number("least", {0.0, 1e6, ""});
  claim.put_in = in.word("evidence", evidences) == 1;
  if (!claim.metric.empty() && !find_metric(claim.metric)) {
    const std::string near = nearest_metric(claim.metric);
    in.fault("metric", "unknown metric \"" + claim.metric + "\"", near.empty() ? "" : "did you mean " + near + "?");
  }
  return claim;
}

std::vector<Claim> read_all(ModelSection root) {
  std::vector<Claim> claims;
  for (ModelSection& entry : root.list("claim")) claims.push_back(read_claim(entry));
  return claims;
}

}  // namespace

tl::expected<std::vector<Claim>, Diagnostics> read_claims() {
  return read_model_file(model_path("claims/claims.toml"), read_all);
}

tl::expected<std::vector<Claim>, Diagnostics> read_claims(const std::filesystem::path& file) {
  return read_model_file(file, read_all);
}

}  // namespace stridelab
