#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "report/output_place.h"

namespace stridelab {

/// One place results go to. It is opened before anything is computed and grows as results come; under its name readers
/// see the old content until all of the new is there.
///
/// A file is written into a temporary beside it, which takes its name at the end; links are followed, and an existing
/// file keeps its mode. Temporaries of runs that were killed are removed by the next run that writes into that folder.
/// Devices, pipes and FIFOs are written straight; opening a FIFO waits for its reader.
class OutputFile {
 public:
  /// errors  one sentence: which file, and what the system said; nothing has changed then
  static tl::expected<OutputFile, std::string> open(const std::filesystem::path& path);

  /// Without commit() nothing has happened to the file.
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  /// More of it. What goes wrong is said by commit().
  void append(std::string_view content);

  /// Something could not be written; commit() says what.
  [[nodiscard]] bool has_failed() const { return error_ != 0; }

  /// Puts other text over the first bytes, no more than there are. Does nothing on a device or a pipe.
  void replace_start(std::string_view content);

  [[nodiscard]] const OutputPlace& place() const { return place_; }

  /// Where it lies until commit(), for another program to write it instead of append().
  [[nodiscard]] const std::filesystem::path& written_to() const {
    return temporary_.empty() ? place_.path : temporary_;
  }

  /// Writes the rest and gives the file its name. A pipe whose reader went away is no error: see reader_left().
  tl::expected<void, std::string> commit();

  /// Whoever read the pipe or FIFO closed it before all was written.
  [[nodiscard]] bool reader_left() const { return reader_left_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  OutputFile(std::string shown, OutputPlace place) : shown_(std::move(shown)), place_(std::move(place)) {}
  int open_stream();
  int open_temporary();
  void note_error(int error);

  std::string shown_;  ///< the path as people wrote it
  OutputPlace place_;
  std::filesystem::path temporary_;  ///< empty: written straight, or done
  std::unique_ptr<std::FILE, Close> file_;
  int error_ = 0;  ///< of the system; the first that occurred
  bool reader_left_ = false;
};

}  // namespace stridelab
