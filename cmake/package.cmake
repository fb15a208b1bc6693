# cmake --install BUILD --prefix PREFIX; cpack (in the build folder) makes framewright_VERSION_ARCH.deb.
include(GNUInstallDirs)
install(TARGETS framewright framewright-serve RUNTIME)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/framewright)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/framewright RENAME copyright)  # Debian's name for it
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/framewright/docs)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME framewright)
set(CPACK_PACKAGE_CONTACT "The Framewright authors <framewright@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Framewright keeps a commissioning framework, its standards, strategies, glossary
and contract register as Markdown, TOML and CSV, checks every cross-reference
between them, and publishes an accessible website and open data.")
# The libraries it depends on are worked out from the program; that takes dpkg-dev and file.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
