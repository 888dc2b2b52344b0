# One static library per room of sim/. DEPENDS names the rooms it may use (the walls of sim/README.md, tested in
# tests/wall); LIBRARIES are third-party. A room without sources yet is an interface of headers. A room inside another,
# a/b, is the target stridelab_a_b.
function(stridelab_room folder)
  cmake_parse_arguments(ROOM "" "" "DEPENDS;LIBRARIES" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  string(REPLACE "/" "_" ROOM_DEPENDS "${ROOM_DEPENDS}")
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/sim/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  list(TRANSFORM ROOM_DEPENDS PREPEND stridelab_)
  if(sources)
    add_library(stridelab_${name} STATIC ${sources})
    target_link_libraries(stridelab_${name} PUBLIC stridelab_flags ${ROOM_DEPENDS} ${ROOM_LIBRARIES})
  else()
    add_library(stridelab_${name} INTERFACE)
    target_link_libraries(stridelab_${name} INTERFACE stridelab_flags ${ROOM_DEPENDS} ${ROOM_LIBRARIES})
  endif()
endfunction()
