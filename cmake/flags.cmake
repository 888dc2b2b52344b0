# What every target of ours is compiled with. Third-party headers are SYSTEM includes: their warnings are not ours.
add_library(stridelab_flags INTERFACE)
# No fused multiply-add: the same source gives the same bits at -O1, -O2 and -O3.
target_compile_options(stridelab_flags INTERFACE -Wall -Wextra -Wconversion -Werror -ffp-contract=off)
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
  target_compile_options(stridelab_flags INTERFACE -Wno-maybe-uninitialized)
endif()
target_include_directories(stridelab_flags INTERFACE ${PROJECT_SOURCE_DIR}/sim)
target_link_libraries(stridelab_flags INTERFACE Eigen3::Eigen fmt::fmt tl::expected)
