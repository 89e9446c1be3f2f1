#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import re

import counting

NOTHING = ("annualReports", "top_gainers", "meta_data")


def fault(kind):
    one = counting.File("message")
    one.fault = kind
    return one


def objects(data, name):
    if "ARTIFICIAL" in str(data.get("message")):
        return fault("artificial")
    if "Note" in data:
        return fault("too_many")
    series = [key for key in data if key.startswith("Time Series")]
    if series:
        one = counting.File("intraday" if "min" in series[0] else "daily")
        one.records = one.bars = len(data[series[0]])
        return one
    if "Global Quote" in data:
        one = counting.File("quote")
        one.records = one.bars = 1
    elif "Realtime Currency Exchange Rate" in data:
        one = counting.File("exchange_rate")
        one.records = 1
    elif "bestMatches" in data:
        one = counting.File("symbol_search")
        one.records = len(data["bestMatches"])
    elif "feed" in data:
        one = counting.File("news")
        for article in data["feed"]:
            one.records += 1
            for ticker in {mention["ticker"] for mention in article["ticker_sentiment"]}:
                one.event("article", ticker)
    elif "quarterlyEarnings" in data:
        one = counting.File("earnings")
        for _ in data["quarterlyEarnings"]:
            one.records += 1
            one.event("earnings_announcement", data["symbol"])
    elif "transcript" in data:
        one = counting.File("transcript")
        one.records = len(data["transcript"])
        one.event("transcript", data["symbol"])
    elif "AssetType" in data:
        one = counting.File("overview")
        one.records = 1
    else:
        one = counting.File("other")
    return one


def tables(rows, name):
    header, rows = rows[0], rows[1:]
    if header == ["timestamp", "value"]:
        one = counting.File("series")
        entity = re.match(r"[A-Z_]*[A-Z]", name).group(0)
        for row in rows:
            one.records += 1
            if row[1] == ".":
                one.refuse("there is no figure for the period")
            else:
                one.event("macro_observation", entity)
        return one
    if "close" in header:
        one = counting.File("intraday" if ":" in rows[0][0] else "daily" if "volume" in header else "fx_daily")
        one.records = len(rows)
        if "EXTENDED" not in name and re.match(r"(TIME_SERIES_(INTRADAY|DAILY_ADJUSTED|DAILY|WEEKLY))_[A-Z]+_\d", name):
            one.bars = len(rows)
        else:  # nothing tells of which symbol they are
            one.records = 0
            one.fault = "not_data"
        return one
    for column, endpoint in (("latestDay", "quote"), ("assetType", "listing"), ("region", "symbol_search")):
        if column in header:
            one = counting.File(endpoint)
            one.records = len(rows)
            one.bars = len(rows) if endpoint == "quote" else 0
            return one
    if "reportDate" in header:
        one = counting.File("earnings_calendar")
        for row in rows:
            one.records += 1
            one.event("earnings_date", row[0])
        return one
    if "ex_dividend_date" in header:
        one = counting.File("dividends")
        for _ in rows:
            one.records += 1
            one.event("dividend", "IBM")
        return one
    return counting.File("other")


def count(path):
    text = path.read_text()
    if path.suffix == ".txt":
        return fault("too_many" if "per day" in text else "no_access")
    if path.suffix == ".json":
        return objects(json.loads(text), path.name)
    return tables(list(csv.reader(text.splitlines())), path.name)


counting.write("alphavantage", count)
