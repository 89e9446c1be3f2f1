// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The stored history of companies' names: what a text meant at an instant, by what was known then.
#include "core/base/text.h"
#include "core/store/backup.h"
#include "core/store/companynames.h"
#include "core/store/instruments.h"
#include "core/store/verify.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using How = Meaning::How;

namespace {

constexpr const char *kMeta = "0001326801";
constexpr const char *kOther = "0000000007";

Instant at(const char *text)
{
    return *parseInstant(text);
}

CompanyName told(const char *company, NameKind kind, NameBasis basis, std::string value, const char *when)
{
    CompanyName one;
    one.company = company;
    one.kind = kind;
    one.basis = basis;
    one.value = std::move(value);
    one.at = at(when);
    one.knownAt = at(when);
    one.source = "edgar";
    return one;
}

CompanyName ticker(const char *company, const char *value, const char *when,
                   NameBasis basis = NameBasis::Listed)
{
    return told(company, NameKind::Ticker, basis, value, when);
}

CompanyName ended(CompanyName name)
{
    name.ends = true;
    return name;
}

Action rename(const char *from, const char *to, const char *when, const char *known)
{
    Action action;
    action.symbol = from;
    action.kind = ActionKind::Rename;
    action.effective = at(when);
    action.knownAt = at(known);
    action.successor = to;
    action.source = "polygon";
    return action;
}

} // namespace

class tst_CompanyNames : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-02-29T03:04:05Z")};
    std::unique_ptr<Catalog> m_catalog;
    int m_count = 0;

    std::filesystem::path path(const std::string &name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

    std::uint64_t store(const std::vector<CompanyName> &names, const std::vector<Action> &actions = {})
    {
        auto transaction = m_catalog->beginWrite();
        const auto stored = storeNames(*transaction, names);
        const auto kept = actions.empty() ? Result<std::uint64_t>(0) : storeActions(*transaction, actions);
        return stored && kept && transaction->commit() ? *stored : std::uint64_t(-1);
    }

    /// "0001326801 ticker", several with a comma between; "none".
    QString meant(const char *text, const char *when = nullptr,
                  std::optional<std::uint64_t> snapshot = {}) const
    {
        const auto meanings =
            CompanyNames(*m_catalog).meanings(text, when == nullptr ? Instant() : at(when), snapshot);
        if (!meanings)
            return meanings.error().message;
        constexpr const char *kWords[]{"cik", "ticker", "name", "former ticker", "former name"};
        QStringList all;
        for (const Meaning &one : *meanings)
            all.append(qs(one.company) + u' ' + QLatin1String(kWords[static_cast<int>(one.how)]));
        return all.isEmpty() ? QStringLiteral("none") : all.join(QStringLiteral(", "));
    }

    QString tickers(const char *company, const char *when = nullptr) const
    {
        const auto found =
            CompanyNames(*m_catalog).tickers(company, when == nullptr ? Instant() : at(when), {});
        QStringList all;
        for (const std::string &one : *found)
            all.append(qs(one));
        return all.join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        auto made = Catalog::create(path("catalog" + std::to_string(++m_count)), m_clock);
        VERIFY_OK(made);
        m_catalog = std::move(*made);
    }

    void answersAsOfWhatWasKnown()
    {
        store({ticker(kMeta, "FB", "2012-05-18"),
               told(kMeta, NameKind::Name, NameBasis::Stated, "Facebook Inc", "2012-05-18"),
               ended(told(kMeta, NameKind::Name, NameBasis::Stated, "Facebook Inc", "2021-10-28")),
               told(kMeta, NameKind::Name, NameBasis::Stated, "Meta Platforms, Inc.", "2021-10-28"),
               ended(ticker(kMeta, "FB", "2022-06-09", NameBasis::Stated)),
               ticker(kMeta, "META", "2022-06-09", NameBasis::Stated)});
        QCOMPARE(meant("FB", "2012-05-17"), QStringLiteral("none"));
        QCOMPARE(meant("FB", "2015-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("fb", "2015-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("META", "2015-01-01"), QStringLiteral("none"));
        QCOMPARE(meant("META", "2023-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2023-01-01"), QStringLiteral("0001326801 former ticker"));
        QCOMPARE(meant("facebook inc.", "2015-01-01"), QStringLiteral("0001326801 name"));
        QCOMPARE(meant("Facebook, Inc.", "2023-01-01"), QStringLiteral("0001326801 former name"));
        QCOMPARE(meant("Meta Platforms Inc", "2021-01-01"), QStringLiteral("none"));
        for (const char *cik : {"1326801", "0001326801", "CIK:0001326801", "CIK 1326801"}) {
            QCOMPARE(meant(cik, "2015-01-01"), QStringLiteral("0001326801 cik"));
            QCOMPARE(meant(cik, "2012-01-01"), QStringLiteral("none"));
        }
        QCOMPARE(tickers(kMeta, "2015-01-01"), QStringLiteral("FB"));
        QCOMPARE(tickers(kMeta), QStringLiteral("META"));
        const auto names = CompanyNames(*m_catalog).names(kMeta, at("2020-01-01"));
        VERIFY_OK(names);
        QCOMPARE(nameInForce(*names, NameKind::Name)->value, std::string("Facebook Inc"));
        QVERIFY(nameInForce(*names, NameKind::Sic) == nullptr);
    }

    void isNotUsedBeforeItWasKnown()
    {
        CompanyName late = ticker(kMeta, "META", "2022-06-09", NameBasis::Stated);
        late.knownAt = at("2022-07-01");
        store({late});
        QCOMPARE(meant("META", "2022-06-20"), QStringLiteral("none"));
        QCOMPARE(meant("META", "2022-07-01"), QStringLiteral("0001326801 ticker"));
    }

    void aReusedTickerIsTheCompanyOfItsTime()
    {
        // the table gives it to another company: the first does not have it any more
        store({ticker(kMeta, "FB", "2015-01-01")});
        store({ticker(kOther, "FB", "2023-06-01")});
        QCOMPARE(meant("FB", "2016-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2023-05-31"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2023-06-01"), QStringLiteral("0000000007 ticker"));
        QCOMPARE(meant("FB"), QStringLiteral("0000000007 ticker"));
        QCOMPARE(tickers(kMeta), QString());
        QCOMPARE(tickers(kMeta, "2020-01-01"), QStringLiteral("FB"));
        // and in the other order of arrival
        init();
        store({ticker(kOther, "FB", "2023-06-01")});
        store({ticker(kMeta, "FB", "2015-01-01")});
        QCOMPARE(meant("FB", "2016-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB"), QStringLiteral("0000000007 ticker"));
    }

    void whatFilersWroteIsWeighed()
    {
        const auto filed = [](const char *company, const char *when) {
            return ticker(company, "XYZ", when, NameBasis::Filed);
        };
        store({filed(kMeta, "2004-01-01"), filed(kMeta, "2006-01-01")});
        store({filed(kOther, "2016-01-01")});
        QCOMPARE(meant("XYZ", "2010-01-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("XYZ", "2016-02-01"), QStringLiteral("0000000007 ticker")); // not seen for ten years
        store({filed(kMeta, "2016-03-01")});                                       // but now again
        QCOMPARE(meant("XYZ", "2016-04-01"), QStringLiteral("0000000007 ticker, 0001326801 ticker"));
        store({ticker(kMeta, "XYZ", "2016-05-01")}); // a table decides
        QCOMPARE(meant("XYZ", "2016-06-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("XYZ", "2016-04-01"), QStringLiteral("0000000007 ticker, 0001326801 ticker"));
    }

    void tablesThatContradictAreAmbiguous()
    {
        CompanyName other = ticker(kOther, "FB", "2015-03-01");
        other.source = "polygon";
        store({ticker(kMeta, "FB", "2015-01-01"), other});
        QCOMPARE(meant("FB", "2015-02-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2015-04-01"), QStringLiteral("0000000007 ticker, 0001326801 ticker"));
    }

    void aWholeListEndsWhatItLacks()
    {
        const auto all = [](CompanyName name) {
            name.isAll = true;
            return name;
        };
        store({all(ticker(kMeta, "FB", "2015-01-01")), all(ticker(kMeta, "FB-WT", "2015-01-01")),
               ticker(kOther, "ABC", "2015-01-01")});
        QCOMPARE(tickers(kMeta), QStringLiteral("FB FB-WT"));
        QCOMPARE(store({ticker(kMeta, "FB", "2015-02-01")}), std::uint64_t(0)); // part of a list ends nothing
        QCOMPARE(tickers(kMeta), QStringLiteral("FB FB-WT"));
        store({all(ticker(kMeta, "META", "2022-07-01"))});
        QCOMPARE(tickers(kMeta, "2022-06-30"), QStringLiteral("FB FB-WT"));
        QCOMPARE(tickers(kMeta), QStringLiteral("META"));
        QCOMPARE(tickers(kOther), QStringLiteral("ABC"));
        CompanyName none = all(ticker(kMeta, "", "2023-01-01"));
        store({none});
        QCOMPARE(tickers(kMeta), QString());
        QCOMPARE(store({none}), std::uint64_t(0));
    }

    void shareClassesAreFoundInAnySpelling()
    {
        store({ticker("0001067983", "BRK-B", "2020-01-01"), ticker("0000014693", "BF.B", "2020-01-01")});
        for (const char *text : {"BRK.B", "BRK-B", "BRK/B", "BRK B", "brk.b"})
            QCOMPARE(meant(text), QStringLiteral("0001067983 ticker"));
        QCOMPARE(meant("BF-B"), QStringLiteral("0000014693 ticker"));
        QCOMPARE(meant("BRKB"), QStringLiteral("none"));
    }

    void aRenameOfTheCompanysTickerJoins()
    {
        store({ticker(kMeta, "FB", "2012-05-18")}, {rename("FB", "META", "2022-06-09", "2022-05-31")});
        QCOMPARE(meant("META", "2022-06-01"), QStringLiteral("none")); // known, but not yet so
        QCOMPARE(meant("META", "2022-06-09"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2022-06-08"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("FB", "2022-06-09"), QStringLiteral("0001326801 former ticker"));
        QCOMPARE(tickers(kMeta), QStringLiteral("META"));
        // another company takes the old ticker: the rename is none of its
        store({ticker(kOther, "FB", "2023-06-01")});
        QCOMPARE(meant("FB"), QStringLiteral("0000000007 ticker"));
        QCOMPARE(tickers(kOther), QStringLiteral("FB"));
        QCOMPARE(tickers(kMeta), QStringLiteral("META"));
    }

    void aRenameToAnotherCompanysTickerDoesNot()
    {
        // META was another company's: the fund had to give it up first, and this rename says otherwise
        store({ticker(kMeta, "FB", "2012-05-18"), ticker(kOther, "META", "2021-06-30")},
              {rename("FB", "META", "2021-12-01", "2021-12-01")});
        QCOMPARE(meant("META", "2022-01-01"), QStringLiteral("0000000007 ticker"));
        QCOMPARE(tickers(kMeta, "2022-01-01"), QStringLiteral("FB"));
        QCOMPARE(tickers(kOther, "2022-01-01"), QStringLiteral("META"));
    }

    void renamesInACircleEnd()
    {
        store({ticker(kMeta, "A", "2012-01-01")},
              {rename("A", "B", "2013-01-01", "2013-01-01"), rename("B", "A", "2014-01-01", "2014-01-01"),
               rename("A", "B", "2015-01-01", "2015-01-01")});
        QCOMPARE(meant("B", "2013-06-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(meant("A", "2014-06-01"), QStringLiteral("0001326801 ticker"));
        QCOMPARE(tickers(kMeta), QStringLiteral("B"));
    }

    void aDelistedTickerWasOnce()
    {
        store({ended(ticker(kMeta, "TWTR", "2022-11-08", NameBasis::Stated))});
        QCOMPARE(meant("TWTR", "2022-11-07"), QStringLiteral("none")); // nothing was known by then
        QCOMPARE(meant("TWTR"), QStringLiteral("0001326801 former ticker"));
    }

    void digitsCanBeATickerToo()
    {
        store({ticker(kMeta, "7203", "2015-01-01"), ticker("0000007203", "ABC", "2015-01-01")});
        QCOMPARE(meant("7203"), QStringLiteral("0000007203 cik, 0001326801 ticker"));
    }

    void sayingItAgainAddsNothing()
    {
        const std::vector<CompanyName> names{
            ticker(kMeta, "FB", "2015-01-01"),
            told(kMeta, NameKind::Name, NameBasis::Listed, "Facebook Inc", "2015-01-01"),
            told(kMeta, NameKind::Sic, NameBasis::Listed, "7370", "2015-01-01"),
            ended(told(kMeta, NameKind::Name, NameBasis::Stated, "thefacebook", "2005-01-01"))};
        QCOMPARE(store(names), std::uint64_t(4));
        const std::uint64_t snapshot = *m_catalog->snapshot();
        QCOMPARE(store(names), std::uint64_t(0));
        QCOMPARE(store({ticker(kMeta, "FB", "2015-06-01")}), std::uint64_t(0));
        QCOMPARE(*m_catalog->snapshot(), snapshot);                             // not even a number was taken
        QCOMPARE(store({ticker(kMeta, "FB", "2016-06-01")}), std::uint64_t(1)); // that it is still so is news
    }

    void oldSnapshotsStayWhatTheyWere()
    {
        store({ticker(kMeta, "FB", "2015-01-01")});
        const std::uint64_t before = *m_catalog->snapshot();
        store({ticker(kOther, "FB", "2014-01-01")});
        QCOMPARE(meant("FB", "2014-06-01", before), QStringLiteral("none"));
        QCOMPARE(meant("FB", "2014-06-01"), QStringLiteral("0000000007 ticker"));
    }

    void hostileNamesAreText()
    {
        const std::string huge(1'000'000, 'A');
        const std::string html = "<img src=x onerror=alert(1)>'; DROP TABLE instrument_names; --";
        const std::string rightToLeft = "\u202eCNI ELPPA";
        QCOMPARE(store({told(kMeta, NameKind::Name, NameBasis::Listed, html, "2015-01-01"),
                        told(kOther, NameKind::Name, NameBasis::Listed, rightToLeft, "2015-01-01"),
                        told(kOther, NameKind::Name, NameBasis::Listed, huge, "2015-01-01"),
                        ticker(kOther, "", "2015-01-01"), ticker("no cik", "ABC", "2015-01-01"),
                        ticker("", "ABC", "2015-01-01"), ticker("0000000000", "ABC", "2015-01-01")}),
                 std::uint64_t(2));
        QCOMPARE(meant(html.c_str()), QStringLiteral("0001326801 name"));
        const auto names = CompanyNames(*m_catalog).names(kOther);
        QCOMPARE(names->size(), std::size_t(1));
        QCOMPARE(names->front().value, rightToLeft);
        QCOMPARE(meant(huge.c_str()), QStringLiteral("none"));
        QCOMPARE(meant(""), QStringLiteral("none"));
        QCOMPARE(meant("%"), QStringLiteral("none"));
    }

    void theCatalogBeforeGetsTheTable()
    {
        const auto file = path("before");
        {
            auto database = Database::open(file, Database::Access::Create);
            VERIFY_OK(database);
            const auto last = std::ranges::find(migrations(), 13, &Migration::number);
            VERIFY_OK(migrate(**database,
                              migrations().first(static_cast<std::size_t>(last - migrations().begin())),
                              m_clock));
            VERIFY_OK(
                (*database)->execute("INSERT INTO instruments VALUES ('FB', 'Facebook', 'stock', 'XNYS', "
                                     "'USD', '', '{\"cik\":\"0001326801\"}')"));
        }
        auto opened = Catalog::open(file, m_clock);
        VERIFY_OK(opened);
        QVERIFY((*opened)->migrationOutcome() == MigrationOutcome::Upgraded);
        m_catalog = std::move(*opened);
        QCOMPARE((*findInstrument(**m_catalog->reader(), "FB"))->name, std::string("Facebook"));
        QCOMPARE(meant("FB"), QStringLiteral("none")); // since when it was so was not kept
        QCOMPARE(store({ticker(kMeta, "FB", "2015-01-01")}), std::uint64_t(1));
        QCOMPARE(meant("FB"), QStringLiteral("0001326801 ticker"));
    }

    void backupAndVerifyHoldIt()
    {
        {
            auto made = Workspace::create(path("whole"), {}, m_clock);
            VERIFY_OK(made);
            auto transaction = (*made)->catalog().beginWrite();
            VERIFY_OK(storeNames(*transaction, std::vector{ticker(kMeta, "FB", "2015-01-01")}));
            VERIFY_OK(transaction->commit());
            VERIFY_OK(backupWorkspace(**made, path("whole.zip")));
        }
        VERIFY_OK(restoreWorkspace(path("whole.zip"), path("again")));
        const auto verified = verifyWorkspace(path("again"), m_clock);
        VERIFY_OK(verified);
        QVERIFY(verified->isClean());
        const auto again = Workspace::open(path("again"), m_clock);
        VERIFY_OK(again);
        const auto meanings = CompanyNames((*again)->catalog()).meanings("FB");
        VERIFY_OK(meanings);
        QCOMPARE(meanings->size(), std::size_t(1));
        QCOMPARE(meanings->front().company, std::string(kMeta));
    }
};

QTEST_GUILESS_MAIN(tst_CompanyNames)
#include "tst_companynames.moc"
