#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "core/invalid_model_files.h"
#include "core/kept_memory.h"
#include "render/app/exit_code.h"
#include "render/app/view.h"

int main(int argc, char** argv) {
  stridelab::keep_freed_memory();
  try {
    return stridelab::view::run_view(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
  } catch (const stridelab::InvalidModelFiles& invalid) {
    std::cerr << invalid.what();
    return stridelab::view::to_int(stridelab::view::ViewExit::invalid_input);
  } catch (const std::exception& error) {
    std::cerr << "internal error: " << error.what() << "\n";
  } catch (...) {
    std::cerr << "internal error\n";
  }
  return stridelab::view::to_int(stridelab::view::ViewExit::internal_error);
}
