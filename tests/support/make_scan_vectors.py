# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/data/scan/*.json: the screen's scale, joint null and chance counts, from their definitions in NumPy.

Independent of the engine: no Fourier transform, every shift summed directly in double.

    python3 tests/support/make_scan_vectors.py
"""

import json
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent.parent / "data" / "scan"
FIRST_SQUARE = np.float32(3.5625)  # the thresholds start at √3.5625 …
BINS_PER_OCTAVE = 32               # … and divide every doubling of Y² into 32 equal parts


def thresholds(count):
    bits = FIRST_SQUARE.view(np.uint32) + (np.arange(count, dtype=np.uint32) << 18)
    return np.sqrt(bits.view(np.float32).astype(float))


def repeated(weights, r, present, lags, group):
    """For an asset that is listed late: its returns again and again before its first bar, each time after a pause as
    long as the lags are apart (and up to a whole group), and only the events that some lag brings into its life."""
    listed = int(np.argmax(present))
    if listed == 0:
        return weights, r
    bars = len(r)
    pattern = np.concatenate([r[listed:], np.zeros(max(lags) - min(lags))])
    pattern = np.concatenate([pattern, np.zeros(-len(pattern) % group)])
    again = np.tile(pattern, bars // len(pattern) + 1)
    meets = [any(listed <= t + lag < bars for lag in lags) for t in range(bars)]
    return np.where(meets, weights, 0.0), np.concatenate([again[len(again) - listed:], r[listed:]])


def statistics(bars, weights, presence, returns, present, lags, group):
    """X (or t) at every shift."""
    r = np.where(present, returns - returns[present].mean(), 0.0)
    variance = (r * r).sum() / present.sum()
    weights, r = repeated(weights, r, present, lags, group)
    result = np.zeros(bars)
    for s in range(bars):
        moved = np.roll(r, -s)  # moved[t] = r[(t + s) mod T]
        total = (weights * moved).sum()
        squares = (weights**2 * moved**2).sum()
        if squares > 1e-6 * (weights**2).sum() * variance:
            result[s] = total / np.sqrt(squares)
    if presence and present[np.argmax(present):].all():
        n = weights.sum()
        result = result * np.sqrt((n - 1) / (n - result**2))
    return result


def case(name, seed, bars, group, planted):
    rng = np.random.default_rng(seed)
    assets, lengths = 5, [{"lags": [0, 1, 2]}, {"lags": [3, -1]}]
    returns = np.round(rng.standard_normal((assets, len(lengths), bars)), 3)
    present = np.ones((assets, bars), dtype=bool)
    present[3, : bars // 4] = False
    series = []
    for kind in ("presence", "presence", "value"):
        events = np.sort(rng.choice(bars - 8, 20, replace=False))
        marks = np.ones(20) if kind == "presence" else np.round(rng.standard_normal(20), 3)
        if kind == "value":
            marks = marks - marks.mean()
        series.append((kind, events, marks))
    for event in series[0][1]:
        returns[1, 0, event + 1] += planted
    y, sigma, all_y = [], [], []
    for kind, events, marks in series:
        weights = np.zeros(bars)
        weights[events] = marks
        for asset in range(assets):
            for length, spec in enumerate(lengths):
                x = statistics(bars, weights, kind == "presence", returns[asset, length], present[asset],
                               spec["lags"], group)
                for lag in spec["lags"]:
                    values = x[(np.arange(0, bars, group) + lag) % bars]
                    scale = np.sqrt((values**2).mean())
                    sigma.append(scale)
                    all_y.append(np.abs(values) / scale)
                    y.append(all_y[-1][0])
    all_y = np.array(all_y)
    maxima = all_y.max(axis=0)
    shifts = bars // group
    p = [(1 + (maxima[1:] >= one * (1 - 1e-5)).sum()) / shifts for one in y]
    c = thresholds(96)
    reached = (all_y[:, None, :] >= c[None, :, None]).sum(axis=0)  # threshold × shift
    # a value this close to a threshold could fall on the other side in single precision
    assert min(np.abs(all_y / one - 1).min() for one in c) > 2e-6, "choose another seed"
    chance = reached.mean(axis=1)
    observed = reached[:, 0]
    rank = int(np.ceil(0.95 * shifts)) - 1
    candidate = next(i for i in range(len(c)) if chance[i] <= 0.05 * max(1, observed[i]))
    document = {
        "notes": "order of hypotheses: event series, asset, length, lag; tolerance 3e-5 relative (single precision)",
        "inputs": {
            "bars": bars, "group": group, "lengths": lengths,
            "series": [{"presence": kind == "presence", "bars": events.tolist(), "weights": marks.tolist()}
                       for kind, events, marks in series],
            "returns": returns.tolist(), "present": present.astype(int).tolist(),
        },
        "expected": {
            "y": list(y), "sigma": sigma, "maxima": maxima.tolist(), "p_adjusted": p,
            "thresholds": c.tolist(), "chance": chance.tolist(), "observed": observed.tolist(),
            "chance95": np.sort(reached, axis=1)[:, rank].tolist(),
            "candidate_threshold": c[candidate], "candidates": int(observed[candidate]),
            "chance_at_threshold": chance[candidate],
        },
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    case("all_shifts", 1, 96, 1, 3.0)
    case("weeks", 2, 120, 5, 0.0)
    case("padded", 3, 101, 1, 4.0)
