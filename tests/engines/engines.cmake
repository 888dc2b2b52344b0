# Engines of others, for the tests that compare with them: never needed. One is used only when a small program of
# engines/ links and runs with it; otherwise its tests are skipped, each with the reason. What a machine has is asked anew
# at every configuration: packages come and go, and a remembered answer would break the build.
add_library(stridelab_other_engines INTERFACE)

# A package may name a folder of headers that is not there; cmake would stop at it.
function(stridelab_drop_missing_folders target)
  get_target_property(named ${target} INTERFACE_INCLUDE_DIRECTORIES)
  set(there)
  foreach(folder ${named})
    if(EXISTS ${folder})
      list(APPEND there ${folder})
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${there}")
endfunction()

# Why the program does not work with the target, in `fault`; empty when it does.
function(stridelab_try_engine source target fault)
  set(${fault} "" PARENT_SCOPE)
  if(NOT TARGET ${target})
    set(${fault} "not installed" PARENT_SCOPE)
    return()
  endif()
  stridelab_drop_missing_folders(${target})
  try_run(status built SOURCES ${source} NO_CACHE LINK_LIBRARIES ${target} CXX_STANDARD 20
    COMPILE_OUTPUT_VARIABLE compiled RUN_OUTPUT_VARIABLE said)
  if(NOT built)
    string(REGEX MATCH "[^\n]*(error:|cannot find|undefined reference)[^\n]*" line "${compiled}")
    set(${fault} "a small program does not build with it: ${line}" PARENT_SCOPE)
  elseif(NOT status EQUAL 0)
    set(${fault} "a small program does not run with it: ${status} ${said}" PARENT_SCOPE)
  endif()
endfunction()

# stridelab_engine(<name in code> <name in words> <Debian package> <target>)
function(stridelab_engine name words package target)
  string(TOLOWER ${name} file)
  stridelab_try_engine(${CMAKE_CURRENT_SOURCE_DIR}/engines/${file}.cc ${target} fault)
  if(fault STREQUAL "")
    message(STATUS "Compared with: ${words}")
    target_link_libraries(stridelab_other_engines INTERFACE ${target})
    target_compile_definitions(stridelab_other_engines INTERFACE STRIDELAB_HAS_${name})
  else()
    # It becomes a word of a compiler's command line.
    string(REGEX REPLACE "[^A-Za-z0-9 .,:/_+()-]+" " " fault "${package}: ${fault}")
    string(STRIP "${fault}" fault)
    message(STATUS "Left out: tests against ${words} (${fault})")
    target_compile_definitions(stridelab_other_engines INTERFACE "STRIDELAB_WITHOUT_${name}=\"${fault}\"")
  endif()
endfunction()

# Not by MuJoCo's own cmake package: that stops the whole build where a file it names is missing.
find_path(mujoco_folder mujoco/mujoco.h NO_CACHE)
find_library(mujoco_library mujoco NO_CACHE)
if(mujoco_folder AND mujoco_library)
  add_library(stridelab_mujoco INTERFACE IMPORTED)
  target_include_directories(stridelab_mujoco INTERFACE ${mujoco_folder})
  target_link_libraries(stridelab_mujoco INTERFACE ${mujoco_library})
endif()
stridelab_engine(MUJOCO MuJoCo libmujoco-dev stridelab_mujoco)

get_cmake_property(remembered CACHE_VARIABLES)
list(FILTER remembered INCLUDE REGEX "ipopt")
foreach(variable ${remembered})
  unset(${variable} CACHE)
endforeach()
pkg_check_modules(ipopt QUIET IMPORTED_TARGET ipopt)
stridelab_engine(IPOPT IPOPT coinor-libipopt-dev PkgConfig::ipopt)
