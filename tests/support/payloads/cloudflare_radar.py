#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json

import counting


def count(path):
    result = json.loads(path.read_text())["result"]
    if "annotations" in result:
        one = counting.File("outages")
        for outage in result["annotations"]:
            one.records += 1
            for place in outage["locations"] or [f"AS{number}" for number in outage["asns"]]:
                one.event("internet_outage", place)
        return one
    one = counting.File("summary")
    for _ in result["summary_0"]:
        one.records += 1
        one.event("traffic_level", "WORLD")
    return one


counting.write("cloudflare_radar", count)
