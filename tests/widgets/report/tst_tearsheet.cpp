// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/workbench/studies.h"
#include "core/workbench/tearsheet.h"
#include "widgets/report/pages.h"
#include "widgets/report/pagewriter.h"
#include "widgets/report/pdfmending.h"
#include "widgets/report/reportexport.h"
#include "widgets/report/tearsheetwriter.h"

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace widgets;
using core::base::Instant;
using core::workbench::Session;
using core::workbench::TearSheet;

/// The tear sheet as a value, as bytes and as an order of the desk; what the pages say is read in
/// tst_clireport.
class TestTearSheet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void namesFilesSafely_data();
    void namesFilesSafely();
    void linksPagesInPlace();
    void datesItInPlace();
    void outlinesThePages();
    void leavesAStrangeFileWithoutOutline();
    void namesWhatNoFontHas();
    void breaksLongTextOverPages();

    void gathersTheRun();
    void givesTheSameBytes();
    void stopsWhenCancelled();
    void exportsFromTheDesk();
    void saysWhenItCannotBeWritten();
    void asksBeforeItReplaces();

private:
    QTemporaryDir m_folder;
    core::base::ManualClock m_clock{Instant(core::base::Date(std::chrono::year(2026) / 6 / 1))};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QWidget> m_window;
    ReportExport *m_export = nullptr;
    QString m_run;
};

void TestTearSheet::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<Theme>();
    m_theme->use(QStringLiteral("dark"));
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("foreshock.conf")));
    m_session = std::make_unique<Session>(m_clock, std::filesystem::path());
    m_desk = std::make_unique<Desk>(*m_session, *m_theme, *m_settings);
    m_window = std::make_unique<QWidget>();
    m_export = new ReportExport(*m_desk, m_window.get());
    QVERIFY(!m_export->action()->isEnabled());
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->openSample(m_folder.filePath(QStringLiteral("sample")).toStdString());
    QVERIFY(opened.wait(120'000));
    const auto report = core::workbench::runStudy(*m_session->bench(), "sample-surprise", 2, {});
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    m_run = core::base::qs(report->run);
    QVERIFY(!report->findings.empty());
}

void TestTearSheet::cleanupTestCase()
{
    m_window.reset();
    m_desk.reset();
    m_session.reset();
}

void TestTearSheet::namesFilesSafely_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &study, const char *name) {
        QTest::newRow(what) << study << QString::fromLatin1(name);
    };
    row("plain", QStringLiteral("FOMC and OPEC"), "FOMC and OPEC 2026.pdf");
    row("path", QStringLiteral("../../etc/passwd"), "etc passwd 2026.pdf");
    row("reserved", QStringLiteral("CON"), "Report 2026.pdf");
    row("reserved with an ending", QStringLiteral("com1.txt"), "Report 2026.pdf");
    row("option", QStringLiteral("-rf x"), "rf x 2026.pdf");
    row("hidden", QStringLiteral(".bashrc"), "bashrc 2026.pdf");
    row("empty", QString(), "Report 2026.pdf");
    row("only signs", QStringLiteral("///:*?"), "Report 2026.pdf");
    row("control and override",
        QStringLiteral("a\u202e\x07"
                       "b"),
        "a b 2026.pdf");
    row("dots at the end", QStringLiteral("a.. . ."), "a 2026.pdf");
}

void TestTearSheet::namesFilesSafely()
{
    QFETCH(QString, study);
    QFETCH(QString, name);
    QCOMPARE(core::workbench::sheetFileName(study, QStringLiteral("2026")), name);
    QVERIFY(core::workbench::sheetFileName(QString(300, u'x'), QString(300, u'1')).size() < 140);
}

void TestTearSheet::linksPagesInPlace()
{
    QByteArray pdf("1 0 obj\n/Type /Pages\n/Kids \n[\n7 0 R\n12 0 R\n]\n"
                   "/A <<\n/Type /Action\n/S /URI\n/URI (");
    pdf += Pages::hrefOf(2).toLatin1() + ")\n>>\n/S /URI\n/URI (" + Pages::hrefOf(3).toLatin1() + ")\n";
    const qsizetype size = pdf.size();
    linkPages(pdf);
    QCOMPARE(pdf.size(), size);
    QVERIFY(pdf.contains("/S /GoTo\n/D [12 0 R /XYZ null null null]"));
    QVERIFY(pdf.contains(Pages::hrefOf(3).toLatin1())); // there is no third page
}

void TestTearSheet::datesItInPlace()
{
    QByteArray pdf("/CreationDate (D:20301231235959+00'00')\n>>\n");
    const qsizetype size = pdf.size();
    setCreated(pdf, Instant(core::base::Date(std::chrono::year(2026) / 6 / 1)));
    QCOMPARE(pdf.size(), size);
    QVERIFY2(pdf.startsWith("/CreationDate (D:20260601000000Z)"), pdf.constData());
    setCreated(pdf, {});
    QVERIFY(pdf.startsWith("/CreationDate (D:20260601000000Z)"));
}

void TestTearSheet::outlinesThePages()
{
    Pages pages({});
    pages.newPage();
    pages.bookmark(QStringLiteral("Über (all)"));
    pages.heading(QStringLiteral("one"));
    pages.heading(QStringLiteral("two"));
    pages.newPage();
    pages.bookmark(QStringLiteral("last"));
    QCOMPARE(pages.bookmarks().size(), std::size_t(4));
    QVERIFY(!pages.bookmarks()[0].isPart && pages.bookmarks()[1].isPart && !pages.bookmarks()[3].isPart);
    QCOMPARE(pages.bookmarks()[3].page, 2);
    const auto pdf = writePages(pages, QStringLiteral("x"), {}, {});
    QVERIFY(pdf.ok());
    QVERIFY(pdf->endsWith("%%EOF\n"));
    QCOMPARE(pdf->count("/Type /Outlines"), qsizetype(1));
    QCOMPARE(pdf->count("/Type /Catalog"), qsizetype(2)); // the new one takes the place of the old one
    // the table that was appended names the place of each of its objects
    const QByteArray tail = pdf->mid(pdf->lastIndexOf("\nxref\n") + 1);
    QList<QByteArray> lines = tail.split('\n');
    const auto sizeAt = tail.indexOf("/Size ");
    const int size = tail.mid(sizeAt + 6, tail.indexOf('\n', sizeAt) - sizeAt - 6).toInt();
    QCOMPARE(lines[0], "xref");
    int seen = 0;
    for (qsizetype at = 1; lines[at] != "trailer";) {
        const int first = lines[at].split(' ')[0].toInt();
        const int count = lines[at].split(' ').value(1).toInt();
        ++at;
        for (int i = 0; i < count; ++i, ++at, ++seen) {
            QCOMPARE(lines[at].size(), qsizetype(19)); // and the line end
            const qsizetype place = lines[at].left(10).toLongLong();
            const QByteArray head = QByteArray::number(first + i) + " 0 obj\n";
            QCOMPARE(pdf->mid(place, head.size()), head);
            QVERIFY(first + i < size);
        }
    }
    QCOMPARE(seen, 6); // catalog, outline, four bookmarks
    QVERIFY(pdf->contains("/Title <FEFF00DC00620065007200200028"));
}

void TestTearSheet::leavesAStrangeFileWithoutOutline()
{
    const std::vector<Bookmark> marks{{.title = QStringLiteral("x"), .page = 1}};
    QByteArray none("%PDF-1.4\n/Type /Pages\n/Kids [ 3 0 R ]\n");
    const QByteArray before = none;
    addOutline(none, marks);
    QCOMPARE(none, before);
    Pages pages({});
    pages.newPage();
    auto drawn = writePages(pages, QStringLiteral("x"), {}, {});
    QVERIFY(drawn.ok() && !drawn->contains("/Outlines"));
    const QByteArray whole = *drawn;
    addOutline(*drawn, {{.title = QStringLiteral("x"), .page = 2}}); // there is no such page
    QCOMPARE(*drawn, whole);
    addOutline(*drawn, marks);
    QVERIFY(drawn->startsWith(whole) && drawn->size() > whole.size());
}

void TestTearSheet::namesWhatNoFontHas()
{
    const Pages pages({});
    QCOMPARE(pages.clean(QStringLiteral("a − b é")), QStringLiteral("a − b é"));
    QVERIFY(pages.lost().empty());
    // a plane that no font fills
    QCOMPARE(pages.clean(QString::fromUcs4(U"x\U0001F9FF\U00012543", 3)).startsWith(u'x'), true);
    QCOMPARE(pages.clean(QStringLiteral("\u202eevil")), QStringLiteral("\\u202eevil"));
}

void TestTearSheet::breaksLongTextOverPages()
{
    Pages pages({});
    pages.newPage();
    pages.paragraph(QStringLiteral("word ").repeated(4000), {});
    QVERIFY(pages.count() > 1);
    QVERIFY(pages.room() >= 0);
    QCOMPARE(pages.heightOf(QString(5000, u'x'), 100, {.mostLines = 2}), 2 * Pages::lineHeight({}));
}

void TestTearSheet::gathersTheRun()
{
    const auto sheet =
        core::workbench::tearSheetOf(*m_session->bench(), core::base::utf8(m_run), std::nullopt, {});
    QVERIFY2(sheet.ok(), sheet.ok() ? "" : qPrintable(sheet.error().message));
    QVERIFY(sheet->isSimulated);
    QVERIFY(!sheet->findings.empty());
    QVERIFY(sheet->findings.size() <= core::workbench::kSheetFindings);
    for (const auto &finding : sheet->findings)
        QVERIFY(finding.evidence.finding.tier != "none");
    QCOMPARE(sheet->ledger.questions, sheet->report.newHypotheses);
    QVERIFY(!sheet->events.empty() && !sheet->assets.empty() && sheet->windows > 0);

    const std::string id = core::base::toHex(sheet->findings.back().evidence.finding.hypothesis);
    const auto found =
        core::workbench::hypothesisOf(*m_session->bench(), core::base::utf8(m_run), id.substr(0, 12));
    QVERIFY(found.ok());
    QCOMPARE(core::base::toHex(*found), id);
    const auto none = core::workbench::tearSheetOf(*m_session->bench(), "nonsense", std::nullopt, {});
    QVERIFY(!none.ok() && none.error().code == core::base::ErrorCode::NotFound);
}

void TestTearSheet::givesTheSameBytes()
{
    const auto sheet =
        core::workbench::tearSheetOf(*m_session->bench(), core::base::utf8(m_run), std::nullopt, {});
    QVERIFY(sheet.ok());
    const auto once = drawTearSheet(*sheet, {});
    const auto twice = drawTearSheet(*sheet, {});
    QVERIFY(once.ok() && twice.ok());
    QVERIFY(once->startsWith("%PDF-"));
    QVERIFY(!once->contains("foreshock:page:"));
    QCOMPARE(*once == *twice, true);
}

void TestTearSheet::stopsWhenCancelled()
{
    core::workbench::Job job;
    job.cancel.cancel();
    const auto sheet =
        core::workbench::tearSheetOf(*m_session->bench(), core::base::utf8(m_run), std::nullopt, job);
    QVERIFY(!sheet.ok() && sheet.error().code == core::base::ErrorCode::Cancelled);
}

void TestTearSheet::exportsFromTheDesk()
{
    Q_EMIT m_desk->openRun(m_run);
    QVERIFY(m_export->action()->isEnabled());
    const QString name = m_folder.filePath(QStringLiteral("mine"));
    m_desk->dialogs().setNextFileName(name); // without an ending
    QSignalSpy printed(m_export, &ReportExport::printed);
    m_export->action()->trigger();
    QVERIFY(printed.wait(60'000));
    QCOMPARE(printed[0][0].toString(), name + QStringLiteral(".pdf"));
    QFile file(name + QStringLiteral(".pdf"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(8).startsWith("%PDF-"));
    const Message &message = m_desk->messages().all().back();
    QCOMPARE(message.severity, Severity::Info);
    QCOMPARE(message.actions.size(), std::size_t(2));
    QVERIFY(m_export->isSettled());
}

void TestTearSheet::saysWhenItCannotBeWritten()
{
    const auto before = m_desk->messages().all().size();
    m_desk->dialogs().setNextFileName(m_folder.filePath(QStringLiteral("not/there/x.pdf")));
    Q_EMIT m_desk->exportReport(m_run, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->messages().all().size(), before + 1, 60'000);
    QCOMPARE(m_desk->messages().all().back().severity, Severity::Error);
    QVERIFY(!m_desk->messages().all().back().what.contains(u'\n'));
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("not"))));
    QTRY_VERIFY(m_export->isSettled());
}

void TestTearSheet::asksBeforeItReplaces()
{
    const QString name = m_folder.filePath(QStringLiteral("kept"));
    QFile file(name + QStringLiteral(".pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const int asked = m_desk->dialogs().asked();
    m_desk->dialogs().setNextFileName(name);
    m_desk->dialogs().setNextAnswer(1);
    Q_EMIT m_desk->exportReport(m_run, {});
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->dialogs().asked(), asked + 2, 30'000);
    QTRY_VERIFY(m_export->isSettled());
    QCOMPARE(QFileInfo(file).size(), 4);
}

QTEST_MAIN(TestTearSheet)
#include "tst_tearsheet.moc"
