#include "uncertainty/ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "catalogue/parameter_table.h"
#include "core/model_path.h"
#include "core/text.h"
#include "model_files/model_file.h"
#include "sweep/distribution.h"

namespace stridelab {
namespace {

constexpr std::string_view run = "run", method_key = "kneecap_method";
constexpr std::array<std::string_view, 3> hows{"value", "factor", "shift"};
constexpr std::array<std::string_view, 3> provenances{"measured", "published", "judged"};
/// Files whose constants a draw reaches: those of the loads, and three that the stride reads.
constexpr std::array<std::string_view, 10> reachable{"knee/patellofemoral.toml",    "knee/patella.toml",
                                                     "loads/impact.toml",           "loads/passive_tissue.toml",
                                                     "loads/iliotibial_band.toml",  "loads/tibia.toml",
                                                     "muscles/rajagopal_2016.toml", "muscles/sharing.toml",
                                                     "gait/normative_laws.toml",    "runners/de_leva_1996.toml"};
constexpr std::string_view strengths = "runners/joint_strength.toml";

/// The number of a run that a parameter sets; null where it sets none. A null run: whether there is one.
double* number_of(const ParameterInfo& info, RunInputs* inputs) {
  static double somewhere = 0.0;
  if (const auto* body = std::get_if<double Body::*>(&info.target))
    return inputs == nullptr ? &somewhere : &(inputs->body.**body);
  if (const auto* form = std::get_if<double Form::*>(&info.target))
    return inputs == nullptr ? &somewhere : &(inputs->form.**form);
  return nullptr;
}

std::string near_text(std::string_view word, const std::vector<std::string_view>& names) {
  const auto near = nearest_spelling(word, names);
  return near ? fmt::format("did you mean {}?", *near) : "it takes " + or_list(names);
}

/// The first part of a dotted key that is not there, and what is there instead.
std::string missing_key(const toml::table& table, const std::string& key) {
  const toml::table* at = &table;
  for (std::size_t begin = 0; at != nullptr && begin <= key.size();) {
    const std::size_t end = std::min(key.find('.', begin), key.size());
    const std::string part = key.substr(begin, end - begin);
    if (!at->contains(part)) {
      std::vector<std::string_view> names;
      for (const auto& [name, node] : *at) names.push_back(name.str());
      return near_text(part, names);
    }
    at = at->get_as<toml::table>(part);
    begin = end + 1;
  }
  return {};
}

class Reader {
 public:
  std::vector<UncertainInput> read(ModelSection root) {
    std::vector<UncertainInput> inputs;
    for (ModelSection& entry : root.tables()) inputs.push_back(read_one(entry));
    return inputs;
  }

 private:
  UncertainInput read_one(ModelSection& in) {
    UncertainInput u;
    u.key = in.key();
    u.label = in.text("label");
    u.provenance = provenances[in.word("provenance", provenances)];
    u.source = in.text("source");
    for (const std::string& name : in.texts("constants")) {
      const std::size_t colon = std::min(name.find(':'), name.size());
      u.places.push_back({name.substr(0, colon), colon < name.size() ? name.substr(colon + 1) : "", 1.0});
    }
    if (in.has("one_of"))
      u.words = in.texts("one_of");
    else
      read_range(in, u);
    check(in, u);
    return u;
  }

  static void read_range(ModelSection& in, UncertainInput& u) {
    constexpr ModelRange any{-1e4, 1e4, ""};
    if (in.has("how")) u.how = static_cast<ConstantEdit::How>(in.word("how", hows));
    const auto [low, high] = in.band("range", any);
    u.low = low;
    u.high = high;
    u.centre = u.how == ConstantEdit::How::factor ? 1.0 : 0.0;
    if (in.has("sd")) u.sd = in.number("sd", {1e-9, 1e4, ""});
    if (!in.has("gains")) return;
    const auto gains = in.numbers("gains", any);
    if (gains.size() != u.places.size()) return in.fault("gains", "gains and constants differ in number");
    for (std::size_t i = 0; i < gains.size(); ++i) u.places[i].gain = gains[i];
  }

  void check(ModelSection& in, UncertainInput& u) {
    for (const UncertainInput::Place& place : u.places) {
      if (place.file == run) {
        check_input(in, u, place);
      } else {
        check_constant(in, u, place);
      }
    }
    const bool holds = u.words.empty() ? u.centre >= u.low && u.centre <= u.high : true;
    if (!holds)
      in.fault("range", fmt::format("the range does not hold what stands in the model, {}", number_text(u.centre)));
  }

  static void check_input(ModelSection& in, const UncertainInput& u, const UncertainInput::Place& place) {
    const ParameterInfo* info = find_parameter(place.key);
    if (place.key == method_key) {
      for (const std::string& word : u.words)
        if (std::ranges::find(info->choices, word) == info->choices.end())
          in.fault("one_of", fmt::format("there is no {} '{}'", method_key, word));
    } else if (info == nullptr || number_of(*info, nullptr) == nullptr || u.how == ConstantEdit::How::value ||
               !u.words.empty()) {
      in.fault("constants", "an input that no draw changes by a factor or a shift: " + place.key);
    }
  }

  void check_constant(ModelSection& in, UncertainInput& u, const UncertainInput::Place& place) {
    std::vector<std::string_view> files(reachable.begin(), reachable.end());
    files.push_back(strengths);
    const std::string shown = place.file + ":" + place.key;
    if (std::ranges::find(files, place.file) == files.end())
      return in.fault("constants", fmt::format("'{}' names no model file that a draw reaches", shown),
                      near_text(place.file, files));
    const toml::table* table = parsed(place.file);
    if (table == nullptr) return in.fault("constants", fmt::format("'{}': the file cannot be read", shown));
    const toml::node* node = table->at_path(place.key).node();
    if (node == nullptr)
      return in.fault("constants", fmt::format("there is no '{}' in {}", place.key, place.file),
                      missing_key(*table, place.key));
    check_node(in, u, *node, shown);
  }

  static void check_node(ModelSection& in, UncertainInput& u, const toml::node& node, const std::string& shown) {
    if (!u.words.empty()) {
      const std::string now = node.value_or(std::string());
      if (std::ranges::find(u.words, now) == u.words.end())
        in.fault("one_of", fmt::format("'{}' of {} is none of them", now, shown));
      return;
    }
    const bool is_list = node.is_array() && u.how == ConstantEdit::How::factor;
    if (!node.is_number() && !is_list) return in.fault("constants", fmt::format("{} is no number", shown));
    if (u.how == ConstantEdit::How::value) u.centre = node.value_or(0.0);
  }

  const toml::table* parsed(const std::string& file) {
    if (const auto known = files_.find(file); known != files_.end()) return &known->second;
    const auto path = model_path(file);
    if (!path) return nullptr;
    try {
      return &files_.emplace(file, toml::parse_file(path->string())).first->second;
    } catch (const toml::parse_error&) {
      return nullptr;
    }
  }

  std::map<std::string, toml::table> files_;
};

double normal_share(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

}  // namespace

double UncertainInput::at(double u) const {
  if (!words.empty()) return std::floor(u * static_cast<double>(words.size()));
  if (sd == 0.0) return low + u * (high - low);
  const double from = normal_share((low - centre) / sd), to = normal_share((high - centre) / sd);
  return std::clamp(centre + sd * normal_quantile(from + u * (to - from)), low, high);
}

tl::expected<std::vector<UncertainInput>, Diagnostics> read_uncertain_inputs() {
  return read_model_file(model_path("uncertainty/ranges.toml"), [](ModelSection in) { return Reader().read(in); });
}

tl::expected<std::vector<UncertainInput>, Diagnostics> read_runner_inputs() {
  return read_model_file(model_path("uncertainty/runners.toml"), [](ModelSection in) { return Reader().read(in); });
}

tl::expected<std::vector<UncertainInput>, Diagnostics> read_uncertain_inputs(const std::filesystem::path& file) {
  return read_model_file(file, [](ModelSection in) { return Reader().read(in); });
}

std::vector<ConstantEdit> edits_of(const std::vector<UncertainInput>& inputs, const std::vector<double>& values) {
  std::vector<ConstantEdit> edits;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    for (const UncertainInput::Place& place : inputs[i].places) {
      if (place.file == run) continue;
      ConstantEdit edit{place.file, place.key, inputs[i].how, values[i]};
      if (inputs[i].how == ConstantEdit::How::shift) edit.by = place.gain * values[i];
      if (!inputs[i].words.empty()) edit.by = inputs[i].words[static_cast<std::size_t>(values[i])];
      edits.push_back(std::move(edit));
    }
  return edits;
}

void choose(const std::vector<UncertainInput>& inputs, const std::vector<double>& values, RunInputs& inputs_of_run) {
  for (std::size_t i = 0; i < inputs.size(); ++i)
    for (const UncertainInput::Place& place : inputs[i].places) {
      if (place.file != run) continue;
      const ParameterInfo& info = *find_parameter(place.key);
      if (place.key == method_key) {
        const std::string& word = inputs[i].words[static_cast<std::size_t>(values[i])];
        const auto at = std::ranges::find(info.choices, word) - info.choices.begin();
        inputs_of_run.form.kneecap_method = static_cast<KneecapMethod>(at);
        continue;
      }
      double& number = *number_of(info, &inputs_of_run);
      if (inputs[i].how == ConstantEdit::How::factor)
        number *= values[i];
      else
        number += to_si(info, place.gain * values[i]);
    }
}

bool moves_stride(const UncertainInput& input) {
  return std::ranges::any_of(input.places, [](const UncertainInput::Place& place) {
    return place.file.starts_with("gait/") || place.file.starts_with("runners/") ||
           (place.file == run && place.key != method_key);
  });
}

std::string_view table_of_input(const UncertainInput& input) {
  const UncertainInput::Place& place = input.places.front();
  if (place.file != run || place.key == method_key) return "models";
  return find_parameter(place.key)->table == "form" ? "form" : "body";
}

}  // namespace stridelab
