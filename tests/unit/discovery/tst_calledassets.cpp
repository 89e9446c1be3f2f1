// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assets and entities by other spellings of a share class and by CIKs.
#include "core/discovery/assets.h"
#include "tests/support/check.h"
#include "tests/support/fakelinks.h"
#include "tests/support/studyledger.h"

using namespace core::base;
using namespace core::discovery;
using namespace core::domain;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDays = 1'200;

/// AAPL is the company of CIK 320193 from 2016 on.
class Names final : public NameReader
{
public:
    Result<std::vector<std::string>> tickers(const std::string &company, Instant at,
                                             std::optional<std::uint64_t> snapshot) const override
    {
        const bool isKnown = !at.isValid() || at >= *parseInstant("2016-01-01");
        if (company == "0000320193" && isKnown && snapshot)
            return std::vector<std::string>{"AAPL"};
        return company == "0001067983" ? std::vector<std::string>{"BRK-A", "BRK-B"}
                                       : std::vector<std::string>();
    }
};

} // namespace

class TestCalledAssets final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::StudyLedger> m_world;
    std::vector<Date> m_days;

    RunContext context() const
    {
        RunContext out = m_world->context(1);
        out.names = std::make_shared<Names>();
        return out;
    }

    Result<RunReport> run(const std::string &assets, const std::string &pair, const RunContext &context)
    {
        const auto study =
            m_world->study("{'name': 'called', 'events': [{'name': 'filing', 'filter': 'event_type == "
                           "filing', 'min_events': 5}], 'assets': " +
                           assets + ", 'pair': '" + pair + "', 'windows': [[1,1]]}");
        if (!study.ok())
            return study.error();
        m_world->clock.advance(std::chrono::seconds(1));
        return runStudy(*study, context);
    }

    static bool tells(const RunReport &report, const QString &part)
    {
        return std::ranges::any_of(report.notes,
                                   [&part](const QString &note) { return note.contains(part); });
    }

private Q_SLOTS:
    /// Filings of CIK 320193 move AAPL, those of BRK-B the series BRK.B.
    void init()
    {
        m_world = std::make_unique<support::StudyLedger>();
        m_days = support::workdays(Date(std::chrono::year(2015) / 1 / 5), kDays);
        auto apple = support::normalReturns(kDays, 0.01, 1),
             berkshire = support::normalReturns(kDays, 0.01, 2);
        for (std::size_t i = 0; i < 40; ++i) {
            const std::size_t t = 40 + i * 28;
            const Instant at = Instant(m_days[t]) + std::chrono::hours(15);
            m_world->events.add("filing", at, 6, "CIK:0000320193");
            apple[t + 1] += 0.03;
            m_world->events.add("filing", at + std::chrono::hours(24 * 7), 6, "BRK-B");
            berkshire[t + 6] += 0.03;
        }
        support::addPrices(m_world->bars, "AAPL", m_days, apple);
        support::addPrices(m_world->bars, "BRK.B", m_days, berkshire);
        support::addPrices(m_world->bars, "SPY", m_days, support::normalReturns(kDays, 0.01, 3));
    }

    void assetsAreTheSeriesThatAreMeant()
    {
        const auto report = run("['320193', 'BRK-B', 'BRK/B', 'SPY']", "all", context());
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{3});
        QVERIFY(tells(*report, u"The asset “320193” has its bars under AAPL."_s));
        QVERIFY(tells(*report, u"The asset “BRK-B” has its bars under BRK.B."_s));
        std::set<std::string> assets;
        for (const Finding &finding : report->findings)
            assets.insert(finding.asset);
        QVERIFY(!assets.contains("320193") && !assets.contains("BRK-B") && !assets.contains("BRK/B"));
    }

    void entitiesPointToThem()
    {
        const auto report = run("['AAPL', 'BRK.B', 'SPY']", "entity", context());
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{2});
        for (const Finding &finding : report->findings) {
            QVERIFY(finding.asset == "AAPL" || finding.asset == "BRK.B");
            QCOMPARE(finding.n, std::size_t{40});
            QCOMPARE(finding.tier, std::string("significant"));
        }
    }

    void withoutNamesOnlySpellingsAreKnown()
    {
        const auto report = run("['AAPL', 'BRK.B', 'SPY']", "entity", m_world->context(1));
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{1});
        QCOMPARE(report->findings.front().asset, std::string("BRK.B"));
        const auto unknown = run("['320193', 'SPY']", "all", m_world->context(1));
        VERIFY_ERROR(unknown, ErrorCode::BadInput);
        QVERIFY2(unknown.error().message.contains(u"“320193”"_s), qPrintable(unknown.error().message));
    }

    void aCikMeansWhatItMeantThen()
    {
        RunContext then = context();
        then.asOf = *parseInstant("2015-12-31");
        VERIFY_ERROR(run("['320193', 'SPY']", "all", then), ErrorCode::BadInput);
    }

    void linksOfACompanyAreThoseOfItsTicker()
    {
        const auto links = std::make_shared<support::FakeLinks>();
        links->now = std::string(64, 'a');
        links->sets[links->now] = {{{"fake", "AAPL"}, {"AAPL", "SPY"}}};
        RunContext linked = context();
        linked.links = links;
        const auto report = run("['AAPL', 'BRK.B', 'SPY']", "linked", linked);
        VERIFY_OK(report);
        QCOMPARE(report->hypotheses, std::uint64_t{2});
    }

    void anotherCaseIsAskedBack()
    {
        const auto report = run("['aapl', 'SPY']", "all", context());
        VERIFY_ERROR(report, ErrorCode::BadInput);
        QVERIFY2(report.error().message.contains(u"did you mean “AAPL”"_s),
                 qPrintable(report.error().message));
    }
};

QTEST_GUILESS_MAIN(TestCalledAssets)
#include "tst_calledassets.moc"
