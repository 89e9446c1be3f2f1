#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import urllib.parse

import counting


def host(url):
    name = urllib.parse.urlsplit(url).hostname or ""
    return name[4:] if name.startswith("www.") else name


def frames(objects):
    one = counting.File("frames")
    for event in objects:
        one.records += 1
        if event["ev"] in ("A", "AM"):
            one.bars += 1
        elif event.get("status", "").startswith("auth_") and event["status"] != "auth_success":
            denied = counting.File("frames")
            denied.fault = "no_access"
            return denied
    return one


def count(path):
    if path.suffix not in (".json", ".jsonl"):
        return None
    text = path.read_text()
    if path.suffix == ".jsonl":
        return frames([event for line in text.splitlines() for event in json.loads(line)])
    data = json.loads(text)
    if isinstance(data, list):
        return frames(data) if "ev" in data[0] else counting.File("other")
    if "ev" in data:
        return frames([data])
    if data.get("status") == "NOT_AUTHORIZED":
        one = counting.File("other")
        one.fault = "no_access"
        return one
    results = data.get("results")
    rows = results if isinstance(results, list) else [results] if results else []
    first = rows[0] if rows else {}
    if "prevDay" in data.get("ticker", {}):
        return counting.File("snapshot")
    if any("session" in row or "greeks" in row for row in rows):
        one = counting.File("snapshot")
        for row in rows:
            one.records += 1
            if "error" in row:
                one.refuse("Polygon gives nothing for this ticker")
        return one
    if "preMarket" in data:
        one = counting.File("open_close")
        one.records = one.bars = 1
        return one
    if "resultsCount" in data:
        one = counting.File("bars" if "ticker" in data else "grouped")
        one.records = one.bars = len(rows)
        return one
    if "published_utc" in first:
        one = counting.File("news")
        for row in rows:
            one.records += 1
            for ticker in row["tickers"]:
                one.event("article", ticker)
            if not row["tickers"]:
                one.event("article", host(row["article_url"]))
        return one
    if "ex_dividend_date" in first:
        one = counting.File("dividends")
        for row in rows:
            one.records += 1
            one.event("dividend", row["ticker"])
        return one
    for key, endpoint in (("split_from", "splits"), ("bid_price", "quotes"), ("trf_id", "trades"), ("y", "last")):
        if key in first:
            one = counting.File(endpoint)
            one.records = len(rows)
            return one
    if "locale" in first and "ticker" in first:
        one = counting.File("tickers")
        one.records = len(rows)
        return one
    return counting.File("other")


counting.write("polygon", count)
