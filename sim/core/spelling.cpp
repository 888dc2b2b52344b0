#include <algorithm>
#include <vector>

#include "core/text.h"

namespace stridelab {
namespace {

/// How many leading words, split at '_', the two names share.
std::size_t shared_words(std::string_view a, std::string_view b) {
  std::size_t words = 0;
  for (std::size_t i = 0;; ++i) {
    const bool a_ends = i >= a.size() || a[i] == '_';
    const bool b_ends = i >= b.size() || b[i] == '_';
    if (a_ends && b_ends && i > 0) ++words;
    if (i >= a.size() || i >= b.size() || a[i] != b[i]) return words;
  }
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Optimal string alignment: three rows of the table are enough for swaps of neighbours.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::optional<std::string_view> nearest_spelling(std::string_view word, std::span<const std::string_view> candidates) {
  constexpr std::size_t longest_name = 64;  // longer words are not misspelt names, and the table is quadratic
  if (word.empty() || word.size() > longest_name) return std::nullopt;
  std::optional<std::string_view> nearest, related;
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  // Whole words that a name begins with are no misspelling of another: `speed` is `speed_m_s`, not `seed`.
  for (const std::string_view candidate : candidates) {
    const bool begins = candidate.starts_with(word) && candidate.size() > word.size() && candidate[word.size()] == '_';
    if (begins && (!nearest || candidate.size() < nearest->size())) nearest = candidate;
  }
  if (nearest) return nearest;
  std::size_t most_words = 0, related_distance = 0;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    const std::size_t words = shared_words(word, candidate);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
    if (words > most_words || (words > 0 && words == most_words && distance < related_distance)) {
      most_words = words;
      related_distance = distance;
      related = candidate;
    }
  }
  return nearest ? nearest : related;
}

}  // namespace stridelab
