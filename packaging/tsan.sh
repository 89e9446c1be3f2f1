#!/usr/bin/env bash
# Builds the tests of the store, the network, the statistics and the discovery with the thread sanitizer (clang) and runs them.
# Extra arguments go to ctest. tst_eventkill and tst_tls are left out: this sanitizer cannot follow the way Qt starts its children.
set -euo pipefail
cd "$(dirname "$0")/.."
tests=$(basename -s .cpp tests/unit/{store,net,stats,discovery}/tst_*.cpp)
packaging/dependencies.sh clang libclang-rt-14-dev
cmake --preset tsan >&2
# shellcheck disable=SC2086 # one target a word
cmake --build --preset tsan --target $tests >&2
ctest --preset tsan -j "$(nproc)" -LE "slow|history" -E "^tst_(eventkill|tls)\$" -R "^($(paste -sd '|' <<<"$tests"))\$" "$@"
