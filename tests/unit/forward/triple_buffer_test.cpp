#include "forward/triple_buffer.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace stridelab {
namespace {

TEST(TripleBuffer, ShowsTheFirstValueUntilSomethingIsPublished) {
  TripleBuffer<int> buffer(7);
  EXPECT_FALSE(buffer.refresh());
  EXPECT_EQ(buffer.front(), 7);
  buffer.back() = 8;
  EXPECT_FALSE(buffer.refresh()) << "written, but not published";
  EXPECT_EQ(buffer.front(), 7);
}

TEST(TripleBuffer, HandsOverTheNewestValueOnce) {
  TripleBuffer<int> buffer;
  for (const int value : {1, 2, 3}) {
    buffer.back() = value;
    buffer.publish();
  }
  EXPECT_TRUE(buffer.refresh());
  EXPECT_EQ(buffer.front(), 3);
  EXPECT_FALSE(buffer.refresh());
  EXPECT_EQ(buffer.front(), 3);
}

TEST(TripleBuffer, WhatTheConsumerReadsIsNeverWrittenTo) {
  TripleBuffer<int> buffer;
  buffer.back() = 1;
  buffer.publish();
  ASSERT_TRUE(buffer.refresh());
  const int* const read = &buffer.front();
  for (int value = 2; value < 10; ++value) {
    EXPECT_NE(&buffer.back(), read);
    buffer.back() = value;
    buffer.publish();
    EXPECT_EQ(*read, 1);
  }
}

/// Long enough that a torn copy would show.
using Wide = std::array<long, 512>;

TEST(TripleBuffer, ValuesAreNeverTornAndNeverGoBack) {
  constexpr long last = 100000;
  TripleBuffer<Wide> buffer(Wide{});
  std::thread producer([&] {
    for (long i = 1; i <= last; ++i) {
      buffer.back().fill(i);
      buffer.publish();
    }
  });
  long before = 0, torn = 0, backwards = 0, stale = 0;
  while (before < last) {
    const bool fresh = buffer.refresh();
    const Wide& seen = buffer.front();
    for (const long x : seen) torn += x != seen[0];
    backwards += seen[0] < before;
    stale += fresh && seen[0] == before;
    before = seen[0];
  }
  producer.join();
  EXPECT_EQ(torn, 0);
  EXPECT_EQ(backwards, 0);
  EXPECT_EQ(stale, 0) << "called fresh, but the same value again";
}

}  // namespace
}  // namespace stridelab
