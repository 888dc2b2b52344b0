#include "cli/explain_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/outputs.h"
#include "core/text.h"
#include "guidance/explanation.h"
#include "model_files/models_origin.h"
#include "scenario/input_files.h"

namespace stridelab {
namespace {

using Json = nlohmann::ordered_json;

constexpr int widest_prose = 80;  // longer lines of prose are hard to follow, however wide the terminal
constexpr int indent = 2;
constexpr int gap = 2;

/// Writes explanations as people read them: headings, indented prose, columns of links.
class Page {
 public:
  Page(std::ostream& out, const ConsoleStyle& style)
      : out_(out), style_(style), columns_(std::min(style.columns, widest_prose)) {}

  void explanation(const Explanation& e) {
    title(e);
    if (!e.meaning.empty()) out_ << wrapped(e.meaning, columns_, indent);
    // Advice speaks for itself and its evidence comes after; a key is looked up for its facts.
    const bool text_first = e.kind == ExplainedKind::topic;
    if (!text_first) facts(e.facts);
    for (const ExplainedPassage& passage : e.passages) {
      heading(passage.heading);
      paragraphs(passage.text);
    }
    if (text_first) facts(e.facts);
    for (const ExplainedLinks& group : e.related) links(group);
    disclaimer();
  }

  void list(const std::vector<ExplainedLinks>& groups) {
    out_ << wrapped(
        "stridelab explain NAME says what a name means, how it acts in this model and what is known "
        "about it. Names:",
        columns_, 0);
    for (const ExplainedLinks& group : groups) links(group);
    disclaimer();
  }

 private:
  /// The key stands beside its title, or below where the line is too short.
  void title(const Explanation& e) {
    out_ << style_.bold(e.title);
    if (e.title != e.key) {
      const bool fits = display_width(e.title) + gap + e.key.size() <= static_cast<std::size_t>(columns_);
      out_ << std::string(fits ? "" : "\n") << "  " << style_.dim(e.key);
    }
    out_ << "\n";
  }

  void heading(std::string_view text) {
    out_ << "\n";
    if (!text.empty()) out_ << style_.bold(text) << "\n";
  }

  void paragraphs(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      out_ << wrapped(text.substr(0, end), columns_, indent);
      text.remove_prefix(std::min(end + 2, text.size()));
      if (!text.empty()) out_ << "\n";
    }
  }

  /// A word and what it says beside it, continued in the same column.
  void row(std::string_view name, std::string_view text, int width) {
    const int column = indent + width + gap;
    std::string block = wrapped(text, columns_, column);
    const std::string head = std::string(static_cast<std::size_t>(indent), ' ') + pad_right(name, width);
    out_ << head << block.substr(static_cast<std::size_t>(indent + width));
  }

  void facts(const std::vector<ExplainedFact>& facts) {
    std::size_t width = 0;
    for (const ExplainedFact& fact : facts) width = std::max(width, display_width(fact.name));
    if (!facts.empty()) out_ << "\n";
    for (const ExplainedFact& fact : facts) row(fact.name, fact.value, static_cast<int>(width));
  }

  void links(const ExplainedLinks& group) {
    heading(group.heading);
    std::string bare;
    std::size_t width = 0;
    for (const ExplainedLink& link : group.links) {
      width = std::max(width, link.title.empty() ? 0 : display_width(link.key));
      if (link.title.empty()) bare += (bare.empty() ? "" : ", ") + link.key;
    }
    if (!bare.empty()) out_ << wrapped(bare, columns_, indent);
    for (const ExplainedLink& link : group.links)
      if (!link.title.empty()) row(link.key, link.title, static_cast<int>(width));
  }

  void disclaimer() {
    out_ << "\n" << style_.dim(wrapped(guidance_disclaimer, columns_, 0));
    if (const std::string note = models_origin().note(); !note.empty()) out_ << wrapped("note: " + note, columns_, 2);
  }

  std::ostream& out_;
  const ConsoleStyle& style_;
  int columns_;
};

Json links_json(const std::vector<ExplainedLinks>& groups) {
  Json out = Json::array();
  for (const ExplainedLinks& group : groups) {
    Json entries = Json::array();
    for (const ExplainedLink& link : group.links) entries.push_back({{"key", link.key}, {"title", link.title}});
    out.push_back({{"heading", group.heading}, {"entries", entries}});
  }
  return out;
}

Json document(std::string_view kind) {
  Json out{{"schema", "stridelab.explain/1"}, {"kind", kind}};
  if (const std::string note = models_origin().note(); !note.empty()) out["note"] = note;
  return out;
}

Json explanation_json(const Explanation& e) {
  Json out = document(to_text(e.kind));
  out["key"] = e.key;
  out["title"] = e.title;
  out["meaning"] = e.meaning;
  out["facts"] = Json::object();
  for (const ExplainedFact& fact : e.facts) out["facts"][fact.name] = fact.value;
  out["passages"] = Json::array();
  for (const ExplainedPassage& p : e.passages) out["passages"].push_back({{"heading", p.heading}, {"text", p.text}});
  out["related"] = links_json(e.related);
  out["disclaimer"] = guidance_disclaimer;
  return out;
}

Json list_json(const std::vector<ExplainedLinks>& groups) {
  Json out = document("list");
  out["groups"] = links_json(groups);
  out["disclaimer"] = guidance_disclaimer;
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

/// JSON on stdout stands alone: people then read on stderr.
ExitCode write(const Console& console, Outputs& outputs, const Json& json, const auto& print) {
  if (outputs.takes_stdout()) {
    Page page(console.err, console.err_style);
    print(page);
  } else {
    Page page(console.out, console.out_style);
    print(page);
  }
  outputs.append(0, json.dump(1) + "\n");
  return outputs.commit();
}

}  // namespace

ExitCode explain_command(const ExplainOptions& options, const Console& console) {
  Outputs outputs(console);
  outputs.want("--json", options.json, json_file);
  if (const ExitCode refused = outputs.open(model_files); refused != ExitCode::done) return refused;
  const auto& guidance = shipped_guidance();
  if (!guidance) {
    console.err << to_text(guidance.error());
    return ExitCode::invalid_input;
  }
  if (options.words.empty()) {
    const auto groups = explainable(*guidance);
    return write(console, outputs, list_json(groups), [&](Page& page) { page.list(groups); });
  }
  const auto explanation = explain(joined(options.words), *guidance);
  if (!explanation) {
    console.err << to_text(explanation.error());
    return ExitCode::invalid_input;
  }
  return write(console, outputs, explanation_json(*explanation), [&](Page& page) { page.explanation(*explanation); });
}

}  // namespace stridelab
