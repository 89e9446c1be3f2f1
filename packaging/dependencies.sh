#!/usr/bin/env bash
# Installs what the build and the tests need on Debian 12: Debian packages, then DuckDB and the borders of the world
# (packaging/duckdb.sh, packaging/worldatlas.sh).
# Says what it does; uses sudo only when it is not root; does nothing when all is there. Arguments are further packages.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

build=(g++ cmake ninja-build ccache mold pkg-config git
  qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-websockets-dev qtkeychain-qt6-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
  libgl1-mesa-dev
  fonts-dejavu-core poppler-utils nghttp2-server openssl
  libsqlite3-dev libzstd-dev libssl-dev libcurl4-openssl-dev libzip-dev zlib1g-dev
  libeigen3-dev libfftw3-dev libboost-math-dev libsimdjson-dev libre2-dev libcli11-dev
  tzdata ca-certificates python3)
fetch=(npm) # only to fetch DuckDB and the borders once
missing() { # the packages of the list that are not installed
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done
}

mapfile -t needed < <(missing "${build[@]}" "$@")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/foreshock
if ! command -v npm >/dev/null && ! [ -e "${FORESHOCK_DUCKDB_DIR:-$cache/duckdb-1.4.4}/lib/libduckdb.so" \
  -a -e "${FORESHOCK_WORLD_ATLAS_DIR:-$cache/world-atlas-2.0.2}/countries-10m.json" ]; then
  needed+=("${fetch[@]}")
fi
if [ ${#needed[@]} -gt 0 ]; then
  if ! [ -e /etc/debian_version ]; then
    echo "These Debian packages (or what corresponds to them here) are missing: ${needed[*]}" >&2
    exit 1
  fi
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  echo "Installing ${#needed[@]} Debian packages: ${needed[*]}" >&2
  "${root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null
fi
"$here/duckdb.sh" >/dev/null
"$here/worldatlas.sh" >/dev/null
