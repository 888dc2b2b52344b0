#include "cli/outputs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "core/text.h"
#include "report/atomic_file.h"

namespace stridelab {
namespace fs = std::filesystem;

const FileKind json_file{"JSON", {".json"}};
const FileKind csv_file{"CSV", {".csv"}};
const FileKind junit_file{"JUnit XML", {".xml"}};
const FileKind markdown_file{"Markdown", {".md", ".markdown"}};
const FileKind html_file{"HTML", {".html", ".htm"}};
const FileKind pdf_file{"PDF", {".pdf"}};
const FileKind picture_file{"a picture", {".svg", ".png"}};
const FileKind toml_file{"TOML", {".toml"}};

namespace {

/// Why a name does not fit what is written there; the name it leads to counts as well, if it is a link.
std::string wrong_extension(const fs::path& named, const OutputPlace& place, const FileKind& kind) {
  if (place.is_stream() || kind.extensions.empty()) return {};
  for (const fs::path& path : {named, place.path}) {
    const std::string extension = path.extension().string();
    if (extension.empty() ||
        std::find(kind.extensions.begin(), kind.extensions.end(), extension) != kind.extensions.end())
      continue;
    const std::string leads = path == named ? "" : fmt::format(" leads to {} and", path.string());
    return fmt::format("{}{} has the ending {}, but {} is written there: call it {}{}", named.string(), leads,
                       extension, kind.name, named.stem().string(), kind.extensions.front());
  }
  return {};
}

}  // namespace

std::size_t Outputs::want(std::string_view option, const std::string& target, const FileKind& kind) {
  wanted_.push_back({std::string(option), target, &kind, {}, false, std::nullopt});
  return wanted_.size() - 1;
}

void Outputs::watch(std::string_view option, const std::string& target, const FileKind& kind) {
  wanted_.push_back({std::string(option), target, &kind, {}, true, std::nullopt});
}

std::size_t Outputs::want_in(const std::string& folder, std::string_view name, const FileKind& kind) {
  const std::string target = folder.empty() ? "" : (fs::path(folder) / name).string();
  wanted_.push_back({"--out", target, &kind, folder, false, std::nullopt});
  return wanted_.size() - 1;
}

std::vector<std::string> Outputs::faults(const std::function<std::vector<fs::path>()>& inputs) const {
  std::vector<std::string> found;
  std::vector<std::pair<const Wanted*, OutputPlace>> places;
  const auto stdout_place = output_place_of(STDOUT_FILENO);
  const Wanted printed{"stdout", "what is printed", nullptr, {}, false, std::nullopt};
  if (stdout_place && stdout_place->kind == OutputPlace::Kind::file) places.emplace_back(&printed, *stdout_place);
  std::vector<OutputPlace> read;
  bool has_read = false;
  const auto reads = [&](const OutputPlace& place) {
    if (!has_read)
      for (const fs::path& input : inputs()) read.push_back(output_place(input));
    has_read = true;
    return std::any_of(read.begin(), read.end(), [&](const OutputPlace& input) { return input.is_same(place); });
  };
  if (!places.empty() && reads(places.front().second))
    found.push_back("stdout goes into a file that this command reads; name another");
  for (const Wanted& wanted : wanted_) {
    if (wanted.target.empty()) continue;
    const bool to_stdout = wanted.is_stdout();
    const OutputPlace place = to_stdout ? stdout_place.value_or(OutputPlace{}) : output_place(wanted.target);
    const auto same = std::find_if(places.begin(), places.end(), [&](const auto& other) {
      if (to_stdout && other.first == &printed) return false;
      return (to_stdout && other.first->is_stdout()) || other.second.is_same(place);
    });
    if (same != places.end()) {
      found.push_back(fmt::format("{} {} and {} {} are one place", same->first->option, same->first->target,
                                  wanted.option, wanted.target));
    } else if (!to_stdout && place.kind == OutputPlace::Kind::file && reads(place)) {
      found.push_back(
          fmt::format("{} {} is a file that this command reads; name another", wanted.option, wanted.target));
    } else if (const std::string wrong = to_stdout ? "" : wrong_extension(wanted.target, place, *wanted.kind);
               !wrong.empty()) {
      found.push_back(fmt::format("{} {}", wanted.option, wrong));
    }
    places.emplace_back(&wanted, place);
  }
  return found;
}

ExitCode Outputs::open(const std::function<std::vector<fs::path>()>& inputs) {
  const std::vector<std::string> wrong = faults(inputs);
  for (const std::string& fault : wrong) complain(fault);
  if (!wrong.empty()) return ExitCode::usage;
  ExitCode outcome = ExitCode::done;
  std::vector<std::string> refused_folders;
  for (Wanted& wanted : wanted_) {
    if (wanted.target.empty() || wanted.is_stdout() || wanted.watched) continue;
    if (std::find(refused_folders.begin(), refused_folders.end(), wanted.folder) != refused_folders.end()) continue;
    if (!wanted.folder.empty())
      if (const auto made = make_folder(wanted.folder); !made) {
        complain(made.error());
        refused_folders.push_back(wanted.folder);
        outcome = ExitCode::unwritable_output;
        continue;
      }
    auto file = OutputFile::open(wanted.target);
    if (file) {
      wanted.file.emplace(std::move(*file));
    } else {
      complain(file.error());
      outcome = ExitCode::unwritable_output;
    }
  }
  return outcome;
}

void Outputs::append(std::size_t output, std::string_view content) {
  Wanted& wanted = wanted_[output];
  if (wanted.file) wanted.file->append(content);
  if (wanted.is_stdout()) console_.out << content;
}

bool Outputs::has_failed(std::size_t output) const {
  const Wanted& wanted = wanted_[output];
  if (wanted.is_stdout()) return !console_.out;
  return wanted.file && (wanted.file->has_failed() || wanted.file->reader_left());
}

bool Outputs::replace_start(std::size_t output, std::string_view content) {
  if (!is_file(output)) return false;
  wanted_[output].file->replace_start(content);
  return true;
}

bool Outputs::is_file(std::size_t output) const {
  return wanted_[output].file && !wanted_[output].file->place().is_stream();
}

bool Outputs::takes_stdout() const {
  return std::any_of(wanted_.begin(), wanted_.end(), [](const Wanted& wanted) { return wanted.is_stdout(); });
}

std::string Outputs::commit_said() {
  std::string faults;
  for (Wanted& wanted : wanted_) {
    if (!wanted.file) continue;
    if (const auto written = wanted.file->commit(); !written) faults += (faults.empty() ? "" : "\n") + written.error();
    wanted.file.reset();
  }
  console_.out.flush();  // the program says in the end what could not be printed
  return faults;
}

ExitCode Outputs::commit() {
  std::istringstream faults(commit_said());
  ExitCode outcome = ExitCode::done;
  for (std::string fault; std::getline(faults, fault); outcome = ExitCode::unwritable_output) complain(fault);
  return outcome;
}

void Outputs::complain(const std::string& message) const { console_.err << "error: " << printable(message) << "\n"; }

}  // namespace stridelab
