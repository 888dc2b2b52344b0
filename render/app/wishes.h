#pragma once

#include <memory>
#include <string>

#include "render/app/recorder.h"
#include "render/app/show.h"

namespace stridelab::view {

/// What a person asks for besides looking: files, pictures, films. All go into the folder the program was started in,
/// under names that are free; what became of it is said in ui.status.said.
class Wishes {
 public:
  explicit Wishes(Show& show) : show_(show) {}
  ~Wishes() { end_record(); }
  Wishes(const Wishes&) = delete;
  Wishes& operator=(const Wishes&) = delete;

  /// After a picture was drawn, before it is swapped: fulfils ui.requests.wishes and records.
  ///
  /// dt_s  time since the last picture
  void take(double dt_s);

 private:
  void fulfil_one(Wish wish);
  void save_picture();
  void toggle_record();
  void begin_record();
  void end_record();
  void record(double dt_s);
  void say(const std::string& text, bool fault);
  void say(const tl::expected<std::string, std::string>& outcome);

  Show& show_;
  std::unique_ptr<Recorder> recorder_;
  std::string target_;
  PictureSize size_;   ///< of the pictures of the record
  double fps_ = 30.0;  ///< of the record
  double due_ = 0.0;   ///< pictures that the record is behind the clock
  long taken_ = 0;
};

}  // namespace stridelab::view
