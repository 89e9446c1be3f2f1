#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import re

import counting

# what the recordings hold; ISO 3166 and the codebook of ACLED
COUNTRIES = {"804": "UKR", "Algeria": "DZA"}
OLD = {
    "Battle-No change of territory": "battles",
    "Remote violence": "explosions_remote_violence",
    "Strategic development": "strategic_developments",
    "Violence against civilians": "violence_against_civilians",
}


def count(path):
    text = path.read_text()
    if path.suffix == ".csv":
        one = counting.File("file")
        for row in csv.DictReader(text.splitlines()):
            one.records += 1
            kind = OLD.get(row["EVENT_TYPE"]) or ("riots" if row["INTER1"] == "5" else "protests")
            one.event(kind, COUNTRIES[row["COUNTRY"]])
        return one
    one = counting.File("read")
    for row in json.loads(text)["data"]:
        one.records += 1
        one.event(re.sub("[^a-z]+", "_", row["event_type"].lower()), COUNTRIES[row["iso"]])
    return one


counting.write("acled", count)
