// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every recorded answer of every source, taken into a workspace: what is stored by type against counts of an
// independent reading (tests/support/payloads), and nothing is added the second time.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/replay.h"
#include "tests/support/check.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <map>

namespace sources = core::sources;
namespace store = core::store;
using core::base::qs;

namespace {

std::map<QString, qint64> storedTypes(const store::Workspace &workspace)
{
    std::map<QString, qint64> types;
    const auto groups = workspace.events().count({}, "event_type");
    if (groups) {
        for (const auto &group : *groups)
            types[qs(group.key)] = qint64(group.count);
    }
    return types;
}

} // namespace

class tst_Replay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesByALoopOfLinks()
    {
        QTemporaryDir place;
        const std::filesystem::path folder = place.filePath(QStringLiteral("recorded")).toStdString();
        std::filesystem::create_directory(folder);
        std::filesystem::create_symlink("loop", folder / "loop");
        core::base::SystemClock clock;
        auto workspace = store::Workspace::create(place.filePath(QStringLiteral("w")).toStdString(), {}, clock);
        VERIFY_OK(workspace);
        const auto done = core::ingest::replay(**workspace, *sources::findProvider("usgs"), folder);
        VERIFY_OK(done);
        QVERIFY(done->empty());
    }
    void takesInEveryRecording_data()
    {
        QTest::addColumn<QString>("source");
        for (const auto &provider : sources::providers())
            QTest::addRow("%s", provider->info().name.c_str()) << qs(provider->info().name);
    }
    void takesInEveryRecording()
    {
        QFETCH(QString, source);
        SHARED_DATA_OR_SKIP(folder, QStringLiteral("payloads/") + source);
        QFile counts(QStringLiteral(FORESHOCK_PAYLOAD_COUNTS "/%1.json").arg(source));
        QVERIFY2(counts.open(QIODevice::ReadOnly), qPrintable(counts.fileName()));
        const QJsonObject files = QJsonDocument::fromJson(counts.readAll()).object();
        std::map<QString, qint64> expected;
        qint64 bars = 0;
        for (const auto file : files) {
            const QJsonObject types = file.toObject().value(QStringLiteral("types")).toObject();
            for (auto it = types.begin(); it != types.end(); ++it)
                expected[it.key()] += it.value().toInteger();
            bars += file.toObject().value(QStringLiteral("bars")).toInteger();
        }

        QTemporaryDir place;
        core::base::SystemClock clock;
        auto workspace = store::Workspace::create(place.filePath(QStringLiteral("w")).toStdString(), {}, clock);
        VERIFY_OK(workspace);
        const auto *provider = sources::findProvider(source.toStdString());
        const auto first = core::ingest::replay(**workspace, *provider, folder.toStdString());
        VERIFY_OK(first);
        QCOMPARE(qsizetype(first->size()), files.size());
        qint64 handled = 0;
        for (const auto &one : *first) {
            QVERIFY2(one.isRecognised ||
                         files.value(qs(one.file)).toObject().value(QStringLiteral("endpoint")).toString().isEmpty(),
                     one.file.c_str());
            handled += qint64(one.report.stored + one.report.duplicate);
        }
        qint64 events = 0;
        for (const auto &[type, count] : expected)
            events += count;
        QVERIFY2(handled >= events + bars, qPrintable(QStringLiteral("%1 of %2").arg(handled).arg(events + bars)));
        // the same fact in two recordings is stored once, so there may be fewer, of each type at least one
        const std::map<QString, qint64> stored = storedTypes(**workspace);
        QCOMPARE(stored.size(), expected.size());
        for (const auto &[type, count] : stored) {
            QVERIFY2(expected.contains(type), qPrintable(type));
            QVERIFY2(count > 0 && count <= expected[type], qPrintable(type));
        }
        const auto second = core::ingest::replay(**workspace, *provider, folder.toStdString());
        VERIFY_OK(second);
        for (const auto &one : *second)
            QVERIFY2(one.report.stored == 0, one.file.c_str());
        QVERIFY(storedTypes(**workspace) == stored);
    }
};

QTEST_GUILESS_MAIN(tst_Replay)
#include "tst_replay.moc"
