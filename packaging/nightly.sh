#!/usr/bin/env bash
# What takes too long for every change: a thousand kills and flipped bits, 200 samples, 4000 null families of each
# kind, 400 markets with events moved in time, five minutes of a monkey at the desk, an hour's fuzzing, thread checks.
# Everything runs even if something fails; the last lines say what did. FORESHOCK_FUZZ_SECONDS: per target (600).
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
failed=()

run() { # a name, then what to run
  printf '\n== %s\n' "$1"
  "${@:2}" || failed+=("$1")
}

packaging/dependencies.sh clang libclang-rt-14-dev || exit 1
packaging/build.sh release -DFORESHOCK_TESTS=ON || exit 1
store=build/release/tests/unit/store
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC
export QTEST_FUNCTION_TIMEOUT=14400000 # four hours, in milliseconds

run "1000 kills of a workspace" env FORESHOCK_KILLS=1000 "$store/tst_survival"
run "1000 kills of the event store" env FORESHOCK_KILLS=1000 "$store/tst_eventkill"
run "200 kills of a collector" env FORESHOCK_KILLS=200 build/release/tests/unit/ingest/tst_ingestkill
run "1000 flipped bits" env FORESHOCK_FLIPS=1000 "$store/tst_verify"
run "200 samples" env FORESHOCK_SAMPLE_SEEDS=200 build/release/tests/unit/discovery/tst_samplestudies
for silent in tst_silence tst_latelistings; do
  run "4000 null families of each kind, $silent" env FORESHOCK_FAMILIES=4000 "build/release/tests/unit/discovery/$silent"
done

run "400 markets whose events are moved in time" env FORESHOCK_SHIFTS=400 \
  build/release/tests/unit/discovery/tst_wholemarket seriesMovedInTimeFindNothing
# the whole market once more by another program; 77: NumPy or the histories are not there
recompute_market() {
  local code=0
  /usr/bin/python3 tests/support/recompute_market.py "$(find build/release/app -name foreshock-cli -type f | head -1)" \
    ../shared/data/history || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 77 ]
}
run "the whole market, computed again" recompute_market

# another monkey each night, the same all night; its number is in the log
monkey=$(date +%j)
run "monkey $monkey at the desk, five minutes" env FORESHOCK_MONKEY_SECONDS=300 FORESHOCK_MONKEY_STRICT=1 \
  FORESHOCK_MONKEY_SEED="$((10#$monkey))" build/release/tests/gui/tst_monkey

# Recorded answers of a source up to 64 kB, where they are beside the project, as its target reads them: behind a byte
# that picks the endpoint; no source has more than 16.
seed_corpus() { # name of the source, folder
  local folder="../shared/data/payloads/$1" file byte
  [ -d "$folder" ] || return 0
  find "$folder" -type f -size -64k -print0 | while IFS= read -r -d '' file; do
    for byte in $(printf '%02x ' {0..16}); do
      { printf '%b' "\\x$byte" && cat "$file"; } >"$2/$(sha256sum <"$file" | cut -c1-16)-$byte" || return 1
    done
  done
}

if cmake --preset fuzz >&2; then
  for source in tests/fuzz/fuzz_*.cpp; do
    target=$(basename -s .cpp "$source")
    run "building $target" cmake --build --preset fuzz --target "$target"
    mkdir -p "build/fuzz/corpus/$target"
    run "seeding $target" seed_corpus "${target#fuzz_}" "build/fuzz/corpus/$target"
    run "$target" "build/fuzz/tests/fuzz/$target" -max_total_time="${FORESHOCK_FUZZ_SECONDS:-600}" -timeout=60 \
      -artifact_prefix="build/fuzz/$target-" "build/fuzz/corpus/$target"
  done
else
  failed+=("configuring the fuzz preset")
fi

all_sanitized() { # file by file, which shows that each says all it needs
  packaging/build.sh asan -DFORESHOCK_TESTS=ON -DFORESHOCK_WIDGETS=ON -DFORESHOCK_UNITY=OFF &&
    ctest --preset asan --no-tests=error -j "$(nproc)"
}
run "every test under the address sanitizer" all_sanitized
run "thread sanitizer" packaging/tsan.sh

if [ ${#failed[@]} -gt 0 ]; then
  printf '\nFailed:\n'
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
printf '\nAll passed.\n'
