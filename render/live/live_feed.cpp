#include "render/live/live_feed.h"

namespace stridelab::view {

struct LiveFeed::Parts {
  LoadModels models;
  LiveStatus status;
  std::string fault;
  std::vector<LiveStride> strides;
};

LiveFeed::LiveFeed(const LoadModels& models) : parts_(std::make_unique<Parts>(Parts{models, {}, {}, {}})) {}
LiveFeed::~LiveFeed() = default;
void LiveFeed::follow(const RunInputs&, bool) {}
void LiveFeed::play(bool) {}
void LiveFeed::set_rate(double) {}
void LiveFeed::step(double) {}
void LiveFeed::restart() {}
void LiveFeed::push(double) {}
void LiveFeed::poll() {}
const Frame* LiveFeed::frame() const { return nullptr; }
const LiveStatus& LiveFeed::status() const { return parts_->status; }
const std::string& LiveFeed::fault() const { return parts_->fault; }
const std::vector<LiveStride>& LiveFeed::last_strides() const { return parts_->strides; }
const Frame* LiveFeed::recorded(double) const { return nullptr; }

}  // namespace stridelab::view
