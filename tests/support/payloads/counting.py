# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the counting scripts of all sources share. Each script reads the recorded answers of one source with Python alone
(json, csv, re, xml; none of our code) and writes what our parser must make of each file:

    usgs.py PAYLOADS_FOLDER > usgs.json

For each file: endpoint, records (read, refused ones included), refused (reason: count), fault (a word of FaultKind, if the
answer is none), bars, and events counted by type and by entity. Only names and numbers, nothing of the files themselves.
"""
import json
import pathlib
import sys


class File:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.records = 0
        self.refused = {}
        self.fault = ""
        self.bars = 0
        self.types = {}
        self.entities = {}

    def event(self, kind, entity):
        self.types[kind] = self.types.get(kind, 0) + 1
        self.entities[entity] = self.entities.get(entity, 0) + 1

    def refuse(self, reason):
        self.refused[reason] = self.refused.get(reason, 0) + 1


def write(source, count):
    """`count(path)` returns the File of one recording, or None for one that holds nothing for this source."""
    folder = pathlib.Path(sys.argv[1]) / source
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            one = count(path)
            if one is not None:
                found[str(path.relative_to(folder))] = vars(one)
            else:
                found[str(path.relative_to(folder))] = {"endpoint": ""}
    json.dump(found, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")
