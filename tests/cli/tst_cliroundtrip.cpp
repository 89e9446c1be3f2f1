// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using tests::Ran;
using tests::run;
using tests::words;

/// What one workspace exports, another takes over unchanged. The events of roundtrip.json lose something on
/// any careless way: known late, on every basis, with blanks, formulas, apostrophes, line breaks, nothing at
/// all.
class TestCliRoundtrip final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void comesBackTheSame_data();
    void comesBackTheSame();
    void refusesAnExportWithoutItsKnownTimes();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Ran in(const QString &workspace, const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("--json"), QStringLiteral("-w"), path(workspace)} + arguments);
    }
    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test could not write its file");
        return file.fileName();
    }
    /// The events of a workspace without what its own imports and commits gave them.
    [[nodiscard]] QJsonArray events(const QString &workspace) const;
    /// An export's bytes without the same.
    [[nodiscard]] QString exported(const QString &workspace, const QString &format) const;

    QTemporaryDir m_folder;
};

QJsonArray TestCliRoundtrip::events(const QString &workspace) const
{
    QJsonArray list;
    const QJsonDocument answer = QJsonDocument::fromJson(in(workspace, words("events query")).out);
    for (const QJsonValue &value : answer[QStringLiteral("events")].toArray()) {
        QJsonObject event = value.toObject();
        for (const char *key : {"revision", "seq", "raw_sha256", "parser", "parser_version", "ingested_at"})
            event.remove(QLatin1String(key));
        list.append(event);
    }
    return list;
}

QString TestCliRoundtrip::exported(const QString &workspace, const QString &format) const
{
    const QString file = path(workspace + QLatin1Char('.') + format);
    const Ran ran =
        in(workspace, words("events query -o") + QStringList{file, QStringLiteral("--format"), format});
    if (ran.code != 0)
        return QString::fromUtf8(ran.said());
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(opened.readAll());
    if (format == QLatin1String("csv")) {
        text.replace(QRegularExpression(QStringLiteral("(^|\n)([0-9a-f-]{36}),\\d+,\\d+,")),
                     QStringLiteral("\\1\\2,"));
        text.remove(QRegularExpression(QStringLiteral(",[0-9a-f]{64},[a-z-]*,\\d+,[0-9TZ:.-]+(?=\r\n)")));
    } else {
        text.remove(QRegularExpression(QStringLiteral(
            "\"(revision|seq|raw_sha256|parser|parser_version|ingested_at)\":(\"[^\"]*\"|\\d+),")));
    }
    return text;
}

void TestCliRoundtrip::initTestCase()
{
    QVERIFY(m_folder.isValid());
    EXITS_WITH(run(words("workspace init") + QStringList{path(QStringLiteral("first"))}), 0);
    const Ran ran = in(QStringLiteral("first"),
                       words("import events") +
                           QStringList{QStringLiteral(FORESHOCK_SOURCE_DIR "/tests/cli/roundtrip.json")});
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("files"))[0][QStringLiteral("preset")].toString(),
             QStringLiteral("foreshock-events"));
    const QJsonArray stored = events(QStringLiteral("first"));
    QCOMPARE(stored.size(), 4);
    const QJsonObject late = stored[1].toObject();
    QCOMPARE(late.value(QStringLiteral("id")).toString(),
             QStringLiteral("b5f3a6a2-2b07-5d8a-9a4e-0c8f3a1d2e41"));
    QCOMPARE(late.value(QStringLiteral("known_at")).toString(),
             QStringLiteral("2021-06-01T00:00:00.250000Z"));
    QCOMPARE(late.value(QStringLiteral("known_basis")).toString(), QStringLiteral("observed"));
    QCOMPARE(late.value(QStringLiteral("precision")).toString(), QStringLiteral("day"));
    QCOMPARE(late.value(QStringLiteral("text")).toString(),
             QStringLiteral(" @now: \"shaken\",\r\nand more \t"));
    QCOMPARE(late.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("a.b")).toObject().size(),
             1);
    QCOMPARE(stored[2].toObject().value(QStringLiteral("text")).toString(), QStringLiteral("'=1+1"));
    QCOMPARE(stored[0].toObject().value(QStringLiteral("text")).toString(), QStringLiteral("'-7"));
}

void TestCliRoundtrip::comesBackTheSame_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"csv", "json", "parquet"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestCliRoundtrip::comesBackTheSame()
{
    QFETCH(QString, format);
    const QString first = QStringLiteral("first");
    const QString text = exported(first, format);
    const QStringList import = words("import events") + QStringList{path(QStringLiteral("first.") + format)};
    EXITS_WITH(run(words("workspace init") + QStringList{path(format)}), 0);
    const Ran ran = in(format, import);
    EXITS_WITH(ran, 0);
    const QJsonValue report = ran.json().value(QStringLiteral("files"))[0];
    QCOMPARE(report[QStringLiteral("stored")].toInt(-1), 4);
    QCOMPARE(report[QStringLiteral("refused")].toInt(-1), 0);
    QCOMPARE(events(format), events(first));
    if (format != QLatin1String("parquet"))
        QCOMPARE(exported(format, format), text);
    for (const QString &workspace : {first, format}) { // once more, in either: nothing new
        const Ran again = in(workspace, import);
        EXITS_WITH(again, 0);
        const QJsonValue same = again.json().value(QStringLiteral("files"))[0];
        QCOMPARE(same[QStringLiteral("stored")].toInt(-1), 0);
        QCOMPARE(same[QStringLiteral("duplicate")].toInt(-1), 4);
    }
}

void TestCliRoundtrip::refusesAnExportWithoutItsKnownTimes()
{
    const QString file =
        put(QStringLiteral("cut.csv"),
            "id,timestamp,precision,source,event_type,entity,value,unit,text,metadata\n"
            "b5f3a6a2-2b07-5d8a-9a4e-0c8f3a1d2e49,2020-01-02T05:00:00Z,day,late,quake,JP,1,,,\n");
    const Ran named = run(QStringList{QStringLiteral("-w"), path(QStringLiteral("first"))} +
                          words("import events --preset foreshock-events") + QStringList{file});
    QVERIFY2(named.code != 0 && named.err.contains("the column “known_at” is missing"), named.said());
    EXITS_WITH(run(words("workspace init") + QStringList{path(QStringLiteral("cut"))}), 0);
    EXITS_WITH(in(QStringLiteral("cut"), words("import events") + QStringList{file}), 0);
    const QJsonObject event = events(QStringLiteral("cut"))[0].toObject();
    QCOMPARE(event.value(QStringLiteral("known_basis")).toString(), QStringLiteral("estimated"));
    QCOMPARE(event.value(QStringLiteral("source")).toString(), QStringLiteral("user"));
}

QTEST_GUILESS_MAIN(TestCliRoundtrip)
#include "tst_cliroundtrip.moc"
