#pragma once

#include "catalogue/metric_table.h"
#include "catalogue/parameter_table.h"
#include "guidance/explanation.h"

namespace stridelab {

// One builder per sort of name: tables and guidance in, an explanation out. Used by explanation.cpp alone.
Explanation explain_parameter(const ParameterInfo& info, const Guidance& guidance);
Explanation explain_relative(const RelativeInfo& info, const Guidance& guidance);
Explanation explain_metric(const MetricRow& row, const Guidance& guidance);
Explanation explain_region(const Region& region, const Guidance& guidance);
Explanation explain_topic(const GuidanceEntry& entry, const Guidance& guidance);

/// Adds a fact, a passage or a group of links unless it is empty.
void add_fact(Explanation& to, std::string_view name, std::string_view value);
void add_passage(Explanation& to, std::string_view heading, std::string_view text);
void add_links(Explanation& to, std::string_view heading, std::vector<ExplainedLink> links);

/// Links with the titles people know: a metric's label, a region's and an entry's title, nothing for a parameter.
std::vector<ExplainedLink> links_to(const std::vector<std::string>& keys, const Guidance& guidance);
std::vector<ExplainedLink> links_to(const std::vector<const GuidanceEntry*>& entries);

/// The exercises, stretches and warm-ups among them.
std::vector<const GuidanceEntry*> training_among(const std::vector<const GuidanceEntry*>& entries);

/// Adds the entries split by what they are good for: exercises and stretches, other advice, background.
void add_advice(Explanation& to, const std::vector<const GuidanceEntry*>& entries);

}  // namespace stridelab
