#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sweep/distribution.h"
#include "sweep/row_model.h"

namespace stridelab {

/// How the rows of a design are chosen.
enum class Sampler {
  grid,             ///< every combination; the last input changes fastest
  list,             ///< entry i of every input
  latin_hypercube,  ///< each input has one value in each of as many equal shares as there are rows
  sobol,            ///< Sobol's sequence
  random
};

/// "grid", "list", "latin_hypercube", "sobol" or "random".
std::string_view to_text(Sampler sampler);

/// Rows of one chain where a design starts rows from each other: more of them lie nearer, and are lost together by a kill.
inline constexpr std::uint64_t rows_of_a_chain = 64;

/// An input that a design changes.
struct Factor {
  std::string key;
  Distribution spread;
};

/// A table of what-ifs that nobody has to hold in memory: any row follows from its index alone. So threads, ranks and
/// shards need to agree on nothing but the design.
class Design {
 public:
  std::string question;
  std::shared_ptr<const RowModel> model;
  Sampler sampler = Sampler::grid;
  std::vector<Factor> factors;
  std::vector<std::string> outputs;
  std::optional<std::uint64_t> seed;
  std::uint64_t drawn_rows = 0;  ///< of what is drawn
  std::uint64_t chain_rows = 1;  ///< 1: every row starts from nothing

  /// Rows in all.
  [[nodiscard]] std::uint64_t rows() const;

  [[nodiscard]] std::uint64_t chains() const { return (rows() + chain_rows - 1) / chain_rows; }

  [[nodiscard]] Row row(std::uint64_t index) const;

  /// The rows of a chain, in order.
  [[nodiscard]] std::vector<Row> chain(std::uint64_t chain) const;

  [[nodiscard]] RowColumns columns() const;

  /// All that its answers depend on beside the model files, a line each: two designs are one where these agree.
  [[nodiscard]] std::vector<std::string> identity() const;

 private:
  [[nodiscard]] double share(std::uint64_t index, std::size_t factor) const;
  [[nodiscard]] double sobol_share(std::uint64_t index, std::size_t factor) const;
};

/// 16 hexadecimal digits that stand for an identity.
std::string identity_hash(const std::vector<std::string>& identity);

/// The cells of a row as its columns show them.
std::vector<std::string> input_cells(const Row& row, const RowColumns& columns);

}  // namespace stridelab
