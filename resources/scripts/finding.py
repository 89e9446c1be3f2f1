#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
#@ABOUT@
"""Computes n, effect and t of one finding again, from what foreshock-cli exports and nothing else.

usage: python3 SCRIPT [FORESHOCK-CLI [WORKSPACE]]

Needs Python 3.9 or later and no module beside its own. Exit code 0: what is computed here and what the program
stored agree to 1e-9; 1: they do not.
"""
import bisect
import collections
import csv
import functools
import io
import json
import math
import re
import subprocess
import sys
from datetime import date

QUESTION = json.loads(r'''@QUESTION@''')
CLI = sys.argv[1] if len(sys.argv) > 1 else "foreshock-cli"
WORKSPACE = sys.argv[2] if len(sys.argv) > 2 else QUESTION["workspace"]

NAN = math.nan
DAY = 86_400_000_000  # microseconds
LONGEST_SPAN = 6      # bars that one return may cover
REFRESH = 256         # bars after which running sums are taken afresh
FLOOR = 1e-6          # of n var R: a sum of squares below it is rounding


# what the program exports

def exported(*words):
    done = subprocess.run([CLI, "-w", WORKSPACE, "--quiet", *words], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"foreshock-cli {' '.join(words)}: {done.stderr.decode('utf-8', 'replace').strip()}")
    csv.field_size_limit(1 << 30)
    return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))


def known_then():
    """The snapshot the run saw, and what was known by then."""
    return ["--snapshot", QUESTION["snapshot"]] + (["--as-of", QUESTION["as_of"]] if QUESTION["as_of"] else [])


def micros(text):
    """Microseconds since 1970 of an instant such as 2011-03-11T05:46:24.5Z."""
    day = date.fromisoformat(text[:10]).toordinal() - 719_163
    hours, minutes, seconds = text[11:19].split(":")
    part = (text[20:].rstrip("Z") + "000000")[:6]
    return ((day * 24 + int(hours)) * 60 + int(minutes)) * 60_000_000 + int(seconds) * 1_000_000 + int(part)


def number(text):
    return float(text) if text else NAN


@functools.lru_cache(None)
def bars_of(symbol):
    """The bars of a symbol as they are stored, and on one price basis."""
    words = ["bars", "show", "--interval", QUESTION["interval"], "--format", "csv", "--raw", *known_then()]
    stored = exported(*words, "--", symbol)
    basis = "provider" if any(row["adj_close"] for row in stored) else "known"
    return stored, exported(*words, "--adjust", basis, "--", symbol)


# the calendar: the benchmark's closes

def calendar_of(stored):
    last = micros(QUESTION["sample"]["last"])
    closes = []
    for row in stored:
        close = micros(row["ts_end"])
        if close > last:
            break
        if row["close"] and (not closes or close > closes[-1]):
            closes.append(close)
    first = bisect.bisect_left(closes, micros(QUESTION["sample"]["first"]))
    if len(closes) - first != QUESTION["sample"]["bars"]:
        sys.exit(f"{QUESTION['benchmark']} has {len(closes) - first} bars in the sample, where the run had "
                 f"{QUESTION['sample']['bars']}: this is another workspace, or its bars were changed.")
    return closes, first


def middle(values):
    return sorted(values)[len(values) // 2]


def positions(ends, closes):
    """For each bar of the calendar, which of `ends` is the last in (C[t-1], C[t]]; None where there is none."""
    found, i = [], 0
    after = closes[0] - (middle([b - a for a, b in zip(closes, closes[1:])]) if len(closes) > 1 else DAY)
    for close in closes:
        while i < len(ends) and ends[i] <= close:
            i += 1
        found.append(i - 1 if i > 0 and ends[i - 1] > after else None)
        after = close
    return found


class Asset:
    """A symbol on the calendar: its prices, and when each of its bars closes (or would have closed)."""

    def __init__(self, symbol, closes):
        stored, adjusted = bars_of(symbol)
        self.symbol = symbol
        rows = [row for row in adjusted if row["close"]]
        at = positions([micros(row["ts_end"]) for row in rows], closes)
        column = lambda name: [NAN if i is None else number(rows[i][name]) for i in at]
        self.price, self.high, self.low, self.volume = map(column, ("close", "high", "low", "volume"))
        ends = [micros(row["ts_end"]) for row in stored]
        at = positions(ends, closes)
        distances = [close - ends[i] for close, i in zip(closes, at) if i is not None]
        usual = middle(distances) if distances else 0
        self.closes = []
        for t, i in enumerate(at):
            own = ends[i] if i is not None else closes[t] - usual
            self.closes.append(max(own, closes[t - 1] + 1) if i is None and t > 0 else own)


# returns and models

def exists(price):
    kind = QUESTION["returns"]["kind"]
    return price > 0 if kind == "log" else 0 < price < 1 if kind == "logit_diff" else price == price


def change(before, after):
    kind = QUESTION["returns"]["kind"]
    if kind == "log":
        return math.log(after / before)
    if kind == "simple":
        return after / before - 1 if before > 0 else NAN
    if kind == "logit_diff":
        return math.log(after / (1 - after)) - math.log(before / (1 - before))
    return after - before


class Responses:
    """On every bar a value, how many bars it spans, and whether the bar is missing (a bar that the next return
    spans has no value and is not missing)."""

    def __init__(self, size):
        self.value, self.span, self.missing = [NAN] * size, [1] * size, [True] * size


def plain_returns(price):
    out, last = Responses(len(price)), None
    for t, now in enumerate(price):
        if now != now:
            continue
        if last is not None and t - last <= LONGEST_SPAN:
            for gap in range(last + 1, t):
                out.missing[gap] = False
            out.value[t], out.span[t] = change(price[last], now), t - last
            out.missing[t] = out.value[t] != out.value[t]
        last = t
    return out


def over_spans(series, price):
    """The returns of another price over exactly the spans of the series."""
    out = [NAN] * len(price)
    for t, value in enumerate(series.value):
        if value == value and t >= series.span[t]:
            before, now = price[t - series.span[t]], price[t]
            if exists(before) and exists(now):
                out[t] = change(before, now)
    return out


def solve(a, b):
    """Cholesky; None where the system is singular to 1e-12 of its diagonal."""
    n, low, x = len(b), [row[:] for row in a], b[:]
    for i in range(n):
        for j in range(i + 1):
            rest = low[i][j] - sum(low[i][k] * low[j][k] for k in range(j))
            if i == j:
                if not rest > 1e-12 * low[i][i]:
                    return None
                low[i][i] = math.sqrt(rest)
            else:
                low[i][j] = rest / low[j][j]
    for i in range(n):
        x[i] = (x[i] - sum(low[i][k] * x[k] for k in range(i))) / low[i][i]
    for i in reversed(range(n)):
        x[i] = (x[i] - sum(low[k][i] * x[k] for k in range(i + 1, n))) / low[i][i]
    return x


def expectation(series, regressors):
    """What least squares on the bars before each bar expects of it: at least four fifths of the window present,
    returns that span more than one bar left out of the fit."""
    window, size, k = QUESTION["returns"]["window"], len(series.value), len(regressors)
    single = [v if s == 1 else NAN for v, s in zip(series.value, series.span)]
    columns = [[1.0] * size, *regressors, single]
    there = [all(column[t] == column[t] for column in columns) for t in range(size)]
    sums, count, out = [], 0, [NAN] * size

    def add(t, sign):
        nonlocal count
        if there[t]:
            count += sign
            row = [column[t] for column in columns]
            for i in range(k + 1):
                for j in range(i, k + 2):
                    sums[i][j] += sign * row[i] * row[j]

    for t in range(size):
        if t == 0 or (t - 1) % REFRESH == 0:
            sums, count = [[0.0] * (k + 2) for _ in range(k + 1)], 0
            for bar in range(max(0, t - window), t):
                add(bar, 1)
        else:
            add(t - 1, 1)
            if t - 1 >= window:
                add(t - 1 - window, -1)
        if series.value[t] != series.value[t] or 5 * count < 4 * window or count < k + 2:
            continue
        means = [sums[0][j] / count for j in range(k + 2)]
        slopes = solve([[sums[min(i, j)][max(i, j)] - means[i] * sums[0][j] for j in range(1, k + 1)]
                        for i in range(1, k + 1)],
                       [sums[i][k + 1] - means[i] * sums[0][k + 1] for i in range(1, k + 1)])
        if slopes is not None:
            constant = means[k + 1] - sum(b * m for b, m in zip(slopes, means[1:k + 1]))
            out[t] = sum(b * x[t] for b, x in zip(slopes, regressors)) + constant * series.span[t]
    return out


def subtract(series, expected):
    for t, value in enumerate(series.value):
        if value == value:
            series.value[t] = value - expected[t]
            series.missing[t] = series.value[t] != series.value[t]


def levels(asset):
    ratios = ([h / l if l else NAN for h, l in zip(asset.high, asset.low)]
              if QUESTION["response"] == "range" else asset.volume)
    out = Responses(len(ratios))
    for t, ratio in enumerate(ratios):
        if ratio > 0 and math.isfinite(ratio):
            out.value[t], out.missing[t] = math.log(ratio), False
    return out


def responses(asset, benchmark, factors):
    model = QUESTION["returns"]["model"]
    if QUESTION["response"] in ("range", "volume"):
        out = levels(asset)
        if model == "mean_adjusted":
            subtract(out, expectation(out, []))
        return out
    out = plain_returns(asset.price)
    if model in ("market_adjusted", "market_model") and asset.symbol == benchmark.symbol:
        model = "mean_adjusted"  # the benchmark cannot be measured by itself
    if model == "mean_adjusted":
        subtract(out, expectation(out, []))
    elif model == "market_adjusted":
        subtract(out, over_spans(out, benchmark.price))
    elif model == "market_model":
        subtract(out, expectation(out, [over_spans(out, benchmark.price)]))
    elif model == "factors":
        others = [factor for factor in factors if factor.symbol != asset.symbol]
        subtract(out, expectation(out, [over_spans(out, factor.price) for factor in others]))
    if QUESTION["response"] == "abs_return":
        out.value = [abs(value) for value in out.value]
    return out


def window_sums(series, first, length):
    """The responses of `length` bars from each bar of the sample on: those present; none where a bar is missing."""
    size = len(series.value)
    out = [NAN] * (size - first)
    for t in range(first, size - length + 1):
        part = [v for v in series.value[t:t + length] if v == v]
        if part and not any(series.missing[t:t + length]):
            out[t - first] = sum(part)
    return out


# events

def is_whole_day(row):
    """A day that was planned, or known before it or at the end of one: else it is placed by when it was known."""
    known, at = micros(row["known_at"]), micros(row["timestamp"])
    planned = row["known_basis"] == "scheduled" and known < at + DAY
    over, is_utc = (known - at) % DAY, at % DAY == 0
    ended = over == 0 or (not is_utc and over in (DAY // 24, DAY - DAY // 24))  # the clocks may have changed
    return row["precision"] == "day" and (known <= at or planned or ended)


def placing_instant(row):
    known, at = micros(row["known_at"]), micros(row["timestamp"])
    if is_whole_day(row):
        return max(at, known - DAY)
    return max(at, known) if row["known_basis"] == "scheduled" else known


def meta_number(row, key):
    value = json.loads(row["metadata"] or "{}").get(key)
    if isinstance(value, str):
        return float(value) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", value, re.A) else NAN
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else NAN


Event = collections.namedtuple("Event", "at whole_day past weight")


def weights_of(rows, kind):
    """The number of each event, in order."""
    values = [number(row["value"]) for row in rows]
    if kind in ("presence", "count"):
        return [1.0] * len(rows)
    if kind == "surprise":
        return [meta_number(row, "surprise") for row in rows]
    if kind == "change":  # as the source states it, else from the value before of the same entity
        out, before = [], {}
        for row, value in zip(rows, values):
            stated = meta_number(row, "change")
            out.append(stated if stated == stated else value - before.get(row["entity"], NAN))
            if value == value:
                before[row["entity"]] = value
        return out
    if kind == "sign":
        return [1.0 if value > 0 else -1.0 if value < 0 else value for value in values]
    return values


def thinned(events, rule):
    if rule["cluster"]:
        count, within = rule["cluster"]
        kept, together = [], collections.deque()
        for event in events:
            together.append(event.at)
            while together[0] < event.at - within:
                together.popleft()
            if len(together) >= count:
                kept.append(event)
        events = kept
    if rule["first_in"] is not None:
        kept, before = [], None
        for event in events:
            if before is None or event.at - before > rule["first_in"]:
                kept.append(event)
            before = event.at
        events = kept
    return events


def standardised(events, kind):
    there = [event.weight for event in events if event.weight == event.weight]
    n = len(there)
    if kind == "zscore":
        mean = math.fsum(there) / n
        square = math.fsum((w - mean) ** 2 for w in there) / (n - 1)
        return [e._replace(weight=(e.weight - mean) / math.sqrt(square) if square > 0 else NAN) for e in events]
    there.sort()
    rank = lambda w: ((bisect.bisect_left(there, w) + bisect.bisect_right(there, w) - 1) / 2 + 0.5) / n
    return [e if e.weight != e.weight else e._replace(weight=rank(e.weight)) for e in events]


def asked_events(closes, first):
    """The events that pass the filter, by the instant their bar is found by, each with its weight."""
    rule = QUESTION["events"]
    begin = closes[first - 1] - DAY  # earlier ones count only as the past of others
    words = ["events", "query", "--format", "csv", "--raw", *known_then()]
    rows = exported(*words, *(["--", rule["filter"]] if rule["filter"] else []))
    rows = sorted((row for row in rows if placing_instant(row) <= closes[-1]), key=placing_instant)
    events = [Event(placing_instant(row), is_whole_day(row), placing_instant(row) <= begin, weight)
              for row, weight in zip(rows, weights_of(rows, rule["weight"]))]
    events = [event for event in thinned(events, rule) if not event.past]
    return standardised(events, rule["weight"]) if rule["weight"] in ("zscore", "rank") else events


def placed(events, asset, first):
    """The event bars, counted from the sample's first, each with its weight: {bar: weight}."""
    before, after = QUESTION["margins"]
    out = {}
    for event in events:
        if event.weight != event.weight:
            continue
        find = bisect.bisect_right if event.whole_day else bisect.bisect_left
        bar = find(asset.closes, event.at)
        if first + before <= bar and bar + after < len(asset.closes):
            known = out.get(bar - first)
            adds = known is not None and QUESTION["statistic"] != "mean"
            out[bar - first] = known + event.weight if adds else event.weight
    return dict(sorted(out.items()))


# the statistic

Entry = collections.namedtuple("Entry", "response mean variance raw weight")


def tested_weights(raw):
    """Presence weighs 1; values are centred over all events; a spread shares each side out."""
    if QUESTION["statistic"] == "mean":
        return [1.0] * len(raw)
    if QUESTION["statistic"] == "slope":
        mean = math.fsum(raw) / len(raw)
        return [w - mean for w in raw]
    top = math.fsum(w for w in raw if w > 0)
    bottom = math.fsum(w for w in raw if not w > 0)
    return [w / top if w > 0 else -w / bottom for w in raw]


def means_of_strata(sums, controls, start):
    """What each bar of the controls is compared with: the mean response of the bars of its stratum."""
    there = collections.defaultdict(list)
    for bar, stratum in zip(controls["bars"], controls["strata"]):
        if 0 <= bar + start < len(sums) and sums[bar + start] == sums[bar + start]:
            there[stratum].append(sums[bar + start])
    means = {stratum: math.fsum(values) / len(values) for stratum, values in there.items()}
    return {bar: means.get(stratum, NAN) for bar, stratum in zip(controls["bars"], controls["strata"])}


def sample_of(terms, first):
    """One entry for each event bar with a response; `terms`: responses, {bar: weight} and controls."""
    start, end = QUESTION["window"]
    raw = [weight for _, bars, _ in terms for weight in bars.values()]
    weights = iter(tested_weights(raw))
    sample = []
    for series, bars, controls in terms:
        sums = window_sums(series, first, end - start + 1)
        there = [value for value in sums if value == value]
        mean = math.fsum(there) / len(there)
        variance = math.fsum((value - mean) ** 2 for value in there) / len(there)
        usual = means_of_strata(sums, controls, start) if controls else {}
        for bar, own in bars.items():
            weight, at = next(weights), bar + start
            if 0 <= at < len(sums) and sums[at] == sums[at]:
                sample.append(Entry(sums[at], usual.get(bar, mean), variance, own, weight))
    return sample


def studentized(sample):
    """X = S / sqrt(Q), S = sum of w (R - mean R), Q = sum of its squares."""
    products = [e.weight * (e.response - e.mean) for e in sample]
    q = math.fsum(p * p for p in products)
    variance = math.fsum(e.variance for e in sample) / len(sample)
    least = FLOOR * math.fsum(e.weight ** 2 for e in sample) * variance
    return math.fsum(products) / math.sqrt(q) if q > least else 0.0


def measured(sample):
    n, scale, x = len(sample), 1e4 if QUESTION["unit"] == "bp" else 1.0, studentized(sample)
    mean = lambda values: math.fsum(values) / len(values)
    if QUESTION["statistic"] == "mean":
        t = x * math.sqrt((n - 1) / (n - x * x)) if x * x < n else x
        return {"n": n, "effect": scale * mean([e.response for e in sample]),
                "base": scale * mean([e.mean for e in sample]), "t": t}
    if QUESTION["statistic"] == "slope":  # of which the effect is the correlation
        a, b = mean([e.raw for e in sample]), mean([e.response for e in sample])
        ab = math.fsum((e.raw - a) * (e.response - b) for e in sample)
        aa, bb = math.fsum((e.raw - a) ** 2 for e in sample), math.fsum((e.response - b) ** 2 for e in sample)
        return {"n": n, "effect": ab / math.sqrt(aa * bb), "base": 0.0, "t": x}
    top, bottom = [e.response for e in sample if e.raw > 0], [e.response for e in sample if not e.raw > 0]
    return {"n": n, "effect": scale * (mean(top) - mean(bottom)), "base": 0.0, "t": x}


def main():
    closes, first = calendar_of(bars_of(QUESTION["benchmark"])[0])
    asset = functools.lru_cache(None)(lambda symbol: Asset(symbol, closes))
    benchmark = asset(QUESTION["benchmark"])
    factors = [asset(symbol) for symbol in QUESTION["returns"]["factors"]]
    events = asked_events(closes, first) if QUESTION["events"] else []
    terms = []
    for term in QUESTION["terms"]:
        own = asset(term["symbol"])
        bars = placed(events, own, first) if QUESTION["events"] else {
            bisect.bisect_left(closes, micros(close)) - first: weight
            for close, weight in zip(term["bars"], term["weights"])}
        terms.append((responses(own, benchmark, factors), bars, term.get("controls")))
    mine = measured(sample_of(terms, first))

    print(f"{QUESTION['event']}, {QUESTION['asset']}, bars {QUESTION['window'][0]} to {QUESTION['window'][1]} "
          f"({QUESTION['unit']})")
    print(f"{'':8}{'computed here':>26}{'stored by the program':>26}{'difference':>14}")
    agree = True
    for name in ("n", "effect", "base", "t"):
        theirs = QUESTION["stored"].get(name)
        if theirs is None:
            continue
        apart = abs(mine[name] - theirs)
        agree = agree and apart <= 1e-9 * max(1.0, abs(theirs))
        print(f"{name:8}{mine[name]!r:>26}{theirs!r:>26}{apart:>14.1e}")
    print("They agree to 1e-9." if agree else "They do not agree: the data or the program have changed.")
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
