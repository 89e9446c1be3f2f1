#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json

import counting


def count(path):
    data = json.loads(path.read_text())
    rows = data if isinstance(data, list) else [data]
    if "event_type" in rows[0]:
        one = counting.File("stream")
        for message in rows:
            one.records += 1
            if message["event_type"] == "new_market":
                one.event("market_opened", message["slug"])
            if message["event_type"] == "market_resolved":
                one.event("market_resolved", message["market"])
        return one
    if "bids" in rows[0]:
        one = counting.File("stream")
        one.records = len(rows)
        return one
    if "proxyWallet" in rows[0]:
        one = counting.File("trades")
        for trade in rows:
            one.records += 1
            if trade["outcomeIndex"] != 0:
                one.refuse("the other side: the complement of the first outcome's price")
        return one
    if "condition_id" in rows[0] or "next_cursor" in rows[0]:
        one = counting.File("clob_markets")
        one.records = len(rows[0].get("data", rows))
        return one
    grouped = "markets" in rows[0]
    one = counting.File("events" if grouped else "markets")
    for market in [m for row in rows for m in row["markets"]] if grouped else rows:
        one.records += 1
        one.event("market_opened", market["slug"])
        if market["closed"]:
            one.event("market_resolved", market["slug"])
    return one


counting.write("polymarket", count)
