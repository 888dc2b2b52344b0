#pragma once

#include <array>
#include <atomic>
#include <cstddef>

namespace stridelab {

/// Hands the newest value from one thread to another without either ever waiting.
///
/// Three slots: the producer fills one, the consumer reads one, and the third holds the newest finished value. Each
/// hand-over is one atomic exchange. Values that nobody fetched in time are overwritten: the consumer sees the newest
/// one, never an older one after a newer one, never half of one.
///
/// thread  back() and publish() belong to one producer; refresh() and front() to one consumer
/// errors  none
template <class T>
class TripleBuffer {
 public:
  /// first  what the consumer sees until something is published
  explicit TripleBuffer(const T& first = T{}) : slots_{Slot{first}, Slot{first}, Slot{first}} {}

  /// Where the producer writes the next value. Holds an older one: assign all of it.
  T& back() { return slots_[back_].value; }
  void publish() { back_ = middle_.exchange(back_ | fresh, std::memory_order_acq_rel) & slot_bits; }

  /// Makes front() the newest published value. False when there was none since the last call.
  bool refresh() {
    if ((middle_.load(std::memory_order_relaxed) & fresh) == 0) return false;
    front_ = middle_.exchange(front_, std::memory_order_acq_rel) & slot_bits;
    return true;
  }
  /// Stays as it is until the next refresh().
  const T& front() const { return slots_[front_].value; }

 private:
  static constexpr std::size_t cache_line = 64;  ///< bytes: the two threads must not share one without need
  static constexpr unsigned slot_bits = 3u;
  static constexpr unsigned fresh = 4u;  ///< the middle slot holds a value the consumer has not seen
  struct alignas(cache_line) Slot {
    T value;
  };

  std::array<Slot, 3> slots_;
  alignas(cache_line) unsigned back_ = 0;
  alignas(cache_line) std::atomic<unsigned> middle_ = 1;
  alignas(cache_line) unsigned front_ = 2;
};

}  // namespace stridelab
