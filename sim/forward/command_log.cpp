#include "forward/command_log.h"

#include <fmt/format.h>

#include <span>

#include "core/text.h"
#include "forward/live_log_fields.h"

namespace stridelab {
namespace {

std::string value_text(double value) { return number_text(value); }
std::string value_text(std::int64_t value) { return fmt::format("{}", value); }
std::string value_text(std::uint64_t value) { return fmt::format("{}", value); }
std::string word(std::span<const std::string_view> words, auto choice) {
  return std::string(words[static_cast<std::size_t>(choice)]);
}
std::string value_text(Sex sex) { return word(words_of_parameter("sex"), sex); }
std::string value_text(FootPosture posture) { return word(words_of_parameter("foot_posture"), posture); }
std::string value_text(KneeSupport support) { return word(words_of_parameter("knee_support"), support); }
std::string value_text(KneecapMethod method) { return word(words_of_parameter("kneecap_method"), method); }
std::string value_text(CarrierKind kind) { return word(carrier_words, kind); }
std::string value_text(const std::optional<std::int64_t>& from) { return from ? value_text(*from) : "cold"; }

template <class T>
std::string fields_text(const T& fields) {
  std::string text;
  each_field(fields,
             [&](std::string_view key, const auto& value) { text += fmt::format(" {}={}", key, value_text(value)); });
  return text;
}

}  // namespace

std::string to_text(const CommandLog& log) {
  std::string text = fmt::format("{}\n", log_heading);
  text += fmt::format("settings{}\nstart{}\n", fields_text(log.settings), fields_text(log.start));
  for (const LogEntry& entry : log.entries)
    text += fmt::format("{} {}{}\n", entry.step, event_words[entry.event.index()],
                        std::visit([](const auto& event) { return fields_text(event); }, entry.event));
  return text;
}

}  // namespace stridelab
