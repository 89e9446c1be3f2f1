# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""All circular shifts by index arithmetic in NumPy: the event bars moved by every shift, their returns gathered, and
the one-sample t of each row."""

import sys

import numpy as np

import scandata


def work(rng, assets=3):
    events = scandata.make_events(rng)
    returns = scandata.make_returns(rng, assets)
    shifts = np.arange(scandata.BARS)[:, None]
    root = np.sqrt(scandata.EVENTS)
    start = scandata.clock()
    maxima = np.zeros(scandata.BARS)
    for bars in events:
        places = (bars[None, :] + shifts) % scandata.BARS
        for r in returns:
            sample = r[places]
            t = np.abs(sample.mean(axis=1) / sample.std(axis=1, ddof=1) * root)
            t /= np.sqrt((t * t).mean())
            np.maximum(maxima, t, out=maxima)
    return assets * len(events) * scandata.BARS, scandata.clock() - start


if __name__ == "__main__":
    print(scandata.rate(work, int(sys.argv[1]) if len(sys.argv) > 1 else 2))
