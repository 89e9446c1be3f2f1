#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re

import counting

EMPTY = "there is no value for this period"


def release(one, series, value):
    one.records += 1
    if value in (None, "NA"):
        one.refuse(EMPTY)
    else:
        one.event(re.sub(r"[^a-z0-9]+", "_", series.lower().replace(".", "")) + "_release", series)


def count(path):
    data = json.loads(path.read_text())
    if "response" not in data:
        one = counting.File("series")
        for series in data["series"]:
            for _, value in series["data"]:
                release(one, series["series_id"].split(".")[1], value)
        return one
    one = counting.File("data")
    for row in data["response"]["data"]:
        series = row.get("series") or row.get("seriesId")
        if not series:  # figures of countries, by year
            series = f"INTL.{row['productId']}-{row['activityId']}-{row['countryRegionId']}-{row['unit']}.A"
        release(one, series, row["value"])
    return one


counting.write("eia", count)
