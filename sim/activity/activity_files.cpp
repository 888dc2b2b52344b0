#include <fmt/format.h>

#include <cmath>

#include "activity/activity_report.h"
#include "core/text.h"
#include "report/csv_text.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json sum_json(const CourseSum& sum, const LoadsPerKm& level_run) {
  Json out = {{"running_m", sum.running_m}, {"running_s", sum.running_s}, {"answered_m", sum.answered_m}};
  const bool answered = sum.answered_m > 0.0;
  out["pfj_force_impulse_bw_s"] = number(answered ? sum.total.kneecap_bw_s : not_recorded);
  out["pfj_force_impulse_per_km_bw_s"] = number(answered ? sum.kneecap_per_km() : not_recorded);
  out["relative_to_level"] = number(answered ? relative_load(sum, level_run) : not_recorded);
  return out;
}

Json regions_json(const ActivityReport& r, const RegionMap& map) {
  Json out = Json::object();
  for (std::size_t i = 0; i < map.regions.size(); ++i) {
    const double load = r.loads.whole.answered_m > 0.0 ? r.loads.whole.total.regions[i] : not_recorded;
    out[map.regions[i].key] = {{"metric", map.regions[i].metrics.front().key},
                               {"load_time", number(load)},
                               {"relative_to_level", number(place_share(r, i))}};
  }
  return out;
}

Json cell_json(const CourseCell& c, const std::optional<LoadsPerKm>& loads) {
  return {{"start_m", c.start_m},
          {"length_m", c.length_m},
          {"time_s", c.time_s},
          {"altitude_m", number(c.altitude_m)},
          {"slope_percent", 100.0 * c.slope},
          {"cadence_spm", number(c.cadence_spm)},
          {"contact_time_ms", number(c.contact_time_ms)},
          {"vertical_oscillation_mm", number(c.vertical_oscillation_mm)},
          {"balance_percent", number(c.balance_percent)},
          {"step_length_m", number(c.step_length_m)},
          {"power_w", number(c.power_w)},
          {"heart_rate_bpm", number(c.heart_rate_bpm)},
          {"lap", c.lap + 1},
          {"walking", c.walking},
          {"model_contact_time_ms", number(loads ? loads->contact_time_ms : not_recorded)},
          {"pfj_force_impulse_per_km_bw_s", number(loads ? loads->kneecap_bw_s : not_recorded)},
          {"pfj_force_peak_bw", number(loads ? loads->kneecap_peak_bw : not_recorded)}};
}

Json track_json(const Activity& activity) {
  Json out = Json::array();
  for (const TrackPoint& p : activity.points)
    out.push_back({number(p.time_s), number(p.latitude_deg), number(p.longitude_deg)});
  return out;
}

Json one(const ActivityReport& r, const RegionMap& map) {
  Json out = {{"file", r.file},
              {"format", r.activity.format},
              {"device", r.activity.device},
              {"treadmill", r.activity.treadmill}};
  out["person"] = r.person;
  out["running_m"] = r.course.running_m();
  out["running_s"] = r.course.running_s();
  out["walking_m"] = r.course.walking_m();
  out["paused_s"] = r.course.paused_s;
  out["up_m"] = r.course.up_m;
  out["down_m"] = r.course.down_m;
  out["level_run"] = {{"pfj_force_impulse_per_km_bw_s", number(r.level_run.kneecap_bw_s)}};
  const CourseLoads& l = r.loads;
  for (const auto& [name, sum] : {std::pair{"whole", &l.whole},
                                  {"up", &l.up},
                                  {"level", &l.level},
                                  {"down", &l.down},
                                  {"first_half", &l.first_half},
                                  {"second_half", &l.second_half}})
    out["parts"][name] = sum_json(*sum, r.level_run);
  out["laps"] = Json::array();
  for (const CourseSum& lap : l.laps) out["laps"].push_back(sum_json(lap, r.level_run));
  out["recorded"] = Json::object();
  for (const Recorded& row : recorded_beside_model(r))
    out["recorded"][row.key] = {{"mean", row.recorded}, {"model", number(row.model)}};
  out["regions"] = regions_json(r, map);
  out["what_if"] = Json::array();
  for (const WhatIf& w : r.what_ifs)
    out["what_if"].push_back({{"change", w.change.words},
                              {"kneecap_percent", number(what_if_percent(r, w))},
                              {"whole", sum_json(w.loads.whole, r.level_run)}});
  out["cells"] = Json::array();
  for (std::size_t i = 0; i < r.course.cells.size(); ++i)
    out["cells"].push_back(cell_json(r.course.cells[i], l.cells[i]));
  out["notes"] = r.activity.notes;
  for (const std::string& note : r.course.notes) out["notes"].push_back(note);
  if (r.with_track) out["track"] = track_json(r.activity);
  return out;
}

std::string cell_text(double value) { return std::isfinite(value) ? number_text(value) : std::string(); }

}  // namespace

Json activity_json(const std::vector<ActivityReport>& reports, const RegionMap& map) {
  Json out = {{"schema", "stridelab.activity/1"}, {"activities", Json::array()}};
  for (const ActivityReport& r : reports) out["activities"].push_back(one(r, map));
  return out;
}

std::string activity_csv(const std::vector<ActivityReport>& reports, const RegionMap& map) {
  std::string out =
      "file,start_m,length_m,time_s,speed_m_s,slope_percent,cadence_spm,contact_time_ms,vertical_oscillation_mm,"
      "balance_percent,"
      "step_length_m,power_w,heart_rate_bpm,lap,walking,"
      "pfj_force_impulse_per_km_bw_s,pfj_force_peak_bw";
  for (const Region& region : map.regions) out += "," + region.key + "_load_time_per_km";
  out += "\n";
  for (const ActivityReport& r : reports)
    for (std::size_t i = 0; i < r.course.cells.size(); ++i) {
      const CourseCell& c = r.course.cells[i];
      const auto& loads = r.loads.cells[i];
      out += csv_cell(r.file);
      for (const double value :
           {c.start_m, c.length_m, c.time_s, c.speed_m_s(), 100.0 * c.slope, c.cadence_spm, c.contact_time_ms,
            c.vertical_oscillation_mm, c.balance_percent, c.step_length_m, c.power_w, c.heart_rate_bpm, c.lap + 1.0,
            c.walking ? 1.0 : 0.0, loads ? loads->kneecap_bw_s : not_recorded,
            loads ? loads->kneecap_peak_bw : not_recorded})
        out += "," + cell_text(value);
      for (std::size_t k = 0; k < map.regions.size(); ++k)
        out += "," + cell_text(loads ? loads->regions[k] : not_recorded);
      out += "\n";
    }
  return out;
}

}  // namespace stridelab
