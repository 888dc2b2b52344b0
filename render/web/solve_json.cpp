#include "render/web/web_engine.h"
#include "report/words.h"
#include "study/trade_off.h"
#include "study/why.h"

namespace stridelab::web {
namespace {

/// By key, null where there is no value; the other leg's under the key with `_left`.
Json metrics_json(const MetricValues& metrics) {
  Json all = Json::object();
  for (const MetricRow& row : metric_table()) {
    if (row.reduction == Reduction::solve_time) continue;
    all[std::string(row.key)] = or_null(metrics.value(row.key));
  }
  return all;
}

Json trade_off_json(const std::vector<TradeOffRow>& rows) {
  Json all = Json::array();
  for (const TradeOffRow& row : rows)
    all.push_back({{"region", row.region},
                   {"label", row.label},
                   {"load", row.load},
                   {"unit", row.unit},
                   {"decimals", row.decimals},
                   {"size_uncertain", row.size_uncertain},
                   {"a", or_null(row.a)},
                   {"b", or_null(row.b)},
                   {"change_percent", or_null(row.change_percent)}});
  return all;
}

Json regions_json(const std::vector<RegionLoad>& regions) {
  Json all = Json::array();
  for (const RegionLoad& region : regions)
    all.push_back({{"region", region.region.key},
                   {"level", to_text(region.main().level)},
                   {"band", {region.main().usual.low, region.main().usual.high}}});
  return all;
}

std::vector<std::string> notes_of(const view::ShownRun& run) {
  std::vector<std::string> notes = run.question.parameters.notes();
  notes.insert(notes.end(), run.metrics().notes.begin(), run.metrics().notes.end());
  if (const auto note = stride_engine_note(run.question.inputs.surface)) notes.push_back(*note);
  return notes;
}

Json run_json(const view::ShownRun& run) {
  return {{"metrics", metrics_json(run.metrics())},
          {"period_s", run.stride().period_s()},
          {"events",
           {{"contact", run.events.contact}, {"peak_load", run.events.peak_load}, {"toe_off", run.events.toe_off}}},
          {"regions", regions_json(run.regions)},
          {"kneecap", kneecap_forces(run.question.parameters, run.metrics())},
          {"conditions", conditions(run.question.parameters)},
          {"notes", notes_of(run)}};
}

/// The curves of the right leg, one after the other in the order of the catalogue.
Json curves_json(const view::ShownRun& run, std::deque<std::vector<double>>& arrays) {
  std::vector<double>& all = arrays.emplace_back();
  for (std::size_t i = 0; i < curve_table().size(); ++i)
    all.insert(all.end(), run.curves[i].values.begin(), run.curves[i].values.end());
  return {{"at", reinterpret_cast<std::uintptr_t>(all.data())}, {"length", all.size()}};
}

}  // namespace

Json WebEngine::solve(const Json& request) {
  const Solution a = solved(form_of(request.at("a")));
  if (!a) return {{"refusal", a.error()}, {"of", "a"}};
  const FormName form = form_of(request.at("b"));
  const Solution b = request.value("preview", false) ? previewed(form) : solved(form);
  if (!b) return {{"refusal", b.error()}, {"of", "b"}};
  a_ = *a;
  b_ = *b;
  previews_ = b_->preview ? previews_ + 1 : 0;
  doubles_.clear();
  const SolvedForm before = a_->form(), after = b_->form();
  const bool same = a_->question.inputs == b_->question.inputs;
  return {{"preview", b_->preview},
          {"a", run_json(*a_)},
          {"b", run_json(*b_)},
          {"drawn", has_drawn(b_->question.inputs.body)},
          {"curves", {{"a", curves_json(*a_, doubles_)}, {"b", curves_json(*b_, doubles_)}}},
          {"trade_off",
           {{"step", trade_off_json(trade_off(before, after, LoadPer::step))},
            {"km", trade_off_json(trade_off(before, after, LoadPer::km))}}},
          {"same", same},
          {"why", same ? "" : why(before, after, models_)},
          {"change", what_changed(a_->question.parameters, b_->question.parameters)}};
}

}  // namespace stridelab::web
