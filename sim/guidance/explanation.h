#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "guidance/guidance.h"

namespace stridelab {

enum class ExplainedKind { parameter, metric, region, topic };

/// "parameter", "metric", "region" or "topic".
std::string_view to_text(ExplainedKind kind);

/// A short fact: "range", "20 .. 150 %".
struct ExplainedFact {
  std::string name, value;
};

/// Text under a heading; an empty line parts paragraphs.
struct ExplainedPassage {
  std::string heading, text;
};

/// Something else that can be explained. The title may be empty where the key says enough.
struct ExplainedLink {
  std::string key, title;
};

/// Links under a heading.
struct ExplainedLinks {
  std::string heading;
  std::vector<ExplainedLink> links;
};

/// Everything known about one name, put together from the parameter table, the metric table and the guidance. Without
/// any layout: the console, JSON and the view show the same. guidance_disclaimer belongs under it.
struct Explanation {
  ExplainedKind kind = ExplainedKind::topic;
  std::string key;
  std::string title;    ///< in words; of a parameter its key
  std::string meaning;  ///< one sentence; empty where the passages say it all
  std::vector<ExplainedFact> facts;
  std::vector<ExplainedPassage> passages;
  std::vector<ExplainedLinks> related;
};

/// Explains a parameter (relative keys and run settings too), a metric (a leg may be named), a region or a topic.
/// Spaces and hyphens in the name count as underscores, capitals as small letters: "Side plank" is side_plank.
/// errors  an unknown name, with the nearest spelling
tl::expected<Explanation, Diagnostic> explain(std::string_view name, const Guidance& guidance);

/// The place that a name stands for: its key, its name, or what people say ("kneecap", "runner's knee"); null for none.
const Region* region_meant(std::string_view name, const Guidance& guidance);

/// All that can be explained, grouped in the order people read it.
std::vector<ExplainedLinks> explainable(const Guidance& guidance);

}  // namespace stridelab
