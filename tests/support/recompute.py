#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the sample workspace's study again, from what foreshock-cli exports and nothing else.

usage: recompute.py FORESHOCK-CLI [SEED]

Written after the statistics of a study run, not after the program: returns from exported bars, the market model
by one regression per bar, event bars, n, effect, base, t, t_zero, and the whole scan (X or t at every circular
shift, its root mean square, the maximum over the family, p_adjusted) in double precision by NumPy. Compares the
20 strongest findings, 50 others drawn at random and, of all hypotheses, n, effect and t. Exit 0: all agree.
"""
import csv
import datetime
import io
import json
import math
import random
import subprocess
import sys
import tempfile

try:
    import numpy as np
except ImportError:
    print("Skipped: Python has no NumPy here, and the audit computes with it.")
    sys.exit(77)

WINDOW = 250      # bars of the rolling regression
FEWEST = 200      # of them with both returns
LONGEST_GAP = 5   # bars a return may span, less one
PERIODIC = 0.01   # share of shifts that keep half of the events
FLOOR = 1e-6      # of n var R: below it a sum of squares is rounding
EDGES = 50        # a life that leaves out more than this part of the sample is repeated outside


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def text(self, *words):
        done = subprocess.run([self.path, "-w", self.folder, "--quiet", *words],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"foreshock-cli {' '.join(words)} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def json(self, *words):
        return json.loads(self.text("--json", *words))

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.text(*words))))


def micros(text):
    """Microseconds since 1970 of an ISO instant or date in UTC."""
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if at.tzinfo is None:
        at = at.replace(tzinfo=datetime.timezone.utc)
    return (at - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)


DAY = 86_400_000_000


def number(text):
    return float(text) if text else math.nan


def smooth_length(length):
    """The largest number up to it with prime factors 2 to 13 only."""
    while True:
        rest = length
        for prime in (2, 3, 5, 7, 11, 13):
            while rest % prime == 0:
                rest //= prime
        if rest == 1:
            return length
        length -= 1


class Asset:
    """Closes of one symbol on the calendar, adjusted for splits, and its close times."""

    def __init__(self, rows, actions, calendar):
        ends, closes = [], []
        for row in rows:
            opened, close = micros(row["ts"]), number(row["close"])
            if any(kind == 3 and opened >= effective for kind, effective, _ in actions):
                continue  # after a delisting the symbol is another company's
            for kind, effective, factor in actions:
                if kind in (0, 1) and effective > opened:
                    close *= factor
            if not math.isnan(close):
                ends.append(micros(row["ts_end"]))
                closes.append(close)
        self.price = np.full(len(calendar), np.nan)
        self.closed = np.array(calendar, dtype=np.int64)
        place = np.searchsorted(calendar, ends, side="left")  # in (C[t-1], C[t]]
        lag = []
        for t, end, close in zip(place, ends, closes):
            if t < len(calendar):
                self.price[t], self.closed[t] = close, end
                lag.append(calendar[t] - end)
        usual = sorted(lag)[len(lag) // 2]
        self.closed[np.isnan(self.price)] -= usual


def returns_of(price):
    """Log returns, the bars each spans, and which bars are missing (not merely spanned by the next return)."""
    size = len(price)
    value, span, missing = np.full(size, np.nan), np.ones(size, int), np.ones(size, bool)
    last = None
    for t in np.flatnonzero(~np.isnan(price)):
        if last is not None and t - last <= LONGEST_GAP + 1:
            value[t], span[t] = math.log(price[t] / price[last]), t - last
            missing[last + 1:t + 1] = False
        last = t
    return value, span, missing


def abnormal(asset, benchmark, is_benchmark):
    """Returns less what the market model of the 250 bars before expects; the benchmark itself: less its mean."""
    value, span, missing = returns_of(asset.price)
    market = np.full(len(value), np.nan)
    for t in np.flatnonzero(~np.isnan(value)):
        market[t] = math.log(benchmark.price[t] / benchmark.price[t - span[t]])
    single = np.where(span == 1, value, np.nan)
    out = np.full(len(value), np.nan)
    for t in np.flatnonzero(~np.isnan(value)):
        y, x = single[max(0, t - WINDOW):t], market[max(0, t - WINDOW):t]
        both = ~np.isnan(y) & (is_benchmark | ~np.isnan(x))
        if both.sum() < FEWEST:
            continue
        y, x = y[both], x[both]
        if is_benchmark:
            out[t] = value[t] - span[t] * y.mean()
            continue
        middle = x - x.mean()
        slope = (middle @ (y - y.mean())) / (middle @ middle)
        out[t] = value[t] - slope * market[t] - span[t] * (y.mean() - slope * x.mean())
    return out, missing | (np.isnan(out) & ~np.isnan(value))


def window_sums(value, missing, length):
    """Of `length` bars from each on: those present; missing where a bar is missing, all are, or the sample ends."""
    out = np.full(len(value), np.nan)
    for t in range(len(value) - length + 1):
        part = value[t:t + length]
        if not missing[t:t + length].any() and not np.isnan(part).all():
            out[t] = np.nansum(part)
    return out


def correlate(w, r):
    """sum over t of w[t] r[t + s], for every circular shift s."""
    return np.fft.irfft(np.conj(np.fft.rfft(w)) * np.fft.rfft(r), len(w))


def overlap(on):
    """The share of shifts other than none that bring more than half of the events back onto events."""
    kept = np.rint(correlate(on, on))
    return np.count_nonzero(2 * kept[1:] > on.sum()) / len(on)


def is_periodic(bars, days):
    on = np.zeros(days["size"])
    on[bars] = 1
    weeks = (days["day"][-1] - days["day"][0]) // 7 + 1
    dates = np.zeros(weeks * 7)
    dates[[days["day"][b] - days["day"][0] for b in bars]] = 1
    by_week = np.rint(correlate(dates, dates))[7::7]
    return max(overlap(on), np.count_nonzero(2 * by_week > dates.sum()) / weeks) > PERIODIC


def is_whole_day(event):
    """Else a day's event is placed by when it was known (here all zones are UTC)."""
    known, at = micros(event["known_at"]), micros(event["timestamp"])
    planned = event["known_basis"] == "scheduled" and known < at + DAY
    return event["precision"] == "day" and (known <= at or planned or (known - at) % DAY == 0)


def placing_instant(event):
    known, at = micros(event["known_at"]), micros(event["timestamp"])
    if is_whole_day(event):
        return max(at, known - DAY)
    return max(at, known) if event["known_basis"] == "scheduled" else known


class Recomputed:
    """Every hypothesis of the study; circular shifts where they apply."""

    def __init__(self, program, study):
        self.windows = [tuple(w) for w in study["windows"]]
        symbols = [row[0] for row in program.json("sql", "SELECT symbol FROM instruments ORDER BY symbol")["rows"]]
        actions = {}
        for symbol, kind, effective, factor in program.json(
                "sql", "SELECT symbol, kind, effective, factor FROM actions")["rows"]:
            actions.setdefault(symbol, []).append((kind, effective, factor))
        name = study["returns"]["benchmark"]
        seal = micros(program.json("workspace", "info")["sealed_from"])
        end = min(seal, micros(study["sample"]["to"]) + DAY)
        bars = {s: program.table("bars", "show", s, "--format", "csv", "--raw") for s in symbols}
        closes = [micros(row["ts_end"]) for row in bars[name] if row["close"] and micros(row["ts_end"]) <= end]
        first = max(np.searchsorted(closes, micros(study["sample"]["from"]), side="right"), WINDOW + 1)
        self.size = smooth_length(len(closes) - first)
        self.first = len(closes) - self.size
        self.closes = closes
        self.assets, benchmark = {}, Asset(bars[name], actions.get(name, []), closes)
        self.lengths = sorted({b - a + 1 for a, b in self.windows})
        for symbol in symbols:
            asset = Asset(bars[symbol], actions.get(symbol, []), closes)
            value, missing = abnormal(asset, benchmark, symbol == name)
            sums = {n: window_sums(value[self.first:], missing[self.first:], n) for n in self.lengths}
            self.assets[symbol] = (asset.closed, sums, missing)
        self.events = {}
        for event in program.table("events", "query", study["events"][0]["filter"], "--format", "csv", "--raw"):
            if placing_instant(event) <= closes[-1]:
                self.events.setdefault(event["event_type"], []).append(event)
        loud = program.table("events", "query", "known_basis == scheduled and event_type in {payroll_friday, "
                             "fomc_meeting, fomc_decision}", "--format", "csv", "--raw")
        self.loud = [(micros(e["timestamp"]), e["precision"] == "day") for e in loud]
        self.place()
        self.test()

    def place(self):
        before = max([0] + [-a for a, _ in self.windows])
        after = max([0] + [b for _, b in self.windows])
        days = {"size": self.size,
                "day": [(c - 1) // DAY for c in self.closes[self.first:]]}
        self.bars, self.method = {}, {}
        for kind, events in self.events.items():
            inside = sum(placing_instant(e) > self.closes[self.first - 1] - DAY for e in events)
            if inside < 15:
                continue
            fullest = []
            for symbol, (closed, _, missing) in self.assets.items():
                at = {int(np.searchsorted(closed, placing_instant(e),
                                          side="right" if is_whole_day(e) else "left")) for e in events}
                bars = np.array(sorted(t - self.first for t in at
                                       if self.first + before <= t < len(self.closes) - after), dtype=int)
                if np.count_nonzero(~missing[self.first + bars]) >= 15:
                    self.bars[kind, symbol] = bars
                fullest = bars if len(bars) > len(fullest) else fullest
            self.method[kind] = "bound to the calendar" if is_periodic(fullest, days) else "circular_shift"

    def strata(self, kind, symbol):
        """{event bar: bars of the same weekday of the same month that carry no other scheduled news}, itself among
        them."""
        closed = self.assets[symbol][0]
        barred = {int(np.searchsorted(closed, at, side="right" if whole else "left")) - self.first
                  for at, whole in self.loud}
        for (other, of), bars in self.bars.items():
            if of == symbol and other != kind and all(e["known_basis"] == "scheduled" for e in self.events[other]):
                barred.update(bars.tolist())
        events = set(self.bars[kind, symbol].tolist())
        like = {}
        for bar, close in enumerate(self.closes[self.first:]):
            day = datetime.date(1970, 1, 1) + datetime.timedelta(days=(close - 1) // DAY)
            if bar in events or bar not in barred:
                like.setdefault((day.year, day.month, day.weekday()), []).append(bar)
        return {bar: bars for bars in like.values() for bar in bars if bar in events}

    def test(self):
        self.found, best = {}, np.zeros(self.size)
        for (kind, symbol), bars in self.bars.items():
            on = np.zeros(self.size)
            on[bars] = 1
            strata = None if self.method[kind] == "circular_shift" else self.strata(kind, symbol)
            for length in self.lengths:
                sums = self.assets[symbol][1][length]
                present = ~np.isnan(sums)
                base = sums[present].mean()
                centred = np.where(present, sums - base, 0)
                y = self.scan(on, centred, present, length) if self.method[kind] == "circular_shift" else None
                for window in self.windows:
                    if window[1] - window[0] + 1 != length:
                        continue
                    if y is not None:
                        best = np.maximum(best, np.roll(y, -window[0]))
                    self.found[kind, symbol, window] = {
                        **self.measure(sums, bars, window[0], base, present.sum(),
                                       None if self.method[kind] == "circular_shift" else strata),
                        "y": None if y is None else y[window[0] % self.size]}
        shifted = sum(self.method[kind] == "circular_shift" for kind, _ in self.bars)
        self.share = shifted / len(self.bars)
        self.null = np.sort(best[1:])

    def scan(self, on, centred, present, length):
        past = length - 1
        variance = (centred @ centred) / present.sum()
        first, end = np.flatnonzero(present)[[0, -1]] + [0, 1]
        lags = [a for a, b in self.windows if b - a + 1 == length]
        lived, period = end - first, end - first + max(lags) - min(lags)
        whole = present[:self.size - past].all()
        if not whole and (self.size - past - lived) * EDGES > self.size and period < self.size:
            # the asset's returns again and again outside its life, and only the events that a lag brings into it
            pattern = np.zeros(period)
            pattern[:lived] = centred[first:end]
            bars = np.arange(self.size)
            centred = np.where(bars < self.size - past, pattern[(bars - first) % period], 0)
            on = np.where((bars >= first - max(lags)) & (bars < end - min(lags)), on, 0)
            whole = present[first:end].all()
        s, q = correlate(on, centred), correlate(on, centred * centred)
        n = on.sum()
        solid = q > FLOOR * n * variance
        x = np.where(solid, s / np.sqrt(np.where(solid, q, 1)), 0)
        if whole:  # no bar is missing
            x = x * np.sqrt((n - 1) / np.maximum(n - x * x, FLOOR * n))
        scale = math.sqrt(np.mean(x * x))
        return np.abs(x) / scale if scale > 0 else np.zeros(self.size)

    @staticmethod
    def measure(sums, bars, lag, base, n_bars, strata):
        there = sums[bars + lag]
        base = np.full(len(bars), base)
        if strata:  # matched days are compared with the days that could stand in
            base = np.array([np.nanmean(sums[[b + lag for b in strata[int(bar)] if 0 <= b + lag < len(sums)]])
                             for bar in bars])
        base = base[~np.isnan(there)]
        there = there[~np.isnan(there)]
        n = len(there)
        x = np.sum(there - base) / math.sqrt(np.sum((there - base) ** 2))
        return {"n": n, "n_bars": int(n_bars), "effect": 1e4 * there.mean(), "base": 1e4 * base.mean(),
                "t": x * math.sqrt((n - 1) / (n - x * x)),
                "t_zero": there.mean() / (there.std(ddof=1) / math.sqrt(n))}

    def p_adjusted(self, y):
        reached = np.count_nonzero(self.null >= y * (1 - 1e-5))
        return min(1, (1 + reached) / self.size / self.share)


def compare(ours, theirs, size, share, complaints, what):
    """`theirs`: a finding as the program tells it; fields that it leaves out are not compared."""
    for field in ("n", "n_bars"):
        if theirs.get("null_method") and ours[field] != theirs[field] or ours["n"] != theirs["n"]:
            complaints.append(f"{what}: {field} {ours[field]} here, {theirs[field]} there")
    for field in ("effect", "base", "t", "t_zero"):
        if theirs[field] is not None and abs(ours[field] - theirs[field]) > 1e-9 * max(abs(ours[field]), 1e-3):
            complaints.append(f"{what}: {field} {ours[field]!r} here, {theirs[field]!r} there")
    if "p_adjusted" in ours and abs(ours["p_adjusted"] - theirs["p_adjusted"]) > 1.001 / size / share:
        complaints.append(f"{what}: p_adjusted {ours['p_adjusted']} here, {theirs['p_adjusted']} there")


def main():
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], folder + "/sample")
        seed = sys.argv[2] if len(sys.argv) > 2 else "1"
        program.text("workspace", "init", folder + "/sample", "--sample", "--seed", seed)
        path = folder + "/sample/studies/sample.json"
        with open(path, encoding="utf-8") as file:
            study = json.load(file)
        run = program.json("study", "run", path)
        every = program.json("study", "show", run["run"], "--all")["findings"]
        mine = Recomputed(program, study)

    complaints = []
    if len(every) != len(mine.found) or run["hypotheses"] != len(mine.found):
        complaints.append(f"{len(mine.found)} hypotheses here, {len(every)} told, {run['hypotheses']} tested there")
    told = {(f["event"], f["asset"], tuple(f["window"])): f for f in every}
    told.update({(f["event"], f["asset"], tuple(f["window"])): f for f in run["findings"]})
    strongest = [(f["event"], f["asset"], tuple(f["window"])) for f in run["findings"][:20]]
    others = random.Random(50).sample(sorted(set(told) - set(strongest)), 50)
    shifts = 0
    for key, theirs in told.items():
        ours = mine.found.get(key)
        if ours is None:
            complaints.append(f"{key}: tested there, not here")
            continue
        if theirs["null_method"] and (theirs["null_method"] == "circular_shift") != \
                (mine.method[key[0]] == "circular_shift"):
            complaints.append(f"{key}: {mine.method[key[0]]} here, {theirs['null_method']} there")
        if ours["y"] is not None and (key in strongest or key in others):
            ours = {**ours, "p_adjusted": mine.p_adjusted(ours["y"])}
            shifts += 1
        compare(ours, theirs, mine.size, mine.share, complaints, key)
    for complaint in complaints[:40]:
        print(complaint)
    print(f"{len(told)} hypotheses on {mine.size} bars; p_adjusted of {shifts} of the {len(strongest)} strongest and "
          f"{len(others)} others; {len(complaints)} disagreements")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
