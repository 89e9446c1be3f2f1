# The one target that carries every flag; each room links it privately.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_ASAN "-O1 -g1 -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS" CACHE STRING "" FORCE)

find_program(FORESHOCK_CCACHE ccache)
if(FORESHOCK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # base_dir makes the cache serve every checkout of the project on a machine
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${FORESHOCK_CCACHE})
endif()
find_program(FORESHOCK_MOLD mold)
if(FORESHOCK_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(foreshock_flags INTERFACE)
target_compile_options(foreshock_flags INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Werror
  -ffp-contract=off -fno-fast-math -fstack-protector-strong -pthread)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 takes a literal added to a std::string for a write out of bounds (GCC bugs 105329 and 105651), and no longer
  # keeps quiet about it when the header was precompiled
  target_compile_options(foreshock_flags INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # collects garbage only from a gigabyte on, which no batch needs: 4 to 10 % off a compilation for 100 MB more of memory
  target_compile_options(foreshock_flags INTERFACE "SHELL:--param ggc-min-heapsize=1000000")
endif()
target_compile_definitions(foreshock_flags INTERFACE
  $<$<NOT:$<CONFIG:Debug,Asan>>:_FORTIFY_SOURCE=2>
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(FORESHOCK_SANITIZE)
  add_compile_options(-fsanitize=${FORESHOCK_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${FORESHOCK_SANITIZE})
  # GCC 12 takes the members of std::optional and std::variant for uninitialised once they are instrumented
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized>)
endif()

# What computes nothing (panels, programs, tests): not optimised when sanitized, which takes a third off its compile time.
add_library(foreshock_glue INTERFACE)
if(FORESHOCK_SANITIZE)
  target_compile_options(foreshock_glue INTERFACE -O0)
endif()

# What draws nothing either (the command line, tests): optimised less, which takes a quarter off. Panels would need half
# as long again to lay themselves out.
add_library(foreshock_plain INTERFACE)
target_link_libraries(foreshock_plain INTERFACE foreshock_glue)
if(NOT FORESHOCK_SANITIZE)
  target_compile_options(foreshock_plain INTERFACE $<$<CONFIG:Release>:-O1>)
  # with less of it GCC 12 takes the members of std::variant for uninitialised; the rooms are still asked
  target_compile_options(foreshock_plain INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
