#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the whole-market study on the real histories again, from what foreshock-cli exports and nothing else.

usage: recompute_market.py FORESHOCK-CLI HISTORY-FOLDER [WORKSPACE]

Imports the histories (unless WORKSPACE holds them), runs resources/studies/whole-market.json, and computes by
NumPy in double precision: simple returns, event bars, weights, which series shifts can test, the statistic of
every pair at every circular shift, its root mean square and the maximum over the family. Compares p_adjusted of
the 20 strongest findings that were tested by shifts: they may differ by one shift in T. Exit 0: all agree.
"""
import json
import math
import pathlib
import sys
import tempfile

import recompute
from recompute import DAY, Asset, Program, correlate, is_periodic, micros, np, number, placing_instant, smooth_length
from recompute import window_sums

recompute.csv.field_size_limit(1 << 30)
STUDY = pathlib.Path(__file__).resolve().parents[2] / "resources" / "studies" / "whole-market.json"
FEWEST_EVENTS = 15
NAMED = {  # of the study: name, which events, what they weigh
    "fomc": ("fomc_decision", lambda e, m: m.get("scheduled") is True, lambda e, m: 1.0),
    "fomc_surprise": ("fomc_decision", lambda e, m: True, lambda e, m: number(e["value"])),
    "opec": ("opec_announcement", lambda e, m: True, lambda e, m: float(np.sign(number(e["value"])))),
    "strong_quake": ("earthquake", lambda e, m: number(e["value"]) >= 7, lambda e, m: 1.0),
}
LEFT_OUT = {"fomc_decision", "opec_announcement", "market_probability", "macro_observation", "earthquake",
            "exchange_holiday", "month_end"}
PRESENCE = {"fomc", "strong_quake"}


def import_all(program, history):
    prices = [str(p) for p in sorted((history / "prices").glob("stocks_daily_core_*.csv.gz"))]
    prices += [str(history / "prices" / f"{name}.csv.gz")
               for name in ("etf_index_fx_crypto_daily", "commodity_futures_close_daily")]
    prices += [str(history / "macro" / "fred" / f"{name}.csv") for name in ("DCOILWTICO", "DEXUSEU", "DEXJPUS")]
    program.text("import", "bars", *prices)
    for folder in ("events", "macro", "news"):
        for path in sorted((history / folder).glob("*.csv*")):
            if path.name not in ("polymarket_markets_2022-2024.csv.gz", "stocknet_tickers_sectors.csv"):
                recompute.subprocess.run([program.path, "-w", program.folder, "--quiet", "import", "events", str(path)],
                                         capture_output=True, check=False)  # ends with 1 when lines are refused
    program.text("import", "calendar")


def simple_returns(price):
    """As recompute.returns_of, simple instead of logarithmic; none from a price of zero or below (WTI in 2020)."""
    value, missing = np.full(len(price), np.nan), np.ones(len(price), bool)
    last = None
    for t in np.flatnonzero(~np.isnan(price)):
        if last is not None and t - last <= recompute.LONGEST_GAP + 1 and price[last] > 0:
            value[t] = price[t] / price[last] - 1
            missing[last + 1:t + 1] = False
        last = t
    return value, missing


class Market:
    def __init__(self, program, study):
        self.windows = [tuple(w) for w in study["windows"]]
        self.lengths = sorted({b - a + 1 for a, b in self.windows})
        named = {row[0] for row in program.json("sql", "SELECT DISTINCT symbol FROM bars")["rows"]}
        symbols = sorted(named - {"DGS10", "DGS2", "VIXCLS"})
        end = micros(study["sample"]["to"]) + DAY
        rows = {s: self.bars(program, s) for s in symbols}
        self.closes = [micros(r["ts_end"]) for r in rows["SPY"] if r["close"] and micros(r["ts_end"]) <= end]
        self.size = smooth_length(len(self.closes) - 1)
        self.first = len(self.closes) - self.size
        self.assets, self.groups = {}, {}
        for symbol in symbols:
            asset = Asset(rows[symbol], [], self.closes)
            value, missing = simple_returns(asset.price)
            sums = {n: window_sums(value[self.first:], missing[self.first:], n) for n in self.lengths}
            group = self.groups.setdefault(asset.closed.tobytes(), (len(self.groups), asset.closed))[0]
            self.assets[symbol] = (group, sums, missing)
        self.series = self.read_events(program)

    @staticmethod
    def bars(program, symbol):
        """Rows whose close is the adjusted one where the source gives it."""
        rows = program.table("bars", "show", symbol, "--format", "csv", "--raw")
        for row in rows:
            row["close"] = row.get("adj_close") or row["close"]
        return rows

    def read_events(self, program):
        groups = {}
        excluded = "not (event_type in {market_probability, macro_observation, exchange_holiday, month_end})"
        for event in program.table("events", "query", excluded, "--format", "csv", "--raw"):
            meta = json.loads(event["metadata"]) if event["metadata"] else {}
            at = placing_instant(event)
            if not self.closes[self.first - 1] - DAY < at <= self.closes[-1]:
                continue
            if event["event_type"] not in LEFT_OUT:
                groups.setdefault((event["source"], event["event_type"]), []).append((event, meta, at, None))
            for name, (kind, passes, weigh) in NAMED.items():
                if event["event_type"] == kind and passes(event, meta):
                    groups.setdefault(name, []).append((event, meta, at, weigh(event, meta)))
        series = {}
        for key, events in groups.items():
            if len(events) < FEWEST_EVENTS:
                continue
            presence = key in PRESENCE
            if isinstance(key, tuple):
                surprises = sum(isinstance(m.get("surprise"), (int, float)) for _, m, _, _ in events)
                presence = not (key[1].endswith("_release") and surprises >= FEWEST_EVENTS)
                events = [(e, m, at, 1.0 if presence else number(str(m.get("surprise", ""))))
                          for e, m, at, _ in events]
            name = key if isinstance(key, str) else f"{key[0]}, {key[1]}"
            series[name] = (presence, [(at, e["precision"] == "day", w) for e, _, at, w in events if not math.isnan(w)])
        return series

    def place(self, events, closed, presence):
        after = max(b for _, b in self.windows)
        found = {}
        for at, whole_day, weight in events:
            bar = int(np.searchsorted(closed, at, side="right" if whole_day else "left"))
            if self.first <= bar and bar + after < len(self.closes):
                found[bar - self.first] = weight if presence or bar - self.first not in found \
                    else found[bar - self.first] + weight
        bars = np.array(sorted(found), dtype=int)
        return bars, np.array([found[b] for b in bars])

    def run(self):
        days = {"size": self.size, "day": [(c - 1) // DAY for c in self.closes[self.first:]]}
        spectra = {}
        for symbol, (_, sums, _) in self.assets.items():
            for n in self.lengths:
                present = ~np.isnan(sums[n])
                if present.any():
                    centred = np.where(present, sums[n] - sums[n][present].mean(), 0)
                    spectra[symbol, n] = (centred, present, (centred @ centred) / present.sum(),
                                          np.fft.rfft(centred), np.fft.rfft(centred * centred))
        self.y, best, pairs, shifted = {}, np.zeros(self.size), 0, 0
        for done, (name, (presence, events)) in enumerate(self.series.items()):
            placed = {g: self.place(events, closed, presence) for g, closed in self.groups.values()}
            fullest = max((bars for bars, _ in placed.values()), key=len)
            if len(fullest) == 0:
                continue
            circular = not is_periodic(fullest, days)
            for symbol, (group, _, missing) in self.assets.items():
                bars, weights = placed[group]
                if np.count_nonzero(~missing[self.first + bars]) < FEWEST_EVENTS:
                    continue
                if not presence and weights.min() == weights.max():
                    continue
                pairs += 1
                if not circular:
                    continue
                shifted += 1
                on = np.zeros(self.size)
                on[bars] = 1 if presence else weights - weights.mean()
                for n in self.lengths:
                    y = self.scan(on, presence, spectra[symbol, n], n)
                    for window in self.windows:
                        if window[1] - window[0] + 1 == n:
                            best = np.maximum(best, np.roll(y, -window[0]))
                            self.y[name, symbol, window] = y[window[0] % self.size]
            if done % 25 == 0:
                print(f"{done} of {len(self.series)} series", file=sys.stderr)
        self.share = shifted / pairs
        self.null = np.sort(best[1:])

    def scan(self, on, presence, spectrum, length):
        centred, present, variance, forward, forward_squares = spectrum
        past = length - 1
        first, end = np.flatnonzero(present)[[0, -1]] + [0, 1]
        lags = [a for a, b in self.windows if b - a + 1 == length]
        lived, period = end - first, end - first + max(lags) - min(lags)
        whole = present[:self.size - past].all()
        if not whole and (self.size - past - lived) * recompute.EDGES > self.size and period < self.size:
            pattern = np.zeros(period)
            pattern[:lived] = centred[first:end]
            bars = np.arange(self.size)
            centred = np.where(bars < self.size - past, pattern[(bars - first) % period], 0)
            on = np.where((bars >= first - max(lags)) & (bars < end - min(lags)), on, 0)
            whole = present[first:end].all()
            forward, forward_squares = np.fft.rfft(centred), np.fft.rfft(centred * centred)
        s = np.fft.irfft(np.conj(np.fft.rfft(on)) * forward, self.size)
        q = np.fft.irfft(np.conj(np.fft.rfft(on * on)) * forward_squares, self.size)
        solid = q > recompute.FLOOR * (on @ on) * variance
        x = np.where(solid, s / np.sqrt(np.where(solid, q, 1)), 0)
        if presence and whole:
            n = on.sum()
            x = x * np.sqrt((n - 1) / np.maximum(n - x * x, recompute.FLOOR * n))
        scale = math.sqrt(np.mean(x * x))
        return np.abs(x) / scale if scale > 0 else np.zeros(self.size)

    def p_adjusted(self, y):
        reached = np.count_nonzero(self.null >= y * (1 - 1e-5))
        return min(1, (1 + reached) / self.size / self.share)


def main():
    history = pathlib.Path(sys.argv[2])
    if not history.is_dir():
        print("Skipped: the histories are not there.")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else folder + "/market")
        if len(sys.argv) <= 3:
            program.text("workspace", "init", program.folder, "--seal", "none")
            import_all(program, history)
        run = program.json("study", "run", str(STUDY))
        with open(STUDY, encoding="utf-8") as file:
            market = Market(program, json.load(file))
        market.run()
    strongest = [f for f in run["findings"] if f["null_method"] == "circular_shift"][:20]
    disagreements = 0
    for f in strongest:
        y = market.y.get((f["event"], f["asset"], tuple(f["window"])))
        p = market.p_adjusted(y) if y is not None else math.nan
        agrees = abs(p - f["p_adjusted"]) <= 1.001 / market.size / market.share
        disagreements += not agrees
        print(f"{'agrees' if agrees else 'DIFFERS'}  {f['event']}, {f['asset']}, {f['window']}: "
              f"{p:.6f} here, {f['p_adjusted']:.6f} there")
    print(f"{len(market.y)} hypotheses by shifts of {market.size} bars, share {market.share:.6f}; "
          f"{len(strongest)} strongest compared, {disagreements} disagreements")
    sys.exit(1 if disagreements else 0)


if __name__ == "__main__":
    main()
