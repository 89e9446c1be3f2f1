#!/usr/bin/env bash
# The second command: sets the machine up, builds and runs every test, offscreen and without a network; then those of
# the engine and its command line once more, without the desktop and under the address and undefined-behaviour
# sanitizers (packaging/nightly.sh does it with the desktop). FORESHOCK_SANITIZERS=off leaves those out.
set -euo pipefail
cd "$(dirname "$0")/.."
packaging/dependencies.sh dbus-daemon gnome-keyring # a keyring for one test; nobody else needs this one
packaging/build.sh release -DFORESHOCK_TESTS=ON
jobs=$(nproc)
ctest --preset release -j "$jobs" --no-tests=error
if [ "${FORESHOCK_SANITIZERS:-on}" != off ]; then
  packaging/build.sh asan -DFORESHOCK_TESTS=ON -DFORESHOCK_WIDGETS=OFF
  ctest --preset asan --no-tests=error -j "$jobs" -LE "slow|history|data"
fi
