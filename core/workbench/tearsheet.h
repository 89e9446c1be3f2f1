// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a tear sheet says, gathered before a page is drawn: the run, its question, its findings with
// their evidence, and what the ledger counts.
#pragma once

#include "core/discovery/evidence.h"
#include "core/domain/study.h"
#include "core/store/ledger.h"
#include "core/workbench/ledgerview.h"
#include "core/workbench/relationships.h"
#include "core/workbench/walks.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::workbench {

struct SheetFinding {
    discovery::Evidence evidence;
    std::string status; ///< what its sentence says of later data; empty: it is no relationship
    std::optional<RelationshipView> life;
    std::vector<discovery::TrailingEffect> trailing; ///< of its forward evidence
};

/// A value: it needs the workspace no longer. Texts from feeds and studies stand in it as they are.
struct TearSheet {
    QString workspace;
    bool isSimulated = false;
    QString study;         ///< its name; empty when it has none
    QJsonObject studyJson; ///< every default written out
    domain::Study question;
    std::string benchmark; ///< that the return model used; empty: none
    discovery::RunReport report;
    std::vector<float> shiftMaxima; ///< the joint null of the hypotheses tested by shifts; may be empty
    QString snapshot;
    base::Instant startedAt, finishedAt;
    base::Instant asOf;       ///< missing: everything known then
    base::Instant sealedFrom; ///< missing: no seal
    base::Instant sampleFrom, sampleTo;
    std::vector<QString> events, assets; ///< of the family
    std::size_t windows = 0;
    Funnel funnel;               ///< of the run
    store::LedgerSummary ledger; ///< of the whole workspace, when the sheet was gathered
    /// The strongest with a tier, significant ones first; one alone when it was asked for; none when nothing
    /// was found.
    std::vector<SheetFinding> findings;
    bool isOneFinding = false;
    std::optional<StoredWalk> walk; ///< the newest of this very study; nothing: it was never walked
};

/// How many findings get pages of their own.
inline constexpr std::size_t kSheetFindings = 12;

/// Gathers the sheet of a run (its name or a unique beginning of it), or of one of its hypotheses. Blocks;
/// any thread; writes nothing. Errors: NotFound (run, hypothesis), BadInput (the run has no result), Corrupt
/// (the data no longer give what was stored), Cancelled.
base::Result<TearSheet> tearSheetOf(const Workbench &bench, const std::string &run,
                                    const std::optional<base::Sha256> &hypothesis, const Job &job);

/// The hypothesis of a run that a hexadecimal text of at least four digits is the unique beginning of.
/// BadInput when it is none or of several, NotFound when it is of none.
base::Result<base::Sha256> hypothesisOf(const Workbench &bench, const std::string &run,
                                        std::string_view beginning);

/// A name for the file of a sheet that every system takes, made of the study's name and the run's; ".pdf" is
/// part of it.
QString sheetFileName(const QString &study, const QString &run);

/// The workspace's folder for reports, which is made when it is not there.
base::Result<std::filesystem::path> reportsFolder(const Workbench &bench);

/// Writes a finished report beside its place and moves it there: it is whole or not there at all. Replaces a
/// file; BadInput when the name is that of something else, NotFound when its folder is not there, Storage
/// when it cannot be written.
base::Result<void> saveReport(const std::filesystem::path &name, std::string_view bytes);

} // namespace core::workbench
