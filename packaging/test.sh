#!/usr/bin/env bash
# The second command: sets the machine up, builds and runs every test, offscreen and without a network; then those of
# the rooms that read what others wrote (files, answers, the store) once more under the address and undefined-behaviour
# sanitizers. packaging/nightly.sh does that with all. FORESHOCK_SANITIZERS=off leaves it out.
set -euo pipefail
cd "$(dirname "$0")/.."
packaging/dependencies.sh dbus-daemon gnome-keyring # a keyring for one test; nobody else needs this one
packaging/build.sh release -DFORESHOCK_TESTS=ON
jobs=$(nproc)
ctest --preset release -j "$jobs" --no-tests=error
if [ "${FORESHOCK_SANITIZERS:-on}" != off ]; then
  cmake --preset asan -DFORESHOCK_TESTS=ON -DFORESHOCK_WIDGETS=OFF >&2
  cmake --build --preset asan --target input_tests >&2
  ctest --preset asan --no-tests=error -j "$jobs" -L input -LE "slow|history|data"
fi
