#include "validation/reference_catalogue.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>

#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"
#include "validation/signals.h"

namespace stridelab {
namespace {

/// Reads the tables of the catalogue; one table stands for a curve at several speeds.
class CatalogueReader {
 public:
  explicit CatalogueReader(const ValidationConditions& conditions) : conditions_(conditions) {}

  std::vector<CataloguedCurve> read(ModelSection root) {
    for (const ModelSection& table : root.tables()) read_table(table);
    return std::move(curves_);
  }

  /// Of the curves' own files.
  [[nodiscard]] Diagnostics faults() const {
    Diagnostics all = missing_;
    for (const auto& [name, table] : tables_) {
      const Diagnostics found = table.faults();
      all.insert(all.end(), found.begin(), found.end());
    }
    return all;
  }

 private:
  /// One of two words.
  static bool is_first(ModelSection& in, const char* key, std::string_view first, std::string_view second) {
    return in.word(key, std::array{first, second}) == 0;
  }

  static CataloguedCurve common(ModelSection& in) {
    CataloguedCurve curve;
    curve.title = in.text("title");
    curve.unit = in.text("unit");
    curve.signal = in.text("signal");
    if (find_signal(curve.signal) == nullptr)
      in.fault("signal", fmt::format("'{}' is no signal of the model", curve.signal),
               "a curve of `run --json`, or one of sim/validation/signals.cpp");
    curve.over = is_first(in, "over", "stance", "swing") ? CyclePart::stance : CyclePart::swing;
    curve.percent_of_cycle = is_first(in, "percent_of", "cycle", "stance");
    curve.peak_sign = is_first(in, "peak", "largest", "smallest") ? 1.0 : -1.0;
    curve.filter = in.text("filter");
    curve.zero = in.optional_text("zero");
    curve.not_judged = in.optional_text("not_judged");
    curve.file = in.text("file");
    return curve;
  }

  void read_table(ModelSection in) {
    const CataloguedCurve curve = common(in);
    const std::vector<double> speeds = in.numbers("speeds_m_s", {1.0, 10.0, "m/s"});
    const std::vector<std::string> origins = in.texts("origins");
    const std::string column = in.text("column");
    const bool gaps = in.has("gaps") && in.flag("gaps");
    if (origins.size() != speeds.size())
      in.fault("origins", "as many origins as speeds are needed", "one word for each speed, in their order");
    for (std::size_t i = 0; i < std::min(speeds.size(), origins.size()); ++i) {
      CataloguedCurve one = curve;
      one.key = fmt::format("{}_{:.1f}", in.key(), speeds[i]);
      one.speed_m_s = speeds[i];
      if (!has_conditions(in, one, origins[i])) continue;
      if (const auto at = one.file.find("{speed}"); at != std::string::npos)
        one.file.replace(at, 7, fmt::format("{:.1f}", speeds[i]));
      if (ModelTable* table = table_of(one.file))
        one.reference = reference_curve(*table, column, speeds[i], one.unit,
                                        gaps ? ModelTable::Percents::some : ModelTable::Percents::all);
      curves_.push_back(std::move(one));
    }
  }

  bool has_conditions(ModelSection& in, CataloguedCurve& curve, const std::string& origin) {
    const auto evidence = conditions_.origins.find(origin);
    if (evidence == conditions_.origins.end())
      in.fault("origins", fmt::format("no origin '{}'", origin), "the origins stand in validation_conditions.toml");
    else if (find_speed(conditions_, curve.speed_m_s) == nullptr)
      in.fault("speeds_m_s", fmt::format("nobody runs at {} m/s", number_text(curve.speed_m_s)),
               "the speeds stand in validation_conditions.toml");
    else
      curve.evidence = evidence->second;
    return !curve.evidence.word.empty();
  }

  /// A file of curves, read once; null where there is none.
  ModelTable* table_of(const std::string& name) {
    if (const auto known = tables_.find(name); known != tables_.end()) return &known->second;
    const auto path = model_path("reference/" + name);
    if (path) return &tables_.try_emplace(name, *path).first->second;
    if (missed_.insert(name).second) missing_.push_back(path.error());
    return nullptr;
  }

  const ValidationConditions& conditions_;
  std::map<std::string, ModelTable> tables_;
  std::set<std::string> missed_;
  Diagnostics missing_;
  std::vector<CataloguedCurve> curves_;
};

}  // namespace

tl::expected<std::vector<CataloguedCurve>, Diagnostics> read_reference_catalogue(
    const ValidationConditions& conditions) {
  CatalogueReader reader(conditions);
  auto curves = read_model_file(model_path("reference/validation_curves.toml"),
                                [&](ModelSection root) { return reader.read(root); });
  Diagnostics faults = curves ? Diagnostics{} : std::move(curves).error();
  const Diagnostics of_tables = reader.faults();
  faults.insert(faults.end(), of_tables.begin(), of_tables.end());
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return curves;
}

}  // namespace stridelab
