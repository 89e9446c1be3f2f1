#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re

import borders
import counting


def count(path):
    one = counting.File("events")
    for event in json.loads(path.read_text())["events"]:
        kind = re.sub("([A-Z])", r"_\1", event["categories"][0]["id"]).lower()
        # the recorded fires all stand in states of the USA, which the titles or the reporting system tell
        american = any(source["id"] == "IRWIN" for source in event["sources"])
        points = [shape["coordinates"][::-1] for shape in event["geometry"]]
        for land in borders.countries(points):
            one.records += 1
            one.event(kind, land[0] if land else "US" if american else "OCEAN")
    return one


counting.write("eonet", count)
