# What most files include, parsed once for all rooms and once for each kind of test. The first of each builds the
# header, the others take it over; so the first may define nothing on its command line that the others do not.
set(foreshock_often
  <algorithm> <array> <cmath> <filesystem> <functional> <map> <memory> <mutex> <optional> <set> <span> <string>
  <thread> <vector> <QJsonArray> <QJsonObject> <QString>)

# Up to eight files at a time as one: loading the precompiled header and making the templates of the standard library
# costs about as much as a file. The price: an edit compiles its whole batch, which is why it is not larger, and the
# files of a room share their unnamed namespaces, so that names in them differ. A file that takes as long as a batch is
# compiled alone (SKIP_UNITY_BUILD_INCLUSION). Called when the target has its sources.
function(foreshock_batches target)
  get_target_property(files ${target} SOURCES)
  list(FILTER files INCLUDE REGEX "\\.cpp$")
  list(FILTER files EXCLUDE REGEX "/moc_[^/]*$")
  list(LENGTH files count)
  math(EXPR batches "(${count} + 7) / 8")
  math(EXPR size "(${count} + ${batches} - 1) / ${batches}") # all batches of about the same size
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${FORESHOCK_UNITY} UNITY_BUILD_BATCH_SIZE ${size})
  if(FORESHOCK_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # GCC takes a batched .cpp for a header, where a member of a type from an unnamed namespace would be a mistake
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

# Gives the target's headers with signals and slots what moc makes of them, in one file that joins a batch. AUTOMOC
# does the same, but reads every source of the target first and compiles its file alone; together that was a seventh
# of a build. Headers are looked at when CMake runs: one that gets its first Q_OBJECT later needs that once
# (else the linker misses its vtable).
function(foreshock_moc target)
  get_target_property(sources ${target} SOURCES)
  set(headers "")
  foreach(source IN LISTS sources)
    if(source MATCHES "\\.h$")
      file(STRINGS "${source}" marked REGEX "^ *Q_(OBJECT|GADGET|NAMESPACE)" LIMIT_COUNT 1)
      if(marked)
        list(APPEND headers "${source}")
      endif()
    endif()
  endforeach()
  if(NOT headers)
    return()
  endif()
  qt6_wrap_cpp(made ${headers} TARGET ${target})
  set_source_files_properties(${made} PROPERTIES HEADER_FILE_ONLY ON)
  list(TRANSFORM made REPLACE "^${CMAKE_CURRENT_BINARY_DIR}/(.+)" "#include \"\\1\"\n" OUTPUT_VARIABLE includes)
  list(JOIN includes "" includes)
  set(mocs "${CMAKE_CURRENT_BINARY_DIR}/${target}_mocs.cpp")
  file(CONFIGURE OUTPUT "${mocs}" CONTENT "${includes}" @ONLY)
  target_sources(${target} PRIVATE ${made} "${mocs}")
endfunction()

# foreshock_room(NAME [MOC] SOURCES … LINKS … PRIVATE_LINKS … OFTEN …): one static library per core folder.
# MOC: it has classes with signals. OFTEN: a large header that only this room's files include. Headers are included
# from the top of the tree: #include "core/base/result.h".
function(foreshock_room name)
  cmake_parse_arguments(room "MOC" "" "SOURCES;LINKS;PRIVATE_LINKS;OFTEN" ${ARGN})
  add_library(core_${name} STATIC ${room_SOURCES})
  target_include_directories(core_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(core_${name} PUBLIC ${room_LINKS} PRIVATE foreshock_flags ${room_PRIVATE_LINKS})
  if(room_MOC)
    foreshock_moc(core_${name})
  endif()
  foreshock_batches(core_${name})
  if(name STREQUAL base OR room_OFTEN)
    target_precompile_headers(core_${name} PRIVATE ${foreshock_often} ${room_OFTEN})
  else()
    target_precompile_headers(core_${name} REUSE_FROM core_base)
  endif()
endfunction()

# foreshock_widgets(NAME SOURCES … LINKS …): one static library per folder of widgets/, with Qt Widgets.
function(foreshock_widgets name)
  cmake_parse_arguments(room "" "" "SOURCES;LINKS" ${ARGN})
  add_library(widgets_${name} STATIC ${room_SOURCES})
  target_include_directories(widgets_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(widgets_${name} PUBLIC Qt6::Widgets Qt6::Charts Qt6::Svg core_workbench ${room_LINKS}
    PRIVATE foreshock_flags foreshock_glue)
  foreshock_moc(widgets_${name})
  foreshock_batches(widgets_${name})
  # one precompiled header for all above style: it takes two thirds off each file
  if(name STREQUAL style)
    target_precompile_headers(widgets_style PRIVATE <QWidget>)
  elseif(name STREQUAL common)
    target_precompile_headers(widgets_common PRIVATE "${PROJECT_SOURCE_DIR}/core/workbench/session.h"
      <QAbstractItemModel> <QJsonObject> <QWidget>)
  else()
    target_precompile_headers(widgets_${name} REUSE_FROM widgets_common)
  endif()
endfunction()

# foreshock_test(NAME SOURCES … LINKS … LABELS …): one QtTest program; runs offscreen, in the C locale, with a time limit.
function(foreshock_test name)
  cmake_parse_arguments(test "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  add_executable(${name} ${test_SOURCES})
  # the test's class is in its .cpp: moc by hand, for AUTOMOC reads every file of the target again before it compiles
  qt6_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc TARGET ${name})
  set_source_files_properties(${name}.cpp PROPERTIES OBJECT_DEPENDS ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${name} PRIVATE foreshock_flags foreshock_plain Qt6::Test ${test_LINKS})
  target_compile_definitions(${name} PRIVATE
    FORESHOCK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    FORESHOCK_SHARED_DATA="${PROJECT_SOURCE_DIR}/../shared/data")
  # QTest has other parts for tests that know the network or a window: one precompiled header for each kind
  set(kind core)
  if(test_LINKS MATCHES "widgets_|app_desktop")
    set(kind gui)
  endif()
  if(test_LINKS MATCHES "Qt6::Network|Qt6::WebSockets|hostile_server")
    string(APPEND kind _network)
  endif()
  get_property(first GLOBAL PROPERTY foreshock_first_${kind}_test)
  if(first)
    target_precompile_headers(${name} REUSE_FROM ${first})
  else()
    set_property(GLOBAL PROPERTY foreshock_first_${kind}_test ${name})
    target_precompile_headers(${name} PRIVATE ${foreshock_often} <QTemporaryDir> <QTest>)
  endif()
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 1200) # tests are not timed: this only ends one that hangs, on a slow machine and under a sanitizer too
    if(test_LABELS MATCHES "slow|history|data")
      set(test_TIMEOUT 7200)
    endif()
  endif()
  # the rooms that read what others wrote: packaging/test.sh runs them under the sanitizers too
  if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/unit/(base|domain|ingest|net|sources|store)")
    list(APPEND test_LABELS input)
    add_dependencies(input_tests ${name})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  # the thread sanitizer's lock-order check gives up at 64 locks at a time, and DuckDB holds more
  set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
    ENVIRONMENT "DBUS_SESSION_BUS_ADDRESS=;QTEST_FUNCTION_TIMEOUT=${test_TIMEOUT}000;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;TSAN_OPTIONS=detect_deadlocks=0:suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp")
endfunction()
