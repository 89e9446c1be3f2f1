// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Links of a real workspace: its own files, the SIC codes of its instruments, and runs that outlive edits.
#include "core/store/instruments.h"
#include "core/workbench/links.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"
#include "tests/support/livingworld.h"

#include <fstream>

using namespace core;
using namespace core::workbench;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *kStudy = R"({
  "name": "linked shocks",
  "events": [{"name": "shock", "filter": "event_type == shock"}],
  "assets": ["A", "SPY"],
  "pair": "linked",
  "windows": [[1, 1]]
})";

} // namespace

class TestWorkbenchLinks final : public QObject
{
    Q_OBJECT

private:
    support::LivingWorld m_world;

    void write(const char *name, const char *text) const
    {
        std::filesystem::create_directories(m_world.bench().folder() / "links");
        std::ofstream(m_world.bench().folder() / "links" / name) << text;
    }

    void store(std::vector<domain::Instrument> instruments) const
    {
        auto transaction = m_world.bench().workspace().catalog().beginWrite();
        VERIFY_OK(transaction);
        VERIFY_OK(store::storeInstruments(*transaction, instruments));
        VERIFY_OK(transaction->commit());
    }

private Q_SLOTS:
    void init()
    {
        m_world.close();
        std::filesystem::remove_all(m_world.path("workspace"));
        m_world.begin();
        m_world.growTo(700);
    }

    void asksByTheWorkspacesOwnLinks()
    {
        const auto country = runStudyText(m_world.bench(), kStudy, 1, {});
        VERIFY_OK(country);
        QCOMPARE(country->hypotheses, std::uint64_t{1}); // the program links US to SPY, and not to A
        QCOMPARE(country->findings.front().asset, std::string("SPY"));
        write("mine.json", R"({"entities": {"US": {"link": ["A"]}}})");
        const auto own = runStudyText(m_world.bench(), kStudy, 1, {});
        VERIFY_OK(own);
        QCOMPARE(own->hypotheses, std::uint64_t{2});
        QVERIFY(own->family != country->family);
        QCOMPARE(own->newHypotheses, std::uint64_t{2});
        QCOMPARE(own->findings.front().asset, std::string("A"));
        QCOMPARE(own->findings.front().tier, std::string("significant"));
    }

    void aRunIsProvedAfterTheFilesWereEdited()
    {
        write("mine.json", R"({"entities": {"US": {"link": ["A"]}}})");
        const auto report = runStudyText(m_world.bench(), kStudy, 1, {});
        VERIFY_OK(report);
        std::filesystem::remove_all(m_world.bench().folder() / "links");
        const auto verified = verifyRun(m_world.bench(), report->run, 1, {});
        VERIFY_OK(verified);
        QVERIFY(verified->same());
    }

    void aFaultyFileStopsTheStudy()
    {
        write("mine.json", "{\n\"entities\": {\"US\": {\"likn\": [\"A\"]}}}");
        const auto report = runStudyText(m_world.bench(), kStudy, 1, {});
        VERIFY_ERROR(report, base::ErrorCode::BadInput);
        QVERIFY2(report.error().message.startsWith(u"mine.json, line 2, column 29: unknown key “likn”"_s),
                 qPrintable(report.error().message));
        const auto touched = touchedBy(m_world.bench(), "diary", "US"); // what is only looked at goes on
        VERIFY_OK(touched);
        QVERIFY(!touched->empty());
    }

    void tellsWhatAnEventTouches()
    {
        store({{"SPY", "S&P 500 fund", "etf", "XNYS", "USD", "", ""}});
        const auto touched = touchedBy(m_world.bench(), "diary", "US");
        VERIFY_OK(touched);
        QCOMPARE(touched->front().link.symbol, std::string("SPY")); // those with prices first
        QVERIFY(touched->front().hasBars);
        QCOMPARE(touched->front().name, std::string("S&P 500 fund"));
        QVERIFY(touched->size() > 1);
        QVERIFY(!touched->back().hasBars);
        const auto nothing = touchedBy(m_world.bench(), "usgs", "OCEAN");
        VERIFY_OK(nothing);
        QVERIFY(nothing->empty());
    }

    void peersComeFromTheInstruments()
    {
        store({{"A", "Agilent", "stock", "XNYS", "USD", "", R"({"sic":"3826"})"},
               {"TMO", "Thermo Fisher", "stock", "XNYS", "USD", "", R"({"cik":"0000097745","sic":"3826"})"},
               {"X", "no code", "stock", "XNYS", "USD", "", R"({"sic":"none"})"}});
        const auto touched = touchedBy(m_world.bench(), "edgar", "TMO");
        VERIFY_OK(touched);
        QCOMPARE(touched->size(), std::size_t{2});
        QCOMPARE(touched->front().link.symbol, std::string("A"));
        QCOMPARE(touched->front().link.relation, std::string("peer"));
        QCOMPARE(touched->back().link.symbol, std::string("TMO"));
        QCOMPARE(touched->back().link.relation, std::string("itself"));
    }
};

QTEST_GUILESS_MAIN(TestWorkbenchLinks)
#include "tst_workbenchlinks.moc"
