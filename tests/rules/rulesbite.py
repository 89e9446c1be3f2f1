#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foreshock developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each rule of rules.py catches what it forbids and lets the allowed neighbour pass."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from rules import check_file, check_names  # noqa: E402

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"
CASES = [  # file, text, is it a fault?
    ("core/stats/a.h", '#include "core/base/result.h"', False),
    ("core/stats/a.h", '#include "core/domain/event.h"', True),
    ("core/base/a.h", '#include "core/stats/a.h"', True),
    ("core/discovery/a.h", '#include "core/store/ledger.h"', False),
    ("core/discovery/a.h", '#include "core/sources/preset.h"', True),
    ("core/sources/a.h", '#include "core/store/vault.h"', True),
    ("core/store/a.h", '#include "core/net/httpclient.h"', True),
    ("core/store/a.h", "#include <QWidget>", True),
    ("core/store/a.h", "#include <QString>", False),
    ("core/workbench/a.h", '#include "core/discovery/runner.h"', False),
    ("core/workbench/a.h", '#include "widgets/common/theme.h"', True),
    ("app/cli/a.h", '#include "core/workbench/workbench.h"', False),
    ("app/cli/a.h", '#include "core/store/workspace.h"', True),
    ("core/discovery/a.h", 'run("SELECT 1 FROM events");', True),
    ("core/store/a.h", 'run("SELECT 1 FROM events");', False),
    ("core/discovery/a.h", "// SELECT is SQL; this is a comment", False),
    ("core/discovery/a.h", "auto t = std::chrono::system_clock::now();", True),
    ("core/discovery/a.h", "auto t = clock.now();", False),
    ("core/discovery/a.h", "auto t = time(nullptr);", True),
    ("core/discovery/a.h", "std::random_device seed;", True),
    ("core/discovery/a.h", "#include <curl/curl.h>", True),
    ("core/net/a.h", "#include <curl/curl.h>", False),
    ("core/stats/a.h", "int x; // TO" + "DO", True),
    ("core/stats/a.cpp", '#include "core/base/result.h"\n#include "core/stats/a.h"', True),
    ("core/stats/a.cpp", '#include "core/stats/a.h"\n#include "core/base/result.h"', False),
    ("widgets/events/a.h", 'label->setStyleSheet(u"x"_s);', True),
    ("widgets/style/a.h", 'application.setStyleSheet(sheet);', True),
    ("widgets/style/a.h", 'read(u":/themes/base.qss"_s);', True),
    ("widgets/style/a.h", 'QColor("#112233")', True),
    ("widgets/style/a.h", "painter.setPen(canvas.color(Role::Line));", False),
]
wrong = [(file, text) for file, text, bad in CASES if bool(check_file(pathlib.PurePosixPath(file), SPDX + text)) != bad]
if not check_file(pathlib.PurePosixPath("core/base/a.h"), "int x;"):
    wrong.append(("core/base/a.h", "without SPDX and #pragma once"))
ONE = "namespace a {\nclass One final : public Two\n{\n};\n}"
for other, bad in ((ONE, True), (ONE.replace("a {", "b {"), False), ("namespace a {\nclass One;\n}", False)):
    if bool(check_names({"a.h": ONE, "b.h": other})) != bad:
        wrong.append(("two headers", other))
for file, text in wrong:
    print(f"the rules judge {file} wrongly: {text}")
sys.exit(1 if wrong else 0)
