# Model files broken one at a time: a sample of what corrupt_models.py --all does with all of them.
if(NOT TARGET stridelab)
  return()
endif()
find_program(STRIDELAB_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT STRIDELAB_PYTHON)
  message(STATUS "python3 is not installed: test_models.CorruptModels is left out")
  return()
endif()
add_test(NAME test_models.CorruptModels
  COMMAND ${STRIDELAB_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/models/corrupt_models.py $<TARGET_FILE:stridelab>
    ${PROJECT_SOURCE_DIR}/models ${PROJECT_SOURCE_DIR}/scenarios)
set_tests_properties(test_models.CorruptModels PROPERTIES TIMEOUT 300)
