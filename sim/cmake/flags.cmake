# What every target of ours is compiled with. Third-party headers are SYSTEM includes: their warnings are not ours.
add_library(stridelab_flags INTERFACE)
# Warnings are errors with the compiler this is developed with; what another compiler warns of must not stop a user.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  set(known_compiler ON)
  # g++ 12 sees an overlap in std::string's operator+ at -O3 that is not there (GCC bug 105651).
  target_compile_options(stridelab_flags INTERFACE -Wno-restrict)
else()
  set(known_compiler OFF)
endif()
option(STRIDELAB_WERROR "treat warnings as errors" ${known_compiler})
# No fused multiply-add: the same source gives the same bits at -O1, -O2 and -O3.
# Who links the installed libraries keeps his own warnings.
target_compile_options(stridelab_flags INTERFACE $<BUILD_INTERFACE:-Wall> $<BUILD_INTERFACE:-Wextra>
  $<BUILD_INTERFACE:-Wconversion> -ffp-contract=off)
if(STRIDELAB_WERROR)
  target_compile_options(stridelab_flags INTERFACE $<BUILD_INTERFACE:-Werror>)
endif()
if(STRIDELAB_FUZZ)
  target_compile_options(stridelab_flags INTERFACE -fsanitize=fuzzer-no-link,address -fno-omit-frame-pointer)
  target_link_options(stridelab_flags INTERFACE -fsanitize=address)
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(stridelab_flags INTERFACE -march=${STRIDELAB_ARCH})
endif()
if(STRIDELAB_SANITIZE)
  target_compile_options(stridelab_flags INTERFACE -fsanitize=${STRIDELAB_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(stridelab_flags INTERFACE -fsanitize=${STRIDELAB_SANITIZE})
  if(STRIDELAB_SANITIZE MATCHES "undefined")
    target_compile_options(stridelab_flags INTERFACE -fno-sanitize-recover=undefined)
  endif()
  # The sanitizers' instrumentation makes g++ 12 see uninitialised values in Eigen that are not there.
  target_compile_options(stridelab_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
target_include_directories(stridelab_flags INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/sim> $<INSTALL_INTERFACE:include/stridelab>)
target_link_libraries(stridelab_flags INTERFACE Eigen3::Eigen fmt::fmt tl::expected)
