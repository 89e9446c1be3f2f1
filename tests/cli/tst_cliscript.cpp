// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDate>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using tests::missingKeys;
using tests::Ran;
using tests::run;
using tests::words;

namespace {

/// Monthly releases whose surprise and change stand in metadata, as numbers and as text; some state no
/// change.
QByteArray releases()
{
    QJsonArray events;
    for (int month = 0; month < 120; ++month) {
        const QString day =
            QStringLiteral("%1-%2-12").arg(2011 + month / 12).arg(month % 12 + 1, 2, 10, QLatin1Char('0'));
        const double surprise = (month * 7919 % 41 - 20) / 10.0;
        QJsonObject meta{{QStringLiteral("surprise"), surprise}};
        if (month % 3 == 0)
            meta[QStringLiteral("surprise")] = QString::number(surprise);
        if (month % 4 == 0)
            meta[QStringLiteral("change")] = surprise / 2;
        const QString at = day + QStringLiteral("T13:30:00Z");
        events.append(QJsonObject{
            {QStringLiteral("id"),
             QStringLiteral("b5f3a6a2-2b07-5d8a-9a4e-%1").arg(month, 12, 16, QLatin1Char('0'))},
            {QStringLiteral("timestamp"), at},
            {QStringLiteral("known_at"), at},
            {QStringLiteral("known_basis"), QStringLiteral("scheduled")},
            {QStringLiteral("precision"), QStringLiteral("instant")},
            {QStringLiteral("source"), QStringLiteral("made up")},
            {QStringLiteral("event_type"), QStringLiteral("price_release")},
            {QStringLiteral("entity"), month % 2 == 0 ? QStringLiteral("US") : QStringLiteral("JP")},
            {QStringLiteral("value"), month * 31 % 17},
            {QStringLiteral("unit"), QJsonValue::Null},
            {QStringLiteral("text"), QJsonValue::Null},
            {QStringLiteral("metadata"), meta}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("events"), events}}).toJson();
}

/// Shares on working days and a coin on every day, whose bars close at midnight UTC; adjusted closes apart
/// from the closes, one day without a price.
QByteArray prices()
{
    QByteArray out = "Ticker,Date,Open,High,Low,Close,Adj Close,Volume\n";
    unsigned state = 1;
    const auto change = [&state] {
        state = state * 1'664'525U + 1'013'904'223U; // Numerical Recipes; any noise will do
        return (static_cast<int>(state >> 16) % 200 - 100) / 5'000.0;
    };
    double share = 100;
    double other = 40;
    const QDate first(2015, 1, 2);
    for (int day = 0; day < 1'500; ++day) {
        const QDate date = first.addDays(day);
        share *= 1 + change();
        other *= 1 + change();
        const auto add = [&](const char *symbol, double close, double factor) {
            const QByteArray price = QByteArray::number(close, 'f', 6);
            out += QByteArray(symbol) + ',' + date.toString(Qt::ISODate).toLatin1() + ',' + price + ',' +
                   QByteArray::number(close * 1.01, 'f', 6) + ',' + QByteArray::number(close * 0.98, 'f', 6) +
                   ',' + price + ',' + QByteArray::number(close * factor, 'f', 6) + ",1000\n";
        };
        if (date.dayOfWeek() > 5)
            continue;
        add("SPY", share, day < 700 ? 0.5 : 1);
        if (day % 97 != 0)
            add("XLE", other, day < 400 ? 0.9 : 1);
    }
    return out;
}

QByteArray coins()
{
    QByteArray out = "Ticker,Date,Open,High,Low,Close,Volume\n";
    double price = 300;
    for (int day = 0; day < 1'500; ++day) {
        price *= 1 + (day * 7'919 % 101 - 50) / 2'000.0;
        const QByteArray text = QByteArray::number(price, 'f', 6);
        out += "BTC," + QDate(2015, 1, 2).addDays(day).toString(Qt::ISODate).toLatin1() + ',' + text + ',' +
               text + ',' + text + ',' + text + ",1\n";
    }
    return out;
}

/// Five-minute bars in New York time over the change to summer time: one share trades on every bar, the other
/// is halted for some, opens late on some days and has none of some.
QByteArray minutes()
{
    QByteArray out = "Datetime,Open,High,Low,Close,Volume,Ticker\n";
    unsigned state = 9;
    const auto change = [&state] {
        state = state * 1'664'525U + 1'013'904'223U;
        return (static_cast<int>(state >> 16) % 200 - 100) / 40'000.0;
    };
    double market = 400;
    double fast = 25;
    const QDate first(2019, 1, 2);
    for (int day = 0; day < 100; ++day) {
        const QDate date = first.addDays(day);
        if (date.dayOfWeek() > 5)
            continue;
        for (int bar = 0; bar < 78; ++bar) {
            market *= 1 + change();
            fast *= 1 + change();
            const QTime at = QTime(9, 30).addSecs(300 * bar);
            const auto add = [&](const char *symbol, double close) {
                out += date.toString(Qt::ISODate).toLatin1() + ' ' + at.toString(u"HH:mm:ss").toLatin1() +
                       ',' + QByteArray::number(close * 0.999, 'f', 6) + ',' +
                       QByteArray::number(close * 1.002, 'f', 6) + ',' +
                       QByteArray::number(close * 0.997, 'f', 6) + ',' + QByteArray::number(close, 'f', 6) +
                       ",100," + symbol + '\n';
            };
            add("SPY", market);
            const bool isHalted = bar > 30 && bar < 34 && day % 9 == 0;
            const bool isLate = bar < 4 && day % 11 == 3;
            if (day % 23 != 7 && !isHalted && !isLate)
                add("FAST", fast);
        }
    }
    return out;
}

/// At instants inside and between five-minute bars, some at night.
QByteArray flashes()
{
    QJsonArray events;
    for (int i = 0; i < 90; ++i) {
        const QDate date = QDate(2019, 1, 8).addDays(i);
        const QTime time = i % 6 == 0 ? QTime(3, 20) : QTime(15, 0).addSecs(i * 7'919 % 14'400);
        const QString at =
            date.toString(Qt::ISODate) + QLatin1Char('T') + time.toString(u"HH:mm:ss") + QLatin1Char('Z');
        events.append(
            QJsonObject{{QStringLiteral("id"),
                         QStringLiteral("d5f3a6a2-2b07-5d8a-9a4e-%1").arg(i, 12, 16, QLatin1Char('0'))},
                        {QStringLiteral("timestamp"), at},
                        {QStringLiteral("known_at"), at},
                        {QStringLiteral("known_basis"), QStringLiteral("published")},
                        {QStringLiteral("precision"), QStringLiteral("instant")},
                        {QStringLiteral("source"), QStringLiteral("made up")},
                        {QStringLiteral("event_type"), QStringLiteral("flash")},
                        {QStringLiteral("entity"), QJsonValue::Null},
                        {QStringLiteral("value"), i * 31 % 17},
                        {QStringLiteral("unit"), QJsonValue::Null},
                        {QStringLiteral("text"), QJsonValue::Null},
                        {QStringLiteral("metadata"), QJsonValue::Null}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("events"), events}}).toJson();
}

/// Of a day, known the evening after, and of instants between the closes of shares and coin.
QByteArray news()
{
    QJsonArray events;
    for (int i = 0; i < 80; ++i) {
        const QDate date = QDate(2015, 3, 1).addDays(i * 17);
        const bool isDay = i % 2 == 0;
        const QString at = date.toString(Qt::ISODate) +
                           (isDay ? QStringLiteral("T00:00:00Z") : QStringLiteral("T22:10:00Z"));
        const QString known =
            isDay ? date.addDays(1).toString(Qt::ISODate) + QStringLiteral("T19:00:00Z") : at;
        events.append(QJsonObject{
            {QStringLiteral("id"),
             QStringLiteral("c5f3a6a2-2b07-5d8a-9a4e-%1").arg(i, 12, 16, QLatin1Char('0'))},
            {QStringLiteral("timestamp"), at},
            {QStringLiteral("known_at"), known},
            {QStringLiteral("known_basis"), QStringLiteral("published")},
            {QStringLiteral("precision"), isDay ? QStringLiteral("day") : QStringLiteral("instant")},
            {QStringLiteral("source"), QStringLiteral("made up")},
            {QStringLiteral("event_type"), QStringLiteral("news")},
            {QStringLiteral("entity"), QJsonValue::Null},
            {QStringLiteral("value"), i % 7},
            {QStringLiteral("unit"), QJsonValue::Null},
            {QStringLiteral("text"), QStringLiteral("=1+1, \"said\"\r\nand more")},
            {QStringLiteral("metadata"), QJsonValue::Null}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("events"), events}}).toJson();
}

struct Said {
    int code = -1;
    QByteArray all;
};

Said start(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(600'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

/// Empty: it is not installed.
QString interpreterOf(const char *language)
{
    return QStandardPaths::findExecutable(QLatin1String(language) == QLatin1String("r")
                                              ? QStringLiteral("Rscript")
                                              : QStringLiteral("python3"));
}

} // namespace

#define SKIP_WITHOUT_R                                                                                       \
    if (interpreterOf("r").isEmpty())                                                                        \
    QSKIP("Rscript is not installed, so nothing can run the scripts in R; those in Python are compared")

/// A finding copied as a script: another program computes n, effect and t again from the exports.
class TestCliScript final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void givesTheSameNumbers_data();
    void givesTheSameNumbers();
    void givesTheSameNumbersInR_data();
    void givesTheSameNumbersInR();
    void readsAdjustedPricesOfOtherClocks_data();
    void readsAdjustedPricesOfOtherClocks();
    void readsAdjustedPricesOfOtherClocksInR_data();
    void readsAdjustedPricesOfOtherClocksInR();
    void readsBarsOfMinutes_data();
    void readsBarsOfMinutes();
    void readsBarsOfMinutesInR_data();
    void readsBarsOfMinutesInR();
    void saysWhenTheDataDiffer();
    void takesHostileNamesForText();
    void listsWhatAFilterCannotSay();
    void writesTheCommandLines();
    void showsOneFinding();
    void readsTheSnapshotOfTheRun();
    void refusesWhatIsNoScript_data();
    void refusesWhatIsNoScript();

private:
    [[nodiscard]] Ran here(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("-w"), m_workspace} + arguments);
    }
    /// Runs a study and, for one finding of each kind of it, its script in a language; they must agree.
    void compareScripts(const QByteArray &study, const char *language);
    void compareAdjusted(const QByteArray &study, const char *language);
    void compareMinutes(const QByteArray &study, const char *language);
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test could not write its file");
        return file.fileName();
    }
    /// Runs a study, given with ' for ", and gives its report.
    [[nodiscard]] QJsonObject ask(QByteArray study) const
    {
        const QString file = put("study.json", study.replace('\'', '"'));
        const Ran ran = here(words("--json study run") + QStringList{file});
        if (ran.code != 0)
            qWarning("%s", ran.said());
        return QJsonDocument::fromJson(ran.out).object();
    }
    [[nodiscard]] Ran script(const QString &of, const QString &hypothesis, const char *language) const
    {
        return here(words("study script") +
                    QStringList{of, hypothesis, QStringLiteral("--language"), QString::fromLatin1(language)});
    }

    QTemporaryDir m_folder;
    QString m_sample;
    QString m_workspace; ///< that is looked at
    QString m_run;       ///< of two findings on one asset
    QString m_hypothesis;
};

void TestCliScript::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = m_workspace = path("sample");
    EXITS_WITH(run(words("workspace init --sample --seed 7") + QStringList{m_sample}), 0);
    EXITS_WITH(here(words("import events") + QStringList{put("releases.json", releases())}), 0);
    const QJsonObject report =
        ask("{'events': [{'filter': 'event_type == refinery_outage'}], 'assets': ['SIM-EN01'],"
            "'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 0], [1, 1]]}");
    m_run = report.value(QStringLiteral("run")).toString();
    QVERIFY(!m_run.isEmpty());
    m_hypothesis = report.value(QStringLiteral("findings"))[0][QStringLiteral("hypothesis")].toString();
}

void TestCliScript::givesTheSameNumbers_data()
{
    QTest::addColumn<QByteArray>("study");
    const auto row = [](const char *name, const char *study) { QTest::newRow(name) << QByteArray(study); };
    row("presence, raw returns",
        "{'events': [{'filter': 'event_type == refinery_outage'}], 'assets': ['SIM-EN02'],"
        "'returns': {'model': 'raw', 'benchmark': 'SIM-INDEX'}, 'windows': [[-3, -1], [0, 2]]}");
    row("market model, each, over gaps, splits, renames and a delisting",
        "{'events': [{'each': ['event_type'], 'filter': 'source == simulated'}],"
        "'assets': ['SIM-MA05', 'SIM-TE03', 'SIM-HX04', 'SIM-IN07', 'SIM-TE09'],"
        "'returns': {'model': 'market_model', 'benchmark': 'SIM-INDEX', 'window': 120}, 'windows': [[0, 4]],"
        "'sample': {'from': '2011-01-01', 'to': '2019-06-30'}}");
    row("the benchmark itself",
        "{'events': [{'filter': 'event_type == storm_warning'}], 'assets': ['SIM-INDEX'],"
        "'returns': {'model': 'market_model', 'benchmark': 'SIM-INDEX'}, 'windows': [[1, 5]]}");
    row("slope of the value",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'value'}], 'assets': ['SIM-EN01'],"
        "'returns': {'model': 'mean_adjusted', 'kind': 'simple', 'benchmark': 'SIM-INDEX'}, 'windows': [[0, "
        "1]]}");
    row("count, weekday shifts",
        "{'events': [{'filter': 'source == simulated', 'weight': 'count'}], 'assets': ['SIM-EN01'],"
        "'returns': {'model': 'market_adjusted', 'benchmark': 'SIM-INDEX'}, 'null': {'restrict': 'weekday'},"
        "'windows': [[1, 1]]}");
    row("ranks of clustered events",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'rank',"
        "'cluster': {'count': 3, 'within': '4d'}}], 'assets': ['SIM-HE02'],"
        "'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 0]]}");
    row("standard scores of first events, plain differences",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'zscore', 'first_in': '36h'}],"
        "'assets': ['SIM-HE02'], 'returns': {'kind': 'diff', 'benchmark': 'SIM-INDEX'}, 'windows': [[1, "
        "3]]}");
    row("signs, against factors",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'sign'}], 'assets': ['SIM-EN01'],"
        "'returns': {'model': 'factors', 'factors': ['SIM-INDEX', 'SIM-HE02', 'SIM-MA05'],"
        "'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    row("surprise", "{'events': [{'filter': 'event_type == price_release'}], 'assets': ['SIM-UT06'],"
                    "'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    row("change", "{'events': [{'filter': 'event_type == price_release', 'weight': 'change'}],"
                  "'assets': ['SIM-UT06'], 'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    row("size of moves",
        "{'events': [{'filter': 'event_type == port_strike'}], 'assets': ['SIM-IN01'], 'response': "
        "'abs_return',"
        "'returns': {'model': 'market_model', 'benchmark': 'SIM-INDEX'}, 'windows': [[0, 2]]}");
    row("range", "{'events': [{'filter': 'event_type == port_strike'}], 'assets': ['SIM-IN01'],"
                 "'response': 'range', 'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 0]]}");
    row("volume", "{'events': [{'filter': 'event_type == port_strike'}], 'assets': ['SIM-TE03'],"
                  "'response': 'volume', 'returns': {'model': 'mean_adjusted', 'benchmark': 'SIM-INDEX'},"
                  "'windows': [[0, 1]]}");
    row("a pool of own events",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'presence'}],"
        "'assets': ['SIM-EN01', 'SIM-EN02', 'SIM-TE03', 'SIM-IN07'], 'pair': 'entity', 'pool': 'assets',"
        "'returns': {'model': 'market_model', 'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    row("own events, value",
        "{'events': [{'filter': 'event_type == earnings_report', 'weight': 'value'}], 'assets': ['SIM-EN01'],"
        "'pair': 'entity', 'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    row("quantiles",
        "{'events': [{'filter': 'event_type == earnings_report'}], 'assets': ['SIM-EN01'],"
        "'quantile': {'of': 'value', 'bins': 3, 'breaks': 'past', 'report': ['each', 'top_minus_bottom']},"
        "'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
}

void TestCliScript::givesTheSameNumbers()
{
    QFETCH(QByteArray, study);
    compareScripts(study, "python");
}

void TestCliScript::givesTheSameNumbersInR_data()
{
    SKIP_WITHOUT_R;
    givesTheSameNumbers_data();
}

void TestCliScript::givesTheSameNumbersInR()
{
    QFETCH(QByteArray, study);
    compareScripts(study, "r");
}

void TestCliScript::compareScripts(const QByteArray &study, const char *language)
{
    const QString program = interpreterOf(language);
    if (program.isEmpty())
        QSKIP("python3 is not installed, so nothing can run the script");
    const QJsonObject report = ask(study);
    const QString of = report.value(QStringLiteral("run")).toString();
    const QJsonArray findings = report.value(QStringLiteral("findings")).toArray();
    QVERIFY(!findings.isEmpty());
    QSet<QString> seen; // one finding of each kind of the study: asset, or bin
    for (const QJsonValue &finding : findings) {
        const QString kind = findings.size() > 6 ? finding[QStringLiteral("asset")].toString()
                                                 : finding[QStringLiteral("hypothesis")].toString();
        if (seen.contains(kind))
            continue;
        seen.insert(kind);
        const Ran text = script(of, finding[QStringLiteral("hypothesis")].toString(), language);
        EXITS_WITH(text, 0);
        QVERIFY2(text.err.isEmpty(), text.said());
        const Said said =
            start(program, {put("script", text.out), QStringLiteral(FORESHOCK_CLI), m_workspace});
        QVERIFY2(said.code == 0 && said.all.contains("They agree"), said.all.constData());
        const QByteArray n = QByteArray::number(finding[QStringLiteral("n")].toInteger());
        QVERIFY2(said.all.contains(' ' + n + ' '), said.all.constData());
    }
}

void TestCliScript::readsAdjustedPricesOfOtherClocks_data()
{
    QTest::addColumn<QByteArray>("study");
    const auto row = [](const char *name, const char *study) { QTest::newRow(name) << QByteArray(study); };
    row("shares",
        "{'events': [{'filter': 'event_type == news'}], 'assets': ['XLE'],"
        "'returns': {'model': 'market_model', 'benchmark': 'SPY', 'window': 60}, 'windows': [[0, 1]]}");
    row("a coin on the clock of shares",
        "{'events': [{'filter': 'event_type == news', 'weight': 'value'}], 'assets': ['BTC'],"
        "'returns': {'benchmark': 'SPY'}, 'windows': [[0, 0]]}");
    row("a share on the clock of a coin", "{'events': [{'filter': 'event_type == news'}], 'assets': ['SPY'],"
                                          "'returns': {'benchmark': 'BTC'}, 'windows': [[0, 2]]}");
}

void TestCliScript::readsAdjustedPricesOfOtherClocks()
{
    QFETCH(QByteArray, study);
    compareAdjusted(study, "python");
}

void TestCliScript::readsAdjustedPricesOfOtherClocksInR_data()
{
    SKIP_WITHOUT_R;
    readsAdjustedPricesOfOtherClocks_data();
}

void TestCliScript::readsAdjustedPricesOfOtherClocksInR()
{
    QFETCH(QByteArray, study);
    compareAdjusted(study, "r");
}

void TestCliScript::compareAdjusted(const QByteArray &study, const char *language)
{
    m_workspace = path("adjusted");
    const auto back = qScopeGuard([this] { m_workspace = m_sample; });
    if (!QFileInfo::exists(m_workspace)) {
        EXITS_WITH(run(words("workspace init --seal none") + QStringList{m_workspace}), 0);
        EXITS_WITH(here(words("import bars") + QStringList{put("shares.csv", prices())}), 0);
        EXITS_WITH(
            here(words("import bars --preset daily-adjusted") + QStringList{put("coins.csv", coins())}), 0);
        EXITS_WITH(here(words("import events") + QStringList{put("news.json", news())}), 0);
    }
    compareScripts(study, language);
}

void TestCliScript::readsBarsOfMinutes_data()
{
    QTest::addColumn<QByteArray>("study");
    const auto row = [](const char *name, const char *study) { QTest::newRow(name) << QByteArray(study); };
    row("over halts and nights, raw",
        "{'interval': '5m', 'events': [{'filter': 'event_type == flash'}], 'assets': ['FAST', 'SPY'],"
        "'returns': {'model': 'raw', 'benchmark': 'SPY'}, 'windows': [[0, 0], [0, 11]]}");
    row("market model",
        "{'interval': '5m', 'events': [{'filter': 'event_type == flash'}], 'assets': ['FAST'],"
        "'returns': {'model': 'market_model', 'benchmark': 'SPY', 'window': 156}, 'windows': [[1, 6]]}");
    row("slope of the value", "{'interval': '5m', 'events': [{'filter': 'event_type == flash', 'weight': "
                              "'value'}], 'assets': ['FAST'],"
                              "'returns': {'kind': 'simple', 'benchmark': 'SPY'}, 'windows': [[0, 2]]}");
}

void TestCliScript::readsBarsOfMinutes()
{
    QFETCH(QByteArray, study);
    compareMinutes(study, "python");
}

void TestCliScript::readsBarsOfMinutesInR_data()
{
    SKIP_WITHOUT_R;
    readsBarsOfMinutes_data();
}

void TestCliScript::readsBarsOfMinutesInR()
{
    QFETCH(QByteArray, study);
    compareMinutes(study, "r");
}

void TestCliScript::compareMinutes(const QByteArray &study, const char *language)
{
    m_workspace = path("minutes");
    const auto back = qScopeGuard([this] { m_workspace = m_sample; });
    if (!QFileInfo::exists(m_workspace)) {
        EXITS_WITH(run(words("workspace init --seal none") + QStringList{m_workspace}), 0);
        EXITS_WITH(here(words("import bars") + QStringList{put("minutes.csv", minutes())}), 0);
        EXITS_WITH(here(words("import events") + QStringList{put("flashes.json", flashes())}), 0);
    }
    compareScripts(study, language);
}

void TestCliScript::saysWhenTheDataDiffer()
{
    const QString python = interpreterOf("python");
    if (python.isEmpty())
        QSKIP("python3 is not installed, so nothing can run the script");
    const QString other = path("other");
    EXITS_WITH(run(words("workspace init --sample --seed 8") + QStringList{other}), 0);
    const QString file = put("script.py", script(m_run, m_hypothesis, "python").out);
    const Said said = start(python, {file, QStringLiteral(FORESHOCK_CLI), other});
    QCOMPARE(said.code, 1);
    QVERIFY2(!said.all.contains("Traceback"), said.all.constData());
    QVERIFY2(said.all.contains("do not agree"), said.all.constData());
}

void TestCliScript::takesHostileNamesForText()
{
    const QJsonObject report = ask(
        R"({'events': [{'name': '\u0027\u0027\u0027)\nprint(1)\n# \u202e\"\"\" END_OF_STUDY\n@QUESTION@ #@ABOUT@ \\U{41}',
                'filter': 'event_type == refinery_outage'}], 'assets': ['SIM-EN03'],
                'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 0]]})");
    const QString of = report.value(QStringLiteral("run")).toString();
    const QJsonValue finding = report.value(QStringLiteral("findings"))[0];
    QVERIFY(finding[QStringLiteral("event")].toString().contains(QStringLiteral("\nprint(1)")));
    const QString python = interpreterOf("python");
    const QString r = interpreterOf("r");
    for (const auto &[language, program] :
         {std::pair("python", python), std::pair("r", r), std::pair("cli", QString())}) {
        const Ran text = script(of, finding[QStringLiteral("hypothesis")].toString(), language);
        EXITS_WITH(text, 0);
        QVERIFY(!text.out.contains("\nprint(1)"));
        QVERIFY(!text.out.contains("\u202e"));
        QVERIFY(!text.out.contains("\nEND_OF_STUDY\n@"));
        if (program.isEmpty())
            continue;
        const Said said = start(program, {put("script", text.out), QStringLiteral(FORESHOCK_CLI), m_sample});
        QVERIFY2(said.code == 0 && said.all.contains("They agree"), said.all.constData());
    }
}

void TestCliScript::listsWhatAFilterCannotSay()
{
    const QJsonObject report =
        ask("{'events': [{'filter': 'event_type == earnings_report'}], 'assets': ['SIM-EN01'],"
            "'quantile': {'of': 'value', 'bins': 3, 'breaks': 'past', 'report': ['top_minus_bottom']},"
            "'returns': {'benchmark': 'SIM-INDEX'}, 'windows': [[0, 1]]}");
    const QJsonValue finding = report.value(QStringLiteral("findings"))[0];
    const Ran listed = script(report.value(QStringLiteral("run")).toString(),
                              finding[QStringLiteral("hypothesis")].toString(), "python");
    EXITS_WITH(listed, 0);
    QVERIFY2(listed.out.contains("listed with their weights"), listed.said());
    const Ran placed = script(m_run, m_hypothesis, "python");
    QVERIFY2(!placed.out.contains("listed with their weights"), placed.said());
    QVERIFY2(placed.out.contains("event_type == \\\"refinery_outage\\\""), placed.said());
}

void TestCliScript::writesTheCommandLines()
{
    const Ran text = script(m_run, m_hypothesis, "cli");
    EXITS_WITH(text, 0);
    for (const char *part :
         {"study run study.json", "study show ", "--finding ", "study verify ", "# SIMULATED"})
        QVERIFY2(text.out.contains(part), part);
    QVERIFY(text.out.contains(m_sample.toUtf8()));
    const Ran json =
        here(words("--json study script --language cli") + QStringList{m_run, m_hypothesis.left(8)});
    EXITS_WITH(json, 0);
    QCOMPARE(missingKeys(json.json(), "hypothesis language script"), QStringList());
    QCOMPARE(json.json().value(QStringLiteral("script")).toString().toUtf8(), text.out);
}

void TestCliScript::showsOneFinding()
{
    const Ran ran = here(words("--json study show") +
                         QStringList{m_run, QStringLiteral("--finding"), m_hypothesis.left(10)});
    EXITS_WITH(ran, 0);
    const QJsonArray findings = ran.json().value(QStringLiteral("findings")).toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0][QStringLiteral("hypothesis")].toString(), m_hypothesis);
    QCOMPARE(ran.json().value(QStringLiteral("hypotheses")).toInt(), 2);
}

void TestCliScript::readsTheSnapshotOfTheRun()
{
    const Ran before = here(words("--json events count --snapshot 1-0"));
    EXITS_WITH(before, 0);
    QCOMPARE(before.json().value(QStringLiteral("total")).toInt(-1), 0);
    const Ran bars = here(words("bars show SIM-EN01 --snapshot 1-0"));
    EXITS_WITH(bars, 2);
    QVERIFY2(bars.saysOneSentence(), bars.said());
    const Ran wrong = here(words("events query --snapshot yesterday"));
    EXITS_WITH(wrong, 2);
    QVERIFY2(wrong.saysOneSentence(), wrong.said());
}

void TestCliScript::refusesWhatIsNoScript_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("another language")
        << QStringList{m_run, m_hypothesis, QStringLiteral("--language"), QStringLiteral("cobol")};
    QTest::newRow("no such run") << QStringList{QStringLiteral("nonsense"), m_hypothesis};
    QTest::newRow("no such hypothesis") << QStringList{m_run, QString(64, QLatin1Char('f'))};
    QTest::newRow("no hypothesis") << QStringList{m_run, QStringLiteral("xyz")};
}

void TestCliScript::refusesWhatIsNoScript()
{
    QFETCH(QStringList, arguments);
    const Ran ran = here(words("study script") + arguments);
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
}

QTEST_GUILESS_MAIN(TestCliScript)
#include "tst_cliscript.moc"
