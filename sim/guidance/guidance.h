#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "regions/region_map.h"

namespace stridelab {

/// The sentence under every text of this room.
inline constexpr std::string_view guidance_disclaimer =
    "General information from a teaching model, not medical advice: see a professional about pain.";

/// What sort of advice an entry is.
enum class GuidanceKind { self_care, warm_up, exercise, stretch, habit, professional, warning_sign, mechanism };

/// The word of the files: "self-care", "warning sign", ...
std::string_view to_text(GuidanceKind kind);

/// One piece of advice, or one thing worth knowing: models/guidance/*.toml, [[entry]].
struct GuidanceEntry {
  std::string key;    ///< "clamshell"; differs from every parameter, metric and region
  std::string title;  ///< for headings
  std::string text;   ///< paragraphs, split by an empty line
  GuidanceKind kind = GuidanceKind::self_care;
  std::vector<std::string> regions;  ///< of the region map; empty: wherever it hurts
  std::vector<std::string> acts_on;  ///< parameters and metrics through which the model knows it; empty: not modelled
  std::string evidence;              ///< how well it is supported, in words
  std::string source;                ///< a citation, or empty

  [[nodiscard]] bool modelled() const { return !acts_on.empty(); }
};

/// What there is to say about a region. Its name, loads and usual bands stand in the region map alone.
struct RegionNotes {
  std::string key;
  std::string text;                 ///< what lies there and what loads it
  std::vector<std::string> advice;  ///< entries to try first
};

/// How a parameter acts in this model. Its meaning, unit, range and source stand in the parameter table alone.
struct ParameterNotes {
  std::string key;
  std::string mechanism;                ///< paragraphs, split by an empty line
  std::string engines;                  ///< which engine it acts in
  std::string certainty;                ///< what is known and what is judged
  std::vector<std::string> asked = {};  ///< metrics that people ask for when they change it, the headline's first

  /// The first clause of the certainty, without its end and without what stands in brackets: a line of doubt under an
  /// answer.
  [[nodiscard]] std::string doubt() const;
};

/// A metric in words. Its unit, sign, definition and source stand in the metric table alone.
struct MetricNotes {
  std::string key;
  std::string meaning;                  ///< one phrase for a runner
  std::string reading;                  ///< what it says and what it does not; empty where the meaning is enough
  std::string validity;                 ///< where it holds, how sure it is
  std::vector<std::string> regions;     ///< those whose load it is, then others; empty: of no one place
  std::vector<std::string> changed_by;  ///< parameters that move it, the strongest first
  std::string plain = {};               ///< what a first answer calls it; empty: its label
};

/// A step that a runner can take, one way: models/guidance/levers.toml.
struct Lever {
  std::string words;      ///< "10 % more steps, same pace"
  std::string parameter;  ///< key of the parameter table that it moves, by one of the following
  std::optional<double> percent, add, to;
  std::string to_text;  ///< of a text key; else empty
  std::string source;   ///< why people manage it
  std::string sure;     ///< how well its effect is supported; empty: as its parameter says
};

/// A word that people say, and the name it stands for.
struct PeopleWord {
  std::string says, means;
};

/// All guidance: read once, immutable. Pointers stay valid as long as the object lives.
struct Guidance {
  std::vector<GuidanceEntry> entries;  ///< in the order people read them: by file, as written
  std::vector<RegionNotes> regions;
  std::vector<ParameterNotes> parameters;
  std::vector<MetricNotes> metrics;  ///< every row of metric_table() has one
  RegionMap map;                     ///< the places themselves
  std::vector<Lever> levers = {};
  std::vector<PeopleWord> words = {};

  [[nodiscard]] const GuidanceEntry* entry(std::string_view key) const;
  [[nodiscard]] const RegionNotes* region(std::string_view key) const;
  [[nodiscard]] const ParameterNotes* parameter(std::string_view key) const;
  [[nodiscard]] const MetricNotes* metric(std::string_view key) const;

  /// Entries that name this region, in file order. Those for everywhere are left out.
  [[nodiscard]] std::vector<const GuidanceEntry*> in_region(std::string_view region) const;
  /// Entries of a kind, in file order.
  [[nodiscard]] std::vector<const GuidanceEntry*> of_kind(GuidanceKind kind) const;
  /// Entries that act on this parameter or metric, in file order.
  [[nodiscard]] std::vector<const GuidanceEntry*> acting_on(std::string_view key) const;
  /// Metrics that this parameter moves: those first where it is among the strongest, then those that people see first,
  /// then in the order of metric_table().
  [[nodiscard]] std::vector<std::string> metrics_changed_by(std::string_view parameter) const;
};

/// Reads every *.toml of a folder, in the order of their names.
///
/// map     the regions that the files may name
/// errors  every fault of every file in one pass: unknown, missing and doubled keys, unknown kinds and names, a metric
///         without words
tl::expected<Guidance, Diagnostics> read_guidance(const std::filesystem::path& folder, RegionMap map);

/// The guidance of the installation (core/model_path.h), read when first asked for.
const tl::expected<Guidance, Diagnostics>& shipped_guidance();

}  // namespace stridelab
