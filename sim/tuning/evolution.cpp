#include "tuning/evolution.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace stridelab {
namespace {

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers with every standard library.
double uniform(std::uint64_t& state) {
  state += 0x9e3779b97f4a7c15ull;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return (static_cast<double>((z ^ (z >> 31)) >> 11) + 0.5) * 0x1.0p-53;
}

double normal(std::uint64_t& state) {  // Box & Muller
  const double radius = std::sqrt(-2.0 * std::log(uniform(state)));
  return radius * std::cos(2.0 * std::numbers::pi * uniform(state));
}

}  // namespace

EvolutionStrategy::Weights EvolutionStrategy::weights(int dimension, int population) {
  const double n = dimension;
  const int parents = population / 2;
  Weights w;
  w.weight.resize(parents);
  for (int i = 0; i < parents; ++i) w.weight(i) = std::log(0.5 * (population + 1)) - std::log(i + 1.0);
  w.weight /= w.weight.sum();
  w.mu_eff = 1.0 / w.weight.squaredNorm();
  w.c_sigma = (w.mu_eff + 2.0) / (n + w.mu_eff + 5.0);
  w.d_sigma = 1.0 + 2.0 * std::max(0.0, std::sqrt((w.mu_eff - 1.0) / (n + 1.0)) - 1.0) + w.c_sigma;
  w.c_c = (4.0 + w.mu_eff / n) / (n + 4.0 + 2.0 * w.mu_eff / n);
  w.c_1 = 2.0 / (std::pow(n + 1.3, 2) + w.mu_eff);
  w.c_mu = std::min(1.0 - w.c_1, 2.0 * (w.mu_eff - 2.0 + 1.0 / w.mu_eff) / (std::pow(n + 2.0, 2) + w.mu_eff));
  w.chi = std::sqrt(n) * (1.0 - 1.0 / (4.0 * n) + 1.0 / (21.0 * n * n));
  return w;
}

EvolutionStrategy::EvolutionStrategy(const Eigen::VectorXd& start, double deviation, int population, std::uint64_t seed)
    : w_(weights(static_cast<int>(start.size()), population)),
      mean_(start),
      best_(start),
      path_sigma_(Eigen::VectorXd::Zero(start.size())),
      path_c_(path_sigma_),
      covariance_(Eigen::MatrixXd::Identity(start.size(), start.size())),
      basis_(covariance_),
      axis_(Eigen::VectorXd::Ones(start.size())),
      sigma_(deviation),
      population_(population),
      random_(seed) {}

Eigen::MatrixXd EvolutionStrategy::draw() {
  Eigen::MatrixXd steps(mean_.size(), population_);
  for (double& x : steps.reshaped()) x = normal(random_);
  return basis_ * axis_.asDiagonal() * steps;
}

double EvolutionStrategy::advance(const PopulationCost& cost) {
  const Eigen::MatrixXd steps = draw();
  const Eigen::MatrixXd candidates = (sigma_ * steps).colwise() + mean_;
  const std::vector<double> costs = cost(candidates);
  std::vector<int> order(static_cast<std::size_t>(population_));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return costs[static_cast<std::size_t>(a)] < costs[static_cast<std::size_t>(b)];
  });
  best_ = candidates.col(order.front());
  adapt(steps, order);
  return costs[static_cast<std::size_t>(order.front())];
}

void EvolutionStrategy::adapt(const Eigen::MatrixXd& steps, const std::vector<int>& order) {
  Eigen::VectorXd step = Eigen::VectorXd::Zero(mean_.size());
  Eigen::MatrixXd spread = Eigen::MatrixXd::Zero(mean_.size(), mean_.size());
  for (Eigen::Index i = 0; i < w_.weight.size(); ++i) {
    const auto y = steps.col(order[static_cast<std::size_t>(i)]);
    step += w_.weight(i) * y;
    spread += w_.weight(i) * y * y.transpose();
  }
  mean_ += sigma_ * step;
  ++generation_;
  const Eigen::VectorXd white = basis_ * (basis_.transpose() * step).cwiseQuotient(axis_);
  path_sigma_ = (1.0 - w_.c_sigma) * path_sigma_ + std::sqrt(w_.c_sigma * (2.0 - w_.c_sigma) * w_.mu_eff) * white;
  const double norm = path_sigma_.norm();
  const double grown = std::sqrt(1.0 - std::pow(1.0 - w_.c_sigma, 2.0 * generation_));
  const bool steady = norm / grown < (1.4 + 2.0 / (static_cast<double>(mean_.size()) + 1.0)) * w_.chi;
  path_c_ *= 1.0 - w_.c_c;
  if (steady) path_c_ += std::sqrt(w_.c_c * (2.0 - w_.c_c) * w_.mu_eff) * step;
  const double lost = steady ? 0.0 : w_.c_1 * w_.c_c * (2.0 - w_.c_c);
  covariance_ =
      (1.0 - w_.c_1 - w_.c_mu + lost) * covariance_ + w_.c_1 * path_c_ * path_c_.transpose() + w_.c_mu * spread;
  sigma_ *= std::exp(w_.c_sigma / w_.d_sigma * (norm / w_.chi - 1.0));
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(covariance_);
  basis_ = eigen.eigenvectors();
  axis_ = eigen.eigenvalues().cwiseMax(1e-20).cwiseSqrt();
}

}  // namespace stridelab
