// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studyfiles.h"

#include "core/base/clock.h"
#include "core/workbench/studies.h"
#include "core/workbench/upkeep.h"
#include "core/workbench/watchlists.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace core;
using base::ErrorCode;
using workbench::Workbench;

namespace {

constexpr const char *kSound =
    R"({"name": "Quakes", "events": [{"name": "q", "filter": "event_type == quake"}],
 "assets": ["SPY"]})";

} // namespace

class TestStudyFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void savesListsAndReads();
    void saysWhatIsWrongWithAStudy();
    void refusesToReplaceUnlessAsked();
    void refusesNamesThatLeaveTheFolder_data();
    void refusesNamesThatLeaveTheFolder();
    void refusesWhatIsNoJson();
    void bringsBackTheLastOneRemoved();
    void bringsNothingBackOverANewStudy();
    void runsAStudyByItsName();
    void keepsStudiesAndPresetsInABackup();

private:
    [[nodiscard]] std::filesystem::path studies() const { return m_bench->folder() / "studies"; }
    void put(const char *name, const char *text) const { std::ofstream(studies() / name) << text; }

    QTemporaryDir m_folder;
    int m_count = 0;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<Workbench> m_bench;
};

void TestStudyFiles::init()
{
    const QString name = QStringLiteral("w%1").arg(++m_count);
    auto bench = Workbench::create(m_folder.filePath(name).toStdString(), {}, m_clock);
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
}

void TestStudyFiles::savesListsAndReads()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "second", kSound, false));
    const auto saved = workbench::saveStudyFile(*m_bench, "first study", kSound, false);
    VERIFY_OK(saved);
    QCOMPARE(*saved, studies() / "first study.json");
    const auto all = workbench::studiesOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(2));
    QCOMPARE(all->front().name, std::string("first study"));
    QCOMPARE(all->front().title, QStringLiteral("Quakes"));
    QCOMPARE(all->front().fault, QString());
    const auto text = workbench::readStudyFile(*m_bench, "second.json");
    VERIFY_OK(text);
    QCOMPARE(*text, std::string(kSound));
    VERIFY_ERROR(workbench::readStudyFile(*m_bench, "third"), ErrorCode::NotFound);
}

void TestStudyFiles::saysWhatIsWrongWithAStudy()
{
    put("broken.json", "{\"name\": ");
    put("nothing.json", "");
    put("typo.json", R"({"name": "Typo", "evnts": [], "assets": ["SPY"]})");
    put("watch.json",
        R"({"name": "W", "events": [{"name": "q", "filter": "value > 1"}], "assets": {"watchlist": "energy"}})");
    put(".hidden.json", kSound);
    put("notes.txt", "no study");
    auto all = workbench::studiesOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(4));
    for (const auto &study : *all)
        QVERIFY2(!study.fault.isEmpty(), study.name.c_str());
    QCOMPARE((*all)[0].title, QStringLiteral("broken"));
    QCOMPARE((*all)[2].title, QStringLiteral("Typo"));
    QVERIFY((*all)[2].fault.contains(QStringLiteral("evnts")));
    QVERIFY((*all)[3].fault.contains(QStringLiteral("energy")));

    const std::vector<std::string> symbols{"XLE"};
    VERIFY_OK(workbench::createWatchlist(*m_bench, "energy", symbols));
    all = workbench::studiesOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE((*all)[3].fault, QString());
}

void TestStudyFiles::refusesToReplaceUnlessAsked()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", kSound, false));
    VERIFY_ERROR(workbench::saveStudyFile(*m_bench, "one", "{}", false), ErrorCode::BadInput);
    QCOMPARE(*workbench::readStudyFile(*m_bench, "one"), std::string(kSound));
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", "{}", true));
    QCOMPARE(*workbench::readStudyFile(*m_bench, "one"), std::string("{}"));
}

void TestStudyFiles::refusesNamesThatLeaveTheFolder_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"", ".json", "../up", "/tmp/x", "a/b", "..", ".trash", "a\\b", "c:x", " a", "a\n",
          "a\xE2\x80\xAE"
          "b",
          "\xFF"})
        QTest::newRow(name) << QString::fromUtf8(name);
    QTest::newRow("long") << QString(121, QLatin1Char('a'));
}

void TestStudyFiles::refusesNamesThatLeaveTheFolder()
{
    QFETCH(QString, name);
    const std::string utf8 = name.toStdString();
    VERIFY_ERROR(workbench::saveStudyFile(*m_bench, utf8, kSound, true), ErrorCode::BadInput);
    VERIFY_ERROR(workbench::readStudyFile(*m_bench, utf8), ErrorCode::NotFound);
    VERIFY_ERROR(workbench::removeStudyFile(*m_bench, utf8), ErrorCode::NotFound);
    VERIFY_ERROR(workbench::restoreStudyFile(*m_bench, utf8), ErrorCode::NotFound);
}

void TestStudyFiles::refusesWhatIsNoJson()
{
    VERIFY_ERROR(workbench::saveStudyFile(*m_bench, "one", "not JSON", false), ErrorCode::BadInput);
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "unfinished", R"({"name": "later"})", false));
    const auto all = workbench::studiesOf(*m_bench);
    VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(1));
    QVERIFY(!all->front().fault.isEmpty());
}

void TestStudyFiles::bringsBackTheLastOneRemoved()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", R"({"turn": 1})", false));
    VERIFY_OK(workbench::removeStudyFile(*m_bench, "one"));
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", R"({"turn": 2})", false));
    VERIFY_OK(workbench::removeStudyFile(*m_bench, "one.json"));
    VERIFY_ERROR(workbench::readStudyFile(*m_bench, "one"), ErrorCode::NotFound);
    QVERIFY(workbench::studiesOf(*m_bench)->empty());
    VERIFY_OK(workbench::restoreStudyFile(*m_bench, "one"));
    QCOMPARE(*workbench::readStudyFile(*m_bench, "one"), std::string(R"({"turn": 2})"));
    VERIFY_OK(workbench::removeStudyFile(*m_bench, "one"));
    VERIFY_OK(workbench::restoreStudyFile(*m_bench, "one"));
    QCOMPARE(*workbench::readStudyFile(*m_bench, "one"), std::string(R"({"turn": 2})"));
    VERIFY_ERROR(workbench::restoreStudyFile(*m_bench, "two"), ErrorCode::NotFound);
}

void TestStudyFiles::bringsNothingBackOverANewStudy()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", R"({"turn": 1})", false));
    VERIFY_OK(workbench::removeStudyFile(*m_bench, "one"));
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", R"({"turn": 2})", false));
    VERIFY_ERROR(workbench::restoreStudyFile(*m_bench, "one"), ErrorCode::BadInput);
    QCOMPARE(*workbench::readStudyFile(*m_bench, "one"), std::string(R"({"turn": 2})"));
}

void TestStudyFiles::runsAStudyByItsName()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", kSound, false));
    // found and read: the workspace is empty, so that the asset is what is missing
    for (const char *name : {"one", "one.json"}) {
        const auto run = workbench::runStudy(*m_bench, name, 1, {});
        VERIFY_ERROR(run, ErrorCode::BadInput);
        QVERIFY2(run.error().message.contains(QStringLiteral("SPY")), qPrintable(run.error().message));
    }
    VERIFY_ERROR(workbench::runStudy(*m_bench, "two", 1, {}), ErrorCode::NotFound);
}

void TestStudyFiles::keepsStudiesAndPresetsInABackup()
{
    VERIFY_OK(workbench::saveStudyFile(*m_bench, "one", kSound, false));
    std::filesystem::create_directory(m_bench->folder() / "presets");
    std::ofstream(m_bench->folder() / "presets" / "mine.json") << "{}";
    std::filesystem::create_directory(m_bench->folder() / "sources");
    std::ofstream(m_bench->folder() / "sources" / "mine.json") << "{}";
    const std::vector<std::string> symbols{"XLE", "XOM"};
    VERIFY_OK(workbench::createWatchlist(*m_bench, "energy", symbols));
    const std::filesystem::path file = m_folder.filePath(QStringLiteral("copy.foreshock")).toStdString();
    const std::filesystem::path place = m_folder.filePath(QStringLiteral("restored")).toStdString();
    VERIFY_OK(workbench::backupWorkspace(*m_bench, file, {}));
    VERIFY_OK(workbench::restoreWorkspace(file, place, {}));
    const auto bench = Workbench::open(place, m_clock);
    VERIFY_OK(bench);
    VERIFY_OK(workbench::readStudyFile(**bench, "one"));
    QVERIFY(std::filesystem::exists(place / "presets" / "mine.json"));
    QVERIFY(std::filesystem::exists(place / "sources" / "mine.json"));
    const auto list = workbench::watchlistSymbols(**bench, "energy");
    VERIFY_OK(list);
    QCOMPARE(*list, symbols);
}

QTEST_GUILESS_MAIN(TestStudyFiles)
#include "tst_studyfiles.moc"
