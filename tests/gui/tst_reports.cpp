// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The report that is put together of the panels (behaviour 58): added to from four of them, put in order,
// opened again, checked and printed.
#include "core/workbench/reportbook.h"
#include "tests/gui/desktop.h"
#include "widgets/chart/chartpanel.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/discovery/runview.h"
#include "widgets/events/eventspanel.h"
#include "widgets/events/filterbar.h"
#include "widgets/reports/reportspanel.h"
#include "widgets/reports/sectionview.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>

using namespace Qt::StringLiterals;
using core::workbench::ReportSection;
using tests::Desktop;

namespace {

constexpr int kLong = 120'000;
const QString kFilter = u"event_type == refinery_outage"_s;

QString poppler(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

template <typename P>
P *panel(Desktop &desktop, const char *id)
{
    return qobject_cast<P *>(desktop.window->docks().panel(QString::fromLatin1(id)));
}

QAction *action(const Desktop &desktop, const char *id)
{
    for (QAction *each : desktop.desk.actions()) {
        if (widgets::Desk::idOf(each) == QLatin1String(id))
            return each;
    }
    return nullptr;
}

const std::vector<ReportSection> &sections(Desktop &desktop)
{
    return desktop.desk.report().book().sections;
}

} // namespace

class tst_Reports final : public QObject
{
    Q_OBJECT

private:
    static void settle(Desktop &desktop) { QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled(), kLong); }

    /// Three sections of three panels: events, chart, finding.
    static void fill(Desktop &desktop)
    {
        desktop.openSample();
        Q_EMIT desktop.desk.applyFilter(kFilter);
        settle(desktop);
        action(desktop, "events.add-to-report")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(sections(desktop).size(), std::size_t(1), kLong);

        auto *chart = panel<widgets::ChartPanel>(desktop, "chart");
        Q_EMIT desktop.desk.showPanel(u"chart"_s);
        chart->showSymbol(u"SIM-INDEX"_s);
        chart->showEvents(kFilter);
        settle(desktop);
        chart->view()->showRange(x(2015), x(2018));
        action(desktop, "chart.add-to-report")->trigger();
        QCOMPARE(sections(desktop).size(), std::size_t(2));

        Q_EMIT desktop.desk.openStudyFile(u"sample-surprise"_s);
        settle(desktop);
        auto *discovery = panel<widgets::DiscoveryPanel>(desktop, "discovery");
        QSignalSpy ended(discovery, &widgets::DiscoveryPanel::ended);
        discovery->run();
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kLong);
        settle(desktop);
        action(desktop, "discovery.add-to-report")->trigger();
        QCOMPARE(sections(desktop).size(), std::size_t(3));
    }
    static double x(int year)
    {
        return static_cast<double>(
            core::base::Instant(core::base::Date(std::chrono::year(year) / 1 / 1)).micros());
    }
    static void print(Desktop &desktop, const QString &file)
    {
        desktop.desk.dialogs().setNextFileName(file);
        action(desktop, "reports.export")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kLong);
    }

private Q_SLOTS:
    void keepsWhatThePanelsShowed()
    {
        Desktop desktop;
        fill(desktop);
        QCOMPARE(sections(desktop)[0].kind, u"events"_s);
        QCOMPARE(sections(desktop)[0].state.value(u"filter"_s).toString(), kFilter);
        QCOMPARE(sections(desktop)[0].table.rows.size(), std::size_t(25));
        QCOMPARE(sections(desktop)[1].state.value(u"symbol"_s).toString(), u"SIM-INDEX"_s);
        QVERIFY(!sections(desktop)[1].chart.isEmpty());
        QVERIFY(!sections(desktop)[2].chart.isEmpty());
        QVERIFY(sections(desktop)[2].sentences.front().size() > 40);
        const auto &finding = desktop.desk.selection().finding();
        QVERIFY(finding);
        QCOMPARE(sections(desktop)[2].state.value(u"hypothesis"_s).toString(), finding->hypothesis);

        // the inspector shows the finding too
        action(desktop, "inspector.add-to-report")->trigger();
        QCOMPARE(sections(desktop).size(), std::size_t(4));
        QVERIFY(sections(desktop)[3].table.rows.size() > 10);

        // and it is all in the workspace: another window finds it there
        const std::vector<ReportSection> before = sections(desktop);
        desktop.window->closeWorkspace();
        QVERIFY(sections(desktop).empty());
        desktop.window->openSample();
        QTRY_COMPARE_WITH_TIMEOUT(sections(desktop).size(), before.size(), kLong);
        QVERIFY(sections(desktop) == before);
        for (const ReportSection &section : before)
            desktop.desk.report().remove(section.id);
    }

    void putsThemInOrderAndBringsThemBack()
    {
        Desktop desktop;
        fill(desktop);
        Q_EMIT desktop.desk.showPanel(u"reports"_s);
        auto *reports = panel<widgets::ReportsPanel>(desktop, "reports");
        QVERIFY(!reports->isEmpty());
        QCOMPARE(reports->table()->model()->rowCount(), 3);
        const QString events = sections(desktop)[0].id;
        const QString chart = sections(desktop)[1].id;

        reports->table()->setCurrentIndex(reports->table()->model()->index(0, 1));
        reports->table()->setFocus();
        QTest::keyClick(reports->table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(sections(desktop)[1].id, events);
        QCOMPARE(reports->table()->currentIndex().row(), 1); // the selection goes with it
        QTest::keyClick(reports->table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(sections(desktop)[0].id, events);
        QVERIFY(!action(desktop, "reports.up")->isEnabled());

        // a comment belongs to its section
        QTest::keyClicks(reports->view()->comment(), u"What it shows"_s);
        QCOMPARE(sections(desktop)[0].comment, u"What it shows"_s);
        reports->table()->setCurrentIndex(reports->table()->model()->index(1, 1));
        QCOMPARE(reports->view()->comment()->toPlainText(), QString());
        QCOMPARE(sections(desktop)[0].comment, u"What it shows"_s);

        QTest::keyClick(reports->table(), Qt::Key_Delete);
        QCOMPARE(sections(desktop).size(), std::size_t(2));
        QCOMPARE(reports->table()->model()->rowCount(), 2);
        const widgets::Message removed = desktop.desk.messages().all().back();
        QCOMPARE(removed.actions.size(), std::size_t(1));
        removed.actions.front().run();
        QCOMPARE(sections(desktop).size(), std::size_t(3));
        QCOMPARE(sections(desktop)[1].id, chart);
        removed.actions.front().run(); // twice does no more
        QCOMPARE(sections(desktop).size(), std::size_t(3));
        while (!sections(desktop).empty())
            desktop.desk.report().remove(sections(desktop).front().id);
        QVERIFY(reports->isEmpty());
    }

    void opensTheStateAgain()
    {
        Desktop desktop;
        fill(desktop);
        auto *reports = panel<widgets::ReportsPanel>(desktop, "reports");
        auto *chart = panel<widgets::ChartPanel>(desktop, "chart");
        auto *discovery = panel<widgets::DiscoveryPanel>(desktop, "discovery");
        const QString hypothesis = sections(desktop)[2].state.value(u"hypothesis"_s).toString();
        // everything is elsewhere by now
        Q_EMIT desktop.desk.applyFilter(u"event_type == jobs_report"_s);
        chart->showSymbol(u"SIM-EN01"_s);
        chart->showEvents({});
        discovery->results()->table()->setCurrentIndex(discovery->results()->table()->model()->index(1, 0));
        settle(desktop);
        QVERIFY(chart->symbol() != u"SIM-INDEX"_s);
        QVERIFY(desktop.desk.selection().finding()->hypothesis != hypothesis);

        reports->open(sections(desktop)[0].id);
        settle(desktop);
        QCOMPARE(panel<widgets::EventsPanel>(desktop, "events")->feed().filter(), kFilter);
        reports->open(sections(desktop)[1].id);
        settle(desktop);
        QTRY_VERIFY_WITH_TIMEOUT(chart->isSettled(), kLong);
        QCOMPARE(chart->symbol(), u"SIM-INDEX"_s);
        const auto [from, to] = chart->view()->range();
        QVERIFY2(std::abs(from - x(2015)) < 1e9 && std::abs(to - x(2018)) < 1e9,
                 qPrintable(QString::number(from)));
        QVERIFY(!chart->view()->spec().markers.empty());
        reports->open(sections(desktop)[2].id);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.desk.selection().finding()->hypothesis, hypothesis, kLong);
        QVERIFY(desktop.window->docks().dock(u"discovery"_s)->isVisible());
        while (!sections(desktop).empty())
            desktop.desk.report().remove(sections(desktop).front().id);
    }

    void saysWhatShouldBeLookedAt()
    {
        Desktop desktop;
        desktop.openSample();
        ReportSection gone;
        gone.kind = u"finding"_s;
        gone.title = u"An old finding"_s;
        gone.sentences = {u"It was so."_s};
        gone.state = {{u"run"_s, u"run-of-old"_s}, {u"hypothesis"_s, QString(64, u'0')}};
        ReportSection empty;
        empty.kind = u"chart"_s;
        empty.title = u"Nothing"_s;
        QVERIFY(desktop.desk.report().add(gone));
        QVERIFY(desktop.desk.report().add(empty));
        Q_EMIT desktop.desk.showPanel(u"reports"_s);
        auto *reports = panel<widgets::ReportsPanel>(desktop, "reports");
        QTRY_VERIFY_WITH_TIMEOUT(reports->isSettled(), kLong);
        QVERIFY2(
            reports->faults().contains(u"1. An old finding: The run run-of-old it comes from is no longer"_s),
            qPrintable(reports->faults()));
        QVERIFY2(reports->faults().contains(u"2. Nothing: It is empty"_s), qPrintable(reports->faults()));
        // with a comment a section says something
        desktop.desk.report().setComment(sections(desktop)[1].id, u"Written"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!reports->faults().contains(u"It is empty"_s), kLong);
        while (!sections(desktop).empty())
            desktop.desk.report().remove(sections(desktop).front().id);
    }

    void printsThreeSections()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("poppler-utils is not installed, so nothing can read the PDF");
        Desktop desktop;
        fill(desktop);
        desktop.desk.report().setTitle(u"What the outages did"_s);
        desktop.desk.report().setComment(sections(desktop)[1].id, u"Two years <b>apart</b>\nand quiet"_s);
        const QString file = desktop.dir.filePath(u"report.pdf"_s);
        print(desktop, file);

        if (const QString pictures = qEnvironmentVariable("FORESHOCK_PICTURES"); !pictures.isEmpty())
            QFile::copy(file, pictures + u"/report.pdf"_s);

        QStringList pages = poppler(u"pdftotext"_s, {file, u"-"_s}).split(u'\f');
        pages.removeLast();
        QVERIFY(pages.size() >= 3);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const QString page = pages[i].simplified();
            QVERIFY2(page.contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(page));
            QVERIFY2(page.contains(u"Simulated data"_s), qPrintable(page));
            QVERIFY(page.contains(u"What the outages did"_s));
        }
        const QString whole = pages.join(u' ').simplified();
        for (const QString &words : {u"Contents"_s, u"1. event_type == refinery_outage"_s, u"2. SIM-INDEX"_s,
                                     u"25 of them are listed here"_s, u"Two years <b>apart</b>"_s, u"2015"_s,
                                     sections(desktop)[2].state.value(u"run"_s).toString()})
            QVERIFY2(whole.contains(words), qPrintable(words));
        // all of the finding's sentence
        QVERIFY(whole.contains(sections(desktop)[2].sentences.front().simplified().left(60)));

        const QString links = poppler(u"pdftohtml"_s, {u"-xml"_s, u"-i"_s, u"-stdout"_s, file});
        QVERIFY(links.contains(u"#2\""_s));
        QVERIFY2(links.contains(u"#%1\""_s.arg(pages.size())) ||
                     links.contains(u"#%1\""_s.arg(pages.size() - 1)),
                 qPrintable(links.left(2000)));
        QVERIFY(links.contains(u"#1\""_s)); // and back
        QVERIFY(!links.contains(u"foreshock:page"_s));
        QVERIFY2(links.contains(u"<outline>"_s), qPrintable(links.right(2000)));
        QCOMPARE(poppler(u"pdfimages"_s, {u"-list"_s, file}).count(u'\n'), 2); // its heading
        const QStringList fonts = poppler(u"pdffonts"_s, {file}).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (const QString &font : fonts.mid(2)) {
            const QStringList parts = font.simplified().split(u' ');
            QVERIFY2(parts.size() >= 6 && parts[parts.size() - 5] == u"yes"_s, qPrintable(font));
        }
        while (!sections(desktop).empty())
            desktop.desk.report().remove(sections(desktop).front().id);
    }
};

QTEST_MAIN(tst_Reports)
#include "tst_reports.moc"
