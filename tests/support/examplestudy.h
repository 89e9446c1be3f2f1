// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A study file that uses every key.
#pragma once

/// The example of the architecture, word for word.
inline constexpr const char *kExample = R"({ "name": "FOMC and OPEC against the market",
  "events":  [ {"name": "fomc", "filter": "event_type == fomc_decision and meta.scheduled == true"},
               {"name": "opec", "filter": "event_type == opec_announcement", "weight": "value"},
               {"each": ["source", "event_type"], "filter": "source == usgs", "min_events": 15,
                "cluster": {"count": 3, "within": "5d"}, "first_in": "10d"} ],
  "assets":  ["SPY", "TLT", "XLE"],
  "pair":    "all",
  "pool":    "none",
  "quantile": {"of": "value", "bins": 5, "breaks": "past", "report": ["each", "top_minus_bottom"]},
  "response": "return",
  "returns": {"kind": "log", "model": "market_model", "benchmark": "SPY", "window": 250},
  "statistic": "mean",
  "windows": [[0,0], [1,1], [1,5], [1,21], [-5,-1]],
  "null":    {"method": "auto", "restrict": "none"},
  "correction": {"significant": "maxT", "candidate": "fdr", "alpha": 0.05},
  "sample":  {"from": "1994-01-01", "to": "2011-12-31"},
  "schedule": "daily 02:00 America/New_York",
  "seed": 7 })";
