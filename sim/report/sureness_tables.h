#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/metrics.h"
#include "report/console_style.h"
#include "study/how_sure.h"

namespace stridelab {

// How sure results are, everywhere in the same words: headlines, tables for people, Markdown, JSON.

/// " (-9 to -21 %)": the change of a metric in nine of ten draws; " (cannot tell: ...)" where it may go either way; empty
/// where nobody drew.
std::string interval_words(const HowSure* sure, std::string_view key);

/// What the brackets of such a sentence are, how often was drawn, and what makes most of them; empty where nobody drew.
///
/// asked  the metrics of the sentence, the first counts
std::string sure_sentence(const HowSure* sure, const std::vector<std::string>& asked);

/// Of every metric that a table shows: the result and, against another run, its change, each with the 5th and the 95th per
/// cent of the draws; under it the three inputs that move it most.
///
/// a  what b is compared with; null: a run alone
std::string sureness_rows(const HowSure& sure, const MetricValues* a, const MetricValues& b, const ConsoleStyle& style);

/// The same of every metric as a part of a Markdown page.
std::string sureness_markdown(const HowSure& sure, const MetricValues* a, const MetricValues& b);

/// What the sides of a JSON document are called.
struct SideNames {
  const char *a, *b;
};

/// As JSON has it: {draws, without_stride, metrics: {key: {a, b, change, change_percent}}}, each with its two intervals and
/// what makes them.
nlohmann::ordered_json sureness_json(const HowSure& sure, SideNames names);

}  // namespace stridelab
