#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles by itself every header that has no source file of its own (rules.py sees to it that a source file
includes its own header first, which proves the others when FORESHOCK_UNITY is off, as in nightly.sh), with the flags
of a source file of its folder."""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

top = pathlib.Path(sys.argv[1])


def sources_of(file):
    """The file itself, or those of a batch."""
    return [pathlib.Path(name) for name in re.findall(r'#include "(.+)"', file.read_text())] if file.parent.name == "Unity" else [file]


flags = {}  # folder -> compiler, flags and working folder of one of its sources
for entry in json.loads(pathlib.Path(sys.argv[2]).read_text()):
    words = shlex.split(entry["command"])
    compiler = next(i for i, word in enumerate(words) if word.endswith(("c++", "g++", "clang++")))
    kept = [word for word in words[compiler:] if word.startswith(("-D", "-I", "-std", "-W", "-f")) or word.startswith("/usr")]
    kept = [word for word in kept if word != "-Wno-subobject-linkage"]  # for batches, not for headers
    system = [words[i : i + 2] for i, word in enumerate(words) if word == "-isystem"]
    for source in sources_of(pathlib.Path(entry["file"])):
        flags.setdefault(source.parent, ([words[compiler], *[w for w in kept if w.startswith("-")], *[w for pair in system for w in pair]], entry["directory"]))


def compile_alone(header):
    command, folder = flags[header.parent]
    twice = f'#include "{header}"\n' * 2
    run = subprocess.run([*command, "-fsyntax-only", "-x", "c++", "-"], cwd=folder, input=twice, capture_output=True, text=True)
    return header, run.returncode, run.stderr


lonely = [h for h in sorted((top / "core").rglob("*.h")) if not h.with_suffix(".cpp").exists()]
headers = [h for h in lonely if h.parent in flags]
missed = [h for h in lonely if h.parent not in flags]
failed = [f"{h}: no source of its folder is compiled" for h in missed]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for header, code, errors in pool.map(compile_alone, headers):
        if code:
            failed.append(f"{header.relative_to(top)} does not compile alone:\n{errors[:2000]}")
print("\n".join(failed) if failed else f"{len(headers)} headers compile alone")
sys.exit(1 if failed or not headers else 0)
