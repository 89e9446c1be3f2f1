#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import re

import counting

EMPTY = "there is no value for this day"


def count(path):
    text = path.read_text()
    if path.suffix == ".csv":
        # a daily market series: each filled cell is the close of a day
        one = counting.File("graph")
        for row in csv.reader(text.splitlines()[1:]):
            one.records += 1
            if row[1].strip() in ("", "."):
                one.refuse("the row holds no value")
            else:
                one.bars += 1
        return one
    data = json.loads(text)
    if "observations" in data:
        one = counting.File("observations")
        series = re.match(r"observations_([A-Z0-9]+)", path.name).group(1)
        for row in data["observations"]:
            one.records += 1
            if row["value"] == ".":
                one.refuse(EMPTY)
                continue
            one.event("macro_observation", series)
            one.event(series.lower() + "_release", series)
        return one
    if "seriess" in data:
        one = counting.File("series")
        one.records = len(data["seriess"])
        return one
    if "release_dates" in data:
        one = counting.File("release_dates")
        for row in data["release_dates"]:
            one.records += 1
            one.event("release_date", f"FRED:{row['release_id']}")
        return one
    for kind in ("vintage_dates", "categories", "sources", "tags"):
        if kind in data:
            return counting.File(kind)
    return None


counting.write("fred", count)
