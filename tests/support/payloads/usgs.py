#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import pathlib
import re

import borders
import counting

PLACES = json.loads((pathlib.Path(__file__).parents[3] / "resources/places.json").read_text())
NAMES = sorted(((name, code) for code, names in PLACES.items() for name in names.split(", ")), key=lambda p: -len(p[0]))


def country(place):
    place = (place or "").lower()
    for part in (place.rsplit(",", 1)[-1], place):
        for name, code in NAMES:
            if re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", part):
                return code
    return "OCEAN"


def slug(text):
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def count(path):
    text = path.read_text()
    if path.suffix == ".csv":
        one = counting.File("query_csv")
        rows = list(csv.DictReader(text.splitlines()))
        lands = borders.countries([(row["latitude"], row["longitude"]) for row in rows])
        for row, land in zip(rows, lands):
            one.records += 1
            one.event(slug(row["type"]), land[0] if land else country(row["place"]))
        return one
    data = json.loads(text)
    if "features" not in data and data.get("type") != "Feature":
        return counting.File("count")
    one = counting.File("query")
    features = data.get("features", [data] if data.get("type") == "Feature" else [])
    lands = borders.countries([feature["geometry"]["coordinates"][1::-1] for feature in features])
    for feature, land in zip(features, lands):
        one.records += 1
        one.event(slug(feature["properties"]["type"]), land[0] if land else country(feature["properties"]["place"]))
    return one


counting.write("usgs", count)
