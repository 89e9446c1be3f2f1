#!/usr/bin/env bash
# Fetches the borders of the world (Natural Earth 1:10 million as TopoJSON) from a pinned npm package and unpacks them
# outside the tree. Prints the folder. Does nothing when it is already there.
set -euo pipefail
version=2.0.2
dir=${FORESHOCK_WORLD_ATLAS_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/foreshock/world-atlas-$version}
if [ -e "$dir/countries-10m.json" ]; then
  echo "$dir"
  exit 0
fi
package=world-atlas-$version.tgz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo "Fetching the borders of the world (an npm package, 2 MB)…" >&2
if ! npm pack --loglevel=error "world-atlas@$version" >&2; then
  echo "world-atlas could not be fetched by npm (see above); try again with a network, or put countries-10m.json of" \
    "world-atlas $version into a folder and name it in FORESHOCK_WORLD_ATLAS_DIR." >&2
  exit 1
fi
sha256sum --check --quiet >&2 <<SUMS
032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97  $package
SUMS
mkdir -p "$work/unpacked"
tar -xzf "$package" -C "$work/unpacked" --strip-components=1 package/countries-10m.json package/LICENSE
mkdir -p "$(dirname "$dir")"
rm -rf "$dir.part" && cp -r "$work/unpacked" "$dir.part"
rm -rf "$dir" && mv "$dir.part" "$dir"
echo "$dir"
