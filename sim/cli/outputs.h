#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.h"
#include "cli/exit_code.h"
#include "report/output_file.h"

namespace stridelab {

/// What a file holds, by the endings its name may have (none named: any); one without an ending may hold anything.
struct FileKind {
  std::string_view name;
  std::vector<std::string_view> extensions;
};
extern const FileKind json_file, csv_file, junit_file, markdown_file, html_file, toml_file, pdf_file, picture_file;

/// The files that a command writes. All are named, then opened before anything is computed, then written, then put under
/// their names together, so that a run loses nothing it was not asked to replace.
class Outputs {
 public:
  explicit Outputs(const Console& console) : console_(console) {}

  /// A result that the command line asks for: a file, or "-" for stdout. Empty: not asked for.
  /// returns  the handle to write it by; writing one that was not asked for does nothing
  std::size_t want(std::string_view option, const std::string& target, const FileKind& kind);

  /// A file in the folder of `--out`, which is created when it is missing. An empty folder: not asked for.
  std::size_t want_in(const std::string& folder, std::string_view name, const FileKind& kind);

  /// A file that somebody else opens and writes, looked at like the others.
  void watch(std::string_view option, const std::string& target, const FileKind& kind);

  /// Opens everything. inputs: the files the command reads, asked for only where a file would be replaced.
  /// returns  done; usage where an output is an input, one place twice or of another kind (nothing is touched then);
  ///          unwritable_output. Every reason is said, one message per file.
  ExitCode open(const std::function<std::vector<std::filesystem::path>()>& inputs);

  void append(std::size_t output, std::string_view content);

  /// Something could not be written there, or whoever read it is gone; commit() says what.
  [[nodiscard]] bool has_failed(std::size_t output) const;

  /// Over the first bytes of a file; `false` where that cannot be done.
  bool replace_start(std::size_t output, std::string_view content);

  [[nodiscard]] bool is_wanted(std::size_t output) const { return !wanted_[output].target.empty(); }
  /// A name of its own: no stdout, device or pipe.
  [[nodiscard]] bool is_file(std::size_t output) const;
  [[nodiscard]] bool takes_stdout() const;

  /// Leaves an output out after all: what was at its place stays.
  void drop(std::size_t output) { wanted_[output].file.reset(); }

  /// Puts all under their names.
  /// returns  done, or unwritable_output
  ExitCode commit();

  /// The same for who says himself what went wrong: a line per file.
  std::string commit_said();

 private:
  struct Wanted {
    std::string option;
    std::string target;
    const FileKind* kind = nullptr;
    std::string folder;  ///< to be created; empty: none
    bool watched = false;
    std::optional<OutputFile> file;
    [[nodiscard]] bool is_stdout() const { return target == "-"; }
  };
  [[nodiscard]] std::vector<std::string> faults(
      const std::function<std::vector<std::filesystem::path>()>& inputs) const;
  void complain(const std::string& message) const;

  const Console& console_;
  std::vector<Wanted> wanted_;
};

}  // namespace stridelab
