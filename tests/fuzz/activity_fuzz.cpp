#include "activity/course.h"
#include "activity/read_activity.h"
#include "fuzz/fuzz_file.h"

/// Any bytes are a recording or one fault; what was recorded is a course or a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto activity = stridelab::read_activity(stridelab::test::file_of(bytes, size, "a.fit"));
  if (!activity && activity.error().message.empty()) __builtin_trap();
  if (!activity) return 0;
  if (const auto course = stridelab::course_of(*activity); !course && course.error().empty()) __builtin_trap();
  return 0;
}
