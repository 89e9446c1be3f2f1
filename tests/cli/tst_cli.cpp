// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using tests::Ran;
using tests::run;
using tests::words;

class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void helpsWithEveryCommand();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void makesAWorkspaceOnce();
    void sealsAsAsked();
    void refusesANewerWorkspace();
    void refusesAFolderItCannotWrite();
    void namesEveryCheckOfTheDoctor();
    void takesTheWorkspaceFromTheEnvironment();
    void listsWhatEventsTouch();
    void showsWhatCompaniesAreCalled();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList in(const QString &workspace, const QStringList &arguments) const
    {
        return QStringList{QStringLiteral("-w"), path(workspace)} + arguments;
    }

    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("FORESHOCK_WORKSPACE", path(QStringLiteral("none")).toUtf8());
}

void TestCli::helpsWithEveryCommand()
{
    const Ran help = run({QStringLiteral("--help")});
    EXITS_WITH(help, 0);
    QVERIFY(help.err.isEmpty());
    for (const char *command : {"workspace", "import", "events", "bars", "study", "ledger", "relationships",
                                "links", "instruments", "sql", "bench", "doctor"}) {
        QVERIFY2(help.out.contains(command), command);
        const Ran detail = run({QString::fromUtf8(command), QStringLiteral("--help")});
        EXITS_WITH(detail, 0);
        QVERIFY(detail.out.contains(command));
    }
    const Ran version = run({QStringLiteral("--version")});
    EXITS_WITH(version, 0);
    QVERIFY(version.out.contains('.'));
}

void TestCli::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"", "nonsense", "workspace", "workspace nonsense", "workspace init a b", "events",
                             "events count --by colour", "events query --limit x", "events query --order up",
                             "--nonsense doctor", "bench", "bench nonsense", "study run", "study nonsense",
                             "bars show", "doctor extra"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestCli::refusesWhatItDoesNotKnow()
{
    QFETCH(QString, line);
    const Ran ran = run(words(line.toUtf8().constData()));
    EXITS_WITH(ran, 2);
    QVERIFY2(ran.saysOneSentence(), ran.said());
}

void TestCli::makesAWorkspaceOnce()
{
    const Ran made = run({QStringLiteral("--json"), QStringLiteral("workspace"), QStringLiteral("init"),
                          path(QStringLiteral("once"))});
    EXITS_WITH(made, 0);
    const QJsonObject described = made.json();
    for (const char *key : {"folder", "name", "format", "sample", "created", "sealed_from", "snapshot",
                            "rows", "bytes", "damaged"})
        QVERIFY2(described.contains(QLatin1String(key)), key);
    QCOMPARE(described.value(QStringLiteral("sample")).toBool(true), false);
    QVERIFY(described.value(QStringLiteral("sealed_from")).isString());

    const Ran info = run(in(QStringLiteral("once"), words("workspace info --json")));
    EXITS_WITH(info, 0);
    QCOMPARE(info.json().value(QStringLiteral("created")), described.value(QStringLiteral("created")));
    const Ran shown = run(in(QStringLiteral("once"), words("workspace info")));
    EXITS_WITH(shown, 0);
    QVERIFY(shown.out.contains("once"));

    const Ran again =
        run({QStringLiteral("workspace"), QStringLiteral("init"), path(QStringLiteral("once"))});
    EXITS_WITH(again, 2);
    QVERIFY2(again.saysOneSentence(), again.said());
    EXITS_WITH(run(in(QStringLiteral("named by -w"), words("workspace init"))), 0);
    QVERIFY(QFileInfo(path(QStringLiteral("named by -w"))).isDir());
    const Ran none = run(in(QStringLiteral("nowhere"), words("workspace info")));
    EXITS_WITH(none, 2);
    QVERIFY2(none.saysOneSentence(), none.said());
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("nowhere"))));
}

void TestCli::sealsAsAsked()
{
    const QStringList init = words("--json workspace init");
    const Ran open = run(
        init + QStringList{path(QStringLiteral("open")), QStringLiteral("--seal"), QStringLiteral("none")});
    EXITS_WITH(open, 0);
    QVERIFY(open.json().value(QStringLiteral("sealed_from")).isNull());
    const Ran dated = run(init + QStringList{path(QStringLiteral("dated")), QStringLiteral("--seal"),
                                             QStringLiteral("2019-12-31")});
    EXITS_WITH(dated, 0);
    QCOMPARE(dated.json().value(QStringLiteral("sealed_from")).toString(), QStringLiteral("2019-12-31"));
    const Ran wrong = run(
        init + QStringList{path(QStringLiteral("wrong")), QStringLiteral("--seal"), QStringLiteral("soon")});
    EXITS_WITH(wrong, 2);
    QVERIFY2(wrong.saysOneSentence(), wrong.said());
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("wrong"))));
}

void TestCli::refusesANewerWorkspace()
{
    EXITS_WITH(run({QStringLiteral("workspace"), QStringLiteral("init"), path(QStringLiteral("newer"))}), 0);
    QFile file(path(QStringLiteral("newer/workspace.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    text.replace("\"format\":1", "\"format\":99");
    text.replace("\"format\": 1", "\"format\": 99");
    QVERIFY(text.contains("99"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const Ran ran = run(in(QStringLiteral("newer"), words("workspace info")));
    EXITS_WITH(ran, 3);
    QVERIFY2(ran.saysOneSentence(), ran.said());
    QVERIFY2(ran.err.contains("newer"), ran.said());
}

void TestCli::refusesAFolderItCannotWrite()
{
    const QString folder = path(QStringLiteral("readonly"));
    QVERIFY(QDir().mkdir(folder));
    const auto readOnly = QFileDevice::ReadOwner | QFileDevice::ExeOwner;
    QVERIFY(QFile::setPermissions(folder, readOnly));
    const Ran ran = run(words("workspace init") + QStringList{folder + QStringLiteral("/new")});
    EXITS_WITH(ran, 3);
    QVERIFY2(ran.saysOneSentence(), ran.said());

    // a whole workspace that cannot be written any more can still be described, or says why not
    EXITS_WITH(run(words("workspace init") + QStringList{path(QStringLiteral("frozen"))}), 0);
    QVERIFY(QFile::setPermissions(path(QStringLiteral("frozen")), readOnly));
    QVERIFY(QFile::setPermissions(path(QStringLiteral("frozen/catalog.sqlite")), QFileDevice::ReadOwner));
    const Ran frozen = run(in(QStringLiteral("frozen"), words("events count")));
    QVERIFY2(frozen.code == 0 || (frozen.code == 3 && frozen.saysOneSentence()), frozen.said());
    QVERIFY(QFile::setPermissions(path(QStringLiteral("frozen")), readOnly | QFileDevice::WriteOwner));
    QVERIFY(QFile::setPermissions(folder, readOnly | QFileDevice::WriteOwner));
}

void TestCli::namesEveryCheckOfTheDoctor()
{
    const Ran ran = run(words("doctor --json"));
    QVERIFY2(ran.code == 0 || ran.code == 1, ran.said());
    const QJsonArray checks = ran.json().value(QStringLiteral("checks")).toArray();
    QVERIFY(checks.size() >= 9);
    bool good = true;
    for (const QJsonValue &check : checks) {
        for (const char *key : {"part", "state", "found", "remedy"})
            QVERIFY2(check.toObject().contains(QLatin1String(key)), key);
        const bool bad = check.toObject().value(QStringLiteral("state")).toString() == QStringLiteral("bad");
        good = good && !bad;
        QVERIFY(!bad || !check.toObject().value(QStringLiteral("remedy")).toString().isEmpty());
    }
    QCOMPARE(ran.json().value(QStringLiteral("healthy")).toBool(), good);
    QCOMPARE(ran.code, good ? 0 : 1);
}

void TestCli::takesTheWorkspaceFromTheEnvironment()
{
    EXITS_WITH(run({QStringLiteral("workspace"), QStringLiteral("init"), path(QStringLiteral("env"))}), 0);
    qputenv("FORESHOCK_WORKSPACE", path(QStringLiteral("env")).toUtf8());
    const Ran ran = run(words("workspace info --json"));
    qputenv("FORESHOCK_WORKSPACE", path(QStringLiteral("none")).toUtf8());
    EXITS_WITH(ran, 0);
    QCOMPARE(ran.json().value(QStringLiteral("name")).toString(), QStringLiteral("env"));
}

void TestCli::listsWhatEventsTouch()
{
    const QString workspace = QStringLiteral("linked");
    EXITS_WITH(run({QStringLiteral("workspace"), QStringLiteral("init"), path(workspace)}), 0);
    const auto symbols = [&](const QStringList &more, int code) {
        const Ran ran = run(in(
            workspace,
            QStringList{QStringLiteral("--json"), QStringLiteral("links"), QStringLiteral("list")} + more));
        QStringList found;
        if (ran.code != code)
            return found;
        for (const QJsonValue link : ran.json().value(QStringLiteral("links")).toArray())
            found.append(link.toObject().value(QStringLiteral("symbol")).toString());
        return found;
    };
    QVERIFY(symbols({}, 0).contains(QStringLiteral("EWJ")));
    QVERIFY(symbols(words("--entity JPN --source acled"), 0).contains(QStringLiteral("EWJ")));
    QCOMPARE(symbols(words("--entity DE --source edgar"), 0), QStringList{QStringLiteral("DE")});
    const Ran nothing = run(in(workspace, words("links list --entity OCEAN --source usgs")));
    EXITS_WITH(nothing, 0);
    QVERIFY2(nothing.out.contains("linked to nothing"), nothing.said());
    QVERIFY(QDir(path(workspace)).mkdir(QStringLiteral("links")));
    QFile own(path(workspace + QStringLiteral("/links/mine.json")));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(R"({"countries": {"JP": {"etf": ["1306.T"]}}})");
    own.close();
    QCOMPARE(symbols(words("--entity JP --source usgs"), 0), QStringList{QStringLiteral("1306.T")});
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("{\n\"countries\": {\"Japan\": {}}}");
    own.close();
    const Ran faulty = run(in(workspace, words("links list --entity JP --source usgs")));
    EXITS_WITH(faulty, 1);
    QVERIFY2(faulty.err.contains("mine.json, line 2, column "), faulty.said());
    QVERIFY2(faulty.out.contains("EWJ"), faulty.said());
}

void TestCli::showsWhatCompaniesAreCalled()
{
    const QString workspace = QStringLiteral("called");
    EXITS_WITH(run({QStringLiteral("workspace"), QStringLiteral("init"), path(workspace)}), 0);
    const auto show = [&](const QStringList &more) {
        return run(in(workspace, QStringList{QStringLiteral("instruments"), QStringLiteral("show")} + more));
    };
    const Ran before = show({QStringLiteral("BRK.B")});
    EXITS_WITH(before, 2);
    QVERIFY2(before.err.contains("No company is known"), before.said());

    QVERIFY(QDir(path(workspace)).mkdir(QStringLiteral("answers")));
    QFile answer(path(workspace + QStringLiteral("/answers/company_tickers.json")));
    QVERIFY(answer.open(QIODevice::WriteOnly));
    answer.write(R"({"0":{"cik_str":1067983,"ticker":"BRK-B","title":"BERKSHIRE HATHAWAY INC"},
        "1":{"cik_str":1067983,"ticker":"BRK-A","title":"BERKSHIRE HATHAWAY INC"},
        "2":{"cik_str":7,"ticker":"X","title":"\u202e<b>X</b>"}})");
    answer.close();
    EXITS_WITH(run(in(workspace, {QStringLiteral("ingest"), QStringLiteral("run"), QStringLiteral("--source"),
                                  QStringLiteral("edgar"), QStringLiteral("--replay"),
                                  path(workspace + QStringLiteral("/answers"))})),
               0);
    for (const char *text : {"BRK.B", "BRK-A", "1067983", "CIK:0001067983", "Berkshire Hathaway Inc."}) {
        const Ran ran = show({QStringLiteral("--json"), QString::fromUtf8(text)});
        EXITS_WITH(ran, 0);
        const QJsonArray companies = ran.json().value(QStringLiteral("companies")).toArray();
        QVERIFY2(companies.size() == 1, text);
        const QJsonObject one = companies.first().toObject();
        QCOMPARE(one.value(QStringLiteral("cik")).toString(), QStringLiteral("0001067983"));
        QCOMPARE(one.value(QStringLiteral("name")).toString(), QStringLiteral("BERKSHIRE HATHAWAY INC"));
        QCOMPARE(one.value(QStringLiteral("tickers")).toArray(),
                 QJsonArray({QStringLiteral("BRK-A"), QStringLiteral("BRK-B")}));
        QCOMPARE(one.value(QStringLiteral("names")).toArray().size(), 3);
        QVERIFY(one.value(QStringLiteral("sic")).isNull());
        QCOMPARE(ran.json().value(QStringLiteral("ambiguous")), QJsonValue(false));
    }
    const Ran touched =
        run(in(workspace, words("--json links list --source edgar --entity CIK:0001067983")));
    EXITS_WITH(touched, 0);
    QStringList symbols; // those of its tickers, as the Inspector shows
    for (const QJsonValue link : touched.json().value(QStringLiteral("links")).toArray())
        symbols.append(link.toObject().value(QStringLiteral("symbol")).toString());
    QCOMPARE(symbols, QStringList({QStringLiteral("BRK-A"), QStringLiteral("BRK-B")}));
    const Ran people = show({QStringLiteral("X")});
    EXITS_WITH(people, 0);
    QVERIFY2(people.out.contains("CIK 0000000007") && people.out.contains("\\u202e<b>X</b>"), people.said());
    const Ran early = show({QStringLiteral("X"), QStringLiteral("--as-of"), QStringLiteral("2001-01-01")});
    EXITS_WITH(early, 2);
    QVERIFY2(early.err.contains("at that time"), early.said());
    EXITS_WITH(show({QStringLiteral("X"), QStringLiteral("--as-of"), QStringLiteral("soon")}), 2);
    const Ran table = run(in(workspace, {QStringLiteral("--json"), QStringLiteral("sql"),
                                         QStringLiteral("SELECT count(*) AS n FROM instrument_names")}));
    EXITS_WITH(table, 0);
    QVERIFY2(table.out.contains('5'), table.said());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
