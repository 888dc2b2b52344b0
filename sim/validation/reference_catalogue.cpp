#include "validation/reference_catalogue.h"

#include <fmt/format.h>

#include "core/model_path.h"
#include "core/text.h"
#include "ground/figure_file.h"
#include "validation/signals.h"

namespace stridelab {
namespace {

/// Reads the tables of the catalogue; one table stands for a curve at several speeds.
class CatalogueReader {
 public:
  CatalogueReader(const std::filesystem::path& path, const ValidationConditions& conditions)
      : file_(path), conditions_(conditions) {}

  tl::expected<std::vector<CataloguedCurve>, Diagnostics> read() {
    for (const std::string& table : file_.tables()) read_table(table);
    Diagnostics faults = file_.faults();
    faults.insert(faults.end(), reference_faults_.begin(), reference_faults_.end());
    if (!faults.empty()) return tl::unexpected(std::move(faults));
    return std::move(curves_);
  }

 private:
  /// One of two words.
  bool is_first(const std::string& table, const char* key, std::string_view first, std::string_view second) {
    const std::string word = file_.text(table, key);
    if (word != first && word != second)
      file_.refuse(table, key, fmt::format("{} = '{}'", key, word), fmt::format("{} or {}", first, second));
    return word == first;
  }

  CataloguedCurve common(const std::string& table) {
    CataloguedCurve curve;
    curve.title = file_.text(table, "title");
    curve.unit = file_.text(table, "unit");
    curve.signal = file_.text(table, "signal");
    if (find_signal(curve.signal) == nullptr)
      file_.refuse(table, "signal", fmt::format("'{}' is no signal of the model", curve.signal),
                   "a curve of `run --json`, or one of sim/validation/signals.cpp");
    curve.over = is_first(table, "over", "stance", "swing") ? CyclePart::stance : CyclePart::swing;
    curve.percent_of_cycle = is_first(table, "percent_of", "cycle", "stance");
    curve.peak_sign = is_first(table, "peak", "largest", "smallest") ? 1.0 : -1.0;
    curve.filter = file_.text(table, "filter");
    if (file_.has(table, "zero")) curve.zero = file_.text(table, "zero");
    if (file_.has(table, "not_judged")) curve.not_judged = file_.text(table, "not_judged");
    return curve;
  }

  void read_table(const std::string& table) {
    file_.allow(table, {"title", "unit", "signal", "over", "speeds_m_s", "origins", "file", "column", "percent_of",
                        "filter", "peak", "zero", "not_judged"});
    const CataloguedCurve curve = common(table);
    const std::string name = file_.text(table, "file"), column = file_.text(table, "column");
    const std::vector<double> speeds = file_.numbers(table, "speeds_m_s");
    const std::vector<std::string> origins = file_.texts(table, "origins");
    if (origins.size() != speeds.size())
      file_.refuse(table, "origins", "as many origins as speeds are needed", "one word for each speed, in their order");
    for (std::size_t i = 0; i < std::min(speeds.size(), origins.size()); ++i) {
      CataloguedCurve one = curve;
      one.key = fmt::format("{}_{:.1f}", table, speeds[i]);
      one.speed_m_s = speeds[i];
      add(std::move(one), table, name, column, origins[i]);
    }
  }

  void add(CataloguedCurve curve, const std::string& table, std::string name, const std::string& column,
           const std::string& origin) {
    const auto evidence = conditions_.origins.find(origin);
    if (evidence == conditions_.origins.end())
      return file_.refuse(table, "origins", fmt::format("no origin '{}'", origin),
                          "the origins stand in validation_conditions.toml");
    if (find_speed(conditions_, curve.speed_m_s) == nullptr)
      return file_.refuse(table, "speeds_m_s", fmt::format("nobody runs at {} m/s", number_text(curve.speed_m_s)),
                          "the speeds stand in validation_conditions.toml");
    curve.evidence = evidence->second;
    if (const auto at = name.find("{speed}"); at != std::string::npos)
      name.replace(at, 7, fmt::format("{:.1f}", curve.speed_m_s));
    curve.file = name;
    const auto path = model_path("reference/" + name);
    if (!path) return reference_faults_.push_back(path.error());
    auto reference = read_reference_curve(*path, column, curve.speed_m_s);
    if (!reference) return reference_faults_.push_back(reference.error());
    curve.reference = *std::move(reference);
    curves_.push_back(std::move(curve));
  }

  FigureFile file_;
  const ValidationConditions& conditions_;
  Diagnostics reference_faults_;
  std::vector<CataloguedCurve> curves_;
};

}  // namespace

tl::expected<std::vector<CataloguedCurve>, Diagnostics> read_reference_catalogue(
    const ValidationConditions& conditions) {
  const auto path = model_path("reference/validation_curves.toml");
  if (!path) return tl::unexpected(Diagnostics{path.error()});
  return CatalogueReader(*path, conditions).read();
}

}  // namespace stridelab
