// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/cli/program.h"
#include "tests/support/check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

namespace {

constexpr const char *kBarHeader = "Ticker,Date,Open,High,Low,Close,Volume\n";
constexpr const char *kQuakeHeader =
    "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,status\n";

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64,
                      '\0');
    QByteArray source = plain;
    stream.next_in = reinterpret_cast<Bytef *>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

/// Files in, good and bad; a file that fails leaves nothing behind.
class TestCliImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void takesBarsOver();
    void countsWhatItRefuses();
    void takesEventsOverOnce();
    void takesAUsersOwnPreset();
    void goesOnAfterABadFile();
    void computesTheCalendarOnce();
    void refusesABadFile_data();
    void refusesABadFile();
    void refusesABomb();
    void waitsForNoOne();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_workspace} + arguments);
    }
    [[nodiscard]] Ran here(const char *line) const { return here(words(line)); }
    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test could not write its file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QString m_workspace;
};

void TestCliImport::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_workspace = m_folder.filePath(QStringLiteral("workspace"));
    EXITS_WITH(run(words("workspace init") + QStringList{m_workspace}), 0);
}

void TestCliImport::takesBarsOver()
{
    const QString file =
        put("etf_one.csv",
            QByteArray(kBarHeader) + "SPY,2020-01-02,10,12,9,11,100\nSPY,2020-01-03,11,13,10,12,200\n");
    const Ran ran = here(words("--json import bars") +
                         QStringList{file, QStringLiteral("--preset"), QStringLiteral("daily-adjusted")});
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("failed")).toInt(-1), 0);
    const QJsonObject report = ran.json().value(QStringLiteral("files"))[0].toObject();
    QCOMPARE(missingKeys(report, "file preset source kind bytes rows values stored duplicate instruments "
                                 "refused refusals raw_sha256"),
             QStringList());
    QCOMPARE(report.value(QStringLiteral("rows")).toInt(), 2);
    QCOMPARE(report.value(QStringLiteral("stored")).toInt(), 2);
    const Ran shown = here("--json bars show SPY");
    EXITS_WITH(shown, 0);
    const QJsonArray bars = shown.json().value(QStringLiteral("bars")).toArray();
    QCOMPARE(bars.size(), 2);
    QCOMPARE(bars[1][QStringLiteral("close")].toDouble(), 12.0);
    QCOMPARE(bars[1][QStringLiteral("ts_end")].toString(), QStringLiteral("2020-01-03T21:00:00Z"));
    // once more: nothing new
    const Ran again = here(words("--json import bars") +
                           QStringList{file, QStringLiteral("--preset"), QStringLiteral("daily-adjusted")});
    EXITS_WITH(again, 0);
    QCOMPARE(again.json().value(QStringLiteral("files"))[0][QStringLiteral("stored")].toInt(-1), 0);
    QCOMPARE(again.json().value(QStringLiteral("files"))[0][QStringLiteral("duplicate")].toInt(), 2);
}

void TestCliImport::countsWhatItRefuses()
{
    const QString file =
        put("etf_two.csv", QByteArray(kBarHeader) + "QQQ,2020-01-02,10,12,9,eleven,100\n"
                                                    "QQQ,0201-01-03,11,13,10,12,200\n"
                                                    "QQQ,2020-01-06,11,13,10,\"1,045.60\",200\n"
                                                    "QQQ,2020-01-07,11\n"
                                                    "QQQ,2020-01-08,11,13,10,12,200\n");
    const Ran ran = here(words("--json import bars --preset daily-adjusted") + QStringList{file});
    EXITS_WITH(ran, 0);
    const QJsonObject report = ran.json().value(QStringLiteral("files"))[0].toObject();
    QCOMPARE(report.value(QStringLiteral("rows")).toInt(), 5);
    const int refused = report.value(QStringLiteral("refused")).toInt();
    QCOMPARE(report.value(QStringLiteral("stored")).toInt() + refused, 5);
    QSet<int> lines;
    int counted = 0;
    for (const QJsonValue &refusal : report.value(QStringLiteral("refusals")).toArray()) {
        counted += refusal[QStringLiteral("count")].toInt();
        QVERIFY(!refusal[QStringLiteral("reason")].toString().isEmpty());
        for (const QJsonValue &line : refusal[QStringLiteral("first")].toArray())
            lines << line[QStringLiteral("line")].toInt();
    }
    QCOMPARE(counted, refused);
    QVERIFY(lines.contains(2)); // "eleven"
    QVERIFY(lines.contains(3)); // the year 0201
    QVERIFY(lines.contains(5)); // too few columns
    QVERIFY(!lines.contains(6));
    const Ran human = here(words("import bars --preset daily-adjusted") + QStringList{file});
    EXITS_WITH(human, 0);
    QVERIFY2(human.out.contains("line 2"), human.said());
}

void TestCliImport::takesEventsOverOnce()
{
    const QByteArray row =
        "2011-03-11T05:46:24.120Z,38.297,142.373,29,9.1,mww,541,9.5,,1.16,official,"
        "official20110311054624120_30,"
        "2022-01-01T00:00:00.000Z,\"2011 Great Tohoku Earthquake, Japan\",earthquake,reviewed\n";
    const QString file = put("quakes.csv.gz", gzipped(QByteArray(kQuakeHeader) + row + row));
    const Ran ran = here(words("--json import events") + QStringList{file});
    EXITS_WITH(ran, 0);
    const QJsonObject report = ran.json().value(QStringLiteral("files"))[0].toObject();
    QCOMPARE(report.value(QStringLiteral("preset")).toString(), QStringLiteral("usgs-earthquakes"));
    QCOMPARE(report.value(QStringLiteral("stored")).toInt(), 1);
    QCOMPARE(report.value(QStringLiteral("duplicate")).toInt(), 1);
    const Ran found = here(words("--json events query") +
                           QStringList{QStringLiteral("meta.depth < 70 and tohoku and value >= 9")});
    EXITS_WITH(found, 0);
    const QJsonArray events =
        QJsonDocument::fromJson(found.out).object().value(QStringLiteral("events")).toArray();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][QStringLiteral("raw_sha256")], report.value(QStringLiteral("raw_sha256")));
}

void TestCliImport::takesAUsersOwnPreset()
{
    const QString presets = m_folder.filePath(QStringLiteral("presets"));
    QVERIFY(QDir().mkpath(presets));
    QFile original(QStringLiteral(FORESHOCK_SOURCE_DIR "/resources/import/daily-adjusted.json"));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray text = original.readAll();
    text.replace("\"daily-adjusted\"", "\"mine\"");
    put("presets/mine.json", text);
    const QString file = put("etf_mine.csv", QByteArray(kBarHeader) + "MINE,2020-01-02,10,12,9,11,100\n");
    const Ran ran = here(words("--json import bars --preset mine --presets") + QStringList{presets, file});
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("files"))[0][QStringLiteral("preset")].toString(),
             QStringLiteral("mine"));
    text.insert(text.indexOf('{') + 1, "\"nonsense\": 1,");
    put("presets/mine.json", text);
    const Ran broken = here(words("import bars --preset mine --presets") + QStringList{presets, file});
    EXITS_WITH(broken, 2);
    QVERIFY2(broken.saysOneSentence(), broken.said());
    QVERIFY2(broken.err.contains("mine.json") && broken.err.contains("nonsense"), broken.said());
}

void TestCliImport::goesOnAfterABadFile()
{
    const QString good = put("etf_good.csv", QByteArray(kBarHeader) + "GOOD,2020-01-02,10,12,9,11,100\n");
    const QString bad = put("etf_bad.csv", "");
    const Ran ran = here(words("--json import bars --preset daily-adjusted") + QStringList{bad, good});
    EXITS_WITH(ran, 1);
    QCOMPARE(ran.json().value(QStringLiteral("failed")).toInt(), 1);
    QVERIFY(ran.json().value(QStringLiteral("files"))[0].toObject().contains(QStringLiteral("error")));
    QCOMPARE(ran.json().value(QStringLiteral("files"))[1][QStringLiteral("stored")].toInt(), 1);
}

void TestCliImport::computesTheCalendarOnce()
{
    const Ran first = here("--json import calendar --from 2020-01-01 --to 2020-12-31");
    EXITS_WITH(first, 0);
    const int stored = first.json().value(QLatin1String("stored")).toInt();
    QVERIFY2(stored > 80, first.said());
    const Ran second = here("--json import calendar --from 2020-01-01 --to 2020-12-31");
    EXITS_WITH(second, 0);
    QCOMPARE(second.json().value(QLatin1String("stored")).toInt(), 0);
    QCOMPARE(second.json().value(QLatin1String("duplicate")).toInt(), stored);
    EXITS_WITH(here("import calendar --from 1900-01-01"), 2);
}

void TestCliImport::refusesABadFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("options");
    const QByteArray good = QByteArray(kBarHeader) + "BAD,2020-01-02,10,12,9,11,100\n";
    const QByteArray packed = gzipped(good.repeated(200));
    const auto row = [](const char *what, const char *name, const QByteArray &bytes, const char *options) {
        QTest::newRow(what) << QString::fromUtf8(name) << bytes << QString::fromUtf8(options);
    };
    row("unknown preset", "etf_a.csv", good, "--preset nonsense");
    row("missing column", "etf_a.csv", "Ticker,Date,Open\nBAD,2020-01-02,10\n", "--preset daily-adjusted");
    row("unknown header", "etf_a.csv", "a,b,c\n1,2,3\n", "");
    row("empty file", "etf_a.csv", "", "");
    row("half a gzip", "etf_a.csv.gz", packed.left(packed.size() / 2), "--preset daily-adjusted");
    row("no gzip at all", "etf_a.csv.gz", "\x1f\x8b" + good, "--preset daily-adjusted");
    row("not UTF-8", "etf_a.csv", good + "B\xff\xfe,2020-01-03,10,12,9,11,100\n", "--preset daily-adjusted");
    row("unknown zone", "etf_a.csv", good, "--preset daily-adjusted --tz Mars/Olympus");
    row("wrong kind", "etf_a.csv", QByteArray(kQuakeHeader), "");
    row("not Parquet", "x.parquet", "PAR1 but no more PAR1", "--preset daily-adjusted");
}

void TestCliImport::refusesABadFile()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, options);
    const QString file = put(name.toUtf8().constData(), bytes);
    const Ran ran =
        here(words("import bars") + QStringList{file} + options.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    const Ran left = here("bars show BAD");
    EXITS_WITH(left, 2); // nothing of it was stored
    EXITS_WITH(here("workspace verify"), 0);
}

void TestCliImport::refusesABomb()
{
    const QByteArray line = "BOMB,2020-01-02,10,12,9,11,100\n";
    const QString file = put("etf_bomb.csv.gz", gzipped(QByteArray(kBarHeader) + line.repeated(2'000'000)));
    QVERIFY(QFileInfo(file).size() < 1'000'000);
    const Ran ran = here(words("import bars --preset daily-adjusted") + QStringList{file});
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    EXITS_WITH(here("bars show BOMB"), 2);
}

void TestCliImport::waitsForNoOne()
{
    const core::base::SystemClock clock;
    const auto workspace = core::store::Workspace::open(m_workspace.toStdString(), clock);
    VERIFY_OK(workspace);
    const auto lease = core::store::Lease::take((*workspace)->catalog(), "bulk", "importing for a test");
    VERIFY_OK(lease);
    const QString file = put("etf_late.csv", QByteArray(kBarHeader) + "LATE,2020-01-02,10,12,9,11,100\n");
    const Ran ran = here(words("import bars --preset daily-adjusted") + QStringList{file});
    EXITS_WITH(ran, 3);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY2(ran.err.contains("importing for a test"), ran.said());
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
