#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the borders of the world as a C++ file that core/sources/countryat.cpp reads.

Usage: borders.py countries-10m.json resources/countries.json borders.cpp

The input is TopoJSON of Natural Earth (npm package world-atlas). The output holds, for each country, its rings on the
grid of the input: a country is two letters, the number of its rings, and for each ring the number of its points, the
first point and then the steps, all as variable-length integers (7 bits each, the lowest first; signed ones zigzag).
Before them stand four doubles (little endian): degrees per step and origin, first of longitude, then of latitude.
A ring that crosses the antimeridian goes on beyond the edge of the grid; one round a pole is closed beyond the pole.
"""
import json
import struct
import sys

# Shapes without a number of ISO 3166-1, or with one that several share, by name.
NAMED = {
    "Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Cyprus U.N. Buffer Zone": "CY", "Dhekelia": "CY",
    "Akrotiri": "CY", "USNB Guantanamo Bay": "CU", "Baikonur": "KZ", "Coral Sea Is.": "AU",
    "Ashmore and Cartier Is.": "AU", "Clipperton I.": "FR", "Bajo Nuevo Bank": "CO", "Serranilla Bank": "CO",
}
# Claimed by several countries: no country's.
NOBODYS = {"Siachen Glacier", "Spratly Is.", "Scarborough Reef"}
# Parts of a shape that ISO counts apart: shape, code, west, south, east, north.
PARTS = [
    ("FR", "GF", -55, 2, -51, 6), ("FR", "GP", -62, 15.7, -60.9, 16.6), ("FR", "MQ", -61.3, 14.3, -60.7, 15),
    ("FR", "RE", 55, -21.5, 56, -20.7), ("FR", "YT", 44.9, -13.1, 45.4, -12.5),
    ("NO", "SJ", 10, 74, 35, 81), ("NO", "SJ", -10, 70.5, -7, 71.5), ("NO", "BV", 3, -55, 4, -54),
    ("NL", "BQ", -68.6, 11.9, -68, 12.5), ("NL", "BQ", -63.5, 17.4, -62.9, 17.8),
    ("NZ", "TK", -173, -10, -171, -8), ("Indian Ocean Ter.", "CX", 105, -11, 106, -10),
    ("Indian Ocean Ter.", "CC", 96, -13, 97, -11),
]


def varint(value):
    out = bytearray()
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return varint(value << 1 if value >= 0 else (-value << 1) - 1)


def arcs_of(topology):
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x += dx
            y += dy
            points.append((x, y))
        out.append(points)
    return out


def ring_of(indexes, arcs):
    points = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def unwrapped(ring, width, pole):
    """Takes out the jumps at the antimeridian; the last point, which is the first, goes."""
    out = [ring[0]]
    for x, y in ring[1:]:
        step = (x - out[-1][0]) % width
        out.append((out[-1][0] + (step if step <= width / 2 else step - width), y))
    turned = out[-1][0] - out[0][0]
    if turned == 0:
        out.pop()
    else:  # round a pole
        out += [(out[-1][0], pole), (out[0][0], pole)]
    return [point for i, point in enumerate(out) if point != out[i - 1]]


def main():
    source, countries, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        topology = json.load(file)
    with open(countries, encoding="utf-8") as file:
        codes = {entry["numeric"]: code for code, entry in json.load(file).items() if entry.get("numeric")}
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = arcs_of(topology)
    width = round(360 / sx)
    rings = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name in NOBODYS or "arcs" not in shape:
            continue
        code = NAMED.get(name) or (codes[int(shape["id"])] if "id" in shape else name)
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            for indexes in polygon:
                points = ring_of(indexes, arcs)
                south = sum(y for _, y in points) / len(points) * sy + ty < 0
                ring = unwrapped(points, width, round(((-91 if south else 91) - ty) / sy))
                if len(ring) < 3:
                    continue
                west, east = (f(x for x, _ in ring) * sx + tx for f in (min, max))
                low, high = (f(y for _, y in ring) * sy + ty for f in (min, max))
                part = [p[1] for p in PARTS if p[0] == code and p[2] <= west and east <= p[4] and p[3] <= low
                        and high <= p[5]]
                rings.setdefault(part[0] if part else code, []).append(ring)
    for code in rings:
        if len(code) != 2:
            sys.exit(f"borders.py: no country is known for the shape “{code}”")
    blob = bytearray(struct.pack("<4d", sx, tx, sy, ty))
    for code in sorted(rings):
        blob += code.encode() + varint(len(rings[code]))
        for ring in rings[code]:
            blob += varint(len(ring))
            x = y = 0
            for point in ring:
                blob += signed(point[0] - x) + signed(point[1] - y)
                x, y = point
    with open(target, "w", encoding="ascii") as file:
        file.write("// Written by the build from Natural Earth's borders; see core/sources/borders.py.\n"
                   '#include "core/sources/embedded.h"\n\nnamespace core::sources {\n\n'
                   "std::string_view embeddedBorders()\n{\n    static constexpr char kBytes[] =\n")
        for at in range(0, len(blob), 28):
            file.write('        "' + "".join(f"\\{byte:03o}" for byte in blob[at:at + 28]) + '"\n')
        file.write(f"        ;\n    return {{kBytes, {len(blob)}}};\n}}\n\n}} // namespace core::sources\n")


main()
