#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import math

import borders
import counting


def cell(row):
    south = 5 * math.floor(float(row["latitude"]) / 5)
    west = 5 * math.floor(float(row["longitude"]) / 5)
    return f"CELL:{'S' if south < 0 else 'N'}{abs(south):02}{'W' if west < 0 else 'E'}{abs(west):03}"


def count(path):
    one = counting.File("area")
    days = {}
    rows = list(csv.DictReader(path.read_text().splitlines()))
    lands = borders.countries([(row["latitude"], row["longitude"]) for row in rows])
    for row, land in zip(rows, lands):
        one.records += 1
        one.event("fire_detection", land[1] if land else cell(row))
        days.setdefault(row["acq_date"], set()).add(cell(row))
    # files of the last 24 hours begin and end within a day, unless they are of one day only
    whole = sorted(days) if len(days) == 1 else sorted(days)[1:-1]
    for day in whole:
        for place in days[day]:
            one.event("fire_count", place)
            one.event("fire_power", place)
    return one


counting.write("firms", count)
