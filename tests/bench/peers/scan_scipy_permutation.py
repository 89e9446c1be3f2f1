# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""scipy.stats.permutation_test with a vectorised t of event bars against the others, as its documentation shows it."""

import sys

import numpy as np
from scipy import stats

import scandata

RESAMPLES = 10000


def statistic(x, y, axis):
    spread = x.var(axis=axis, ddof=1) / x.shape[axis] + y.var(axis=axis, ddof=1) / y.shape[axis]
    return (x.mean(axis=axis) - y.mean(axis=axis)) / np.sqrt(spread)


def work(rng, pairs=2):
    events = scandata.make_events(rng)
    returns = scandata.make_returns(rng, pairs)
    start = scandata.clock()
    for bars, r in zip(events, returns):
        others = np.ones(scandata.BARS, dtype=bool)
        others[bars] = False
        stats.permutation_test((r[bars], r[others]), statistic, vectorized=True, n_resamples=RESAMPLES, batch=100,
                               random_state=rng)
    return pairs * RESAMPLES, scandata.clock() - start


if __name__ == "__main__":
    print(scandata.rate(work, int(sys.argv[1]) if len(sys.argv) > 1 else 2))
