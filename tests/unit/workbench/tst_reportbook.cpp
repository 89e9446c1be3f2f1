// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/reportbook.h"

#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/workbench/samplemaker.h"
#include "core/workbench/studies.h"
#include "tests/support/check.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sstream>

using namespace core;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using workbench::ReportBook;
using workbench::ReportFault;
using workbench::ReportSection;
using workbench::Workbench;

namespace {

ReportSection section(const QString &kind, const QJsonObject &state)
{
    ReportSection out;
    out.id = kind + u"-1"_s;
    out.kind = kind;
    out.title = u"A “title” \u202e <b>"_s;
    out.comment = u"first line\nsecond line"_s;
    out.sentences = {u"Said once."_s, u"Said twice."_s};
    out.source = u"Workspace x"_s;
    out.table = {{u"time"_s, u"value"_s}, {false, true}, {{u"2020-01-01"_s, u"1.5"_s}, {u"–"_s, {}}}};
    out.chart = {{u"title"_s, u"Prices"_s}};
    out.state = state;
    out.addedAt = base::Instant(base::Date(std::chrono::year(2026) / 2 / 3));
    return out;
}

} // namespace

/// The report of a workspace as a file, and what is checked before it is printed.
class TestReportBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { std::filesystem::remove_all(m_bench->folder() / "reports"); }

    void isEmptyAtFirst();
    void givesBackWhatWasSaved();
    void leavesADamagedFileAlone_data();
    void leavesADamagedFileAlone();
    void makesRowsAsWideAsTheTitles();
    void namesWhatIsGone_data();
    void namesWhatIsGone();
    void findsNothingWrongWithASoundReport();
    void stopsWhenCancelled();
    void printsNoEmptyReport();

private:
    [[nodiscard]] std::filesystem::path file() const { return m_bench->folder() / "reports" / "report.json"; }
    void put(const char *text) const
    {
        std::filesystem::create_directories(file().parent_path());
        std::ofstream(file()) << text;
    }
    [[nodiscard]] QString faultOf(const ReportSection &section) const
    {
        const auto faults = workbench::reportFaults(*m_bench, {{}, {section}}, {});
        if (!faults)
            return u"failed: "_s + faults.error().message;
        return faults->empty() ? QString() : faults->front().sentence;
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2026) / 1 / 10))};
    std::unique_ptr<Workbench> m_bench;
    QJsonObject m_finding;
};

void TestReportBook::initTestCase()
{
    auto bench = workbench::createSample(m_folder.filePath(u"sample"_s).toStdString(), 1, {}, m_clock, {});
    VERIFY_OK(bench);
    m_bench = std::move(*bench);
    const auto report = workbench::runStudy(*m_bench, "sample-surprise", 2, {});
    VERIFY_OK(report);
    m_finding = {{u"run"_s, base::qs(report->run)},
                 {u"hypothesis"_s, base::qs(base::toHex(report->findings.front().hypothesis))}};
}

void TestReportBook::isEmptyAtFirst()
{
    const auto book = workbench::readReportBook(*m_bench);
    VERIFY_OK(book);
    QVERIFY(book->sections.empty());
    QVERIFY(!std::filesystem::exists(file())); // reading writes nothing
}

void TestReportBook::givesBackWhatWasSaved()
{
    const ReportBook book{u"My report"_s,
                          {section(u"chart"_s, {{u"symbol"_s, u"SIM-INDEX"_s}}), section(u"events"_s, {})}};
    VERIFY_OK(workbench::saveReportBook(*m_bench, book));
    const auto read = workbench::readReportBook(*m_bench);
    VERIFY_OK(read);
    QCOMPARE(read->title, book.title);
    QCOMPARE(read->sections.size(), std::size_t(2));
    QVERIFY(read->sections == book.sections);
    VERIFY_OK(workbench::saveReportBook(*m_bench, {}));
    QVERIFY(workbench::readReportBook(*m_bench)->sections.empty());
}

void TestReportBook::leavesADamagedFileAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("cut") << QByteArray(R"({"format": 1, "sections": [)") << int(ErrorCode::Corrupt);
    QTest::newRow("no report") << QByteArray("[1, 2]") << int(ErrorCode::Corrupt);
    QTest::newRow("newer") << QByteArray(R"({"format": 2})") << int(ErrorCode::Newer);
}

void TestReportBook::leavesADamagedFileAlone()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    put(text.constData());
    const auto read = workbench::readReportBook(*m_bench);
    QVERIFY(!read.ok());
    QCOMPARE(int(read.error().code), code);
    QVERIFY2(read.error().message.contains(u"report.json"_s), qPrintable(read.error().message));
    std::ifstream stream(file());
    std::stringstream after;
    after << stream.rdbuf();
    QCOMPARE(QByteArray::fromStdString(after.str()), text);
}

void TestReportBook::makesRowsAsWideAsTheTitles()
{
    put(R"({"format": 1, "sections": [7, {"kind": "events", "table":
        {"titles": ["a", "b"], "numbers": [true, true, true], "rows": [["1"], ["1", "2", "3"], "x"]}}]})");
    const auto read = workbench::readReportBook(*m_bench);
    VERIFY_OK(read);
    QCOMPARE(read->sections.size(), std::size_t(2));
    const workbench::ReportTable &table = read->sections[1].table;
    QCOMPARE(table.numbers.size(), std::size_t(2));
    QCOMPARE(table.rows.size(), std::size_t(3));
    for (const QStringList &row : table.rows)
        QCOMPARE(row.size(), 2);
}

void TestReportBook::namesWhatIsGone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("state");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QString &kind, const QJsonObject &state, const char *words) {
        QTest::newRow(name) << kind << state << QString::fromLatin1(words);
    };
    row("run", u"finding"_s, {{u"run"_s, u"19990101-nothing"_s}, {u"hypothesis"_s, QString(64, u'0')}},
        "The run 19990101-nothing it comes from is no longer in the workspace.");
    row("finding", u"finding"_s,
        {{u"run"_s, m_finding.value(u"run"_s)}, {u"hypothesis"_s, QString(64, u'0')}},
        "no longer reports this finding");
    row("prices", u"chart"_s, {{u"symbol"_s, u"NONE"_s}, {u"interval"_s, u"1d"_s}},
        "The prices of NONE it was made of are no longer in the workspace.");
    row("symbol", u"symbol"_s, {{u"symbol"_s, u"NONE"_s}}, "no longer in the workspace");
    row("events", u"events"_s, {{u"filter"_s, u"event_type == nothing_of_the_kind"_s}},
        "No event of the workspace passes its filter any more.");
    row("filter", u"events"_s, {{u"filter"_s, u"value >"_s}}, "Its filter is not understood");
    row("event", u"event"_s, {{u"event"_s, u"00000000-0000-5000-8000-000000000000"_s}},
        "No event of the workspace");
    row("kind", u"poem"_s, {}, "does not know");
}

void TestReportBook::namesWhatIsGone()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, state);
    QFETCH(QString, words);
    const QString fault = faultOf(section(kind, state));
    QVERIFY2(fault.contains(words), qPrintable(fault));
    // and when nothing is in it either, that is said
    ReportSection empty;
    empty.kind = kind;
    empty.state = state;
    QVERIFY2(faultOf(empty).startsWith(u"It is empty"_s), qPrintable(faultOf(empty)));
}

void TestReportBook::findsNothingWrongWithASoundReport()
{
    QCOMPARE(faultOf(section(u"finding"_s, m_finding)), QString());
    QCOMPARE(faultOf(section(u"chart"_s, {{u"symbol"_s, u"SIM-INDEX"_s}, {u"interval"_s, u"fib5"_s}})),
             QString());
    QCOMPARE(faultOf(section(u"symbol"_s, {{u"symbol"_s, u"SIM-INDEX"_s}})), QString());
    QCOMPARE(faultOf(section(u"events"_s, {{u"filter"_s, QString()}})), QString());
    const auto sheet = workbench::reportSheetOf(*m_bench, {{}, {section(u"finding"_s, m_finding)}}, {});
    VERIFY_OK(sheet);
    QVERIFY(sheet->isSimulated && sheet->faults.empty());
    QCOMPARE(sheet->madeAt, m_clock.now());
    QVERIFY(workbench::reportTitle(*sheet).contains(sheet->workspace));
}

void TestReportBook::stopsWhenCancelled()
{
    workbench::Job job;
    job.cancel.cancel();
    const auto faults = workbench::reportFaults(*m_bench, {{}, {section(u"finding"_s, m_finding)}}, job);
    QVERIFY(!faults.ok() && faults.error().code == ErrorCode::Cancelled);
}

void TestReportBook::printsNoEmptyReport()
{
    const auto sheet = workbench::reportSheetOf(*m_bench, {}, {});
    QVERIFY(!sheet.ok() && sheet.error().code == ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(TestReportBook)
#include "tst_reportbook.moc"
