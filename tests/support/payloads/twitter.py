#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import html
import json
import re

import counting

TAG = re.compile(r"(?<![\w$])\$([A-Za-z]{1,6}(?:\.[A-Za-z](?!\w))?)(?!\w)")


def post(one, data, names):
    one.records += 1
    entities = data.get("entities") or {}
    tickers = {tag["tag"].upper() for tag in entities.get("cashtags", [])}
    tickers |= {tag["text"].upper() for tag in entities.get("symbols", [])}
    tickers |= {tag.upper() for tag in TAG.findall(html.unescape(data["text"]))}
    author = (data.get("author") or {}).get("username") or (data.get("user") or {}).get("screen_name")
    author = author or names.get(data.get("author_id"))
    for entity in tickers or {"@" + author if author else "UNKNOWN"}:
        one.event("post", entity)


def count(path):
    lines = path.read_text().splitlines()
    first = json.loads(lines[0])
    data = first.get("data")
    if isinstance(data, list) and "username" in data[0]:
        return counting.File("users")
    if isinstance(data, list) and "tweet_count" in data[0]:
        one = counting.File("counts")
        for _ in data:
            one.records += 1
            one.event("mentions", "UNKNOWN")
        return one
    one = counting.File("search")
    names = {}
    for line in lines:
        try:
            answer = json.loads(line)
        except ValueError:
            one.records += 1
            one.refuse("the answer breaks off or is not JSON from here on")
            continue
        names.update({user["id"]: user["username"] for user in answer.get("includes", {}).get("users", [])})
        data = answer.get("data")
        if data is None and "text" not in answer:
            one.records += 1
            one.refuse("Twitter says an error in the place of posts")
            continue
        for part in data if isinstance(data, list) else [data or answer]:
            post(one, part, names)
    return one


counting.write("twitter", count)
