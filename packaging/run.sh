#!/usr/bin/env bash
# The first command: installs what is missing, builds and opens the workstation on the sample workspace (simulated, says so).
# Without a display it runs the study of the sample on the command line.
set -euo pipefail
cd "$(dirname "$0")/.."
packaging/build.sh release -DFORESHOCK_TESTS=OFF
cli=build/release/app/foreshock-cli
sample=${FORESHOCK_SAMPLE:-${XDG_DATA_HOME:-$HOME/.local/share}/foreshock/sample}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/app/foreshock --sample "$@"
fi

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }

if ! [ -e "$sample/workspace.json" ]; then
  say "Making the sample workspace (simulated markets and events) in $sample"
  "$cli" workspace init "$sample" --sample
fi
say "What is in it"
"$cli" -w "$sample" events count "" --by event_type
say "The last bars of its benchmark"
"$cli" -w "$sample" bars show SIM-INDEX --limit 5
say "Its study: which of the simulated events move which of the simulated markets?"
"$cli" -w "$sample" study run "$sample/studies/sample.json"
run=$("$cli" -w "$sample" --json study list | python3 -c 'import json, sys; print(json.load(sys.stdin)["runs"][0]["run"])')
say "Its tear sheet, as a PDF"
mkdir -p "$sample/reports"
"$cli" -w "$sample" report "$run" --pdf "$sample/reports/$run.pdf"
say "Every question asked so far"
"$cli" -w "$sample" ledger summary
