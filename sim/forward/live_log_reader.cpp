#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <span>
#include <sstream>

#include "core/text.h"
#include "forward/command_log.h"
#include "forward/live_log_fields.h"

namespace stridelab {
namespace {

struct Word {
  std::string_view text;
  int column;
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t at = line.find_first_not_of(" \t\r"); at != std::string_view::npos;
       at = line.find_first_not_of(" \t\r", at)) {
    const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
    words.push_back({line.substr(at, end - at), static_cast<int>(at) + 1});
    at = end;
  }
  return words;
}

template <class Number>
bool read_number(std::string_view text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_value(std::string_view text, double& value) { return read_number(text, value) && std::isfinite(value); }
bool read_value(std::string_view text, std::int64_t& value) { return read_number(text, value); }
bool read_value(std::string_view text, std::uint64_t& value) { return read_number(text, value); }
template <class Choice>
bool read_choice(std::string_view text, std::span<const std::string_view> words, Choice& choice) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end()) return false;
  choice = static_cast<Choice>(found - words.begin());
  return true;
}
bool read_value(std::string_view text, Sex& sex) { return read_choice(text, words_of_parameter("sex"), sex); }
bool read_value(std::string_view text, FootPosture& posture) {
  return read_choice(text, words_of_parameter("foot_posture"), posture);
}
bool read_value(std::string_view text, KneeSupport& support) {
  return read_choice(text, words_of_parameter("knee_support"), support);
}
bool read_value(std::string_view text, KneecapMethod& method) {
  return read_choice(text, words_of_parameter("kneecap_method"), method);
}
bool read_value(std::string_view text, CarrierKind& kind) { return read_choice(text, carrier_words, kind); }
bool read_value(std::string_view text, std::optional<std::int64_t>& from) {
  if (text == "cold") return from.reset(), true;
  std::int64_t index = 0;
  const bool read = read_number(text, index);
  from = index;
  return read;
}

/// Reads the lines one after the other and collects what is wrong with them.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}

  void read(std::string_view line) {
    ++line_number_;
    line_ = line;
    words_ = words_of(line);
    if (words_.empty() || words_[0].text.starts_with('#')) return;
    if (!heading_) {
      heading_ = true;
      const std::string_view heading = line.substr(0, line.find_last_not_of(" \t\r") + 1);
      older_ = std::find(log_headings_before.begin(), log_headings_before.end(), heading) != log_headings_before.end();
      if (heading != log_heading && !older_)
        fault(words_[0], fmt::format("this is no session log: it does not begin with \"{}\"", log_heading));
    } else if (words_[0].text == "settings") {
      has_settings_ = true;
      read_settings();
    } else if (words_[0].text == "start") {
      has_start_ = true;
      read_fields(log_.start, 1);
    } else {
      read_entry();
    }
  }

  tl::expected<CommandLog, Diagnostics> finish() {
    line_ = {};
    for (const auto& [has, what] :
         {std::pair{heading_, log_heading}, {has_settings_, "settings"}, {has_start_, "start"}})
      if (!has) fault({"", 0}, fmt::format("the log has no line \"{}\"", what));
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    log_.settings.contact = log_.start.contact;
    return std::move(log_);
  }

 private:
  void fault(const Word& word, std::string message, std::string help = {}) {
    faults_.push_back({file_, line_.empty() ? 0 : line_number_, word.column, printable(message), printable(line_),
                       std::max(1, static_cast<int>(word.text.size())), std::move(help)});
  }

  /// Every field must be there, but for those that older logs do not know; `first` is the word the fields begin at.
  template <class T>
  void read_fields(T& fields, std::size_t first) {
    std::vector<std::string_view> known;
    each_field(fields, [&](std::string_view key, auto& value) {
      known.push_back(key);
      const auto word = std::find_if(words_.begin() + static_cast<std::ptrdiff_t>(first), words_.end(),
                                     [&](const Word& w) { return w.text.substr(0, w.text.find('=')) == key; });
      if (word == words_.end() && older_ && std::ranges::find(fields_of_log_4, key) != fields_of_log_4.end())
        return;  // keeps its default
      if (word == words_.end()) return fault(words_[0], fmt::format("{} is missing", key));
      const std::string_view text = word->text.substr(std::min(key.size() + 1, word->text.size()));
      if (!read_value(text, value)) fault(*word, fmt::format("{} = {} cannot be read", key, text));
    });
    for (std::size_t i = first; i < words_.size(); ++i) {
      const std::string_view key = words_[i].text.substr(0, words_[i].text.find('='));
      if (std::find(known.begin(), known.end(), key) != known.end()) continue;
      const auto nearest = nearest_spelling(key, known);
      fault(words_[i], fmt::format("{} is unknown here", key), nearest ? fmt::format("is it {}?", *nearest) : "");
    }
  }

  void read_settings() {
    read_fields(log_.settings, 1);
    const double dt_s = log_.settings.dt_s;
    if (!(dt_s >= 0.0001 && dt_s <= 0.002))
      fault(words_[0], fmt::format("dt_s = {:g} is outside 0.0001 .. 0.002 s", dt_s));
  }

  void read_entry() {
    std::int64_t step = 0;
    if (!read_number(words_[0].text, step) || step < 0)
      return fault(words_[0], fmt::format("{} is no number of steps", words_[0].text));
    if (!log_.entries.empty() && step < log_.entries.back().step)
      fault(words_[0], fmt::format("step {} comes after step {}", step, log_.entries.back().step));
    const Word word = words_.size() > 1 ? words_[1] : Word{"", words_[0].column};
    std::optional<LogEvent> event = event_of(word);
    if (!event) return;
    std::visit(
        [&](auto& e) {
          read_fields(e, 2);
          check(word, e);
        },
        *event);
    log_.entries.push_back({step, *std::move(event)});
  }

  std::optional<LogEvent> event_of(const Word& word) {
    static constexpr std::array<LogEvent (*)(), event_words.size()> makers =
        []<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<LogEvent (*)(), sizeof...(I)>{[]() -> LogEvent { return LogEvent(std::in_place_index<I>); }...};
    }
    (std::make_index_sequence<event_words.size()>{});
    for (std::size_t i = 0; i < event_words.size(); ++i)
      if (event_words[i] == word.text) return makers[i]();
    const auto nearest = nearest_spelling(word.text, event_words);
    fault(word, fmt::format("\"{}\" is no event", word.text), nearest ? fmt::format("is it {}?", *nearest) : "");
    return std::nullopt;
  }

  void check(const Word& word, const StrideAdopted& stride) { check_stride(word, stride.runner, stride.warm_from); }
  void check(const Word& word, const StrideSolved& stride) {
    check_stride(word, {stride.body, stride.form, {}}, stride.warm_from);
  }
  template <class T>
  void check(const Word& word, const T& command) {
    if (const auto checked = check_command(command); !checked) fault(word, checked.error());
  }
  void check_stride(const Word& word, const LiveRunner& runner, const std::optional<std::int64_t>& from) {
    if (from && (*from < 0 || *from > strides_))
      fault(word, fmt::format("from = {} is not a stride before this one, the {}.", *from, strides_ + 1));
    ++strides_;
    if (const auto checked = check_runner(runner); !checked) fault(word, checked.error());
  }

  std::string file_;
  int line_number_ = 0;
  std::string_view line_;
  std::vector<Word> words_;
  bool heading_ = false, older_ = false, has_settings_ = false, has_start_ = false;
  std::int64_t strides_ = 0;  ///< read so far, but for the start
  CommandLog log_;
  Diagnostics faults_;
};

}  // namespace

tl::expected<CommandLog, Diagnostics> parse_command_log(std::string_view text, const std::string& file) {
  Reader reader(file);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    reader.read(text.substr(at, end - at));
    at = end + 1;
  }
  return reader.finish();
}

tl::expected<CommandLog, Diagnostics> read_command_log(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) {
    Diagnostic fault;
    fault.file = file.string();
    fault.message = "the session log cannot be read";
    return tl::unexpected(Diagnostics{fault});
  }
  return parse_command_log(text.str(), file.string());
}

}  // namespace stridelab
