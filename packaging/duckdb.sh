#!/usr/bin/env bash
# Fetches DuckDB 1.4 (library and C header) from two pinned npm packages and unpacks it outside the tree.
# Prints the folder. Does nothing when it is already there.
set -euo pipefail
version=1.4.4
dir=${FORESHOCK_DUCKDB_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/foreshock/duckdb-$version}
if [ -e "$dir/include/duckdb.h" ] && [ -e "$dir/lib/libduckdb.so" ]; then
  echo "$dir"
  exit 0
fi
library=duckdb-node-bindings-linux-x64-$version-r.1.tgz
header=duckdb-$version.tgz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Fetching DuckDB $version (two npm packages, 33 MB)…" >&2
if ! npm pack --loglevel=error "@duckdb/node-bindings-linux-x64@$version-r.1" "duckdb@$version" >&2; then
  echo "DuckDB could not be fetched by npm (see above); try again with a network, or put include/duckdb.h and" \
    "lib/libduckdb.so of DuckDB $version into a folder and name it in FORESHOCK_DUCKDB_DIR." >&2
  exit 1
fi
sha256sum --check --quiet >&2 <<SUMS
8ac460b152cd05a95065a414879bb09e40534b1fb7a80a7afe6969b6ce039029  $library
5bb967dcbcd517670ba5f169f238fb9d6787e53752c60ebe24386169d76941ed  $header
SUMS
mkdir -p "$work/unpacked/include" "$work/unpacked/lib"
tar -xzf "$library" -C "$work/unpacked/lib" --strip-components=1 package/libduckdb.so
tar -xzf "$header" -O package/src/duckdb/src/include/duckdb.h > "$work/unpacked/include/duckdb.h"
mkdir -p "$(dirname "$dir")"
rm -rf "$dir.part" && cp -r "$work/unpacked" "$dir.part"
rm -rf "$dir" && mv "$dir.part" "$dir"
echo "$dir"
