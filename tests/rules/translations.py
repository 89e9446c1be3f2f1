#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a language is not complete: translations.py SOURCE_DIR [LUPDATE]. Every string that the desktop shows is
translated, with the placeholders, shortcut letters and blanks of its source. Without lupdate it cannot be told whether
the sources have strings that the file lacks: that part is left out, and said so."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%L?[1-9][0-9]?|%L?n")
MNEMONIC = re.compile(r"(?<!&)&(?:&&)*(?![&\s])")
PATTERNS = re.compile(r"\*\.\w+|;;")
FORMS = {"de": 2}


def messages(file):
    """((context, source, comment, whether it counts), [translations], type of the entry)."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for entry in context.iter("message"):
            counts = entry.get("numerus") == "yes"
            translation = entry.find("translation")
            texts = translation.findall("numerusform") if counts else [translation]
            key = (context.findtext("name"), entry.findtext("source"), entry.findtext("comment", ""), counts)
            yield key, ["".join(text.itertext()) for text in texts], translation.get("type")


def faults_of(source, texts, counts, kind, forms):
    """What is wrong with one entry, in words."""
    faults = []
    if kind:
        faults.append(f"is {kind}")
    if counts and len(texts) != forms:
        faults.append(f"has {len(texts)} plural forms instead of {forms}")
    for text in texts:
        if not text:
            faults.append("is empty")
            continue
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source)):
            faults.append(f"has other placeholders: {text}")
        if len(MNEMONIC.findall(text)) != len(MNEMONIC.findall(source)):
            faults.append(f"has not as many shortcut letters: {text}")
        if PATTERNS.findall(text) != PATTERNS.findall(source):
            faults.append(f"has other file patterns: {text}")
        for blank in (lambda t: t[: len(t) - len(t.lstrip())], lambda t: t[len(t.rstrip()) :]):
            if blank(text) != blank(source):
                faults.append(f"begins or ends with other blanks: “{text}”")
        if text.count("\n") != source.count("\n"):
            faults.append(f"has not as many lines: {text}")
        if text.endswith("…") != source.endswith("…"):
            faults.append(f"ends otherwise: {text}")
        if "..." in text or re.search(r"[“\"]%[1-9]|%[1-9]\"", text):
            faults.append(f"has signs of another language: {text}")
    return faults


def check_file(file):
    language = ElementTree.parse(file).getroot().get("language", "").partition("_")[0]
    if language not in FORMS:
        return [f"{file.name}: say in FORMS how many plural forms “{language}” has"]
    out = []
    for (context, source, _, counts), texts, kind in messages(file):
        where = f"{file.name}, {context}: “{source}”"
        out += [f"{where} {fault}" for fault in faults_of(source, texts, counts, kind, FORMS[language])]
        if context == "Tr":
            out.append(f"{where} is in no context: write ::core::base::Tr::tr there (core/base/tr.h)")
    return out


def check_sources(file, root, lupdate):
    """What lupdate would change; it works on a copy. The arguments are those of the target translations_update."""
    desktop = sorted(path.relative_to(root).as_posix() for end in ("cpp", "h") for path in root.glob(f"app/*.{end}"))
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / file.name
        shutil.copyfile(file, copy)
        done = subprocess.run(
            [lupdate, "-I", ".", "-silent", "-locations", "none", "-no-obsolete", "core", "widgets", *desktop, "-ts",
             str(copy)], cwd=root, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            return [f"lupdate failed: {done.stderr.strip()}"]
        before = {key for key, _, _ in messages(file)}
        after = {key for key, _, _ in messages(copy)}
    out = [f"{file.name}, {key[0]}: “{key[1]}” is new in the sources" for key in sorted(after - before)]
    return out + [f"{file.name}, {key[0]}: “{key[1]}” is no longer in the sources" for key in sorted(before - after)]


def check_itself():
    """The checks catch what they are for and let the right neighbour pass."""
    cases = [  # source, translation, is it a fault?
        ("%1 of %2", "%1 von %2", False), ("%1 of %2", "%1 von %1", True), ("%n rows", "Zeilen", True),
        ("&File", "&Datei", False), ("&File", "Datei", True), ("this && that", "dies && das", False),
        ("Open…", "Öffnen…", False), ("Open…", "Öffnen", True), (" and", " und", False), (" and", "und", True),
        ("All (*.csv);;", "Alle (*.csv);;", False), ("All (*.csv)", "Alle", True), ("“%1”", "„%1“", False),
        ("“%1”", "“%1“", True), ("a\nb", "a b", True), ("a", "", True),
    ]
    out = [f"“{source}” and “{text}” are judged wrongly" for source, text, bad in cases
           if bool(faults_of(source, [text], False, None, 1)) != bad]
    if not faults_of("a", ["b"], False, "unfinished", 1) or not faults_of("%n", ["%n"], True, None, 2):
        out.append("an unfinished entry passes")
    return out


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    lupdate = sys.argv[2] if len(sys.argv) > 2 and pathlib.Path(sys.argv[2]).is_file() else None
    files = sorted(root.glob("translations/*.ts"))
    faults = check_itself() + [fault for file in files for fault in check_file(file)]
    if not files:
        faults.append("there is no file in translations/")
    if lupdate:
        faults += [fault for file in files for fault in check_sources(file, root, lupdate)]
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} faults. New strings: build the target translations_update, then translate what is unfinished.")
        return 1
    if not lupdate:
        print("lupdate is missing: whether the sources have strings that were never translated was not looked at.")
        return 77
    return 0


if __name__ == "__main__":
    sys.exit(main())
