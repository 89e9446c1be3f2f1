// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols, CIKs and names in a real workspace, and runs that outlive what is learned later.
#include "core/workbench/companynames.h"
#include "core/workbench/links.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"
#include "tests/support/livingworld.h"

using namespace core;
using namespace core::workbench;
using namespace Qt::StringLiterals;
using domain::CompanyName;
using domain::NameKind;

namespace {

constexpr const char *kStudy = R"({
  "name": "shocks of a company",
  "events": [{"name": "shock", "filter": "event_type == shock"}],
  "assets": ["CIK:0001090872", "SPY"],
  "windows": [[1, 1]]
})";

CompanyName told(const char *company, NameKind kind, const char *value, const char *at)
{
    CompanyName one;
    one.company = company;
    one.kind = kind;
    one.value = value;
    one.at = *base::parseInstant(at);
    one.knownAt = one.at;
    one.source = "edgar";
    return one;
}

} // namespace

class TestCompanyCalls final : public QObject
{
    Q_OBJECT

private:
    support::LivingWorld m_world;

    void store(std::vector<CompanyName> names) const
    {
        auto transaction = m_world.bench().workspace().catalog().beginWrite();
        VERIFY_OK(transaction);
        VERIFY_OK(store::storeNames(*transaction, names));
        VERIFY_OK(transaction->commit());
    }

private Q_SLOTS:
    void init()
    {
        m_world.close();
        std::filesystem::remove_all(m_world.path("workspace"));
        m_world.begin();
        m_world.growTo(700);
        store({told("0001090872", NameKind::Ticker, "A", "2000-01-01"),
               told("0001090872", NameKind::Name, "Agilent Technologies", "2000-01-01")});
    }

    void findsTheSeriesThatIsMeant()
    {
        for (const char *typed : {"A", "1090872", "CIK:0001090872"})
            QCOMPARE(*symbolMeant(m_world.bench(), typed), std::string("A"));
        QCOMPARE(*symbolMeant(m_world.bench(), "1090872", "1m"), std::string("A")); // made of the daily ones
        QCOMPARE(*symbolMeant(m_world.bench(), "320193"),
                 std::string("320193")); // the caller says that there are none
        QCOMPARE(*symbolMeant(m_world.bench(), "1090872", "1d", *base::parseInstant("1999-01-01")),
                 std::string("1090872"));
    }

    void saysWhoIsMeant()
    {
        const auto companies = companiesCalled(m_world.bench(), "agilent technologies", {});
        VERIFY_OK(companies);
        QCOMPARE(companies->size(), std::size_t(1));
        QCOMPARE(companies->front().meaning.company, std::string("0001090872"));
        QCOMPARE(companies->front().names.size(), std::size_t(2));
        const auto early = companiesCalled(m_world.bench(), "A", *base::parseInstant("1999-01-01"));
        VERIFY_ERROR(early, base::ErrorCode::NotFound);
        QVERIFY2(early.error().message.contains(u"at that time"_s), qPrintable(early.error().message));
        const auto none = companiesCalled(m_world.bench(), "Nobody", {});
        VERIFY_ERROR(none, base::ErrorCode::NotFound);
        QVERIFY2(none.error().message.contains(u"No company is known"_s), qPrintable(none.error().message));
    }

    void aStudyOfACikIsProvedAfterTheTickerChanged()
    {
        const auto report = runStudyText(m_world.bench(), kStudy, 1, {});
        VERIFY_OK(report);
        QCOMPARE(report->findings.front().asset, std::string("A"));
        store({told("0000000007", NameKind::Ticker, "A", "2000-02-01")}); // and whose it was was told wrong
        VERIFY_ERROR(runStudyText(m_world.bench(), kStudy, 1, {}), base::ErrorCode::BadInput);
        const auto verified = verifyRun(m_world.bench(), report->run, 1, {});
        VERIFY_OK(verified);
        QVERIFY(verified->same());
    }

    void eventsOfACikTouchItsTicker()
    {
        const auto touched = touchedBy(m_world.bench(), "edgar", "CIK:0001090872");
        VERIFY_OK(touched);
        QVERIFY(std::ranges::any_of(*touched, [](const Touched &one) {
            return one.link.symbol == "A" && one.hasBars && one.link.relation == "itself";
        }));
    }
};

QTEST_GUILESS_MAIN(TestCompanyCalls)
#include "tst_companycalls.moc"
