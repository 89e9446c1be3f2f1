# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an expert writes in NumPy: forward transforms cached, all shifts of S and Q by inverse FFT, studentized,
scaled by the root mean square, folded into the joint maximum and into the counts of chance exceedances per shift:
the same work as the screen, with its thresholds. --without-counts leaves the counts out."""

import sys

import numpy as np

import scandata

BINS = 256  # as in core/discovery/scankernel.h: 32 to an octave of the squared statistic, from 3.5625 on
FIRST = 0x40640000
SHIFT = 18
FLUSH = 25  # assets


def without_counts(rng):
    return work(rng, counting=False)


def work(rng, assets=125, counting=True):
    events = scandata.make_events(rng)
    returns = scandata.make_returns(rng, assets)
    start = scandata.clock()
    indicator = np.zeros((len(events), scandata.BARS))
    for row, bars in zip(indicator, events):
        row[bars] = 1.0
    spectra = np.conj(np.fft.rfft(indicator))
    n = float(scandata.EVENTS)
    maxima = np.zeros(scandata.BARS)
    counts = np.zeros(scandata.BARS * BINS, dtype=np.int64)
    pending = []
    threshold = np.array([FIRST], dtype=np.int32).view(np.float32)[0]
    for number, r in enumerate(returns, 1):
        s = np.fft.irfft(spectra * np.fft.rfft(r), scandata.BARS)
        q = np.fft.irfft(spectra * np.fft.rfft(r * r), scandata.BARS)
        square = s * s * (n - 1.0) / (n * q - s * s)
        square /= square.mean(axis=1, keepdims=True)
        np.maximum(maxima, square.max(axis=0), out=maxima)
        if counting:
            flat = square.ravel()
            place = np.flatnonzero(flat >= threshold)
            bins = (flat[place].astype(np.float32).view(np.int32) - FIRST) >> SHIFT
            pending.append(place % scandata.BARS * BINS + np.minimum(bins, BINS - 1))
            if number % FLUSH == 0 or number == assets:
                counts += np.bincount(np.concatenate(pending), minlength=len(counts))
                pending.clear()
    np.sqrt(maxima, out=maxima)
    return assets * len(events) * scandata.BARS, scandata.clock() - start


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    chosen = without_counts if "--without-counts" in sys.argv else work
    print(scandata.rate(chosen, int(words[0]) if words else 2))
