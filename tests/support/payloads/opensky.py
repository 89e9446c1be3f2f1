#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib

import counting

COUNTRIES = json.loads((pathlib.Path(__file__).parents[3] / "resources/countries.json").read_text())
CODES = {name.lower(): code for code, entry in COUNTRIES.items() for name in entry["names"]}


def count(path):
    one = counting.File("states")
    countries = set()
    for state in json.loads(path.read_text())["states"] or []:
        one.records += 1
        if state[14] in ("7500", "7600", "7700"):
            one.event("squawk_emergency", state[1].strip() or state[0])
        if state[2]:
            countries.add(CODES.get(state[2].lower(), state[2]))
        else:
            one.refuse("the country of the aircraft is not given")
    for country in countries:
        one.event("flights_airborne", country)
        one.event("flights_on_ground", country)
    return one


counting.write("opensky", count)
