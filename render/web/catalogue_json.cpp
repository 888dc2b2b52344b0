#include <filesystem>

#include "catalogue/parameter_table.h"
#include "catalogue/quantity_table.h"
#include "metrics/curves.h"
#include "render/ui/form_edits.h"
#include "render/web/web_engine.h"
#include "report/words.h"
#include "scenario/find_scenarios.h"

namespace stridelab::web {
namespace {

Json parameter_json(const ParameterInfo& info) {
  Json row = {{"key", info.key},          {"table", info.table},     {"label", capitalised(spoken(info.key))},
              {"unit", info.unit},        {"meaning", info.meaning}, {"source", info.source},
              {"range", range_text(info)}};
  if (info.kind == ParameterKind::number) {
    row["lo"] = info.lo;
    row["hi"] = info.hi;
    row["decimals"] = view::slider_decimals(info);
    return row;
  }
  row["choices"] = Json::array();
  for (const std::string_view choice : info.choices)
    row["choices"].push_back({{"value", choice}, {"label", spoken(choice)}});
  return row;
}

Json curve_json(const CurveRow& row) {
  const Quantity& quantity = stridelab::info(row.of);
  return {{"key", row.name},
          {"label", capitalised(std::string(quantity.label))},
          {"unit", row.shown.unit},
          {"decimals", row.shown.decimals},
          {"sign", quantity.sign}};
}

Json metric_json(const MetricRow& row) {
  return {{"key", row.key},
          {"label", row.label},
          {"unit", row.unit},
          {"decimals", row.decimals},
          {"group", group_heading(row.group)},
          {"definition", row.definition},
          {"first", row.shown == Shown::first}};
}

template <typename Rows, typename ToJson>
Json rows_json(const Rows& rows, const ToJson& to_json) {
  Json out = Json::array();
  for (const auto& row : rows) out.push_back(to_json(row));
  return out;
}

}  // namespace

Json WebEngine::catalogue() const {
  Json tables = Json::array();
  for (const std::string_view name : table_names())
    tables.push_back({{"key", name}, {"label", capitalised(spoken(name))}});
  return {{"tables", tables},
          {"parameters", rows_json(parameter_table(), parameter_json)},
          {"curves", rows_json(curve_table(), curve_json)},
          {"curve_samples", curve_samples},
          {"metrics", rows_json(metric_table(), metric_json)},
          {"drawing", drawing_json()}};
}

Json WebEngine::scenarios() const {
  Json rows = Json::array();
  const std::vector<std::string> folder{"scenarios"};
  const auto files = find_scenarios(folder);
  if (!files) return {{"refusal", to_text(files.error())}};
  for (const auto& file : *files) {
    const auto scenario = read_scenario(file);
    if (!scenario || scenario->run.is_forward()) continue;
    const std::string name = file.stem().string();
    rows.push_back({{"name", name},
                    {"label", capitalised(spoken(name))},
                    {"question", scenario->question},
                    {"base", std::filesystem::path(scenario->base_path).stem().string()}});
  }
  return rows;
}

}  // namespace stridelab::web
