#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what an import of each shared history file must report, by its own reading (Python's csv module, none of our
code), and writes the expectation that tst_historyfiles compares with: file names and numbers only.

    historycounts.py HISTORY_FOLDER > tests/support/historycounts.json
"""
import csv
import datetime
import gzip
import json
import pathlib
import re
import sys

csv.field_size_limit(1 << 30)
history = pathlib.Path(sys.argv[1])
results = []


def rows_of(name):
    path = history / name
    opener = gzip.open if name.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        yield from (row for row in csv.reader(file) if row)


def day(text, pattern, first_year=1800):
    """None: not a date; False: out of range."""
    try:
        found = datetime.datetime.strptime(text, pattern)
    except ValueError:
        return None
    return found if first_year <= found.year <= 2199 else False


def is_number(text):
    return re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text.strip()) is not None


def empty(name):
    return f"{name} is empty or marked missing"


def misread(name):
    return f"{name} is not a date of the form this preset reads"


def out_of_range(name):
    return f"{name} is before 1800 or after 2199, so probably mistyped"


NOTHING = "the row holds no value"


def count(name, preset, what, values_of, first=0):
    """`values_of(row as dict by position and name)` gives the keys of the values a row stands for (each a hashable that
    names value and content), or a text: the reason why it is refused."""
    reader = rows_of(name)
    header = next(reader)
    rows = 0
    seen = {}
    stored = duplicate = 0
    refused = {}
    for row in reader:
        rows += 1
        found = values_of(row, {column: row[i] for i, column in enumerate(header)}, header)
        for value in [found] if isinstance(found, str) else found:
            if isinstance(value, str):
                refused[value] = refused.get(value, 0) + 1
            elif value is ANY:
                stored += 1
            elif value[0] in seen and seen[value[0]] == value[1]:
                duplicate += 1
            else:
                seen[value[0]] = value[1]
                stored += 1
    results.append({"file": name, "import": what, "preset": preset, "rows": rows, "stored": stored, "duplicate": duplicate,
                    "refused": refused})


ANY = object()  # a value that nothing can repeat


def bars(name, preset, date_column="Date", pattern="%Y-%m-%d", key=("Ticker",), closes=("Close",)):
    def values(row, by, header):
        at = day(by[date_column], pattern)
        if not at:
            return misread(date_column)
        have = [by[c] for c in closes if by[c] not in ("", "null")]
        if len(have) < len(closes) and not (closes[0] == "BidClose" and "Venue" in by and have):
            return empty(closes[0])
        assert all(is_number(c) for c in have), row
        return [(tuple(by[k] for k in key) + (at,), tuple(row))]

    count(name, preset, "bars", values)


def wide(name, preset, what, date_column, pattern, missing=(), per_cell=1, skip=None):
    def values(row, by, header):
        if skip and by[header[date_column]] == skip[0]:
            return skip[1]
        at = day(row[date_column], pattern)
        if not at:
            return misread(header[date_column])
        out = []
        for i, cell in enumerate(row):
            if i == date_column or cell == "":
                continue
            if cell in missing:
                out.append(empty(header[i]))
            else:
                assert is_number(cell), (name, row, cell)
                out += [ANY] * per_cell
        return out or NOTHING

    count(name, preset, what, values)


# ---- prices
for part in ("A-C", "D-H", "I-N", "O-Z", "ipo_after_2009"):
    bars(f"prices/stocks_daily_core_{part}.csv.gz", "yahoo-daily")
bars("prices/stocknet_extra_daily_2012-2017.csv.gz", "yahoo-daily")
bars("prices/stocks_daily_exmembers_to2017.csv.gz", "stooq-daily")
bars("prices/etf_daily_extra_to2017.csv.gz", "stooq-daily-etf")
bars("prices/etf_index_fx_crypto_daily.csv.gz", "daily-adjusted")
bars("prices/lean_equity_daily_unadjusted.csv.gz", "lean-daily-raw")
bars("prices/natural_gas_futures_daily.csv", "natural-gas-futures", key=())
wide("prices/commodity_futures_close_daily.csv.gz", "commodity-futures-wide", "bars", 0, "%Y-%m-%d")
bars("prices/fx_gold_daily_oanda.csv.gz", "oanda-daily", closes=("BidClose", "AskClose"))
bars("prices/bars_5min_2025-02_2025-08.csv.gz", "bars-5min", "Datetime", "%Y-%m-%d %H:%M:%S")
bars("prices/minute_bars_equity_trades.csv.gz", "lean-minute-trades", "DateTime_NewYork", "%Y-%m-%d %H:%M:%S")
bars("prices/minute_bars_equity_quotes.csv.gz", "lean-minute-quotes", "DateTime_NewYork", "%Y-%m-%d %H:%M:%S",
     closes=("BidClose", "AskClose"))
bars("prices/minute_bars_futures_es_gc_trades.csv.gz", "lean-minute-futures", "DateTime_file", "%Y-%m-%d %H:%M:%S",
     key=("Root", "Contract"))
bars("prices/minute_bars_fx_gold_crypto.csv.gz", "lean-minute-fx", "DateTime_UTC", "%Y-%m-%d %H:%M:%S",
     closes=("BidClose", "AskClose"))


def tick(row, by, header):
    return [ANY] if is_number(by["Price"]) else empty("Price")


def quote(row, by, header):
    return [ANY] if is_number(by["BidPrice"]) or is_number(by["AskPrice"]) else empty("BidPrice")


count("prices/tick_trades_2013-10.csv.gz", "lean-tick-trades", "ticks", tick)
count("prices/tick_quotes_ibm_2013-10-07.csv.gz", "lean-tick-quotes", "ticks", quote)
count("prices/sp500_constituents_gics.csv", "sp500-constituents", "bars", lambda row, by, header: [ANY])


def factor_actions():
    """A change of a factor from one row to the next of a ticker is an action."""
    previous = {}

    def values(row, by, header):
        price, split = float(by["price_factor"]), float(by["split_factor"])
        before = previous.get(by["Ticker"])
        previous[by["Ticker"]] = (price, split)
        if before is None:
            return []
        return [ANY] * ((abs(before[1] / split - 1) > 1e-4) + (abs(before[0] / price - 1) > 1e-7))

    return values


count("prices/lean_equity_corporate_factors.csv", "lean-factors", "bars", factor_actions())

# ---- factors
for name, preset in (("ff3_factors_daily", "french-ff3"), ("ff5_factors_daily", "french-ff5"), ("ff_momentum_daily", "french-momentum")):
    wide(f"factors/{name}.csv.gz", preset, "bars", 0, "%Y%m%d", missing=("-99.99", "-999"))


def year_or(by, column):
    return day(by[column], "%Y")


def signal(row, by, header):
    if not year_or(by, "Year"):
        return misread("Year")
    if by["Cat.Signal"] not in ("Predictor", "Placebo"):
        return "Cat.Signal has a word that the preset does not know"
    return [(by["Acronym"], tuple(row))]


def harvey(row, by, header):
    if not year_or(by, "Year"):
        return misread("Year") if by["Year"] else empty("Year")
    if by["Risk factor"] in ("",):
        return empty("Risk factor")
    return [(tuple(row), None)]


count("factors/openassetpricing_signaldoc.csv", "openassetpricing-signals", "events", signal)
count("factors/openassetpricing_vs_hlz_tstats.csv", "openassetpricing-hlz", "events", harvey)

# ---- macro
for path in sorted((history / "macro/fred").iterdir()):
    name = f"macro/fred/{path.name}"
    named = next(rows_of(name))[1] == "value"
    suffix = "-value" if named else ""
    wide(name, "fred-daily" + suffix, "bars", 0, "%Y-%m-%d", missing=(".", "NA"))
    wide(name, "fred-observations" + suffix, "events", 0, "%Y-%m-%d", missing=(".", "NA"), per_cell=2)
wide("macro/fred_md_monthly_vintage2026-02.csv.gz", "fred-md", "events", 0, "%m/%d/%Y", per_cell=2,
     skip=("Transform:", "transformation codes, not values"))


def events(name, preset, date_column, pattern, values):
    """`values(by, at)`: the keys and contents, or a reason; asked once the date is read."""

    def of_row(row, by, header):
        at = day(by[date_column].strip(), pattern)
        if at is None:
            return misread(date_column) if by[date_column].strip() else empty(date_column)
        if at is False:
            return out_of_range(date_column)
        return values(by, at)

    count(name, preset, "events", of_row)


def petroleum(by, at):
    if not by["id"].startswith("W"):
        return "a sum made by the repository, not a series of the EIA"
    return [ANY] if is_number(by["value"]) else empty("value")


events("macro/eia_weekly_petroleum_status.csv.gz", "eia-petroleum", "period", "%Y-%m-%d", petroleum)
events("macro/eia_natgas_storage_weekly.csv", "eia-natural-gas-storage", "period", "%Y-%m-%d", lambda by, at: [ANY])
events("macro/geopolitical_risk_daily_gpr.csv.gz", "gpr-daily", "DAY", "%Y%m%d", lambda by, at: [ANY])
events("macro/us_economic_calendar_high_impact.csv", "us-calendar", "Start", "%m/%d/%Y %H:%M:%S", lambda by, at: [ANY])
events("macro/fomc_surprises_30min_jk.csv", "fomc-surprises", "start", "%Y-%m-%d %H:%M:%S", lambda by, at: [ANY])
events("macro/fomc_shocks_jk.csv", "fomc-shocks", "start", "%Y-%m-%d %H:%M", lambda by, at: [ANY, ANY])
events("macro/oil_supply_news_shocks_monthly_kaenzig.csv", "oil-supply-news", "Date", "%YM%m", lambda by, at: [ANY, ANY])

# ---- events
events("events/opec_announcement_surprises_kaenzig.csv", "opec-surprises", "Date/Contract", "%Y-%m-%d", lambda by, at: [ANY])
for name in ("m5_2009-2019", "m6_1960-2019"):
    events(f"events/usgs_earthquakes_{name}.csv.gz", "usgs-earthquakes", "time", "%Y-%m-%dT%H:%M:%S.%fZ", lambda by, at: [(by["id"], None)])
events("events/hurdat2_atlantic_tracks.csv.gz", "hurdat2", "datetime", "%Y-%m-%d %H:%M:%S", lambda by, at: [ANY])


def eruption(row, by, header):
    text = by["Start Year"]
    try:
        at = datetime.date(2000 if int(text) % 4 == 0 else 2001, int(by["Start Month"]), int(by["Start Day"]))
    except ValueError:
        return empty("Start Year") if not any(by[c] for c in ("Start Year", "Start Month", "Start Day")) else misread("Start Year")
    return [ANY] if int(text) >= 1800 and at else out_of_range("Start Year")


count("events/gvp_volcanic_eruptions.csv.gz", "gvp-eruptions", "events", eruption)
events("events/earnings_announcements_eps_surprise.csv.gz", "earnings-surprises", "dates", "%Y-%m-%d",
       lambda by, at: [((by["ticker"], by["dates"]), tuple(by.values()))] if by["ticker"] else empty("ticker"))


def senate(by, at):
    if by["type"] not in ("Purchase", "Sale (Full)", "Sale (Partial)"):
        return "type has a word that the preset does not know" if by["type"] else empty("type")
    if by["ticker"] in ("", "--", "N/A"):
        return empty("ticker")
    return [(tuple(v.strip() for v in by.values()), None)]


events("events/us_senate_trades_2012-2020.csv.gz", "senate-trades", "transaction_date", "%m/%d/%Y", senate)
events("events/sp500_changes_since_2019.csv", "sp500-changes", "date", "%Y-%m-%d",
       lambda by, at: [ANY] * len([t for c in ("add", "remove") for t in by[c].split(",") if t.strip()]))
count("events/sp500_membership_intervals_asof2021.csv", "sp500-membership", "events",
      lambda row, by, header: [ANY] * ((by["start_date"] != "1996-01-02") + (by["end_date"] != "")) or NOTHING)
events("events/us_billion_dollar_disasters.csv", "noaa-disasters", "Begin Date", "%Y%m%d", lambda by, at: [((by["Name"], by["Begin Date"]), tuple(by.values()))])
events("events/covid19_worldwide_daily.csv", "covid-worldwide", "Date", "%Y-%m-%d", lambda by, at: [ANY, ANY])
wide("events/covid19_key_countries_daily.csv", "covid-countries", "events", 0, "%Y-%m-%d")
events("events/tsa_checkpoint_throughput_2020.csv", "tsa-checkpoints", "Date", "%Y-%m-%d", lambda by, at: [ANY])
events("events/ucdp_ged_ukraine_2014-2019.csv.gz", "ucdp-ged", "date_start", "%Y-%m-%d %H:%M:%S.%f", lambda by, at: [ANY])
events("events/polymarket_prices_2022-2024.csv.gz", "polymarket-prices", "timestamp", "%Y-%m-%d %H:%M:%S",
       lambda by, at: [ANY] if by["outcome"] == "Yes" else "the No side: the complement of the Yes price")
count("events/polymarket_markets_2022-2024.csv.gz", "polymarket-markets", "bars", lambda row, by, header: [ANY])

# ---- news
MONTHS = {"Sept": "Sep", "March": "Mar", "April": "Apr", "June": "Jun", "July": "Jul"}


def cnbc(row, by, header):
    text = " ".join(by["Time"].split())
    if not text:
        return empty("Time")
    text = re.sub(r"(Sept|March|April|June|July)\b", lambda m: MONTHS[m.group(1)], text)
    try:
        datetime.datetime.strptime(text, "%I:%M %p ET %a, %d %b %Y")
    except ValueError:
        return misread("Time")
    return [((by["Headlines"], by["Time"]), by["Description"])]


count("news/cnbc_headlines_2017-2020.csv.gz", "cnbc-headlines", "events", cnbc)
events("news/guardian_headlines_2017-2020.csv.gz", "guardian-headlines", "Time", "%d-%b-%y", lambda by, at: [((by["Time"], by["Headlines"].strip()), None)])


def gold(row, by, header):
    text = by["Dates"]
    if re.fullmatch(r"\d{2}-\d{2}-\d{4}", text) and day(text, "%d-%m-%Y"):
        return [((by["URL"], text), tuple(row))]
    return out_of_range("Dates") if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else misread("Dates")


count("news/gold_headlines_sinha_khandait_2000-2019.csv.gz", "gold-headlines", "events", gold)
events("news/fomc_statements_text.csv.gz", "fomc-statements", "Date", "%Y-%m-%d", lambda by, at: [ANY])
events("news/gdelt_theme_tone_volume_daily.csv", "gdelt-theme-tone", "date", "%Y-%m-%d", lambda by, at: [ANY] * 6)
events("news/stocknet_tweets_88tickers_2014-2016.csv.gz", "stocknet-tweets", "created_at_utc", "%Y-%m-%dT%H:%M:%SZ", lambda by, at: [(tuple(v.strip() for v in by.values()), None)])
count("news/stocknet_tickers_sectors.csv", "stocknet-sectors", "bars", lambda row, by, header: [ANY])

print("[\n" + ",\n".join(json.dumps(result, ensure_ascii=False) for result in results) + "\n]")
