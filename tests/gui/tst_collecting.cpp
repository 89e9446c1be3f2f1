// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting as a person meets it: sources in the Explorer and the Inspector, the status bar, jobs, starter
// data and the quality of the data; and what every fault of a provider reads like (behaviour 61).
#include "app/startup.h"
#include "core/net/httpsentences.h"
#include "core/workbench/collection.h"
#include "tests/gui/desktop.h"
#include "tests/support/check.h"
#include "tests/support/deskfixture.h"
#include "tests/support/playedprovider.h"
#include "tests/support/sourceworld.h"
#include "widgets/common/textrows.h"
#include "widgets/events/eventspanel.h"
#include "widgets/explorer/explorermodel.h"
#include "widgets/explorer/explorerpanel.h"
#include "widgets/inspector/factstable.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/sourceview.h"
#include "widgets/jobs/collectingview.h"
#include "widgets/jobs/jobspanel.h"
#include "widgets/quality/qualitymodel.h"
#include "widgets/quality/qualitypanel.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/sources/sourcewords.h"
#include "widgets/start/startermodel.h"
#include "widgets/start/starterpage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Result;
using core::ingest::Fetched;
using core::ingest::Freshness;
using core::workbench::Collection;
using core::workbench::CollectState;
using support::answered;
using support::quakes;
using tests::Desktop;
using widgets::ExplorerModel;
using widgets::Setting;

namespace {

constexpr int kLong = 60'000;
const QString kUsgs = u"usgs"_s;

/// A desktop whose sources are played by the test; a real, empty workspace is open.
class Station final
{
public:
    Station()
        : played(std::make_shared<support::PlayedProvider>())
    {
        played->answer([this](const std::string &) { return quakesNow(0, 50); });
        collection().setFetcher(played);
        collection().setSecretOf({});
        desktop.show();
    }
    void open()
    {
        desktop.session.create(core::base::utf8(desktop.dir.filePath(u"w"_s)), {});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.session.bench() != nullptr, kLong);
        settle();
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(desktop.window->isSettled() && collection().isSettled(), kLong);
    }
    [[nodiscard]] Collection &collection() const { return desktop.session.collection(); }
    [[nodiscard]] Result<Fetched> quakesNow(int first, int count) const
    {
        return answered(quakes(first, count, desktop.clock.now()), desktop.clock.now());
    }
    template <typename P>
    [[nodiscard]] P *panel(const QString &id) const
    {
        return qobject_cast<P *>(desktop.window->docks().panel(id));
    }
    [[nodiscard]] widgets::ExplorerPanel *explorer() const
    {
        return panel<widgets::ExplorerPanel>(u"explorer"_s);
    }
    [[nodiscard]] widgets::SourceView *view() const
    {
        return panel<widgets::InspectorPanel>(u"inspector"_s)->source();
    }
    /// Makes a source the current line of the Explorer.
    [[nodiscard]] bool choose(const QString &source) const
    {
        return explorer()->select(ExplorerModel::Section::Sources, ExplorerModel::Kind::Source, source);
    }
    [[nodiscard]] QModelIndex line(const QString &source) const
    {
        return explorer()->model()->find(ExplorerModel::Section::Sources, ExplorerModel::Kind::Source,
                                         source);
    }
    [[nodiscard]] QAction *action(const QString &id) const
    {
        for (QAction *action : desktop.desk.actions()) {
            if (widgets::Desk::idOf(action) == id)
                return action;
        }
        return nullptr;
    }

    std::shared_ptr<support::PlayedProvider> played;
    Desktop desktop;
};

} // namespace

class tst_Collecting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsReadInPlainWords_data()
    {
        QTest::addColumn<Result<Fetched>>("answer");
        QTest::addColumn<QString>("says");
        const auto failure = [](core::net::HttpFailure kind, const char *detail) -> Result<Fetched> {
            return Error{ErrorCode::Network, core::net::failureSentence(kind, "earthquake.usgs.gov", detail,
                                                                        std::uint64_t(1) << 20)};
        };
        const auto page = [](std::string bytes, int status) -> Result<Fetched> {
            return answered(std::move(bytes), core::base::SystemClock().now(), status);
        };
        QTest::newRow("no DNS") << failure(core::net::HttpFailure::Unreachable, "Could not resolve host")
                                << u"“earthquake.usgs.gov” cannot be reached"_s;
        QTest::newRow("TLS") << failure(core::net::HttpFailure::Tls, "certificate has expired")
                             << u"could not prove who it is"_s;
        QTest::newRow("429") << page("slow down", 429) << u"asked too often (HTTP 429)"_s;
        QTest::newRow("5xx") << page("<html>oops</html>", 503) << u"answered 503; it is asked again later"_s;
        QTest::newRow("portal") << page("<!DOCTYPE html><html>Please log in</html>", 200)
                                << u"sent a web page instead of data"_s;
        QTest::newRow("parse") << page("{\"type\":\"nothing of the kind\"}", 200)
                               << u"sent something else than quakes"_s;
    }
    void everyFaultIsReadInPlainWords()
    {
        QFETCH(Result<Fetched>, answer);
        QFETCH(QString, says);
        Station station;
        station.open();
        station.played->answer([answer](const std::string &) { return answer; });
        station.collection().switchSource(kUsgs, true);
        QTRY_VERIFY_WITH_TIMEOUT(station.line(kUsgs).isValid() &&
                                     station.line(kUsgs).data(ExplorerModel::DetailRole).toString() ==
                                         u"Failing"_s,
                                 kLong);
        // in the Explorer: a mark of its own shape, the word, and the sentence below it, seen without a click
        const QModelIndex line = station.line(kUsgs);
        QVERIFY(station.explorer()->model()->rowCount(line) >= 1);
        const QString told = station.explorer()->model()->index(0, 0, line).data().toString();
        QVERIFY2(told.contains(says), qPrintable(told));
        // in the Inspector: the same, what to do, and the button that does it
        QVERIFY(station.choose(kUsgs));
        auto *fault = station.view()->findChild<QLabel *>(u"sourceFault"_s);
        auto *ask = station.view()->findChild<QPushButton *>(u"sourceAsk"_s);
        QTRY_VERIFY(fault->isVisible());
        QVERIFY2(fault->text().contains(says), qPrintable(fault->text()));
        const QString whole = station.view()->sentences().join(u'\n');
        QVERIFY2(whole.contains(u"“Ask Now” asks at once"_s), qPrintable(whole));
        QVERIFY(ask->isVisible() && ask->isEnabled());

        station.played->answer([&station](const std::string &) { return station.quakesNow(0, 5); });
        QTest::mouseClick(ask, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(station.line(kUsgs).data(ExplorerModel::DetailRole).toString(), u"Fresh"_s,
                                  kLong);
        QTRY_VERIFY(!fault->isVisible());
        QCOMPARE(station.explorer()->model()->rowCount(station.line(kUsgs)), 0);
    }

    void newEventsAreTold()
    {
        Station station;
        station.open();
        station.desktop.window->docks().useLayout(app::Layout::Monitor);
        auto *events = station.panel<widgets::EventsPanel>(u"events"_s);
        QTRY_VERIFY(events->isEmpty());
        QCOMPARE(events->emptyState()->button()->text(), u"Starter Data…"_s);
        station.collection().switchSource(kUsgs, true);
        QTRY_VERIFY_WITH_TIMEOUT(!events->isEmpty(), kLong);
        auto *status = station.desktop.window->findChild<QToolButton *>(u"statusIngest"_s);
        QTRY_COMPARE(status->text(), u"Collecting from one source"_s);
        QTRY_COMPARE_WITH_TIMEOUT(station.line(kUsgs).data(ExplorerModel::DetailRole).toString(), u"Fresh"_s,
                                  kLong);
        QVERIFY(
            station.line(kUsgs).data(Qt::AccessibleDescriptionRole).toString().contains(u"50 rows today"_s));
    }

    void theStatusBarSaysWhoCollects()
    {
        Station station;
        auto *status = station.desktop.window->findChild<QToolButton *>(u"statusIngest"_s);
        QVERIFY(!status->isVisible());
        station.open();
        QTRY_COMPARE(status->text(), u"Nothing to collect"_s);
        auto lease = core::store::Lease::take(station.desktop.session.bench()->workspace().catalog(),
                                              "ingest", "collecting");
        VERIFY_OK(lease);
        station.collection().switchSource(kUsgs, true);
        QTRY_COMPARE_WITH_TIMEOUT(status->text(), u"Another program collects"_s, kLong);
        QVERIFY(status->accessibleDescription().contains(u"collecting"_s));
        station.desktop.settings.set(Setting::Collect, false);
        QCOMPARE(status->text(), u"Collecting is off"_s);
        station.desktop.settings.set(Setting::Collect, true);
        lease->reset();
        QTRY_COMPARE_WITH_TIMEOUT(status->text(), u"Collecting from one source"_s, kLong);
    }

    void theSampleIsLeftAlone()
    {
        Station station;
        station.desktop.openSample();
        QCOMPARE(station.collection().state(), CollectState::Sample);
        QVERIFY(!station.desktop.window->findChild<QToolButton *>(u"statusIngest"_s)->isVisible());
        QVERIFY(station.choose(kUsgs));
        QVERIFY(!station.action(u"explorer.switch-source"_s)->isEnabled());
        QTRY_VERIFY(station.view()->sentences().join(u' ').contains(u"never asks the network"_s));
        QCOMPARE(station.played->asked(), 0);
    }

    void theExplorerTellsSixStatesByShapeAndWord()
    {
        Station station;
        station.desktop.settings.set(Setting::Collect, false);
        station.open();
        support::fillSources(*station.desktop.session.bench());
        station.collection().refresh();
        station.settle();
        const QAbstractItemModelTester tester(station.explorer()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::pair<QString, QString> expected[] = {
            {u"usgs"_s, u"Fresh"_s},    {u"ecb"_s, u"Due"_s},       {u"kraken"_s, u"Fetching"_s},
            {u"treasury"_s, u"Late"_s}, {u"eonet"_s, u"Failing"_s}, {u"polygon"_s, u"No key"_s},
            {u"gdelt"_s, u"Off"_s}};
        QSet<QString> shapes;
        for (const auto &[source, word] : expected) {
            const QString detail = station.line(source).data(ExplorerModel::DetailRole).toString();
            QVERIFY2(detail.startsWith(word), qPrintable(source + u": "_s + detail));
            shapes.insert(widgets::freshnessIcon(*station.collection().source(source)));
            QVERIFY(!station.line(source).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        }
        QCOMPARE(shapes.size(), static_cast<qsizetype>(std::size(expected)));
        // those that are off stand below one line
        QCOMPARE(ExplorerModel::kindOf(station.line(u"gdelt"_s).parent()), ExplorerModel::Kind::SourceGroup);
        // what can be done with each
        QVERIFY(station.choose(u"eonet"_s));
        for (const char *id : {"explorer.switch-source", "explorer.ask-source", "explorer.retry-source"})
            QVERIFY2(station.action(QString::fromLatin1(id))->isEnabled(), id);
        QVERIFY(!station.action(u"explorer.source-key"_s)->isEnabled());
        QCOMPARE(station.action(u"explorer.switch-source"_s)->text(), u"Switch Off"_s);
        QVERIFY(station.choose(u"polygon"_s));
        QVERIFY(station.action(u"explorer.source-key"_s)->isEnabled());
        QVERIFY(!station.action(u"explorer.ask-source"_s)->isEnabled());
        // a source that is switched on moves up, and stays the one that is looked at
        QVERIFY(station.choose(u"gdelt"_s));
        station.action(u"explorer.switch-source"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            ExplorerModel::kindOf(station.line(u"gdelt"_s).parent()) == ExplorerModel::Kind::Section, kLong);
        QCOMPARE(station.action(u"explorer.switch-source"_s)->text(), u"Switch Off"_s);
        QCOMPARE(station.desktop.desk.selection().source(), u"gdelt"_s);
        QVERIFY(station.choose(u"polygon"_s));
        QSignalSpy settings(&station.desktop.desk, &widgets::Desk::showSettings);
        station.action(u"explorer.source-key"_s)->trigger();
        QCOMPARE(settings.count(), 1);
    }

    void theInspectorShowsAllOfASource()
    {
        Station station;
        station.desktop.settings.set(Setting::Collect, false);
        station.open();
        support::fillSources(*station.desktop.session.bench());
        station.collection().refresh();
        station.settle();
        QVERIFY(station.choose(u"usgs"_s));
        const widgets::FactsModel *facts = station.view()->facts()->facts();
        QCOMPARE(facts->valueOf(u"state"_s), u"Fresh"_s);
        QCOMPARE(facts->valueOf(u"source"_s), u"usgs"_s);
        QVERIFY(facts->valueOf(u"last success"_s).startsWith(u"20"_s));
        QCOMPARE(facts->valueOf(u"rows today"_s),
                 QString::number(station.collection().source(u"usgs"_s)->rowsToday));
        QCOMPARE(facts->valueOf(u"lag, median"_s), u"2 min"_s); // 2^7 s
        QCOMPARE(facts->valueOf(u"lag, 95 %"_s), u"17 min"_s);  // 2^10 s
        QVERIFY(!facts->valueOf(u"licence"_s).isEmpty());
        QCOMPARE(support::richLabel(station.view()), QString());
        // there is a way back to what was seen before
        QVERIFY(station.choose(u"eonet"_s));
        QCOMPARE(facts->valueOf(u"given up"_s), u"1"_s);
        QVERIFY(station.view()->findChild<QPushButton *>(u"sourceRetry"_s)->isVisible());
        station.desktop.desk.selection().goBack();
        QCOMPARE(facts->valueOf(u"source"_s), u"usgs"_s);
    }

    void jobsHaveTheQueueAndTakeARetry()
    {
        Station station;
        station.desktop.settings.set(Setting::Collect, false);
        station.open();
        auto *jobs = station.panel<widgets::JobsPanel>(u"jobs"_s);
        QVERIFY(!jobs->collecting()->hasNews());
        support::fillSources(*station.desktop.session.bench());
        station.collection().refresh();
        station.settle();
        QTRY_VERIFY(jobs->tabs()->isTabVisible(widgets::JobsPanel::Collecting));
        station.desktop.window->docks().showPanel(u"jobs"_s);
        jobs->tabs()->setCurrentIndex(widgets::JobsPanel::Collecting);
        const widgets::CollectingView *view = jobs->collecting();
        const QAbstractItemModelTester failed(view->failed(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester past(view->backfills(),
                                            QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY2(view->sentence().contains(u"6 to fetch"_s), qPrintable(view->sentence()));
        QCOMPARE(view->failed()->rowCount(), 1);
        QVERIFY(view->failed()->index(0, 1).data().toString().contains(u"status 404"_s));
        QVERIFY(view->failed()->index(0, 2).data().toString().contains(u"events · from=2025-01-01"_s));
        QCOMPARE(view->backfills()->rowCount(), 1);
        QCOMPARE(view->backfills()->index(0, 5).data().toString(), u"6"_s);
        QCOMPARE(support::unnamed(view), QString());
        auto *table = view->findChild<QTableView *>(u"failedTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return); // one key, and it waits again
        QTRY_COMPARE_WITH_TIMEOUT(view->failed()->rowCount(), 0, kLong);
    }

    void theQualityOfTheDataIsATable()
    {
        Station station;
        station.desktop.settings.set(Setting::Collect, false);
        station.open();
        auto *quality = station.panel<widgets::QualityPanel>(u"quality"_s);
        QVERIFY(quality->isEmpty());
        QVERIFY(!quality->emptyState()->sentence().isEmpty());
        const QAbstractItemModelTester tester(quality->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        support::fillSources(*station.desktop.session.bench());
        station.collection().refresh();
        station.settle();
        QTRY_VERIFY(!quality->isEmpty());
        using widgets::QualityModel;
        QCOMPARE(quality->model()->rowCount(), 6);
        const int usgs = quality->model()->rowOf(u"usgs"_s);
        QCOMPARE(quality->model()->index(usgs, QualityModel::LagMedian).data().toString(), u"2 min"_s);
        QCOMPARE(quality->model()->index(usgs, QualityModel::Gaps).data().toString(), u"1"_s);
        QCOMPARE(quality->model()
                     ->index(quality->model()->rowOf(u"kraken"_s), QualityModel::Gaps)
                     .data()
                     .toString(),
                 u"1, 1 open"_s);
        QCOMPARE(quality->model()
                     ->index(usgs, QualityModel::Days)
                     .data(QualityModel::DaysRole)
                     .value<QList<double>>()
                     .size(),
                 30);
        QCOMPARE(quality->model()
                     ->index(quality->model()->rowOf(u"eonet"_s), QualityModel::Refused)
                     .data()
                     .toString(),
                 u"12"_s);
        QCOMPARE(quality->gaps()->rowCount(), 2);
        QCOMPARE(support::unnamed(quality), QString());
        // Ctrl+4 has it in front, and the keyboard chooses what the Inspector shows
        QTest::keyClick(station.desktop.window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(quality->isVisible());
        quality->table()->setFocus();
        QTest::keyClick(quality->table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!station.desktop.desk.selection().source().isEmpty());
    }

    void starterDataAreTickedAndCollected()
    {
        Station station;
        auto *choice = station.desktop.window->findChild<QPushButton *>(u"startStarter"_s);
        QTest::mouseClick(choice, Qt::LeftButton);
        auto *page = station.desktop.window->findChild<widgets::StarterPage *>();
        QVERIFY(page->isVisible());
        widgets::StarterModel *model = page->model();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto all = model->ticked();
        QVERIFY(all.size() >= 7);
        QCOMPARE(support::unnamed(page), QString());
        // a source that needs something first says so and cannot be ticked
        for (int row = 0; row < model->rowCount(); ++row) {
            const bool isUsable = model->offer(row)->problem.isEmpty();
            QCOMPARE(model->index(row, 0).flags().testFlag(Qt::ItemIsUserCheckable), isUsable);
        }
        auto *table = page->findChild<QTableView *>(u"starterTable"_s);
        auto *sum = page->findChild<QLabel *>(u"starterSum"_s);
        const QString before = sum->text();
        table->setFocus();
        for (int row = 0; row < model->rowCount(); ++row) {
            table->setCurrentIndex(model->index(row, 0));
            if (core::base::qs(model->offer(row)->name) != kUsgs)
                QTest::keyClick(table, Qt::Key_Space);
        }
        QCOMPARE(model->ticked(), std::vector<std::string>{"usgs"});
        QVERIFY(sum->text() != before && sum->text().startsWith(u"Ticked: 1 "_s));
        station.desktop.desk.dialogs().setNextFileName(station.desktop.dir.filePath(u"new"_s));
        QTest::mouseClick(page->collectButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(station.desktop.session.bench() != nullptr, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(station.collection().state(), CollectState::Collecting, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!station.collection().queue().backfills.empty(), kLong);
        QVERIFY(!station.desktop.window->showsStart());
        QCOMPARE(station.desktop.window->docks().layout(), app::Layout::Data);
        QTRY_VERIFY_WITH_TIMEOUT(station.collection().source(kUsgs)->rowsToday >= 50, kLong);
        // what is on already is not started twice
        Q_EMIT station.desktop.desk.showStarter();
        QVERIFY(model->ticked().empty());
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!station.desktop.window->showsStart());
    }

    void givingUpTheFolderStartsNothing()
    {
        Station station;
        Q_EMIT station.desktop.desk.showStarter();
        auto *page = station.desktop.window->findChild<widgets::StarterPage *>();
        station.desktop.desk.dialogs().setUnattended(true);
        QTest::mouseClick(page->collectButton(), Qt::LeftButton);
        station.open(); // later, and for something else
        for (const auto &source : station.collection().sources())
            QVERIFY(!source.isEnabled);
    }

    void theSettingStopsCollecting()
    {
        Station station;
        station.open();
        station.desktop.window->showSettings(u"collecting"_s);
        auto *box = station.desktop.window->findChild<QCheckBox *>(u"setting.collect"_s);
        QVERIFY(box->isVisible() && box->isChecked());
        box->click();
        QCOMPARE(station.collection().state(), CollectState::Disallowed);
        box->click();
        QTRY_COMPARE(station.collection().state(), CollectState::NothingOn);
    }

    /// Without systemd the switch goes back, and one sentence says why.
    void theServiceIsOfferedForAWorkspaceOfOnesOwn()
    {
        Station station;
        station.desktop.window->showSettings(u"collecting"_s);
        auto *box = station.desktop.window->findChild<QCheckBox *>(u"setting.collectService"_s);
        QVERIFY(box && !box->isEnabled()); // nothing is open
        station.open();
        QTRY_VERIFY_WITH_TIMEOUT(box->isEnabled(), kLong);
        QVERIFY(!box->isChecked());
        const QByteArray path = qgetenv("PATH");
        const QByteArray config = qgetenv("XDG_CONFIG_HOME");
        const auto back = qScopeGuard([&] {
            qputenv("PATH", path);
            config.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", config);
        });
        qputenv("PATH", station.desktop.dir.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", station.desktop.dir.filePath(u"config"_s).toUtf8());
        box->click();
        QTRY_VERIFY_WITH_TIMEOUT(box->isEnabled(), kLong);
        QVERIFY(!box->isChecked());
        const auto &told = station.desktop.desk.messages().all();
        QVERIFY(!told.empty());
        QVERIFY2(told.back().what.contains(u"systemd"_s), qPrintable(told.back().what));
    }

    void looksRight()
    {
        if (qEnvironmentVariable("FORESHOCK_PICTURES").isEmpty())
            QSKIP("FORESHOCK_PICTURES is not set");
        const QString language = qEnvironmentVariable("FORESHOCK_LANGUAGE", u"en"_s);
        app::loadLanguage(language);
        Station station;
        station.desktop.settings.set(Setting::Collect, false);
        station.open();
        support::fillSources(*station.desktop.session.bench());
        station.collection().refresh();
        station.settle();
        widgets::Theme &theme = station.desktop.theme;
        app::MainWindow *window = station.desktop.window.get();
        for (const QString &look : {u"dark"_s, u"light"_s}) {
            theme.use(look);
            const QString end = u"-%1-%2"_s.arg(language, look);
            window->docks().useLayout(app::Layout::Data);
            for (const QString &id : {u"quality"_s, u"jobs"_s})
                window->docks().showPanel(id);
            QVERIFY(station.choose(u"eonet"_s));
            station.settle();
            station.panel<widgets::JobsPanel>(u"jobs"_s)->tabs()->setCurrentIndex(
                widgets::JobsPanel::Collecting);
            support::picture(theme, window, u"collecting-data"_s + end);
            window->docks().useLayout(app::Layout::Monitor);
            QVERIFY(station.choose(u"polygon"_s));
            station.settle();
            support::picture(theme, window, u"collecting-monitor"_s + end);
            window->showStarter();
            support::picture(theme, window, u"collecting-starter"_s + end);
            window->showSettings(u"collecting"_s);
            support::picture(theme, window->findChild<widgets::SettingsDialog *>(),
                             u"collecting-settings"_s + end);
            window->findChild<widgets::SettingsDialog *>()->close();
            window->showDocks();
        }
    }
};

QTEST_MAIN(tst_Collecting)
#include "tst_collecting.moc"
