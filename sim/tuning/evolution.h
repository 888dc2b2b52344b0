#pragma once

#include <Eigen/Dense>
#include <functional>
#include <vector>

namespace stridelab {

/// Cost of each column of a population; smaller is better. Must not depend on the order or on other columns.
using PopulationCost = std::function<std::vector<double>(const Eigen::MatrixXd& population)>;

/// Covariance matrix adaptation evolution strategy: minimises a cost that has no derivative.
///
/// Deterministic: one seeded generator, candidates drawn before any is judged.
/// source  Hansen 2016, The CMA Evolution Strategy: A Tutorial, arXiv:1604.00772, with its default settings
class EvolutionStrategy {
 public:
  /// start: first mean; deviation: first step size in every direction (scale the parameters to make it meaningful).
  EvolutionStrategy(const Eigen::VectorXd& start, double deviation, int population, std::uint64_t seed);

  /// One generation: draws, judges, adapts. Returns the best cost of this generation.
  double advance(const PopulationCost& cost);

  [[nodiscard]] const Eigen::VectorXd& mean() const { return mean_; }
  [[nodiscard]] const Eigen::VectorXd& best() const { return best_; }  ///< best candidate of the last generation
  [[nodiscard]] double deviation() const { return sigma_; }

 private:
  struct Weights {
    Eigen::VectorXd weight;
    double mu_eff, c_sigma, d_sigma, c_c, c_1, c_mu, chi;
  };
  [[nodiscard]] static Weights weights(int dimension, int population);
  [[nodiscard]] Eigen::MatrixXd draw();
  void adapt(const Eigen::MatrixXd& steps, const std::vector<int>& order);

  Weights w_;
  Eigen::VectorXd mean_, best_, path_sigma_, path_c_;
  Eigen::MatrixXd covariance_, basis_;
  Eigen::VectorXd axis_;  ///< square roots of the eigenvalues
  double sigma_;
  int population_, generation_ = 0;
  std::uint64_t random_;
};

}  // namespace stridelab
