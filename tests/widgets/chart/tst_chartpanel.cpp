// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartpanel.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
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
    void exportsByMenu();
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
    QSignalSpy asked(m_desk.get(), &Desk::importFiles);
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
