// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Stated lags against measured ones: what is proposed, when nothing is, and the file it would become.
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/ingest/lagproposals.h"
#include "core/sources/embedded.h"
#include "tests/support/check.h"

#include <QJsonObject>

#include <cmath>

using core::base::Duration;
using core::base::ErrorCode;
using core::sources::LagRules;
using namespace core::ingest;
namespace store = core::store;
using namespace std::chrono;

namespace {

constexpr const char *kRules = R"({ "version": 4, "lags": {
  "quakes": {"add": "20m", "why": "said", "seen": "source == usgs"},
  "outages": {"add": "1d", "why": "said", "seen": "source == radar and event_type == outage"},
  "levels": {"add": "1h", "why": "said", "seen": "source == radar and event_type != outage"},
  "unmeasured": {"add": "45d", "why": "the law"} }, "releases": {} })";

store::SeenLags seen(const char *source, const char *type, Duration lag, std::uint64_t count)
{
    store::SeenLags lags{source, type, {}};
    lags.counts[store::lagBucket(lag)] = count;
    return lags;
}

LagProposal proposalFor(const char *rule, const std::vector<store::SeenLags> &seen)
{
    const auto rules = LagRules::parse(QStringLiteral("lags.json"), kRules);
    for (const LagProposal &proposal : proposeLags(*rules, seen)) {
        if (proposal.rule == rule)
            return proposal;
    }
    return {};
}

} // namespace

class tst_LagProposals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryRuleThatCanBeMeasured()
    {
        const auto rules = LagRules::parse(QStringLiteral("lags.json"), kRules);
        VERIFY_OK(rules);
        const auto proposals = proposeLags(*rules, {});
        QCOMPARE(proposals.size(), std::size_t(3));
        for (const LagProposal &proposal : proposals) {
            QVERIFY(std::isnan(proposal.median) && !proposal.proposed);
            QVERIFY(proposal.rule != "unmeasured");
        }
        QVERIFY(proposeLags(LagRules::builtIn(), {}).size() >= 5);
    }

    void aRuleThatIsTooShortIsMadeLonger()
    {
        // 100 facts within 1024 s, 20 within 8192 s: 95 of 100 are there after 8192 s
        const auto proposal = proposalFor("quakes", {seen("usgs", "earthquake", seconds(1000), 100),
                                                     seen("usgs", "quarry_blast", seconds(8000), 20)});
        QCOMPARE(proposal.measured, std::uint64_t(120));
        QCOMPARE(proposal.median, 1024.0);
        QCOMPARE(proposal.late, 8192.0);
        QVERIFY(proposal.proposed == Duration(minutes(137)));
    }

    void aRuleThatFitsStays()
    {
        QVERIFY(!proposalFor("quakes", {seen("usgs", "earthquake", seconds(1000), 100)}).proposed);
        QVERIFY(!proposalFor("quakes", {seen("usgs", "earthquake", seconds(300), 100)})
                     .proposed); // 512 s: not far too long
    }

    void aRuleThatIsFarTooLongIsMadeShorter()
    {
        QVERIFY(proposalFor("quakes", {seen("usgs", "earthquake", seconds(200), 100)}).proposed ==
                Duration(minutes(5)));
    }

    void fewFactsProposeNothing()
    {
        QVERIFY(!proposalFor("quakes", {seen("usgs", "earthquake", hours(5), kLeastMeasured - 1)}).proposed);
        QVERIFY(proposalFor("quakes", {seen("usgs", "earthquake", hours(5), kLeastMeasured)}).proposed);
    }

    void eachTypeMeasuresItsOwnRule()
    {
        const std::vector<store::SeenLags> both{seen("radar", "outage", hours(40), 50),
                                                seen("radar", "level", minutes(50), 70),
                                                seen("other", "outage", seconds(1), 900)};
        QCOMPARE(proposalFor("outages", both).measured, std::uint64_t(50));
        QVERIFY(proposalFor("outages", both).proposed == Duration(hours(73)) ||
                proposalFor("outages", both).proposed == Duration(days(4)));
        QCOMPARE(proposalFor("levels", both).measured, std::uint64_t(70));
    }

    void theNextVersionSaysWhy()
    {
        const auto rules = LagRules::parse(QStringLiteral("lags.json"), kRules);
        const auto next = nextLagRules(
            kRules, proposeLags(*rules, std::vector{seen("usgs", "earthquake", seconds(8000), 120)}));
        VERIFY_OK(next);
        const auto parsed = LagRules::parse(QStringLiteral("next"), *next);
        VERIFY_OK(parsed);
        QCOMPARE(parsed->version(), 5);
        QVERIFY(parsed->lag("quakes")->add == Duration(minutes(137)));
        QVERIFY2(parsed->lag("quakes")->why.find("120 facts") != std::string::npos,
                 parsed->lag("quakes")->why.c_str());
        QCOMPARE(parsed->lag("quakes")->seen, std::string("source == usgs"));
        QVERIFY(parsed->lag("outages")->add == Duration(days(1)));
        QCOMPARE(parsed->lag("unmeasured")->why, std::string("the law"));
        // the rules that come with the program can be rewritten, too
        VERIFY_OK(nextLagRules(core::sources::embeddedLags(), {}));
        VERIFY_ERROR(nextLagRules("{", {}), ErrorCode::BadInput);
    }

    void aFilterThatIsNoneIsRefused()
    {
        VERIFY_ERROR(LagRules::parse(
                         QStringLiteral("lags.json"),
                         R"({"version": 1, "lags": {"a": {"add": "1m", "why": "x", "seen": "source =="}}})"),
                     ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(tst_LagProposals)
#include "tst_lagproposals.moc"
