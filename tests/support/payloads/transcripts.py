#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import re

import counting


def count(path):
    text = path.read_text().split("\nDefinitions")[0]
    one = counting.File("text")
    one.records = len(re.findall(r"(?m)^\S.*\S\s+\[\d+\]\s*$", text)) or 1
    one.event("transcript", path.stem.split("-")[-1])
    return one


counting.write("transcripts", count)
