// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpanel.h"

#include "core/workbench/imports.h"
#include "tests/support/check.h"
#include "widgets/charts/chartexport.h"
#include "widgets/charts/chartjson.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace widgets;
using core::base::Instant;
using core::workbench::Session;

class TestChartPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatToDoWithoutAWorkspace();
    void saysWhatToDoWithoutPrices();
    void showsTheSelectedSymbol();
    void takesATypedSymbol();
    void offersAndMakesIntervals();
    void togglesCandlesAndAdjustment();
    void marksEventsAndOpensThem();
    void tellsABadFilter();
    void linksTheCursor();
    void shadesTheWindowOfAFinding();
    void marksTheEventsOfAFinding();
    void marksSessionsAndLeavesGaps();
    void opensAStateAgain();
    void exportsByMenu();
    void copiesByMenu();
    void everyControlHasAName();
    void looks();

private:
    void openSample()
    {
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->openSample(m_folder.filePath(QStringLiteral("sample")).toStdString());
        QVERIFY(opened.wait(120'000));
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->isSettled() && !m_panel->isEmpty(), 30'000);
    }
    template <typename T>
    T *child(const char *name)
    {
        return m_panel->findChild<T *>(QString::fromLatin1(name));
    }
    QAction *action(const char *id)
    {
        for (QAction *each : m_desk->actions()) {
            if (Desk::idOf(each) == QLatin1String(id))
                return each;
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
    core::base::ManualClock m_clock{Instant(core::base::Date(std::chrono::year(2026) / 6 / 1))};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ChartPanel> m_panel;
};

void TestChartPanel::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    m_theme = std::make_unique<Theme>();
    m_theme->use(QStringLiteral("dark"));
}

void TestChartPanel::init()
{
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("foreshock.conf")));
    m_session = std::make_unique<Session>(m_clock, std::filesystem::path());
    m_desk = std::make_unique<Desk>(*m_session, *m_theme, *m_settings);
    m_panel = std::make_unique<ChartPanel>(*m_desk);
    m_panel->resize(1000, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestChartPanel::cleanup()
{
    m_panel.reset();
    m_desk.reset();
    m_session.reset();
    m_settings.reset();
}

void TestChartPanel::saysWhatToDoWithoutAWorkspace()
{
    QVERIFY(m_panel->isEmpty());
    QSignalSpy asked(m_desk.get(), &Desk::openSample);
    m_panel->emptyState()->button()->click();
    QCOMPARE(asked.count(), 1);
}

void TestChartPanel::saysWhatToDoWithoutPrices()
{
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->create(m_folder.filePath(QStringLiteral("bare")).toStdString(), {});
    QVERIFY(opened.wait(30'000));
    QTRY_VERIFY(m_panel->isSettled());
    QVERIFY(m_panel->isEmpty());
    QVERIFY(m_panel->emptyState()->sentence().startsWith(QStringLiteral("No prices yet")));
    QSignalSpy asked(m_desk.get(), &Desk::showStarter);
    m_panel->emptyState()->button()->click();
    QCOMPARE(asked.count(), 1);
}

void TestChartPanel::showsTheSelectedSymbol()
{
    openSample();
    QVERIFY(!m_panel->symbol().isEmpty());
    QCOMPARE(m_desk->selection().symbol(), m_panel->symbol());
    QVERIFY(m_panel->view()->spec().candles.has_value());
    QVERIFY(m_panel->view()->spec().source.contains(QStringLiteral("simulated")));
    const auto symbols = storedSymbols(m_session->bench(), {});
    QVERIFY(symbols.ok() && symbols->symbols.size() > 2);
    const QString other = symbols->symbols.back();
    QVERIFY(other != m_panel->symbol());
    m_desk->selection().selectSymbol(other);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_panel->symbol(), other);
    QVERIFY(m_panel->view()->spec().title.startsWith(other));
    QCOMPARE(child<QLineEdit>("chartSymbol")->text(), other);
    // what is no symbol gets a sentence, and the box stays for another try
    m_desk->selection().selectSymbol(QStringLiteral("NO<b>SUCH"));
    QTRY_VERIFY(m_panel->isSettled());
    QVERIFY(!m_panel->view()->isVisible());
    QVERIFY(child<QLineEdit>("chartSymbol")->isVisible());
    m_session->close();
    QVERIFY(m_panel->isEmpty());
}

void TestChartPanel::takesATypedSymbol()
{
    openSample();
    const auto symbols = storedSymbols(m_session->bench(), {});
    QVERIFY(symbols.ok());
    auto *box = child<QLineEdit>("chartSymbol");
    box->setText(symbols->symbols.at(1).toLower());
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_desk->selection().symbol(), symbols->symbols.at(1));
}

void TestChartPanel::offersAndMakesIntervals()
{
    openSample();
    auto *intervals = child<QComboBox>("chartInterval");
    const std::size_t days = m_panel->view()->spec().candles->x->size();
    const int at = intervals->findData(QStringLiteral("fib5"));
    QVERIFY(at > 0);
    intervals->setCurrentIndex(at);
    Q_EMIT intervals->activated(at);
    QTRY_VERIFY(m_panel->isSettled());
    const std::size_t fives = m_panel->view()->spec().candles->x->size();
    QVERIFY(fives >= days / 5 && fives <= days / 5 + 2);
    QVERIFY(m_panel->view()->spec().title.contains(QStringLiteral("5 bars")));
}

void TestChartPanel::togglesCandlesAndAdjustment()
{
    openSample();
    const auto range = m_panel->view()->range();
    action("chart.candles")->trigger();
    QTRY_VERIFY(m_panel->isSettled());
    QVERIFY(!m_panel->view()->spec().candles);
    QCOMPARE(m_panel->view()->spec().series.size(), std::size_t(1));
    QVERIFY(std::abs(m_panel->view()->range().first - range.first) < 86'400e6);
    action("chart.adjusted")->trigger();
    QTRY_VERIFY(m_panel->isSettled());
    QVERIFY(m_panel->view()->spec().yTitle.endsWith(QStringLiteral("as quoted")));
    action("chart.table")->trigger();
    QVERIFY(m_panel->view()->showsTable());
    action("chart.table")->trigger();
    QVERIFY(!m_panel->view()->showsTable());
}

void TestChartPanel::marksEventsAndOpensThem()
{
    openSample();
    const auto types = eventTypes(m_session->bench(), 3);
    QVERIFY(types.ok() && !types->empty());
    m_panel->showEvents(typeFilter(QString::fromStdString(types->front().key)));
    QTRY_VERIFY(m_panel->isSettled());
    const auto &markers = m_panel->view()->spec().markers;
    QCOMPARE(markers.size(), std::size_t(std::min<std::uint64_t>(types->front().count, 5000)));
    QSignalSpy selected(&m_desk->selection(), &Selection::eventSelected);
    Q_EMIT m_panel->view()->markerClicked(markers[3].id);
    QVERIFY(selected.wait(10'000));
    QCOMPARE(QString::fromStdString(core::base::toText(m_desk->selection().event()->id)),
             markers[3].id.toString());
    // what is marked can be filtered by
    QMenu menu;
    Q_EMIT m_panel->view()->menuOpened(&menu, {});
    QVERIFY(menu.isEmpty());
    Q_EMIT m_panel->view()->menuOpened(&menu, {markers[3].id, markers[4].id});
    QCOMPARE(menu.actions().size(), 3); // a line, apply, prepare
    QSignalSpy applied(m_desk.get(), &Desk::applyFilter);
    QSignalSpy prepared(m_desk.get(), &Desk::prepareFilter);
    menu.actions().at(1)->trigger();
    menu.actions().at(2)->trigger();
    QCOMPARE(applied.count(), 1);
    QCOMPARE(prepared.count(), 1);
    QCOMPARE(prepared[0][0], applied[0][0]);
    const auto both = eventMarks(m_session->bench(), applied[0][0].toString(), 10, {});
    QVERIFY2(both.ok() && both->markers.size() == 2, qPrintable(applied[0][0].toString()));
    // as it was known before anything happened
    const core::base::Instant before(core::base::Date(std::chrono::year(2001) / 1 / 1));
    const auto then = eventMarks(m_session->bench(), applied[0][0].toString(), 10, {}, before);
    QVERIFY(then.ok() && then->markers.empty());
    // marks stay on another symbol
    const auto symbols = storedSymbols(m_session->bench(), {});
    m_panel->showSymbol(symbols->symbols.back());
    QTRY_VERIFY(m_panel->isSettled());
    QVERIFY(!m_panel->view()->spec().markers.empty());
    m_panel->showEvents({});
    QVERIFY(m_panel->view()->spec().markers.empty());
}

void TestChartPanel::tellsABadFilter()
{
    openSample();
    auto *line = child<QLineEdit>("chartEvents");
    line->setText(QStringLiteral("value >= and"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(line->property("syntaxState").toString(), QStringLiteral("invalid"));
    QVERIFY(!line->toolTip().isEmpty());
}

void TestChartPanel::linksTheCursor()
{
    openSample();
    const auto &x = *m_panel->view()->spec().candles->x;
    m_desk->selection().moveCursor(Instant(static_cast<std::int64_t>(x[40]) + 5));
    QCOMPARE(m_panel->view()->cursorX(), x[40]);
    m_panel->view()->setFocus();
    QSignalSpy moved(&m_desk->selection(), &Selection::cursorMoved);
    QTest::keyClick(m_panel->view(), Qt::Key_Right);
    QCOMPARE(m_desk->selection().cursor().micros(), static_cast<std::int64_t>(x[41]));
    QCOMPARE(moved.count(), 1);
    QTest::keyClick(m_panel->view(), Qt::Key_Escape);
    QVERIFY(!m_desk->selection().cursor().isValid());
}

void TestChartPanel::shadesTheWindowOfAFinding()
{
    openSample();
    const auto symbols = storedSymbols(m_session->bench(), {});
    const QString asset = symbols->symbols.back();
    const auto &x = *m_panel->view()->spec().candles->x;
    const auto instant = [&x](std::size_t row) { return Instant(static_cast<std::int64_t>(x[row])); };
    m_panel->setShades(asset, {0, 4}, {instant(50), instant(52), instant(100)});
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_panel->symbol(), asset);
    const auto &shades = m_panel->view()->spec().shades;
    QCOMPARE(shades.size(), std::size_t(2)); // two that touch are one
    const auto &shown = *m_panel->view()->spec().candles->x;
    QCOMPARE(shades[1].to - shades[1].from > 0, true);
    QVERIFY(std::find(shown.begin(), shown.end(), shades[1].from) != shown.end());
    m_desk->selection().selectFinding({QStringLiteral("run"), QStringLiteral("other")});
    QVERIFY(m_panel->view()->spec().shades.empty());
}

void TestChartPanel::marksTheEventsOfAFinding()
{
    openSample();
    const auto symbols = storedSymbols(m_session->bench(), {});
    const QString asset = symbols->symbols.back();
    const auto types = eventTypes(m_session->bench(), 3);
    QVERIFY(types->size() > 1);
    const auto &x = *m_panel->view()->spec().candles->x;
    FindingWindows windows{
        QStringLiteral("run-7"),
        asset,
        {1, 5},
        {Instant(static_cast<std::int64_t>(x[50])), Instant(static_cast<std::int64_t>(x[200]))},
        typeFilter(QString::fromStdString(types->front().key))};
    Q_EMIT m_desk->showWindows(windows);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_panel->symbol(), asset);
    QCOMPARE(m_panel->view()->spec().shades.size(), std::size_t(2));
    QVERIFY(!m_panel->view()->spec().markers.empty());
    QVERIFY2(m_panel->view()->note().contains(QStringLiteral("run-7")), qPrintable(m_panel->view()->note()));
    QCOMPARE(child<QLineEdit>("chartEvents")->text(), windows.filter);
    // the next finding brings its own
    windows.filter = typeFilter(QString::fromStdString(types->at(1).key));
    Q_EMIT m_desk->showWindows(windows);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(child<QLineEdit>("chartEvents")->text(), windows.filter);
    // marks that the person asked for stay
    const QString own = QStringLiteral("value >= 3");
    m_panel->showEvents(own);
    Q_EMIT m_desk->showWindows(windows);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(child<QLineEdit>("chartEvents")->text(), own);
    // a pool has no asset to shade
    m_desk->selection().selectFinding({QStringLiteral("run"), QStringLiteral("pool")});
    QVERIFY(m_panel->view()->spec().shades.empty());
    QCOMPARE(m_panel->view()->note(), QString());
    windows.asset.clear();
    Q_EMIT m_desk->showWindows(windows);
    QVERIFY(m_panel->view()->spec().shades.empty());
}

void TestChartPanel::marksSessionsAndLeavesGaps()
{
    // five-minute bars of three sessions over a change of the clock; in the second half an hour is not there
    QByteArray csv("Datetime,Open,High,Low,Close,Volume,Ticker\n");
    for (const char *day : {"2024-03-07", "2024-03-08", "2024-03-11"}) {
        for (int bar = 0; bar < 78; ++bar) {
            if (QByteArray(day) == "2024-03-08" && bar >= 30 && bar < 36)
                continue;
            const int minute = 570 + bar * 5;
            csv += QStringLiteral("%1 %2:%3:00,10,11,9,10.5,100,FIVE\n")
                       .arg(QString::fromLatin1(day))
                       .arg(minute / 60, 2, 10, QLatin1Char('0'))
                       .arg(minute % 60, 2, 10, QLatin1Char('0'))
                       .toLatin1();
        }
    }
    QFile file(m_folder.filePath(QStringLiteral("five.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
    file.close();
    QSignalSpy opened(m_session.get(), &Session::opened);
    m_session->create(m_folder.filePath(QStringLiteral("five")).toStdString(), {});
    QVERIFY(opened.wait(30'000));
    core::workbench::ImportJob what;
    what.files = {file.fileName().toStdString()};
    what.request.preset = "bars-5min";
    const auto imported = core::workbench::importFiles(*m_session->bench(), what, {}, {});
    QVERIFY(imported.ok() && imported->front().ok());
    QCOMPARE(imported->front()->stored, std::uint64_t(228));
    m_session->tellBarsStored();
    QTRY_VERIFY(m_panel->isSettled() && m_panel->symbol() == QStringLiteral("FIVE"));
    const auto at = [](const char *iso) {
        return static_cast<double>(core::base::parseInstant(iso)->micros());
    };
    for (const bool candles : {true, false}) {
        const ChartSpec &spec = m_panel->view()->spec();
        QCOMPARE(spec.candles.has_value(), candles);
        QCOMPARE(spec.breaks, std::vector({at("2024-03-08T14:30Z"), at("2024-03-11T13:30Z")}));
        QCOMPARE(spec.missing.size(), std::size_t(1));
        QVERIFY(spec.missing[0] > at("2024-03-08T17:00Z") && spec.missing[0] < at("2024-03-08T17:30Z"));
        if (candles)
            action("chart.candles")->trigger();
        QTRY_VERIFY(m_panel->isSettled());
    }
    // the axis says whose time it is; no line runs over night, nor over the missing half hour
    m_settings->set(Setting::Zone, QStringLiteral("America/New_York"));
    QTRY_VERIFY(m_panel->isSettled());
    const QString svg = m_folder.filePath(QStringLiteral("five.svg"));
    VERIFY_OK(exportChart(m_panel->view()->plot(), svg, 1, m_clock.now(), m_panel->view()->note()));
    QFile drawing(svg);
    QVERIFY(drawing.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(drawing.readAll());
    int lines = 0;
    bool namesZone = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("polyline") &&
            xml.attributes().value(QLatin1String("points")).count(u',') > 10)
            ++lines;
        if (xml.name() == QLatin1String("text"))
            namesZone = xml.readElementText().contains(QStringLiteral("America/New_York")) || namesZone;
    }
    QCOMPARE(lines, 4);
    QVERIFY(namesZone);
    m_settings->set(Setting::Zone, QStringLiteral("UTC"));
    // far away sessions are too dense to be marked, and the line is whole again
    ChartSpec dense = m_panel->view()->spec();
    for (int i = 0; i < 1000; ++i)
        dense.breaks.push_back(dense.breaks.back() + 1e6);
    Plot plot;
    plot.setSize({600, 300});
    plot.setSpec(dense);
    QVERIFY(plot.breaksInView().empty());
    plot.setSpec(m_panel->view()->spec());
    QCOMPARE(plot.breaksInView().size(), std::size_t(2));
}

void TestChartPanel::opensAStateAgain()
{
    openSample();
    const auto symbols = storedSymbols(m_session->bench(), {});
    const auto types = eventTypes(m_session->bench(), 1);
    m_panel->showSymbol(symbols->symbols.at(2));
    m_panel->showEvents(typeFilter(QString::fromStdString(types->front().key)));
    action("chart.adjusted")->trigger();
    auto *intervals = child<QComboBox>("chartInterval");
    intervals->setCurrentIndex(intervals->findData(QStringLiteral("fib5")));
    Q_EMIT intervals->activated(intervals->currentIndex());
    QTRY_VERIFY(m_panel->isSettled());
    const auto [from, to] = m_panel->view()->range();
    m_panel->view()->showRange(from + (to - from) * 0.25, from + (to - from) * 0.5);
    const auto wanted = m_panel->view()->range();
    QTRY_VERIFY(m_desk->report().isSettled());
    action("chart.add-to-report")->trigger();
    QCOMPARE(m_desk->report().book().sections.size(), std::size_t(1));
    const core::workbench::ReportSection section = m_desk->report().book().sections.front();
    QVERIFY2(section.source.contains(QStringLiteral("simulated")), qPrintable(section.source));
    QVERIFY(chartFromJson(section.chart));

    m_panel->showSymbol(symbols->symbols.at(0));
    m_panel->showEvents({});
    action("chart.adjusted")->trigger();
    QTRY_VERIFY(m_panel->isSettled());
    Q_EMIT m_desk->openChart(section.state);
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_panel->symbol(), symbols->symbols.at(2));
    QCOMPARE(intervals->currentData().toString(), QStringLiteral("fib5"));
    QVERIFY(!action("chart.adjusted")->isChecked());
    QVERIFY(std::abs(m_panel->view()->range().first - wanted.first) < 1e7);
    QVERIFY(std::abs(m_panel->view()->range().second - wanted.second) < 1e7);
    QVERIFY(!m_panel->view()->spec().markers.empty());
    // a state that means nothing changes nothing
    Q_EMIT m_desk->openChart({});
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(m_panel->symbol(), symbols->symbols.at(2));
    m_desk->report().remove(section.id);
}

void TestChartPanel::copiesByMenu()
{
    openSample();
    for (const auto &[id, scale] : {std::pair("chart.copy-image", 1), std::pair("chart.copy-image-2", 2),
                                    std::pair("chart.copy-image-3", 3), std::pair("chart.copy-image-4", 4)}) {
        QApplication::clipboard()->clear();
        action(id)->trigger();
        QTRY_COMPARE(QApplication::clipboard()->image().width(), m_panel->view()->width() * scale);
        QVERIFY(m_desk->messages().all().back().what.contains(QStringLiteral("clipboard")));
    }
    QVERIFY(action("chart.export-png") && action("chart.export-png-2") && action("chart.export-png-3") &&
            action("chart.export-png-4"));
}

void TestChartPanel::exportsByMenu()
{
    openSample();
    const QString file = m_folder.filePath(QStringLiteral("chart.svg"));
    m_desk->dialogs().setNextFileName(file);
    action("chart.export-svg")->trigger();
    QTRY_VERIFY(QFile::exists(file));
    m_desk->dialogs().setNextFileName(m_folder.filePath(QStringLiteral("none/chart.csv")));
    action("chart.export-csv")->trigger();
    QTRY_COMPARE(m_desk->messages().all().back().severity, Severity::Error);
}

void TestChartPanel::everyControlHasAName()
{
    openSample();
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestChartPanel::looks()
{
    // pictures for the eye, when a folder for them is named
    const QString folder = qEnvironmentVariable("FORESHOCK_PICTURES");
    if (folder.isEmpty())
        QSKIP("FORESHOCK_PICTURES names no folder, so no pictures are kept");
    openSample();
    const auto types = eventTypes(m_session->bench(), 3);
    m_panel->showEvents(typeFilter(QString::fromStdString(types->front().key)));
    QTRY_VERIFY(m_panel->isSettled());
    const auto [from, to] = m_panel->view()->range();
    m_panel->view()->showRange(to - (to - from) * 0.15, to);
    m_panel->view()->setCursor(to - (to - from) * 0.05);
    for (const char *theme : {"light", "dark"}) {
        m_theme->use(QString::fromLatin1(theme));
        QVERIFY(
            m_panel->grab().save(QStringLiteral("%1/chart-%2.png").arg(folder, QString::fromLatin1(theme))));
        m_panel->view()->showTable(true);
        QVERIFY(
            m_panel->grab().save(QStringLiteral("%1/table-%2.png").arg(folder, QString::fromLatin1(theme))));
        m_panel->view()->showTable(false);
    }
}

QTEST_MAIN(TestChartPanel)
#include "tst_chartpanel.moc"
