# What the program does to files, and what it says, from outside: each file is a list of kinds and their neighbours.
if(NOT TARGET stridelab)
  return()
endif()
find_program(STRIDELAB_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT STRIDELAB_PYTHON)
  message(STATUS "python3 is not installed: test_whole is left out")
  return()
endif()
foreach(part outputs checks texts refusals documents)
  add_test(NAME test_whole.${part} COMMAND ${STRIDELAB_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/whole/test_${part}.py)
  set_tests_properties(test_whole.${part} PROPERTIES TIMEOUT 600 ENVIRONMENT
    "STRIDELAB_PROGRAM=$<TARGET_FILE:stridelab>;STRIDELAB_SCENARIOS=${PROJECT_SOURCE_DIR}/scenarios")
endforeach()
