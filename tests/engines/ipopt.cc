// Does IPOPT link and run here, with the linear solver and the LAPACK under it? Built and run by engines.cmake.
#include <coin/IpIpoptApplication.hpp>

int main() {
  const Ipopt::SmartPtr<Ipopt::IpoptApplication> solver = IpoptApplicationFactory();
  solver->Options()->SetIntegerValue("print_level", 0);
  solver->Options()->SetStringValue("sb", "yes");
  return solver->Initialize() == Ipopt::Solve_Succeeded ? 0 : 1;
}
