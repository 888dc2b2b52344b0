# What `cmake --install` lays down and what CPack packs. Component `runtime`: programs, models, scenarios, words for
# shells, manual, icon. Component `development`: the rooms as libraries, for find_package(stridelab). The program looks
# for its models beside itself first, so two versions in two prefixes do not mix.
include(GNUInstallDirs)
# After a build of what is wanted: tests need not be built to install.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME runtime)
set(data ${CMAKE_INSTALL_DATADIR}/stridelab)

install(TARGETS stridelab RUNTIME COMPONENT runtime)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/models DESTINATION ${data} COMPONENT runtime)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${data} COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
if(TARGET stridelab-view)
  install(TARGETS stridelab-view RUNTIME COMPONENT runtime)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/shaders DESTINATION ${data} COMPONENT runtime)
  install(FILES ${PROJECT_SOURCE_DIR}/sim/cmake/packaging/stridelab.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT runtime)
  install(FILES ${PROJECT_SOURCE_DIR}/sim/cmake/packaging/stridelab.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT runtime)
endif()

# Completions and the manual are said by the program itself, from its parser and its tables.
set(shell_words ${PROJECT_BINARY_DIR}/shell_words)
file(MAKE_DIRECTORY ${shell_words})
add_custom_command(OUTPUT ${shell_words}/stridelab.1
  COMMAND stridelab completion bash > ${shell_words}/stridelab
  COMMAND stridelab completion zsh > ${shell_words}/_stridelab
  COMMAND stridelab completion fish > ${shell_words}/stridelab.fish
  COMMAND stridelab manual > ${shell_words}/stridelab.1
  DEPENDS stridelab VERBATIM)
add_custom_target(stridelab_shell_words ALL DEPENDS ${shell_words}/stridelab.1)
install(FILES ${shell_words}/stridelab DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${shell_words}/_stridelab DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${shell_words}/stridelab.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${shell_words}/stridelab.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# The libraries: every room but those of programs alone.
set(rooms core model_files runner dynamics gait ground loads_muscles loads catalogue metrics regions forward_bullet
  forward scenario study)
set(libraries stridelab_flags)
foreach(room ${rooms})
  set_target_properties(stridelab_${room} PROPERTIES EXPORT_NAME ${room})
  list(APPEND libraries stridelab_${room})
endforeach()
set_target_properties(stridelab_flags PROPERTIES EXPORT_NAME flags)
install(TARGETS ${libraries} EXPORT stridelab_targets ARCHIVE COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/sim/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/stridelab COMPONENT development
  FILES_MATCHING PATTERN "*.h")
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/stridelab)
install(EXPORT stridelab_targets NAMESPACE stridelab:: DESTINATION ${package} COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/sim/cmake/packaging/stridelab-config.cmake.in
  ${PROJECT_BINARY_DIR}/stridelab-config.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/stridelab-config-version.cmake COMPATIBILITY ExactVersion)
install(FILES ${PROJECT_BINARY_DIR}/stridelab-config.cmake ${PROJECT_BINARY_DIR}/stridelab-config-version.cmake
  DESTINATION ${package} COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME stridelab)
set(CPACK_PACKAGE_CONTACT "Stridelab developers <stridelab@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "what happens at the knee when a runner changes form")
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME stridelab)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
if(STRIDELAB_VIEW)  # opened at run time: the letters of the panels, and what draws
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "fonts-dejavu-core, libgl1")
endif()
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libstridelab-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "stridelab (= ${PROJECT_VERSION}), libeigen3-dev, libfmt-dev, libexpected-dev, libtomlplusplus-dev, libbullet-dev, pkg-config")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
