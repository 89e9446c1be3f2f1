#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import urllib.parse

import counting

# how each recording is written; what is not named is UTF-8
CODECS = {"chardet_big5": "big5", "encoding_utf_32": "utf-32-be", "encoding_u16": "utf-16-be",
          "encoding_utf-16le-autodetect": "utf-16-le", "encoding_utf-16le-bom": "utf-16"}


def host(text):
    """Of the first address that is absolute: of the article itself, not of what it is related to."""
    for link in re.findall(r"<link\b[^>]*>[^<]*|rdf:about=\"[^\"]*", text):
        rel = re.search(r'rel="([^"]*)"', link)
        address = re.search(r"(https?:?//[^\"'<]*)", link)
        if address and (not rel or rel.group(1) == "alternate"):
            return urllib.parse.urlsplit(address.group(1).replace("https//", "https://").strip()).hostname
    return None


def count(path):
    text = path.read_bytes().decode(CODECS.get(path.stem, "utf-8"), errors="replace")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    one = counting.File("feed")
    if not re.search(r"<(rss|feed|rdf:RDF)\b", text):
        one.fault = "not_data"
        return one
    items = re.findall(r"(<(item|entry)\b.*?(</\2>|\Z))", text, re.S)
    head = re.split(r"<(?:item|entry)\b", text)[0]
    base = re.search(r'xml:base="([^"]*)"', head)
    site = host(head) or (urllib.parse.urlsplit(base.group(1)).hostname if base else None)
    for item, _, closed in items:
        one.records += 1
        if closed:
            one.event("article", host(item) or site or "unknown")
        else:
            one.records -= 1 # counted below, as the end that is missing
    if not re.search(r"</(rss|feed|rdf:RDF)>\s*$", text):
        one.records += 1
        one.refuse("the feed breaks off here")
    return one


counting.write("rss", count)
