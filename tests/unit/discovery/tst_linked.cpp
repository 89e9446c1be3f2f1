// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Studies with "pair": "linked": which pairs are asked, by which links, and what becomes of a run when they
// change.
#include "core/discovery/firings.h"
#include "core/discovery/forward.h"
#include "tests/support/check.h"
#include "tests/support/fakelinks.h"
#include "tests/support/studyledger.h"

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDays = 1'200;
const std::string kOld(64, 'a');
const std::string kNew(64, 'b');

std::string studyText(const char *pool = "none", const char *more = "")
{
    return std::string("{'name': 'linked', 'events': [{'name': 'quake', 'filter': 'event_type == quake', "
                       "'min_events': 5}], 'assets': ['EWJ', 'EWW', 'SPY'], 'pair': 'linked', 'pool': '") +
           pool + "', 'windows': [[1,1]]" + more + "}";
}

} // namespace

class TestLinked final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::StudyLedger> m_world;
    std::shared_ptr<support::FakeLinks> m_links;
    std::vector<Date> m_days;

    RunContext context(unsigned threads = 1) const
    {
        RunContext out = m_world->context(threads);
        out.links = m_links;
        return out;
    }

    Result<RunReport> run(const std::string &text)
    {
        const auto study = m_world->study(text);
        if (!study.ok())
            return study.error();
        m_world->clock.advance(std::chrono::seconds(1));
        return runStudy(*study, context());
    }

    static bool tells(const RunReport &report, const QString &part)
    {
        return std::ranges::any_of(report.notes,
                                   [&part](const QString &note) { return note.contains(part); });
    }

private Q_SLOTS:
    /// Quakes in JP move EWJ and those in MX move EWW the day after; those in IS and at sea move nothing.
    void init()
    {
        m_world = std::make_unique<support::StudyLedger>();
        m_links = std::make_shared<support::FakeLinks>();
        m_links->now = kOld;
        m_links->sets[kOld] = {
            {{"fake", "JP"}, {"EWJ"}}, {{"fake", "MX"}, {"EWW", "USDMXN"}}, {{"fake", "IS"}, {"EURISK"}}};
        m_links->sets[kNew] = {{{"fake", "JP"}, {"EWJ", "SPY"}}};
        m_days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);
        auto japan = support::normalReturns(kDays, 0.01, 1), mexico = support::normalReturns(kDays, 0.01, 2);
        for (std::size_t i = 0; i < 40; ++i) {
            const std::size_t t = 40 + i * 28;
            const Instant at = Instant(m_days[t]) + std::chrono::hours(15);
            m_world->events.add("quake", at, 6, "JP");
            japan[t + 1] += 0.03;
            m_world->events.add("quake", at + std::chrono::hours(24 * 7), 6, "MX");
            mexico[t + 6] += 0.03;
            m_world->events.add("quake", at + std::chrono::hours(24 * 14), 6, "IS");
            m_world->events.add("quake", at + std::chrono::hours(24 * 14), 6, "OCEAN");
        }
        support::addPrices(m_world->bars, "EWJ", m_days, japan);
        support::addPrices(m_world->bars, "EWW", m_days, mexico);
        support::addPrices(m_world->bars, "SPY", m_days, support::normalReturns(kDays, 0.01, 3));
    }

    void asksOnlyTheLinkedPairs()
    {
        const auto report = run(studyText());
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{2}); // JP on EWJ, MX on EWW; not the four others
        QCOMPARE(report->findings.size(), std::size_t{2});
        for (const Finding &finding : report->findings) {
            QVERIFY(finding.asset == "EWJ" || finding.asset == "EWW");
            QCOMPARE(finding.n, std::size_t{40});
            QCOMPARE(finding.tier, std::string("significant"));
            QVERIFY(finding.effect > 250 && finding.effect < 350);
        }
    }

    void poolsTheLinkedPairs()
    {
        const auto report = run(studyText("assets"));
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{1});
        QCOMPARE(report->findings.front().n, std::size_t{80});
        QCOMPARE(report->findings.front().tier, std::string("significant"));
        QVERIFY(report->findings.front().effect > 270 && report->findings.front().effect < 330);
    }

    void saysWhatIsLinkedToNothing()
    {
        const auto report = run(studyText());
        VERIFY_OK(report);
        QVERIFY(tells(*report, u"Linked to nothing, so that their events are not asked about: OCEAN."_s));
        QVERIFY(
            tells(*report,
                  u"Linked to none of the study's assets, so that their events are not asked about: IS."_s));
        m_links->sets[kOld].clear();
        const auto nothing = run(studyText());
        VERIFY_ERROR(nothing, ErrorCode::BadInput);
        QVERIFY2(
            nothing.error().message.contains(u"Linked to nothing, so that their events are not asked about: "
                                             "IS, JP, MX, OCEAN."_s),
            qPrintable(nothing.error().message));
    }

    void theSourceDecidesWhatANameMeans()
    {
        for (Event &event : m_world->events.events) {
            if (event.entity == "MX") { // a company whose ticker is a country's code
                event.entity = "JP";
                event.source = "tickers";
            }
        }
        m_links->sets[kOld][{"tickers", "JP"}] = {"EWW"};
        const auto report = run(studyText());
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{2});
        for (const Finding &finding : report->findings)
            QCOMPARE(finding.n, std::size_t{40});
    }

    void otherLinksAreAnotherQuestion()
    {
        const auto first = run(studyText());
        VERIFY_OK(first);
        const auto repeated = run(studyText());
        VERIFY_OK(repeated);
        QCOMPARE(repeated->family, first->family);
        QCOMPARE(repeated->newHypotheses, std::uint64_t{0});
        m_links->now = kNew;
        const auto other = run(studyText());
        VERIFY_OK(other);
        QVERIFY(other->family != first->family);
        QCOMPARE(other->hypotheses, std::uint64_t{2}); // JP on EWJ and on SPY
        QCOMPARE(other->newHypotheses, std::uint64_t{2});
        for (const Finding &finding : other->findings) {
            QVERIFY(std::ranges::none_of(first->findings, [&finding](const Finding &one) {
                return one.hypothesis == finding.hypothesis;
            }));
        }
    }

    void aRunIsVerifiedByItsOwnLinks()
    {
        const auto report = run(studyText());
        VERIFY_OK(report);
        QVERIFY(m_links->kept.contains(kOld));
        m_links->now = kNew;
        const auto verified = verifyRun(report->run, context(2));
        VERIFY_OK(verified);
        QVERIFY(verified->same());
        m_links->sets.erase(kOld);
        VERIFY_ERROR(verifyRun(report->run, context()), ErrorCode::NotFound);
    }

    void aStudyMayNameItsLinks()
    {
        m_links->now = kNew;
        const auto report = run(studyText("none", (", 'links': '" + kOld + "'").c_str()));
        VERIFY_OK(report);
        QVERIFY(std::ranges::any_of(report->findings, [](const Finding &one) { return one.asset == "EWW"; }));
        VERIFY_ERROR(m_world->study(studyText("none", ", 'links': 'mine'")), ErrorCode::BadInput);
        std::string crossed = studyText("none", (", 'links': '" + kOld + "'").c_str());
        crossed.replace(crossed.find("'linked', 'pool'"), 8, "'entity'");
        VERIFY_ERROR(m_world->study(crossed), ErrorCode::BadInput);
    }

    void firesByTheLinksOfItsRun()
    {
        const auto report = run(studyText());
        VERIFY_OK(report);
        const auto relationships = m_world->ledger().relationships();
        VERIFY_OK(relationships);
        QCOMPARE(relationships->size(), std::size_t{2});
        m_links->now = kNew;
        const Instant since = m_world->clock.now();
        m_world->clock.advance(std::chrono::hours(48));
        Event &event = m_world->events.add("quake", since + std::chrono::hours(24), 7, "MX");
        event.ingestedAt = event.knownAt;
        const auto firings = firingsSince(*relationships, since, m_world->clock.now(), context());
        VERIFY_OK(firings);
        QCOMPARE(firings->size(), std::size_t{1});
        QCOMPARE(firings->front().asset, std::string("EWW"));
        QCOMPARE(firings->front().entity, std::string("MX"));
    }

    void withoutLinksItSaysSo()
    {
        m_links.reset();
        const auto report = run(studyText());
        VERIFY_ERROR(report, ErrorCode::BadInput);
        QVERIFY(report.error().message.contains(u"no links"_s));
    }
};

QTEST_GUILESS_MAIN(TestLinked)
#include "tst_linked.moc"
