# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The data and the timing frame that the peers of `bench scan` share."""

import multiprocessing
import os
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"  # one process per core instead

import numpy as np

BARS = 4096
EVENTS = 100
EVENT_SERIES = 40


def make_events(rng):
    """Event bars of the 40 series, ascending and distinct."""
    return [np.sort(rng.choice(BARS - 42, EVENTS, replace=False)) for _ in range(EVENT_SERIES)]


def make_returns(rng, assets):
    r = 0.01 * rng.standard_normal((assets, BARS))
    return r - r.mean(axis=1, keepdims=True)


def _timed(task):
    work, share = task
    rng = np.random.default_rng(share)
    return work(rng)


def rate(work, processes):
    """Permuted statistics a second: `work(rng)` runs once in each process and says (statistics, seconds)."""
    with multiprocessing.Pool(processes) as pool:
        results = pool.map(_timed, [(work, i) for i in range(processes)])
    return sum(count for count, _ in results) / max(seconds for _, seconds in results)


def clock():
    return time.perf_counter()
