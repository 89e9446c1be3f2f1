# Every foreign part, found once (architecture: Dependencies; packaging/dependencies.sh installs them).
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network WebSockets)
if(FORESHOCK_WIDGETS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Charts Concurrent Svg Network LinguistTools)
endif()
if(FORESHOCK_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(Qt6Keychain 0.13 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(CURL 7.87 REQUIRED)
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(simdjson REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
pkg_check_modules(fftw3 REQUIRED IMPORTED_TARGET fftw3)
pkg_check_modules(fftw3f REQUIRED IMPORTED_TARGET fftw3f)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)

# What packaging/dependencies.sh unpacks outside the tree; `variable` names another folder.
function(foreshock_unpacked variable folder)
  if(${variable})
    return()
  endif()
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(${variable} "$ENV{XDG_CACHE_HOME}/foreshock/${folder}" PARENT_SCOPE)
  else()
    set(${variable} "$ENV{HOME}/.cache/foreshock/${folder}" PARENT_SCOPE)
  endif()
endfunction()

# The borders of the world: one file of TopoJSON.
foreshock_unpacked(FORESHOCK_WORLD_ATLAS_DIR world-atlas-2.0.2)
if(NOT EXISTS "${FORESHOCK_WORLD_ATLAS_DIR}/countries-10m.json")
  message(FATAL_ERROR "world-atlas 2.0.2 is not in ${FORESHOCK_WORLD_ATLAS_DIR}: run packaging/dependencies.sh, or set FORESHOCK_WORLD_ATLAS_DIR.")
endif()

# DuckDB: a shared library and one C header.
foreshock_unpacked(FORESHOCK_DUCKDB_DIR duckdb-1.4.4)
if(NOT EXISTS "${FORESHOCK_DUCKDB_DIR}/include/duckdb.h" OR NOT EXISTS "${FORESHOCK_DUCKDB_DIR}/lib/libduckdb.so")
  message(FATAL_ERROR "DuckDB 1.4 is not in ${FORESHOCK_DUCKDB_DIR}: run packaging/dependencies.sh, or set FORESHOCK_DUCKDB_DIR.")
endif()
add_library(duckdb SHARED IMPORTED GLOBAL)
set_target_properties(duckdb PROPERTIES
  IMPORTED_LOCATION "${FORESHOCK_DUCKDB_DIR}/lib/libduckdb.so"
  IMPORTED_NO_SONAME TRUE
  INTERFACE_INCLUDE_DIRECTORIES "${FORESHOCK_DUCKDB_DIR}/include")
