#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import urllib.parse

import counting

KINDS = {"apiKeyMissing": "no_access", "rateLimited": "too_many", "parameterInvalid": "refused"}


def count(path):
    text = path.read_text()
    one = counting.File("everything")
    if path.suffix == ".txt":
        one.fault = KINDS[text.split(":")[0]]
        return one
    if path.suffix != ".json":
        return None
    data = json.loads(text)
    if data["status"] == "error":
        one.fault = KINDS[data["code"]]
        return one
    for article in data["articles"]:
        one.records += 1
        host = urllib.parse.urlsplit(article["url"]).hostname
        one.event("article", host[4:] if host.startswith("www.") else host)
    return one


counting.write("newsapi", count)
