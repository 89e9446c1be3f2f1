// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded answers of EDGAR and Polygon taken into a workspace: companies checked by hand, and nothing is
// added when the same answers are read anew.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/reparse.h"
#include "core/ingest/replay.h"
#include "core/store/companynames.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

using namespace core;
using namespace Qt::StringLiterals;
using base::qs;
using domain::HeldName;
using domain::NameKind;

class tst_NameHistory : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_place;
    base::ManualClock m_clock{*base::parseInstant("2026-09-01T12:00:00Z")};
    std::unique_ptr<store::Workspace> m_workspace;

    QString meant(const char *text, const char *when = nullptr) const
    {
        const auto meanings =
            store::CompanyNames(m_workspace->catalog())
                .meanings(text, when == nullptr ? base::Instant() : *base::parseInstant(when));
        if (!meanings)
            return meanings.error().message;
        QStringList all;
        for (const store::Meaning &one : *meanings)
            all.append(qs(one.company));
        return all.join(u' ');
    }

    QString nameOf(const char *cik, const char *when) const
    {
        const auto names = store::CompanyNames(m_workspace->catalog()).names(cik, *base::parseInstant(when));
        if (!names)
            return names.error().message;
        const HeldName *name = store::nameInForce(*names, NameKind::Name);
        return name == nullptr ? u"none"_s : qs(name->value);
    }

    QString tickersOf(const char *cik) const
    {
        const auto tickers = store::CompanyNames(m_workspace->catalog()).tickers(cik, {}, {});
        QStringList all;
        for (const std::string &one : *tickers)
            all.append(qs(one));
        return all.join(u' ');
    }

    std::int64_t rows() const
    {
        return **(*m_workspace->catalog().reader())->queryInteger("SELECT count(*) FROM instrument_names");
    }

private Q_SLOTS:
    void initTestCase()
    {
        SHARED_DATA_OR_SKIP(folder, u"payloads"_s);
        auto made = store::Workspace::create(m_place.filePath(u"w"_s).toStdString(), {}, m_clock);
        VERIFY_OK(made);
        m_workspace = std::move(*made);
        for (const char *source : {"edgar", "polygon"})
            VERIFY_OK(ingest::replay(*m_workspace, *sources::findProvider(source),
                                     (folder + u'/' + QLatin1String(source)).toStdString()));
    }

    void companiesAreAsByHand()
    {
        QCOMPARE(meant("AAPL"), u"0000320193"_s);
        QCOMPARE(meant("320193"), u"0000320193"_s);
        QCOMPARE(meant("CIK:0000320193", "2000-01-01"), u"0000320193"_s);
        QCOMPARE(meant("Apple Computer Inc", "2000-01-01"), u"0000320193"_s);
        QCOMPARE(meant("Apple Computer Inc"), u"0000320193"_s);
        QCOMPARE(meant("Apple Inc", "2000-01-01"), QString()); // not yet
        QCOMPARE(nameOf("0000320193", "2000-01-01"), u"APPLE COMPUTER INC"_s);
        QCOMPARE(nameOf("0000320193", "2010-01-01"), u"APPLE INC"_s);
        QCOMPARE(nameOf("0000320193", "2026-09-02"), u"Apple Inc."_s);
        QCOMPARE(nameOf("0001318605", "2010-01-01"), u"TESLA MOTORS INC"_s);
        QCOMPARE(nameOf("0001318605", "2018-01-01"), u"Tesla, Inc."_s);
        QCOMPARE(nameOf("0001318605", "2004-01-01"), u"none"_s);
        QCOMPARE(meant("BRK.B"), u"0001067983"_s);
        QCOMPARE(meant("BRK-B"), u"0001067983"_s);
        QCOMPARE(meant("BRK-A"), u"0001067983"_s);
        QCOMPARE(tickersOf("0001067983"), u"BRK-A BRK-B"_s);
        QCOMPARE(tickersOf("0001652044"), u"GOOG GOOGL"_s);
        QCOMPARE(meant("CARBO CERAMICS INC"), u"0001009672"_s); // not listed any more
        QCOMPARE(tickersOf("0001009672"), QString());
        QCOMPARE(meant("Taneja Vaibhav"), QString()); // a person
        QCOMPARE(meant("A"), u"0001090872"_s);
        QCOMPARE(meant("META"), u"0001326801"_s);
        QCOMPARE(meant("Meta Platforms, Inc."), u"0001326801"_s);
    }

    void theSameAnswersAddNothing()
    {
        const std::int64_t before = rows();
        QVERIFY(before > 17'000); // 9,610 tickers of 7,919 companies, and their names
        for (const char *source : {"edgar", "polygon"})
            VERIFY_OK(ingest::reparse(*m_workspace, *sources::findProvider(source), true));
        QCOMPARE(rows(), before);
    }
};

QTEST_GUILESS_MAIN(tst_NameHistory)
#include "tst_namehistory.moc"
