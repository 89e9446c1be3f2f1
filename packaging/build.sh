#!/usr/bin/env bash
# Sets the machine up and builds one preset (default: release). Extra arguments go to the configure step.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
shift || true
packaging/dependencies.sh
cmake --preset "$preset" "$@" >&2
cmake --build --preset "$preset" >&2
