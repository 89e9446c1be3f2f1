#!/usr/bin/env bash
# Builds the tests of the store, the statistics and the discovery with the thread sanitizer (clang) and runs them.
# Extra arguments go to ctest. tst_eventkill is left out: this sanitizer cannot follow the way Qt starts its children.
set -euo pipefail
cd "$(dirname "$0")/.."
tests=$(basename -s .cpp tests/unit/{store,stats,discovery}/tst_*.cpp)
packaging/dependencies.sh clang libclang-rt-14-dev
cmake --preset tsan >&2
# shellcheck disable=SC2086 # one target a word
cmake --build --preset tsan --target $tests >&2
ctest --preset tsan -j "$(nproc)" -LE "slow|history" -E "^tst_eventkill\$" -R "^($(paste -sd '|' <<<"$tests"))\$" "$@"
