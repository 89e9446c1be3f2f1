#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import urllib.parse

import counting

FIPS = {}
for iso, codes in json.loads((pathlib.Path(__file__).parents[3] / "resources/fips.json").read_text()).items():
    FIPS.update(dict.fromkeys(codes.split(), iso))
ROOTS = ("make_public_statement appeal express_intent_to_cooperate consult engage_in_diplomatic_cooperation "
         "engage_in_material_cooperation provide_aid yield investigate demand disapprove reject threaten protest "
         "exhibit_force_posture reduce_relations coerce assault fight use_unconventional_mass_violence").split()


def host(url):
    name = urllib.parse.urlsplit(url).hostname or ""
    return name[4:] if name.startswith("www.") else name


def tables(rows):
    width = len(rows[0])
    if width in (57, 58, 61):
        one = counting.File("export")
        tones = set()
        for row in rows:
            one.records += 1
            new = len(row) == 61
            country = FIPS.get(row[53] if new else row[51])
            one.event("gdelt_" + ROOTS[int(row[28]) - 1], country or "UNKNOWN")
            if country and row[34] and int(row[33]) > 0:
                tones.add((row[59] if new else row[56], country))
        for _, country in tones:
            one.event("gdelt_tone", country)
        return one
    if width == 16:
        one = counting.File("mentions")
        one.records = len(rows)
        for _ in {row[2] for row in rows}:
            one.event("gdelt_mentions", "WORLD")
        return one
    one = counting.File("gkg")
    for row in rows:
        one.records += 1
        address = row[4] if width == 27 else row[10].split("<UDIV>")[0]
        name = row[3] if width == 27 else row[9].split(";")[0]
        one.event("article", host(address) or name or "UNKNOWN")
    return one


def count(path):
    text = path.read_text()
    if "\t" in text[:5000] and text[0].isdigit():
        return tables([line.split("\t") for line in text.split("\n") if line])
    if re.match(r"\d+ [0-9a-f]{32} http", text):
        one = counting.File("lastupdate")
        one.records = len(text.split("\n")) - (text.endswith("\n"))
        return one
    if text.lstrip()[0] != "{":
        one = counting.File("articles")
        one.fault = "refused"
        return one
    data = json.loads(text)
    if "articles" in data:
        one = counting.File("articles")
        for article in data["articles"]:
            one.records += 1
            one.event("article", host(article["url"]))
        return one
    one = counting.File("timeline")
    for series in data["timeline"]:
        for _ in series["data"]:
            one.records += 1
            one.event("gdelt_" + series["series"].lower().replace(" ", "_"), data["query_details"]["title"])
    return one


counting.write("gdelt", count)
