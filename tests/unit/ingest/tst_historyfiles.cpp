// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Imports every file of the shared histories and compares the counts with tests/support/historycounts.json,
// which tests/support/historycounts.py has taken by its own reading.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/import/importer.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using core::base::qs;
using core::ingest::Importer;
using core::ingest::ImportRequest;
using core::ingest::ImportWhat;

class tst_HistoryFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreThoseOfAnIndependentReading_data();
    void countsAreThoseOfAnIndependentReading();
};

void tst_HistoryFiles::countsAreThoseOfAnIndependentReading_data()
{
    QTest::addColumn<QJsonObject>("expected");
    QFile file(QStringLiteral(FORESHOCK_SOURCE_DIR "/tests/support/historycounts.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!list.isEmpty());
    for (const QJsonValue &entry : list) {
        const QJsonObject expected = entry.toObject();
        const QString name = expected.value(QStringLiteral("file")).toString() + QLatin1Char(' ') +
                             expected.value(QStringLiteral("import")).toString();
        QTest::newRow(qPrintable(name)) << expected;
    }
}

void tst_HistoryFiles::countsAreThoseOfAnIndependentReading()
{
    QFETCH(QJsonObject, expected);
    SHARED_DATA_OR_SKIP(path, QStringLiteral("history/") + expected.value(QStringLiteral("file")).toString());
    QTemporaryDir folder;
    const core::base::ManualClock clock{core::base::Instant(1'700'000'000'000'000)};
    auto workspace =
        core::store::Workspace::create((folder.path() + QStringLiteral("/w")).toStdString(), {}, clock);
    VERIFY_OK(workspace);
    auto importer = Importer::open(**workspace, {});
    VERIFY_OK(importer);
    const QString what = expected.value(QStringLiteral("import")).toString();
    ImportRequest request;
    request.what = what == QLatin1String("events")  ? ImportWhat::Events
                   : what == QLatin1String("ticks") ? ImportWhat::Ticks
                                                    : ImportWhat::Bars;
    auto report = (*importer)->import(path.toStdString(), request);
    VERIFY_OK(report);
    QJsonObject refused;
    for (const auto &refusal : report->refusals)
        refused.insert(refusal.reason, qint64(refusal.count));
    const QJsonObject found{{QStringLiteral("file"), expected.value(QStringLiteral("file"))},
                            {QStringLiteral("import"), what},
                            {QStringLiteral("preset"), qs(report->preset)},
                            {QStringLiteral("rows"), qint64(report->rows)},
                            {QStringLiteral("stored"), qint64(report->stored)},
                            {QStringLiteral("duplicate"), qint64(report->duplicate)},
                            {QStringLiteral("refused"), refused}};
    if (found != expected) {
        qInfo().noquote() << "found   " << QJsonDocument(found).toJson(QJsonDocument::Compact);
        qInfo().noquote() << "expected" << QJsonDocument(expected).toJson(QJsonDocument::Compact);
        for (const auto &refusal : report->refusals) {
            for (const auto &line : refusal.first)
                qInfo().noquote() << refusal.reason << line.line << qs(line.text);
        }
    }
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(tst_HistoryFiles)
#include "tst_historyfiles.moc"
