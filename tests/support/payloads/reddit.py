#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re

import counting

TAG = re.compile(r"(?<![\w$])\$([A-Za-z]{1,6}(?:\.[A-Za-z](?!\w))?)(?!\w)")


def item(one, data):
    one.records += 1
    text = "\n".join(part for part in (data.get("title"), data.get("selftext"), data.get("body")) if part)
    tickers = {tag.upper() for tag in TAG.findall(text)}
    for ticker in tickers or {"r/" + data["subreddit"] if "subreddit" in data else "UNKNOWN"}:
        one.event("post", ticker)
    if isinstance(data.get("replies"), dict):
        walk(one, data["replies"])


def walk(one, thing):
    if isinstance(thing, list):
        for part in thing:
            walk(one, part)
    elif thing["kind"] == "Listing":
        walk(one, thing["data"]["children"])
    elif thing["kind"] in ("t1", "t3"):
        item(one, thing["data"])


def count(path):
    if path.suffix != ".json":
        return None
    data = json.loads(path.read_text())
    if isinstance(data, list):
        one = counting.File("comments")
        walk(one, data)
    elif "json" in data:
        one = counting.File("comments")
        walk(one, data["json"]["data"]["things"])
    elif "post" in data:
        one = counting.File("comments")
        for part in [data["post"]] + data["comments"]:
            item(one, part)
    elif data["kind"] == "t5":
        return counting.File("about")
    else:
        one = counting.File("listing")
        walk(one, data)
    return one


counting.write("reddit", count)
