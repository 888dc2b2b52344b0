#include <gtest/gtest.h>

#ifdef STRIDELAB_HAS_IPOPT
#include <coin/IpIpoptApplication.hpp>
#include <coin/IpTNLP.hpp>

#include "loads/muscles/sharing.h"
#include "support/leg_instants.h"
#endif

/// The same sharing by an interior-point solver that knows nothing of its dual: cost and forces agree.
namespace stridelab {
namespace {

class SecondOptimiser : public ::testing::TestWithParam<double> {};

#ifdef STRIDELAB_HAS_IPOPT

/// The problem as it is stated: activations and scaled reserves r = R / rho, six moment balances, bounds.
class SharingProgram : public Ipopt::TNLP {
 public:
  using Index = Ipopt::Index;
  using Number = Ipopt::Number;
  static constexpr Index n_variables = n_muscle_units + n_leg_angles;
  using Vector = Eigen::Matrix<double, n_variables, 1>;
  using Balance = Eigen::Matrix<double, n_leg_angles, n_variables>;

  SharingProgram(const MuscleState& state, const LegMoments& rho_nm, const LegMoments& net_nm) : net_nm_(net_nm) {
    balance_.leftCols<n_muscle_units>() = (state.capacity_n.asDiagonal() * state.arm_m).transpose();
    balance_.rightCols<n_leg_angles>() = rho_nm.asDiagonal();
  }

  Vector solution = Vector::Zero();
  double cost = 0.0;

  bool get_nlp_info(Index& n, Index& m, Index& jacobian, Index& hessian, IndexStyleEnum& style) override {
    n = n_variables;
    m = n_leg_angles;
    jacobian = n * m;
    hessian = n;
    style = C_STYLE;
    return true;
  }

  bool get_bounds_info(Index n, Number* low, Number* high, Index m, Number* g_low, Number* g_high) override {
    for (Index i = 0; i < n; ++i) {
      const bool unit = i < n_muscle_units;
      low[i] = unit ? 0.0 : -2e19;
      high[i] = unit ? 1.0 : 2e19;
    }
    for (Index k = 0; k < m; ++k) g_low[k] = g_high[k] = net_nm_[k];
    return true;
  }

  bool get_starting_point(Index n, bool, Number* x, bool, Number*, Number*, Index, bool, Number*) override {
    std::fill(x, x + n, 0.1);
    return true;
  }

  bool eval_f(Index, const Number* x, bool, Number& f) override {
    f = 0.5 * Vector::Map(x).squaredNorm();
    return true;
  }

  bool eval_grad_f(Index n, const Number* x, bool, Number* gradient) override {
    std::copy(x, x + n, gradient);
    return true;
  }

  bool eval_g(Index, const Number* x, bool, Index, Number* g) override {
    LegMoments::Map(g) = balance_ * Vector::Map(x);
    return true;
  }

  bool eval_jac_g(Index n, const Number*, bool, Index m, Index, Index* row, Index* column, Number* values) override {
    for (Index k = 0, entry = 0; k < m; ++k) {
      for (Index i = 0; i < n; ++i, ++entry) {
        if (values != nullptr) {
          values[entry] = balance_(k, i);
        } else {
          row[entry] = k;
          column[entry] = i;
        }
      }
    }
    return true;
  }

  bool eval_h(Index n, const Number*, bool, Number factor, Index, const Number*, bool, Index, Index* row, Index* column,
              Number* values) override {
    for (Index i = 0; i < n; ++i) {
      if (values != nullptr) {
        values[i] = factor;
      } else {
        row[i] = column[i] = i;
      }
    }
    return true;
  }

  void finalize_solution(Ipopt::SolverReturn, Index, const Number* x, const Number*, const Number*, Index,
                         const Number*, const Number*, Number f, const Ipopt::IpoptData*,
                         Ipopt::IpoptCalculatedQuantities*) override {
    solution = Vector::Map(x);
    cost = f;
  }

 private:
  Balance balance_;
  LegMoments net_nm_;
};

Ipopt::SmartPtr<Ipopt::IpoptApplication> quiet_solver() {
  Ipopt::SmartPtr<Ipopt::IpoptApplication> solver = IpoptApplicationFactory();
  solver->Options()->SetIntegerValue("print_level", 0);
  solver->Options()->SetStringValue("sb", "yes");
  solver->Options()->SetStringValue("hessian_constant", "yes");
  solver->Options()->SetStringValue("jac_c_constant", "yes");
  // Bounds as they are: by default IPOPT widens them by 1e-8.
  solver->Options()->SetNumericValue("bound_relax_factor", 0.0);
  solver->Options()->SetNumericValue("tol", 1e-11);
  solver->Initialize();
  return solver;
}

// An interior point ends near its bounds, not on them: where both a unit and its price are at their limits, by the root
// of the tolerance, 3e-6 of activation; three times that is allowed. Forces are compared in newtons as well, to a
// hundredth, and the cost, flat at the optimum, to 1e-8.
TEST_P(SecondOptimiser, AgreesInCostAndForces) {
  const auto solver = quiet_solver();
  test::SeededRandom random(23);
  double largest_difference_n = 0.0;
  for (int n = 0; n < 40; ++n) {
    const Body body;
    const test::LegInstant at = test::random_instant(random, GetParam());
    const MuscleState own = share_muscles(test::muscles(), body, {}, at.angle_rad, at.net_nm);
    const LegMoments rho = reserve_scale_nm(test::muscles(), body);
    Ipopt::SmartPtr<SharingProgram> program = new SharingProgram(own, rho, at.net_nm);
    ASSERT_EQ(solver->OptimizeTNLP(Ipopt::SmartPtr<Ipopt::TNLP>(GetRawPtr(program))), Ipopt::Solve_Succeeded) << n;
    const double own_cost = 0.5 * own.activation.squaredNorm() + 0.5 * own.reserve_nm.cwiseQuotient(rho).squaredNorm();
    EXPECT_NEAR(own_cost, program->cost, 1e-8 * (1.0 + program->cost)) << n;
    const UnitVector difference = own.activation - program->solution.head<n_muscle_units>();
    EXPECT_LT(difference.cwiseAbs().maxCoeff(), 1e-5) << n;
    largest_difference_n =
        std::max(largest_difference_n, difference.cwiseProduct(own.capacity_n).cwiseAbs().maxCoeff());
  }
  EXPECT_LT(largest_difference_n, 0.01);
  std::cout << "largest difference of a force: " << largest_difference_n << " N\n";
}

#else

TEST_P(SecondOptimiser, AgreesInCostAndForces) { GTEST_SKIP() << STRIDELAB_WITHOUT_IPOPT; }

#endif

// Easy, as in running, beyond what muscles can do.
INSTANTIATE_TEST_SUITE_P(Demands, SecondOptimiser, ::testing::Values(0.2, 1.0, 3.0));

}  // namespace
}  // namespace stridelab
