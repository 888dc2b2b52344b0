#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "render/app/exit_code.h"
#include "render/app/view.h"

int main(int argc, char** argv) {
  try {
    return stridelab::view::run_view(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "internal error: " << error.what() << "\n";
  } catch (...) {
    std::cerr << "internal error\n";
  }
  return stridelab::view::to_int(stridelab::view::ViewExit::internal_error);
}
