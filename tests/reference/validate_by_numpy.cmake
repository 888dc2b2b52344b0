# The figures of `stridelab validate` once more by numpy, where it is installed; else the test says what is missing.
if(NOT TARGET stridelab)
  return()
endif()
find_program(STRIDELAB_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)  # the one whose numpy the package manager installs
set(numpy_missing 1)
if(STRIDELAB_PYTHON)
  execute_process(COMMAND ${STRIDELAB_PYTHON} -c "import numpy" RESULT_VARIABLE numpy_missing OUTPUT_QUIET ERROR_QUIET)
endif()
add_test(NAME test_reference.ValidateByNumpy
  COMMAND ${STRIDELAB_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/reference/validate_by_numpy.py $<TARGET_FILE:stridelab>
    ${PROJECT_SOURCE_DIR}/models)
set_tests_properties(test_reference.ValidateByNumpy PROPERTIES TIMEOUT 300)
if(numpy_missing)
  set_tests_properties(test_reference.ValidateByNumpy PROPERTIES DISABLED TRUE)
  message(STATUS "python3-numpy is not installed: test_reference.ValidateByNumpy is disabled")
endif()
