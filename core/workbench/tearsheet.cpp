// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/tearsheet.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/discovery/runner.h"
#include "core/store/files.h"
#include "core/workbench/evidence.h"
#include "core/workbench/studies.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Sha256;
using base::Tr;
using discovery::Finding;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLeastDigits = 4;
constexpr qsizetype kLongestFileName = 80; ///< characters of a study's name in a file name

/// What was asked, as the ledger has it.
Result<void> addQuestion(TearSheet &sheet, const store::RunRecord &record, const Workbench &bench)
{
    const Result<domain::Study> study = domain::parseStudy(record.study, record.startedAt);
    if (!study)
        return study.error();
    sheet.question = *study;
    sheet.study = qs(study->name);
    sheet.studyJson = domain::toJson(*study);
    const auto family = bench.ledger().family(record.family);
    if (!family)
        return family.error();
    if (*family) {
        sheet.sampleFrom = (*family)->sampleFrom;
        sheet.sampleTo = (*family)->sampleTo;
        if (const auto spec = base::parseJson((*family)->spec))
            sheet.benchmark =
                base::utf8(spec->toObject().value("model"_L1)["returns"_L1]["benchmark"_L1].toString());
    }
    const auto axes = bench.ledger().axes(record.family);
    if (!axes)
        return axes.error();
    for (const store::AxisItem &item : axes->events)
        sheet.events.push_back(qs(item.label));
    for (const store::AxisItem &item : axes->assets)
        sheet.assets.push_back(qs(item.label));
    sheet.windows = axes->windows.size();
    return {};
}

/// The findings that get pages.
std::vector<Sha256> chosen(const discovery::RunReport &report)
{
    std::vector<Sha256> out;
    for (const std::string_view tier : {"significant", "candidate"}) {
        for (const Finding &finding : report.findings) {
            if (finding.tier == tier && out.size() < kSheetFindings)
                out.push_back(finding.hypothesis);
        }
    }
    return out;
}

/// Adds what has become of it, where it is a relationship.
Result<void> addLife(SheetFinding &finding, const Workbench &bench, const Sha256 &hypothesis)
{
    Result<RelationshipView> view = relationshipOf(bench, base::toHex(hypothesis));
    if (!view && view.error().code == ErrorCode::NotFound)
        return {};
    if (!view)
        return view.error();
    finding.status = standingOf(*view);
    finding.trailing = discovery::trailingEffects(view->steps);
    finding.life = std::move(*view);
    return {};
}

/// What became in the past of what this study found.
Result<void> addWalk(TearSheet &sheet, const store::RunRecord &record, const Workbench &bench)
{
    Result<std::vector<StoredWalk>> walks = storedWalks(bench);
    if (!walks)
        return walks.error();
    const auto newest = std::ranges::find(*walks, record.study, &StoredWalk::question);
    if (newest != walks->end())
        sheet.walk = std::move(*newest);
    return {};
}

bool isReserved(const QString &name)
{
    static constexpr std::array kNames{"con", "prn", "aux", "nul", "com", "lpt"};
    const QString stem = name.section(u'.', 0, 0).toLower();
    return std::ranges::any_of(kNames, [&stem](const char *reserved) {
        const QLatin1String word(reserved);
        return stem == word || (stem.size() == 4 && stem.startsWith(word) && stem[3].isDigit());
    });
}

} // namespace

Result<TearSheet> tearSheetOf(const Workbench &bench, const std::string &run,
                              const std::optional<Sha256> &hypothesis, const Job &job)
{
    const Result<store::RunRecord> record = bench.ledger().run(run);
    if (!record)
        return record.error();
    if (record->status != "done") {
        return Error{ErrorCode::BadInput,
                     Tr::tr("The run %1 %2 and has nothing to report; run its study again.")
                         .arg(qs(record->run), discovery::endWords(record->status))};
    }
    Result<discovery::RunReport> report = showRun(bench, record->run, false);
    if (!report)
        return report.error();
    TearSheet sheet;
    sheet.workspace = qs(bench.identity().name);
    sheet.isSimulated = bench.identity().sample;
    sheet.snapshot = qs(store::Workspace::snapshotText(record->snapshot));
    sheet.startedAt = record->startedAt;
    sheet.finishedAt = record->finishedAt;
    sheet.asOf = record->asOf;
    sheet.sealedFrom = record->sealedFrom;
    sheet.report = std::move(*report);
    if (const Result<void> asked = addQuestion(sheet, *record, bench); !asked)
        return asked.error();
    Result<std::vector<float>> maxima = bench.ledger().maximaOf(record->run);
    if (!maxima)
        return maxima.error();
    sheet.shiftMaxima = std::move(*maxima);
    const Result<store::LedgerSummary> ledger = bench.ledger().summary();
    if (!ledger)
        return ledger.error();
    sheet.ledger = *ledger;
    const Result<Funnel> funnel = funnelOf(bench, *record);
    if (!funnel)
        return funnel.error();
    sheet.funnel = *funnel;
    if (const Result<void> walked = addWalk(sheet, *record, bench); !walked)
        return walked.error();
    sheet.isOneFinding = hypothesis.has_value();
    const std::vector<Sha256> wanted = hypothesis ? std::vector{*hypothesis} : chosen(sheet.report);
    for (const Sha256 &id : wanted) {
        if (job.cancel.isCancelled())
            return Error{ErrorCode::Cancelled, Tr::tr("The report was cancelled.")};
        if (job.progress)
            job.progress({sheet.findings.size(), wanted.size(), Tr::tr("Gathering evidence")});
        Result<discovery::Evidence> evidence = evidenceOf(bench, record->run, id, 0, {job.cancel, {}});
        if (!evidence)
            return evidence.error();
        SheetFinding &finding = sheet.findings.emplace_back();
        finding.evidence = std::move(*evidence);
        if (const Result<void> lived = addLife(finding, bench, id); !lived)
            return lived.error();
    }
    return sheet;
}

Result<Sha256> hypothesisOf(const Workbench &bench, const std::string &run, std::string_view beginning)
{
    const bool isHex = beginning.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!isHex || beginning.size() < kLeastDigits || beginning.size() > 64) {
        return Error{
            ErrorCode::BadInput,
            Tr::tr("“%1” is no hypothesis; give at least %2 of the hexadecimal digits it begins with.")
                .arg(qs(beginning).left(80), QString::number(kLeastDigits))};
    }
    const Result<discovery::RunReport> report = showRun(bench, run, true);
    if (!report)
        return report.error();
    std::vector<Sha256> found;
    for (const Finding &finding : report->findings) {
        if (base::toHex(finding.hypothesis).starts_with(beginning))
            found.push_back(finding.hypothesis);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() == 1)
        return found.front();
    if (found.empty()) {
        return Error{ErrorCode::NotFound,
                     Tr::tr("The run %1 keeps no hypothesis that begins with %2; “study show %1 "
                            "--all --json” lists those it keeps.")
                         .arg(qs(report->run), qs(beginning))};
    }
    return Error{ErrorCode::BadInput, Tr::tr("%1 hypotheses of the run begin with %2; give more digits.")
                                          .arg(found.size())
                                          .arg(qs(beginning))};
}

QString sheetFileName(const QString &study, const QString &run)
{
    QString name;
    for (const QChar c : study) {
        const bool isPlain = c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.';
        if (isPlain && c.unicode() < 128)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u' '))
            name += u' ';
        if (name.size() >= kLongestFileName)
            break;
    }
    while (!name.isEmpty() && (name.startsWith(u'-') || name.startsWith(u'.') || name.startsWith(u' ')))
        name.remove(0, 1);
    while (name.contains(".."_L1))
        name.replace(".."_L1, "."_L1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    if (name.isEmpty() || isReserved(name))
        name = u"Report"_s;
    QString ending;
    for (const QChar c : run) {
        if (c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'))
            ending += c;
    }
    return ending.isEmpty() ? name + u".pdf"_s : u"%1 %2.pdf"_s.arg(name, ending.left(40));
}

Result<std::filesystem::path> reportsFolder(const Workbench &bench)
{
    const std::filesystem::path folder = bench.folder() / "reports";
    const Result<void> made = store::makeFolder(folder);
    if (!made)
        return made.error();
    return folder;
}

Result<void> saveReport(const std::filesystem::path &name, std::string_view bytes)
{
    std::error_code failure;
    const std::filesystem::path file = std::filesystem::absolute(name, failure);
    const auto status = std::filesystem::status(file, failure);
    // a device or a folder must not be replaced by a file
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        return Error{ErrorCode::BadInput,
                     Tr::tr("%1 is not a file; name one that ends in .pdf.").arg(qs(file.string()))};
    }
    if (!std::filesystem::is_directory(file.parent_path(), failure)) {
        return Error{ErrorCode::NotFound,
                     Tr::tr("There is no folder %1 to write the report into; make it first.")
                         .arg(qs(file.parent_path().string()))};
    }
    return store::writeSmallFile(file, bytes);
}

} // namespace core::workbench
