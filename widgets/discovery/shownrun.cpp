// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/discovery/shownrun.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "widgets/common/words.h"
#include "widgets/discovery/studytext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace widgets {

using namespace core;
using base::qs;
using base::Result;
using discovery::Finding;
using workbench::Workbench;
using namespace Qt::StringLiterals;

namespace {

struct ShownRunTr {
    Q_DECLARE_TR_FUNCTIONS(shownrun)
};

/// A text of the filter grammar.
QString literal(const QString &text)
{
    QString inner = text;
    inner.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + inner + u'"';
}

QJsonObject narrowed(QJsonObject definition, const QStringList &fields, const QStringList &values)
{
    QStringList clauses;
    if (const QString filter = definition.value("filter"_L1).toString(); !filter.trimmed().isEmpty())
        clauses << u'(' + filter + u')';
    for (qsizetype i = 0; i < fields.size(); ++i)
        clauses << u"%1 == %2"_s.arg(fields[i], literal(values[i]));
    definition.remove(u"each"_s);
    definition[u"filter"_s] = clauses.join(u" and "_s);
    definition[u"name"_s] = values.join(u", "_s);
    return definition;
}

} // namespace

QString ShownRun::snapshot() const
{
    return qs(store::Workspace::snapshotText(report ? report->snapshot : record.snapshot));
}

ChartOrigin ShownRun::origin() const
{
    return {.run = report ? qs(report->run) : QString(),
            .snapshot = snapshot(),
            .simulated = simulated,
            .zone = {}};
}

Result<ShownRun> readRun(const Workbench &bench, const std::string &run)
{
    Result<store::RunRecord> record = bench.ledger().run(run);
    if (!record)
        return record.error();
    Result<discovery::RunReport> report = workbench::showRun(bench, record->run, false);
    if (!report)
        return report.error();
    Result<std::vector<float>> maxima = bench.ledger().maximaOf(record->run);
    if (!maxima)
        return maxima.error();
    const Result<workbench::Funnel> funnel = workbench::funnelOf(bench, *record);
    if (!funnel)
        return funnel.error();
    // the joint null is one picture only when every hypothesis shares it
    const bool isShared =
        std::all_of(report->findings.begin(), report->findings.end(),
                    [](const Finding &finding) { return finding.nullMethod == "circular_shift"; });
    if (isShared)
        report->maxima = *maxima;
    ShownRun shown;
    shown.shiftMaxima = std::move(*maxima);
    shown.report = std::make_shared<const discovery::RunReport>(std::move(*report));
    shown.study = QJsonObject();
    if (const auto json = base::parseJson(record->study); json)
        shown.study = json->toObject();
    shown.studyText = writeStudy(shown.study);
    shown.alpha = shown.study.value("correction"_L1)[u"alpha"_s].toDouble(0.05);
    shown.seed = static_cast<std::uint64_t>(shown.study.value("seed"_L1).toDouble(1));
    shown.nullAsked = shown.study.value("null"_L1)[u"method"_s].toString(u"auto"_s);
    shown.simulated = bench.identity().sample;
    shown.funnel = *funnel;
    record->report.clear();
    shown.record = std::move(*record);
    return shown;
}

QJsonObject definitionOf(const QJsonObject &study, const Finding &finding)
{
    const QString name = qs(finding.event);
    for (const QJsonValue &value : study.value("events"_L1).toArray()) {
        const QJsonObject definition = value.toObject();
        const QString own = definition.value("name"_L1).toString();
        QStringList fields;
        for (const QJsonValue &field : definition.value("each"_L1).toArray())
            fields << field.toString();
        if (fields.isEmpty()) {
            if (name == own || (!own.isEmpty() && name.startsWith(own)))
                return definition;
            continue;
        }
        const QStringList values = name.split(u", "_s);
        if (values.size() == fields.size())
            return narrowed(definition, fields, values);
    }
    return {};
}

QJsonObject narrowStudy(const QJsonObject &study, const Finding &finding)
{
    QJsonObject out = study;
    if (const QJsonObject definition = definitionOf(study, finding); !definition.isEmpty())
        out[u"events"_s] = QJsonArray{definition};
    if (study.value("pool"_L1).toString() != u"assets"_s)
        out[u"assets"_s] = QJsonArray{qs(finding.asset)};
    out[u"windows"_s] = QJsonArray{QJsonArray{finding.window.first, finding.window.last}};
    out[u"name"_s] = ShownRunTr::tr("%1 and %2").arg(oneLine(finding.event, 80), oneLine(finding.asset, 40));
    return out;
}

QJsonObject lagStudy(const QJsonObject &study, const Finding &finding, int from, int to)
{
    QJsonObject out = narrowStudy(study, finding);
    QJsonArray windows;
    for (int lag = from; lag <= to; ++lag)
        windows.append(QJsonArray{lag, lag + finding.window.length() - 1});
    out[u"windows"_s] = windows;
    return out;
}

QString commandOf(const QString &studyText, const QString &folder)
{
    QString quotedFolder = folder;
    quotedFolder.replace(u'\'', u"'\\''"_s);
    return u"cat > study.json <<'END_OF_STUDY'\n%1END_OF_STUDY\nforeshock-cli --workspace '%2' study run study.json\n"_s
        .arg(studyText, quotedFolder);
}

} // namespace widgets
