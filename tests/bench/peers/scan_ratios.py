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


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(__file__).resolve().parent
    cores = len(os.sched_getaffinity(0))
    ours = json.loads(subprocess.run([sys.argv[1], "bench", "scan", "--json"], check=True, capture_output=True).stdout)
    print(f"| {cores} cores | figure | at least / at most | reached |")
    print("|---|---|---|---|")
    for scan, bound in zip(ours["scans"], (2.1, 1.7)):
        print(f"| screen, {scan['bars']} bars, {scan['pairs']} pairs | {scan['scan_seconds'] * 1e3:.1f} ms beside "
              f"{scan['transform_seconds'] * 1e3:.1f} ms of bare transforms | ≤ {bound} × | {scan['ratio']:.2f} × |")
    speed = ours["statistics_per_second"]
    print(f"| permuted t-statistics | {speed:.3g} a second | | |")
    for name, script, bound in PEERS:
        peer = float(subprocess.run([sys.executable, str(folder / script), str(cores)], check=True,
                                    capture_output=True, text=True).stdout)
        print(f"| {name} | {peer:.3g} a second | ≥ {bound} × | {speed / peer:.0f} × |")


if __name__ == "__main__":
    main()
