// The C interface: a request and an answer as text of JSON.
#include <string>

#include "render/web/web_engine.h"

namespace stridelab::web {
namespace {

/// Opened by the first call: then faults of the model files have somebody to go to.
tl::expected<std::unique_ptr<WebEngine>, Diagnostics>& engine() {
  static auto opened = [] {
    unpack_files();
    return WebEngine::open();
  }();
  return opened;
}

/// The answer stays where it is until the next call.
template <typename Call>
const char* answered(const char* request, const Call& call) {
  static std::string text;
  auto& opened = engine();
  Json answer;
  if (!opened) {
    answer = {{"refusal", to_text(opened.error())}};
  } else {
    try {
      answer = call(**opened, Json::parse(request));
    } catch (const nlohmann::json::exception& fault) {
      answer = {{"refusal", fault.what()}};
    }
  }
  text = answer.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.c_str();
}

}  // namespace
}  // namespace stridelab::web

using stridelab::web::answered;
using stridelab::web::Json;
using stridelab::web::WebEngine;

extern "C" {

const char* stridelab_catalogue() {
  return answered("{}", [](WebEngine& engine, const Json&) { return engine.catalogue(); });
}
const char* stridelab_scenarios() {
  return answered("{}", [](WebEngine& engine, const Json&) { return engine.scenarios(); });
}
const char* stridelab_resolve(const char* request) {
  return answered(request, [](WebEngine& engine, const Json& asked) { return engine.resolve(asked); });
}
const char* stridelab_solve(const char* request) {
  return answered(request, [](WebEngine& engine, const Json& asked) { return engine.solve(asked); });
}
const char* stridelab_sample(const char* request) {
  return answered(request, [](WebEngine& engine, const Json& asked) { return engine.sample(asked); });
}
}
