#pragma once

namespace stridelab::view {

/// While there is one, an interrupt (Ctrl + C) or a request to terminate does not end the process, but asks the window
/// to close, so that settings are kept and a film is finished. A second one ends it.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  [[nodiscard]] bool asked() const;
};

}  // namespace stridelab::view
