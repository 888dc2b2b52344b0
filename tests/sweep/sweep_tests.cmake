# Other programs that drive sweeps, by their files and pipes. What takes minutes is tests/sweep/try.
find_program(STRIDELAB_SYSTEM_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)  # Debian's packages are its own
if(STRIDELAB_SYSTEM_PYTHON)
  foreach(way pipe dakota salib openturns)
    add_test(NAME sweep.ishigami_by_${way}
      COMMAND ${STRIDELAB_SYSTEM_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/sweep/ishigami.py $<TARGET_FILE:stridelab> ${way})
    set_tests_properties(sweep.ishigami_by_${way} PROPERTIES TIMEOUT 600 SKIP_RETURN_CODE 77)
  endforeach()
endif()
