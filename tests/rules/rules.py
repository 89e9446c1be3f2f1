#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sources and fails on what the architecture forbids (architecture: Layout and levels, hard rules)."""
import pathlib
import re
import sys

# room -> the rooms it may include, besides its own
BASE = {"base"}
L1 = BASE | {"domain", "stats"}
L2 = {"store", "net", "market"}
L3 = {"sources", "documents", "discovery", "signals", "factors", "backtest", "trading", "alerts"}
L4 = {"ingest", "serve"}
MAY = {
    "base": set(),
    "domain": BASE,
    "stats": BASE,
    "store": L1,
    "net": L1,
    "market": L1,
    "sources": L1 | {"net", "market"},
    "discovery": L1 | {"store", "market"},
    "signals": L1 | {"store", "market"},
    "factors": L1 | {"store", "market"},
    "backtest": L1 | {"store", "market"},
    "documents": L1 | L2,
    "trading": L1 | L2,
    "alerts": L1 | L2,
    "ingest": L1 | L2 | L3,
    "serve": L1 | L2 | L3,
    "workbench": L1 | L2 | L3 | L4,
}
WIDGETS = L1 | {"workbench"}
APP = L1 | {"workbench", "widgets"}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
GUI = re.compile(r"^(Qt(Gui|Widgets|Charts|Svg|PrintSupport)/|Q(Widget|Application|Gui|Painter|Chart|Pixmap|Image|Color|Font|Pen|Brush|Icon|Layout|Label|Dialog|Window|TableView|TreeView))")
SQL = re.compile(r'"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE\s+(TEMP\s+)?(TABLE|VIEW|INDEX)|DROP|ALTER|COPY|BEGIN|COMMIT|PRAGMA|ATTACH)\s', re.M)
WALL_CLOCK = re.compile(r"currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDate::currentDate|QTime::currentTime|system_clock::now|\btime\(\s*(nullptr|NULL)\s*\)|gettimeofday|CLOCK_REALTIME")
RANDOM = re.compile(r"random_device|\bs?rand\(|QRandomGenerator|mt19937\s*(?:\w+)?\s*[;(]\s*\)?\s*;")
SOCKET = re.compile(r"<(sys/socket|netinet/in|arpa/inet|curl/curl)\.h>|QTcpS|QUdpSocket|QNetworkAccessManager|QWebSocket|QLocalS")
FAST_MATH = re.compile(r"-ffast-math|-Ofast|fast_math\(|#pragma.*fast")
LATER = re.compile(r"\b(TODO|FIXME|XXX)\b|not implemented yet", re.I)
WAIT = re.compile(r"QTableWidget|QEventLoop|processEvents|waitForFinished")
STYLE_SHEET = re.compile(r"setStyleSheet\(|\.qss\b")
NAMESPACE_OR_CLASS = re.compile(r"^namespace ([\w:]+) \{|^(?:class|struct) ([\w:]+)[^;{(=]*\{", re.M)
COLOR = re.compile(r'QColor\("#|"#[0-9a-fA-F]{6}"')


def room_of(path):
    """("core", room), ("widgets", folder) or ("app", "")."""
    parts = path.parts
    return (parts[0], parts[1]) if parts[0] == "core" else (parts[0], "")


def without_comments(text):
    """The text with comments blanked (line numbers kept); string literals stay."""
    def blank(match):
        found = match.group(0)
        return found if found[0] == '"' or found[0] == "'" else re.sub(r"[^\n]", " ", found)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', blank, text, flags=re.S)


def check_file(path, text):
    """The faults of one file, each "path:line: sentence"."""
    side, room = room_of(path)
    code = without_comments(text)
    faults = []

    def fault(offset, sentence):
        faults.append(f"{path}:{code.count(chr(10), 0, offset) + 1}: {sentence}")

    def forbid(pattern, sentence):
        for match in pattern.finditer(code):
            fault(match.start(), sentence)

    for match in INCLUDE.finditer(code):
        target = match.group(1)
        parts = target.split("/")
        if side == "core" and GUI.match(target):
            fault(match.start(), f"core may not include the GUI header {target}")
        if side == "core" and parts[0] in ("widgets", "app", "tests"):
            fault(match.start(), f"core may not include {target}")
        if parts[0] == "core" and len(parts) > 2:
            may = MAY.get(room, set()) | {room} if side == "core" else WIDGETS if side == "widgets" else APP
            if parts[1] not in may:
                fault(match.start(), f"{side + '/' + room if room else side} may not include core/{parts[1]}")
        if parts[0] == "widgets" and side not in ("widgets", "app"):
            fault(match.start(), f"only app may include {target}")
    if (side, room) != ("core", "store"):
        forbid(SQL, "SQL text belongs in core/store")
    if path.as_posix() not in ("core/base/clock.cpp",):
        forbid(WALL_CLOCK, "the wall clock is read only through base::Clock")
    forbid(RANDOM, "random numbers come only from a seeded generator that is passed in")
    # the second window of a workspace speaks to the first: within one machine and one user, and nothing else does
    if room not in ("net", "serve") and path.with_suffix("").as_posix() != "app/singleinstance":
        forbid(SOCKET, "sockets belong in core/net and core/serve")
    forbid(FAST_MATH, "fast-math would break missing data and repeatability")
    forbid(WAIT, "no table widget, nested event loop or waiting")
    forbid(STYLE_SHEET, "style sheets examine every widget anew; the look belongs in widgets/style")
    forbid(COLOR, "colours belong in resources/themes")
    for match in LATER.finditer(text):
        faults.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: nothing is left for later in the code")
    own = f'#include "{path.with_suffix(".h")}"'
    if path.suffix == ".cpp" and own in code and INCLUDE.search(code).group(0).strip() != own:
        faults.append(f"{path}:1: the own header is included first, which proves that it compiles alone")
    if path.suffix == ".h" and "#pragma once" not in text:
        faults.append(f"{path}:1: a header begins with #pragma once")
    if "SPDX-License-Identifier" not in text[:300]:
        faults.append(f"{path}:1: the SPDX lines are missing")
    return faults


def check_names(headers):
    """The faults of all headers together, {path: text}: two classes of one name would be one to the linker."""
    seen = {}
    faults = []
    for path, text in headers.items():
        code = without_comments(text)
        space = ""
        for match in NAMESPACE_OR_CLASS.finditer(code):
            space = match.group(1) or space
            if match.group(2):
                name = f"{space}::{match.group(2)}"
                if seen.setdefault(name, path) != path:
                    faults.append(f"{path}:{code.count(chr(10), 0, match.start()) + 1}: {name} is also in {seen[name]}")
    return faults


def check_tree(top):
    faults = []
    headers = {}
    for side in ("core", "widgets", "app"):
        for path in sorted((top / side).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                text = path.read_text(encoding="utf-8")
                faults += check_file(path.relative_to(top), text)
                if path.suffix == ".h":
                    headers[path.relative_to(top)] = text
    faults += check_names(headers)
    for sheet in sorted((top / "resources").rglob("*.qss")):
        faults.append(f"{sheet.relative_to(top)}:1: there are no style sheets; the look belongs in widgets/style")
    return faults


if __name__ == "__main__":
    found = check_tree(pathlib.Path(sys.argv[1]))
    print("\n".join(found) if found else "no fault")
    sys.exit(1 if found else 0)
