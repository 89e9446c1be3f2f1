# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `foreshock-cli bench scan` and its peers one after the other on the same cores and prints the table of ratios.

    python3 tests/bench/peers/scan_ratios.py build/release/app/foreshock-cli
"""

import json
import os
import subprocess
import sys
from pathlib import Path

PEERS = [
    ("NumPy FFT, studentized, transforms cached", "scan_numpy_fft.py", 10),
    ("NumPy index shifting", "scan_numpy_shift.py", 100),
    ("scipy.stats.permutation_test", "scan_scipy_permutation.py", 20000),
]
ROUNDS = 5  # turn about: the best rate of each side, and the round with the median ratio of the screen


def ours(program):
    return json.loads(subprocess.run([program, "bench", "scan", "--json"], check=True, capture_output=True).stdout)


def peer(folder, script, cores):
    return float(subprocess.run([sys.executable, str(folder / script), str(cores)], check=True,
                                capture_output=True, text=True).stdout)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(__file__).resolve().parent
    cores = len(os.sched_getaffinity(0))
    runs, rates = [], {script: [] for _, script, _ in PEERS}
    for _ in range(ROUNDS):
        runs.append(ours(sys.argv[1]))
        for _, script, _ in PEERS:
            rates[script].append(peer(folder, script, cores))
    print(f"| {cores} cores, {ROUNDS} rounds | figure | at least / at most | reached |")
    print("|---|---|---|---|")
    for i, bound in enumerate((2.1, 1.7)):
        scan = sorted((run["scans"][i] for run in runs), key=lambda scan: scan["ratio"])[ROUNDS // 2]
        print(f"| screen, {scan['bars']} bars, {scan['pairs']} pairs | {scan['scan_seconds'] * 1e3:.1f} ms beside "
              f"{scan['transform_seconds'] * 1e3:.1f} ms of bare transforms | ≤ {bound} × | {scan['ratio']:.2f} × |")
    speed = max(run["statistics_per_second"] for run in runs)
    print(f"| permuted t-statistics | {speed:.3g} a second | | |")
    for name, script, bound in PEERS:
        rate = max(rates[script])
        print(f"| {name} | {rate:.3g} a second | ≥ {bound} × | {speed / rate:.1f} × |")


if __name__ == "__main__":
    main()
