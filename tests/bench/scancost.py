#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws what `foreshock-cli --json bench scaling` measured: seconds against pairs, and microseconds a transform
against T log2 T. Both should be straight lines through the origin.

usage: foreshock-cli --json bench scaling | scancost.py > docs/scan-cost.svg
"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 240, 56, 44, 28


def panel(points, x_title, y_title, x_text, shift):
    """Points with the line through the origin that fits them best."""
    slope = sum(x * y for x, y in points) / sum(x * x for x, _ in points)
    far, high = max(x for x, _ in points) * 1.1, max(y for _, y in points) * 1.15
    wide, tall = WIDTH - LEFT - 16, HEIGHT - BOTTOM - TOP

    def at(x, y):
        return LEFT + wide * x / far, HEIGHT - BOTTOM - tall * y / high

    out = [f'<g transform="translate({shift},0)">']
    (x0, y0), (x1, _), (_, y1) = at(0, 0), at(far, 0), at(0, high)
    out.append(f'<path d="M{x0:.1f} {y1:.1f}V{y0:.1f}H{x1:.1f}" fill="none" stroke="#5b6675"/>')
    (a, b), (c, d) = at(0, 0), at(far, slope * far)
    out.append(f'<path d="M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" stroke="#0b66d0" stroke-dasharray="4 3"/>')
    for x, y in points:
        px, py = at(x, y)
        out.append(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3.5" fill="#0b66d0"/>')
        out.append(f'<text x="{px:.1f}" y="{py - 8:.1f}" text-anchor="middle">{y:.3g}</text>')
        out.append(f'<text x="{px:.1f}" y="{y0 + 14:.1f}" text-anchor="middle">{x_text(x)}</text>')
    out.append(f'<text x="{(x0 + x1) / 2:.1f}" y="{HEIGHT - 10}" text-anchor="middle">{x_title}</text>')
    out.append(f'<text x="{LEFT}" y="16">{y_title}</text></g>')
    return "\n".join(out)


def main():
    figures = json.load(sys.stdin)
    pairs = [(p["pairs"], p["seconds"]) for p in figures["pairs"]]
    bars = [(p["bars"] * math.log2(p["bars"]), p["microseconds_per_transform"]) for p in figures["bars"]]
    names = {p["bars"] * math.log2(p["bars"]): p["bars"] for p in figures["bars"]}
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * WIDTH}" height="{HEIGHT}" font-family="sans-serif" '
          'font-size="10" fill="#1d2430">')
    print(f'<rect width="{2 * WIDTH}" height="{HEIGHT}" fill="#ffffff"/>')
    print(panel(pairs, "pairs, at 4,224 bars", "seconds", lambda x: f"{x / 1000:,.0f} k", 0))
    print(panel(bars, "T log2 T, ticks: T", "microseconds a transform", lambda x: f"{names[x]:,}", WIDTH))
    print("</svg>")


if __name__ == "__main__":
    main()
