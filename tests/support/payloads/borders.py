# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The country of many points at once, by rays through the borders of world-atlas; needs NumPy."""
import json
import os
import pathlib

import numpy as np

ROOT = pathlib.Path(__file__).parents[3]
CODES = {entry["numeric"]: (code, entry["alpha3"]) for code, entry in
         json.loads((ROOT / "resources/countries.json").read_text()).items() if entry.get("numeric")}
# of the shapes without a number those that recorded answers meet
UNNUMBERED = {"Kosovo": ("XK", "XKX"), "Somaliland": ("SO", "SOM"), "N. Cyprus": ("CY", "CYP"),
              "Baikonur": ("KZ", "KAZ"), "Indian Ocean Ter.": ("CX", "CXR")}
# what ISO counts apart from the shape it lies in: shape, west, south, east, north, codes
APART = [("FR", -55, 2, -51, 6, ("GF", "GUF")), ("FR", 55, -21.5, 56, -20.7, ("RE", "REU")),
         ("NO", 10, 74, 35, 81, ("SJ", "SJM")), ("FR", 44.9, -13.1, 45.4, -12.5, ("YT", "MYT")),
         ("FR", -62, 14, -60.5, 16.6, ("GP", "GLP"))]


def _shapes():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    folder = os.environ.get("FORESHOCK_WORLD_ATLAS_DIR", cache / "foreshock/world-atlas-2.0.2")
    world = json.loads((pathlib.Path(folder) / "countries-10m.json").read_text())
    scale, move = np.array(world["transform"]["scale"]), np.array(world["transform"]["translate"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in world["arcs"]]
    for shape in world["objects"]["countries"]["geometries"]:
        if "arcs" not in shape:
            continue
        codes = CODES.get(int(shape["id"])) if "id" in shape else UNNUMBERED.get(shape["properties"]["name"])
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [np.concatenate([arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring])
                 for polygon in polygons for ring in polygon]
        yield codes, rings


def countries(points):
    """(alpha-2, alpha-3) of every (latitude, longitude), None at sea."""
    at = np.array(points, dtype=float).reshape(-1, 2)
    found = [None] * len(at)
    for codes, rings in _shapes():
        inside = np.zeros(len(at), dtype=int)
        for ring in rings:
            lon = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
            lat = ring[:, 1]
            for turn in (-360, 0, 360):
                x = at[:, 1] + turn
                near = np.flatnonzero((x >= lon.min()) & (x <= lon.max()) & (at[:, 0] >= lat.min()) & (at[:, 0] <= lat.max()))
                for i in near:
                    y = at[i, 0]
                    crosses = (lat[:-1] > y) != (lat[1:] > y)
                    a, b = lat[:-1][crosses], lat[1:][crosses]
                    where = lon[:-1][crosses] + (y - a) / (b - a) * (lon[1:][crosses] - lon[:-1][crosses])
                    inside[i] += np.count_nonzero(where > x[i])
        for i in np.flatnonzero(inside % 2):
            found[i] = codes
            for shape, west, south, east, north, other in APART:
                if codes and codes[0] == shape and west <= at[i, 1] <= east and south <= at[i, 0] <= north:
                    found[i] = other
    return found
