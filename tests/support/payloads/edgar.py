#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import html
import html.parser
import json
import re
import xml.etree.ElementTree as ElementTree

import counting

ATOM = "{http://www.w3.org/2005/Atom}"
CODES = {"P": "insider_buy", "S": "insider_sell", "A": "insider_award", "G": "insider_gift", "F": "insider_tax",
         "M": "insider_exercise", "X": "insider_exercise", "O": "insider_exercise", "C": "insider_exercise"}
# what the headers of the recorded 8-Ks say, by hand from Form 8-K
TITLES = {"Results of Operations and Financial Condition": "2.02",
          "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review": "4.02",
          "Regulation FD Disclosure": "7.01",
          "Financial Statements and Exhibits": "9.01",
          "Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers": "5.02",
          "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: "
          "Compensatory Arrangements of Certain Officers": "5.02"}


def form_type(form):
    form = form[:-2] if form.endswith("/A") else form
    return "filing_" + re.sub(r"[^a-z0-9]+", "_", form.replace("-", "").lower()).strip("_")


def add_filing(one, form, entity, items=()):
    one.event(form_type(form), entity)
    for item in dict.fromkeys(items):
        one.event("8k_item_" + item.replace(".", "_"), entity)


def value(element, path):
    found = element.find(path)
    return (found.text or "").strip() if found is not None else ""


def ownership(one, text):
    """Counts the transactions of a form; gives the ticker."""
    form = ElementTree.fromstring(text.strip())
    ticker = value(form, "issuer/issuerTradingSymbol").upper()
    for transaction in form.iter():
        if transaction.tag not in ("nonDerivativeTransaction", "derivativeTransaction"):
            continue
        one.records += 1
        code = value(transaction, "transactionCoding/transactionCode")
        price = value(transaction, "transactionAmounts/transactionPricePerShare/value")
        free = price and float(price) == 0
        one.event("insider_other" if code in "PS" and free else CODES.get(code, "insider_other"), ticker)
    return ticker


def getcurrent(text):
    one = counting.File("getcurrent")
    filings = {}
    for entry in ElementTree.fromstring(text.encode("latin-1")).iter(ATOM + "entry"):
        one.records += 1
        name, cik, role = re.fullmatch(r"(.*) \((\d{10})\) \((.*)\)", entry.findtext(ATOM + "title")).groups()
        filing = filings.setdefault(entry.findtext(ATOM + "id").split("=")[1], {"ciks": []})
        filing["form"] = entry.find(ATOM + "category").get("term")
        filing["items"] = re.findall(r"Item (\d+\.\d+):", entry.findtext(ATOM + "summary"))
        rank = {"Issuer": 0, "Subject": 0, "Filer": 1, "Reporting": 2, "Filed by": 2}[role]
        filing["ciks"].append((rank, len(filing["ciks"]), cik))
    for filing in filings.values():
        items = filing["items"] if filing["form"].startswith("8-K") else []
        add_filing(one, filing["form"], "CIK:" + min(filing["ciks"])[2], items)
    return one


def submissions(path, data):
    table = data["filings"]["recent"] if "filings" in data else data
    one = counting.File("submissions" if "filings" in data else "submissions_page")
    tickers = data.get("tickers") or []
    cik = str(data["cik"]) if "cik" in data else re.search(r"CIK(\d+)", path.name).group(1)
    entity = tickers[0] if tickers else "CIK:" + cik.rjust(10, "0")
    for form, items in zip(table["form"], table["items"]):
        one.records += 1
        add_filing(one, form, entity, [i for i in items.split(",") if i] if form.startswith("8-K") else [])
    return one


def facts(data):
    one = counting.File("facts")
    entity = f"CIK:{data['cik']:010d}"
    for concepts in data["facts"].values():
        for concept in concepts.values():
            for rows in concept["units"].values():
                told = {}
                for row in sorted(rows, key=lambda r: r["filed"]):
                    one.records += 1
                    period = (row.get("start"), row["end"])
                    if told.get(period) != row["val"]:
                        one.event("xbrl_fact", entity)
                    told[period] = row["val"]
    return one


def index(text):
    one = counting.File("index")
    filings = collections.OrderedDict()
    for line in text.splitlines():
        if line.count("|") == 4 and "edgar/" in line:
            cik, _, form, _, name = line.split("|")
        else:
            found = re.fullmatch(r"(.*?)\s+(\d+)\s+[\d-]{8,10}\s+(edgar/\S+)\s*", line)
            if not found:
                continue
            left, cik, name = found.groups()
            # both recorded tables keep their columns
            form = left[:12].strip() if text.find("Form Type   Company") >= 0 else left[62:].strip()
        one.records += 1
        filings.setdefault(name.rsplit("/", 1)[1], (form, "CIK:" + cik.rjust(10, "0")))
    for form, entity in filings.values():
        add_filing(one, form, entity)
    return one


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)

    def handle_starttag(self, tag, attrs):
        if tag in ("p", "div", "tr", "td", "br"):
            self.parts.append("\n")

    handle_endtag = lambda self, tag: self.handle_starttag(tag, None)


def submission(text):
    one = counting.File("submission")
    text = re.sub(r"-----BEGIN.*?(?=<SEC-DOCUMENT>)", "", text, flags=re.S)
    header = re.split("</SEC-HEADER>|<DOCUMENT>", text)[0]

    def field(*names):
        for name in names:
            found = re.search(rf"^\s*<?{name}(?:>|:)[ \t]*(.*)$", header, re.M)
            if found:
                return found.group(1).strip()
        return ""

    form = field("CONFORMED SUBMISSION TYPE", "TYPE")
    # the issuer or subject where there is one, else the first
    blocks = re.split(r"^\s*<?(ISSUER|SUBJECT COMPANY|FILER|REPORTING-OWNER|FILED BY)[>:]\s*$", header, flags=re.M)[1:]
    ciks = [(0 if name in ("ISSUER", "SUBJECT COMPANY") else 1, at, re.search(r"(?:CENTRAL INDEX KEY:|<CIK>)\s*(\d+)", block))
            for at, (name, block) in enumerate(zip(blocks[::2], blocks[1::2]))]
    entity = "CIK:" + min((c for c in ciks if c[2]), key=lambda c: c[:2])[2].group(1).rjust(10, "0")
    main = text.split("<DOCUMENT>")[1] if "<DOCUMENT>" in text else ""
    symbol = re.search(r'name="dei:TradingSymbol"[^>]*>(?:<[^>]*>)*([A-Z]+)', main)
    items = []
    if form.startswith("8-K"):
        items = [TITLES[t.strip()] for t in re.findall(r"ITEM INFORMATION:(.*)$", header, re.M) if t.strip()]
        if not items:
            items = re.findall(r"^Item (\d+)\. ", main, re.M)
    forms = re.findall(r"<XML>(.*?)</XML>", text, re.S)
    forms = [f for f in forms if "<ownershipDocument" in f]
    ticker = symbol.group(1) if symbol else ""
    transactions = counting.File("")
    for document in forms:
        ticker = ownership(transactions, document)
    one.records += 1
    add_filing(one, form, ticker or entity, items)
    one.records += transactions.records
    for kind, number in transactions.types.items():
        one.types[kind] = one.types.get(kind, 0) + number
        one.entities[ticker] = one.entities.get(ticker, 0) + number
    return one


def count(path):
    text = path.read_text(encoding="latin-1")
    if "error" in path.name:
        one = counting.File("error")
        one.fault = {"403": "not_found", "404": "not_found", "503": "unavailable", "exceeded": "too_many",
                     "tool": "no_access"}[re.search("403|404|503|exceeded|tool", path.name).group()]
        return one
    if path.suffix == ".json":
        data = json.loads(path.read_bytes())
        if path.name.startswith("submissions"):
            return submissions(path, data)
        if path.name == "company_tickers.json":
            one = counting.File("tickers")
            one.records = len(data)
            return one
        return facts(data) if "facts" in data else counting.File("directory")
    if path.suffix == ".idx":
        return index(text)
    if path.name.startswith("getcurrent"):
        return getcurrent(text)
    if path.name.startswith("getcompany"):
        one = counting.File("getcompany")
        for form in re.findall(r"<type>(.*?)</type>", text):
            one.records += 1
            add_filing(one, form, "CIK:0000320193")
        return one
    if path.name.startswith(("form3", "form4", "form5")) and path.suffix == ".xml":
        one = counting.File("ownership")
        ownership(one, text)
        return one
    if path.name == "8-K_nvidia_2026-03_index.html":
        one = counting.File("filing_page")
        one.records = 1
        page = Text()
        page.feed(text)
        seen = "".join(page.parts)
        add_filing(one, re.search(r"Form (\S+) - ", seen).group(1), "CIK:" + re.search(r"CIK: (\d{10})", re.sub(r"\s+", " ", seen)).group(1),
                   re.findall(r"^Item (\d\.\d\d):", seen, re.M))
        return one
    if "primary" in path.name:
        one = counting.File("primary")
        if path.name.startswith("8-K"):
            one.records = 1 # nothing in the document tells which filing it belongs to
            one.refuse("nothing tells which filing the document belongs to")
        return one
    return submission(text)


counting.write("edgar", count)
