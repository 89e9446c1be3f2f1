// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The morning brief: what changed since the last one. A plain value that terminal, window and paper tell.
#pragma once

#include "core/discovery/firings.h"
#include "core/store/ledger.h"
#include "core/store/schedules.h"
#include "core/workbench/collecting.h"
#include "core/workbench/numbertext.h"
#include "core/workbench/relationships.h"

#include <QJsonObject>
#include <QString>

#include <string>
#include <vector>

namespace core::workbench {

/// A relationship that is news.
struct BriefChange {
    RelationshipView view;
    base::Instant at;
    QString reason; ///< empty for one that was found
};

/// An event of a relationship's series.
struct BriefFiring {
    RelationshipView view;
    discovery::Firing firing;
};

/// It needs the workspace no longer. Texts from feeds and studies stand in it as they are.
struct Brief {
    QString workspace;
    bool isSimulated = false;
    QString snapshot;
    base::Instant since;
    base::Instant madeAt;
    std::vector<BriefChange> found; ///< oldest first, as all here
    std::vector<BriefChange> validated;
    std::vector<BriefChange> decayed;
    std::vector<BriefChange> retired;
    std::vector<BriefFiring> fired;
    std::vector<SourceStatus> sources; ///< late, failing, or with jobs given up
    std::vector<store::ScheduleTurn> turns;
    store::LedgerSummary asked; ///< since then
    store::LedgerSummary askedInAll;

    [[nodiscard]] bool isQuiet() const;
};

/// Gathers it since an instant; missing: since the last brief, or 24 hours ago when there was none. Reads
/// only. Blocks; any thread. Errors: Storage, Corrupt, Cancelled.
base::Result<Brief> briefOf(const Workbench &bench, base::Instant since, const ingest::SecretOf &secretOf,
                            const Job &job);
/// The next brief begins where this one ended.
base::Result<void> keepBrief(const Workbench &bench, const Brief &brief);

/// "2 found, 1 validated, 1 decayed; 3 events; 1 source in trouble; 4 studies ran, 1 failed." in one
/// sentence.
QString headlineOf(const Brief &brief, NumberStyle style = NumberStyle::Typeset);
/// What a firing leads one to expect, with everything it must never be told without.
QString sentenceOf(const BriefFiring &fired, NumberStyle style = NumberStyle::Typeset);
/// What changed, with effect, n, interval, adjusted p and family.
QString sentenceOf(const BriefChange &change, NumberStyle style = NumberStyle::Typeset);
/// Why a source is told of, and what helps.
QString sentenceOf(const SourceStatus &source);

QJsonObject toJson(const Brief &brief);

} // namespace core::workbench
