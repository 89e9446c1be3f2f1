// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Spellings of tickers, names and CIKs, and what changes of names add up to.
#include "core/base/text.h"
#include "core/domain/companynames.h"
#include "tests/support/check.h"

using namespace core::base;
using namespace core::domain;

namespace {

Instant day(int number)
{
    return Instant(Date(std::chrono::days(number)));
}

CompanyName change(NameKind kind, NameBasis basis, const char *value, int at, bool ends = false)
{
    CompanyName one;
    one.company = "0000000001";
    one.kind = kind;
    one.basis = basis;
    one.value = value;
    one.at = day(at);
    one.knownAt = day(at);
    one.ends = ends;
    one.source = "edgar";
    return one;
}

/// "FB 1-5, META 5-".
QString shown(const std::vector<HeldName> &names)
{
    QStringList all;
    for (const HeldName &one : names) {
        const auto dayOf = [](Instant at) {
            return at.isValid() ? QString::number(at.utcDay().time_since_epoch().count()) : QString();
        };
        all.append(qs(one.value) + u' ' + dayOf(one.from) + u'-' + dayOf(one.until));
    }
    return all.join(QStringLiteral(", "));
}

/// Answers with two share classes of one company.
class TwoClasses final : public NameReader
{
public:
    Result<std::vector<std::string>> tickers(const std::string &company, Instant,
                                             std::optional<std::uint64_t>) const override
    {
        return company == "0001067983"   ? std::vector<std::string>{"BRK-A", "BRK-B"}
               : company == "0000320193" ? std::vector<std::string>{"AAPL"}
                                         : std::vector<std::string>();
    }
};

} // namespace

class tst_HeldNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shareClassesHaveOneSpelling_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("key");
        const char *const rows[][2]{{"BRK.B", "BRK-B"},   {"BRK-B", "BRK-B"},        {"BRK/B", "BRK-B"},
                                    {"BRK B", "BRK-B"},   {"BAC.PRB", "BAC-PB"},     {"BAC-PB", "BAC-PB"},
                                    {"BACpB", "BAC-PB"},  {"BAC PRB", "BAC-PB"},     {"ABCp", "ABC-P"},
                                    {"X.WS", "X-WT"},     {"X-WT", "X-WT"},          {"X.WS.A", "X-WTA"},
                                    {"GRP.U", "GRP-UN"},  {"GRP-UN", "GRP-UN"},      {"AAPL", "AAPL"},
                                    {"aapl", "aapl"},     {"BTC-USD", "BTC-USD"},    {"C:EURUSD", "C:EURUSD"},
                                    {"^VIX", "^VIX"},     {"CL=F", "CL=F"},          {"", ""},
                                    {"-", "-"},           {"BRK.", "BRK."},          {".B", ".B"},
                                    {"1306.T", "1306-T"}, {"A.B.C.D.E", "A.B.C.D.E"}};
        for (const auto &row : rows)
            QTest::addRow("%s", *row[0] == '\0' ? "nothing" : row[0])
                << QString::fromUtf8(row[0]) << QString::fromUtf8(row[1]);
    }

    void shareClassesHaveOneSpelling()
    {
        QFETCH(QString, written);
        QFETCH(QString, key);
        QCOMPARE(qs(tickerKey(utf8(written))), key);
        QCOMPARE(qs(tickerKey(utf8(key))), key); // and it is its own
        for (const std::string &spelling : tickerSpellings(utf8(written)))
            QCOMPARE(qs(tickerKey(spelling)), key);
        QCOMPARE(qs(tickerSpellings(utf8(written)).front()), written);
    }

    void spellingsGoBothWays()
    {
        const auto has = [](const char *written, const char *other) {
            const auto all = tickerSpellings(written);
            return std::ranges::find(all, other) != all.end();
        };
        QVERIFY(has("BRK.B", "BRK-B"));
        QVERIFY(has("BRK-B", "BRK.B"));
        QVERIFY(has("BACpB", "BAC-PB"));
        QVERIFY(has("BAC-PB", "BACpB"));
        QVERIFY(has("BAC-PB", "BAC.PRB"));
        QVERIFY(has("X-WT", "X.WS"));
        QCOMPARE(tickerSpellings("BTC-USD").size(), std::size_t(1));
    }

    void ciksHaveOneForm()
    {
        for (const char *text :
             {"320193", "0000320193", "CIK320193", "CIK0000320193", "CIK:0000320193", "CIK 320193"})
            QCOMPARE(cikOf(text).value_or("none"), std::string("0000320193"));
        for (const char *text :
             {"", "0", "0000000000", "CIK", "CIK:", "12345678901", "32O193", "-320193", "3.2e5"})
            QVERIFY2(!cikOf(text), text);
    }

    void namesAreAlikeWithoutPunctuation()
    {
        QCOMPARE(nameKey("Apple Inc."), std::string("apple inc"));
        QCOMPARE(nameKey("  APPLE   INC "), nameKey("Apple, Inc."));
        QCOMPARE(nameKey("AT&T INC."), std::string("at&t inc"));
        QVERIFY(nameKey("AT&T") != nameKey("ATT"));
        QCOMPARE(nameKey("..."), std::string());
        QCOMPARE(nameKey("株式会社"), std::string("株式会社"));
        QVERIFY(nameKey("\xff\xfe").empty());
    }

    void symbolsAreFoundBySpellingAndCik()
    {
        const TwoClasses names;
        const std::vector<std::string> symbols{"AAPL", "BRK.B", "SPY"};
        const auto found = [&](const char *text) {
            const auto symbol = findSymbol(text, symbols, &names, {}, {});
            return symbol && *symbol ? **symbol : std::string("none");
        };
        QCOMPARE(found("BRK.B"), std::string("BRK.B"));
        QCOMPARE(found("BRK-B"), std::string("BRK.B"));
        QCOMPARE(found("320193"), std::string("AAPL"));
        QCOMPARE(found("1067983"), std::string("BRK.B")); // there are no bars of the other class
        QCOMPARE(found("aapl"), std::string("none")); // another word: the sentence asks whether it was meant
        QCOMPARE(found("99"), std::string("none"));
        const auto without = findSymbol("320193", symbols, nullptr, {}, {});
        VERIFY_OK(without);
        QVERIFY(!*without);
        const std::vector<std::string> both{"BRK-A", "BRK-B", "BRK.B"};
        const auto several = findSymbol("1067983", both, &names, {}, {});
        VERIFY_ERROR(several, ErrorCode::BadInput);
        QVERIFY2(several.error().message.contains(QStringLiteral("BRK-A, BRK-B, BRK.B")),
                 qPrintable(several.error().message));
        VERIFY_ERROR(findSymbol("BRK/B", both, &names, {}, {}), ErrorCode::BadInput);
        QCOMPARE(findSymbol("BRK.B", both, &names, {}, {})->value(), std::string("BRK.B")); // itself
    }

    void statedNamesFollowOneAnother()
    {
        // as EDGAR tells Apple's: one name was used on one day beside another
        QCOMPARE(shown(heldNames({change(NameKind::Name, NameBasis::Stated, "APPLE COMPUTER", 1),
                                  change(NameKind::Name, NameBasis::Stated, "APPLE COMPUTER", 50, true),
                                  change(NameKind::Name, NameBasis::Stated, "APPLE /FA", 10),
                                  change(NameKind::Name, NameBasis::Stated, "APPLE /FA", 11, true),
                                  change(NameKind::Name, NameBasis::Stated, "APPLE", 50)})),
                 QStringLiteral("APPLE COMPUTER 1-50, APPLE /FA 10-11, APPLE 50-"));
    }

    void aNameReplacesTheOneBeforeIt()
    {
        QCOMPARE(shown(heldNames({change(NameKind::Name, NameBasis::Listed, "Facebook Inc", 1),
                                  change(NameKind::Name, NameBasis::Listed, "Meta Platforms", 9),
                                  change(NameKind::Name, NameBasis::Listed, "Meta Platforms", 12)})),
                 QStringLiteral("Facebook Inc 1-9, Meta Platforms 9-"));
        // a slip of one filer does not last
        QCOMPARE(shown(heldNames({change(NameKind::Name, NameBasis::Filed, "Apple Inc", 1),
                                  change(NameKind::Name, NameBasis::Filed, "Aple Inc", 5),
                                  change(NameKind::Name, NameBasis::Filed, "Apple Inc", 6)})),
                 QStringLiteral("Apple Inc 1-, Aple Inc 5-6"));
    }

    void tickersOfOneCompanyStandBesideOneAnother()
    {
        QCOMPARE(shown(heldNames({change(NameKind::Ticker, NameBasis::Listed, "GOOG", 1),
                                  change(NameKind::Ticker, NameBasis::Listed, "GOOGL", 1)})),
                 QStringLiteral("GOOG 1-, GOOGL 1-"));
    }

    void whatFilersWroteYieldsToTables()
    {
        const std::vector<CompanyName> changes{change(NameKind::Ticker, NameBasis::Filed, "FB", 1),
                                               change(NameKind::Ticker, NameBasis::Listed, "META", 9)};
        QCOMPARE(shown(heldNames(changes)), QStringLiteral("FB 1-9, META 9-"));
        // and a late form does not revive what was ended
        QCOMPARE(shown(heldNames({change(NameKind::Ticker, NameBasis::Listed, "FB", 1),
                                  change(NameKind::Ticker, NameBasis::Listed, "FB", 9, true),
                                  change(NameKind::Ticker, NameBasis::Filed, "FB", 12)})),
                 QStringLiteral("FB 1-9"));
        QCOMPARE(shown(heldNames({change(NameKind::Ticker, NameBasis::Listed, "FB", 1),
                                  change(NameKind::Ticker, NameBasis::Listed, "FB", 9, true),
                                  change(NameKind::Ticker, NameBasis::Listed, "FB", 12)})),
                 QStringLiteral("FB 1-9, FB 12-"));
    }

    void anEndAloneSaysThatItWas()
    {
        const auto held = heldNames({change(NameKind::Ticker, NameBasis::Stated, "TWTR", 9, true)});
        QCOMPARE(held.size(), std::size_t(1));
        QVERIFY(!held.front().from.isValid());
        QCOMPARE(held.front().until, day(9));
        QVERIFY(!held.front().isHeld());
    }
};

QTEST_GUILESS_MAIN(tst_HeldNames)
#include "tst_heldnames.moc"
