// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/menus.h"
#include "core/base/text.h"
#include "core/workbench/collection.h"
#include "widgets/commandbar/commandbar.h"
#include "widgets/common/words.h"
#include "widgets/fooling/foolingpanel.h"
#include "widgets/frame/asofline.h"
#include "widgets/frame/banners.h"
#include "widgets/frame/statusline.h"
#include "widgets/importing/assistants.h"
#include "widgets/report/reportexport.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/shortcutsheet.h"
#include "widgets/start/starterpage.h"
#include "widgets/start/startpage.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace app {

using namespace Qt::StringLiterals;
using core::base::ErrorCode;
using core::workbench::JobQueue;
using core::workbench::Session;
using widgets::Desk;
using widgets::Setting;
using widgets::Severity;

namespace {

constexpr int kCommandWidth = 520; // pixels at most
constexpr int kAsOfWidth = 180;

} // namespace

MainWindow::MainWindow(Desk &desk, const QString &sampleFolder, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_sampleFolder(sampleFolder)
    , m_middle(new QStackedWidget(this))
    , m_docks(new Docks(desk, m_middle))
    , m_commandBar(new widgets::CommandBar(desk, this))
    , m_asOf(new widgets::AsOfLine(desk, this))
    , m_status(new widgets::StatusLine(desk, this))
    , m_banners(new widgets::Banners(desk.messages(), desk.theme(), this))
{
    setObjectName(u"mainWindow"_s);
    setContextMenuPolicy(Qt::NoContextMenu);
    buildTop();
    m_start = new widgets::StartPage(desk, m_menus->sample(), m_menus->starter(), m_menus->make(),
                                     m_menus->open(), m_menus->import(), m_menus->fool(), m_middle);
    m_starter = new widgets::StarterPage(desk, m_middle);
    m_middle->addWidget(m_start);
    m_middle->addWidget(m_starter);
    m_middle->addWidget(m_docks);
    m_middle->setCurrentWidget(m_start);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banners);
    column->addWidget(m_middle, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    connect(m_start, &widgets::StartPage::folderWanted, this, &MainWindow::openFolder);
    connect(m_starter, &widgets::StarterPage::collectWanted, this, &MainWindow::collectStarters);
    connect(m_starter, &widgets::StarterPage::left, this, [this] {
        if (m_desk.session().bench()) {
            showDocks();
            m_docks->focusFirst();
        } else {
            showStart();
        }
    });
    for (const PanelEntry &entry : panels()) {
        const QString id = QString::fromLatin1(entry.id);
        m_commandBar->model().addPlace(panelTitle(entry), tr("panel"), QString::fromLatin1(entry.icon),
                                       [this, id] { Q_EMIT m_desk.showPanel(id); });
    }
    connectDesk();
    connectSettings();
    new widgets::Assistants(desk, this);
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildTop()
{
    // one row: menus, command bar, as-of; a row of its own for each would cost the panels 60 pixels
    auto *top = new QWidget(this);
    top->setObjectName(u"topRow"_s);
    auto *bar = new QMenuBar(top);
    bar->setNativeMenuBar(false);
    bar->setAccessibleName(tr("Menus"));
    m_menus = new Menus(*this, bar);
    m_menus->addToFile((new widgets::ReportExport(m_desk, this))->action());
    bar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_commandBar->setMaximumWidth(kCommandWidth);
    m_asOf->setFixedWidth(kAsOfWidth);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(4, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(bar, 0, Qt::AlignVCenter);
    row->addStretch(1);
    row->addWidget(m_commandBar, 8);
    row->addStretch(1);
    row->addWidget(m_asOf);
    setMenuWidget(top);
}

void MainWindow::connectDesk()
{
    Session &session = m_desk.session();
    connect(&session, &Session::opened, this, &MainWindow::opened);
    connect(&session, &Session::closing, this, &MainWindow::closed, Qt::QueuedConnection);
    connect(&session, &Session::failed, this, &MainWindow::failed);
    connect(&m_desk, &Desk::openSample, this, &MainWindow::openSample);
    connect(&m_desk, &Desk::openFolder, this, &MainWindow::openFolder);
    connect(&m_desk, &Desk::openWorkspace, this, &MainWindow::askOpenWorkspace);
    connect(&m_desk, &Desk::newWorkspace, this, [this] { askNewWorkspace(); });
    connect(&m_desk, &Desk::showStarter, this, &MainWindow::showStarter);
    connect(&m_desk, &Desk::showSettings, this, &MainWindow::showSettings);
    connect(&m_desk, &Desk::showPanel, this, [this](const QString &id) {
        showDocks();
        m_docks->showPanel(id);
    });
    connect(&m_desk, &Desk::showLayout, this, [this](const QString &id) {
        showDocks();
        m_docks->useLayout(layoutOf(id));
    });
    connect(&m_desk, &Desk::applyFilter, this, [this] { Q_EMIT m_desk.showPanel(u"events"_s); });
    // a study, a run or a finding is looked at in the layout that is made for it
    for (const auto order : {&Desk::editStudy, &Desk::openStudyFile, &Desk::openRun})
        connect(&m_desk, order, this, [this] { goTo(Layout::Research, u"discovery"_s); });
    connect(&m_desk, &Desk::openFinding, this, [this] { goTo(Layout::Research, u"discovery"_s); });
    connect(&m_desk.selection(), &widgets::Selection::findingSelected, this, [this] {
        // where Discovery stands beside already it is seen there
        if (m_desk.selection().finding() && m_docks->layout() == Layout::Monitor &&
            !m_docks->dock(u"discovery"_s)->isVisible())
            goTo(Layout::Research, {});
    });
}

void MainWindow::connectSettings()
{
    connect(&m_desk.settings(), &widgets::Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Theme)
            m_desk.theme().use(m_desk.settings().text(Setting::Theme));
        else if (setting == Setting::RedUp)
            m_desk.theme().setRedUp(m_desk.settings().flag(Setting::RedUp));
    });
}

void MainWindow::restore(bool asTheyCame)
{
    if (asTheyCame) {
        for (const Setting setting : {Setting::LayoutStates, Setting::WindowGeometry, Setting::CurrentLayout})
            m_desk.settings().reset(setting);
    }
    resize(1366, 768);
    restoreGeometry(m_desk.settings().value(Setting::WindowGeometry).toByteArray());
    m_docks->restoreStored();
}

void MainWindow::openAtStart(const QString &folder)
{
    const QString wanted = folder.isEmpty() ? m_desk.settings().text(Setting::OpenAtStart) : folder;
    if (!wanted.isEmpty())
        openFolder(wanted);
    else
        m_start->firstFocus()->setFocus();
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::isElsewhere(const QString &folder)
{
    if (!m_elsewhere || !m_elsewhere(folder))
        return false;
    m_desk.messages().tell(Severity::Info, tr("%1 is open in another window of Foreshock, which has been "
                                              "brought to the front.")
                                               .arg(widgets::oneLine(folder, 200)));
    return true;
}

void MainWindow::openSample()
{
    if (isElsewhere(m_sampleFolder))
        return;
    askAboutJobs([this] { m_desk.session().openSample(core::base::utf8(m_sampleFolder)); });
}

void MainWindow::tryToFoolIt()
{
    if (!m_desk.session().bench()) {
        m_wantsFooling = true;
        return openSample();
    }
    showDocks();
    m_docks->showInCentre(u"fooling"_s);
    if (auto *panel = qobject_cast<widgets::FoolingPanel *>(m_docks->panel(u"fooling"_s)))
        panel->run();
}

void MainWindow::openFolder(const QString &folder)
{
    if (isElsewhere(folder))
        return;
    const auto open = [this, folder] { m_desk.session().open(core::base::utf8(folder)); };
    askAboutJobs(open);
}

void MainWindow::closeWorkspace()
{
    askAboutJobs([this] { m_desk.session().close(); });
}

void MainWindow::askNewWorkspace(const std::vector<std::string> &starters)
{
    m_desk.dialogs().askNew(
        this, tr("New Workspace"), QDir::homePath() + u"/foreshock-workspace"_s, {},
        [this, starters](const QString &folder) {
            askAboutJobs([this, starters, folder] {
                m_wantedStarters = starters;
                m_desk.session().create(core::base::utf8(folder), {});
            });
        });
}

void MainWindow::askOpenWorkspace()
{
    m_desk.dialogs().askFolder(this, tr("Open Workspace"), QDir::homePath(),
                               [this](const QString &folder) { openFolder(folder); });
}

void MainWindow::resetLayout()
{
    showDocks();
    const Layout layout = m_docks->layout();
    const QByteArray before = m_docks->resetLayout();
    m_desk.messages().tell(Severity::Info,
                           tr("The layout %1 is back to how it came.").arg(layoutTitle(layout)),
                           {{tr("Undo"), [this, layout, before] { m_docks->undo(layout, before); }}});
}

bool MainWindow::showsStart() const
{
    return m_middle->currentWidget() != m_docks;
}

void MainWindow::showDocks()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool atStart = focus && (m_start->isAncestorOf(focus) || m_starter->isAncestorOf(focus));
    m_middle->setCurrentWidget(m_docks);
    if (atStart)
        m_docks->focusFirst(); // else Qt gives the keyboard to a button nearby
}

void MainWindow::showStart()
{
    m_middle->setCurrentWidget(m_start);
    m_start->firstFocus()->setFocus();
}

void MainWindow::showStarter()
{
    m_middle->setCurrentWidget(m_starter);
    m_starter->firstFocus()->setFocus();
}

/// Into the workspace that is open, or into a new one: simulated and real data do not meet.
void MainWindow::collectStarters(const std::vector<std::string> &names)
{
    const auto &bench = m_desk.session().bench();
    if (!bench || bench->identity().sample) {
        askNewWorkspace(names);
        return;
    }
    m_wantedStarters = names;
    startWanted();
}

void MainWindow::startWanted()
{
    const auto &bench = m_desk.session().bench();
    const std::vector<std::string> names = std::exchange(m_wantedStarters, {});
    if (names.empty() || bench->identity().sample)
        return;
    m_desk.settings().set(Setting::Collect, true); // the button says so
    m_desk.session().collection().startStarterData(names);
    showDocks();
    m_docks->useLayout(Layout::Data);
    m_docks->showPanel(u"quality"_s);
    m_desk.messages().tell(Severity::Info,
                           tr("The sources are asked now; prices and events appear as they arrive."),
                           {{tr("Show Jobs"), [this] { Q_EMIT m_desk.showPanel(u"jobs"_s); }}});
}

void MainWindow::showSettings(const QString &page)
{
    if (!m_settings)
        m_settings = new widgets::SettingsDialog(m_desk, this);
    m_settings->showPage(page);
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
}

void MainWindow::showShortcuts()
{
    if (!m_shortcuts)
        m_shortcuts = new widgets::ShortcutSheet(m_desk, this);
    m_shortcuts->show();
    m_shortcuts->raise();
    m_shortcuts->activateWindow();
}

void MainWindow::goTo(Layout layout, const QString &panel)
{
    showDocks();
    if (m_docks->layout() != layout) {
        const Layout before = m_docks->layout();
        m_docks->useLayout(layout);
        m_layoutBefore = before;
        Q_EMIT wayBackChanged();
    }
    if (!panel.isEmpty())
        m_docks->showPanel(panel);
}

bool MainWindow::canGoBack() const
{
    return m_layoutBefore || m_desk.selection().canGoBack();
}

void MainWindow::goBack()
{
    const std::optional<Layout> layout = std::exchange(m_layoutBefore, std::nullopt);
    m_desk.selection().goBack();
    if (layout)
        m_docks->useLayout(*layout);
    m_layoutBefore.reset(); // what was selected again is no way forward
    Q_EMIT wayBackChanged();
}

void MainWindow::goForward()
{
    m_desk.selection().goForward();
}

bool MainWindow::isSettled() const
{
    return !m_desk.session().isOpening() && m_commandBar->words().isSettled() &&
           (showsStart() || m_docks->isSettled());
}

void MainWindow::opened()
{
    const auto &bench = m_desk.session().bench();
    const QString folder = core::base::qs(bench->folder().string());
    m_desk.settings().remember(Setting::RecentWorkspaces, folder);
    const QWidget *focus = QApplication::focusWidget();
    const bool atStart = !focus || m_start->isAncestorOf(focus) || m_starter->isAncestorOf(focus);
    showDocks();
    if (atStart)
        m_docks->focusFirst();
    showTitle();
    if (bench->identity().sample && m_docks->dock(u"discovery"_s)) {
        m_desk.messages().tell(Severity::Info,
                               tr("This is the sample workspace: its markets and events are simulated, and "
                                  "its truths are known."),
                               {{tr("Open Its Study"), [this] {
                                     m_docks->panel(u"discovery"_s);
                                     Q_EMIT m_desk.openStudyFile(u"sample"_s);
                                 }}});
    }
    startWanted();
    if (std::exchange(m_wantsFooling, false) && bench->identity().sample)
        QTimer::singleShot(0, this, &MainWindow::tryToFoolIt);
    QTimer::singleShot(0, m_docks, &Docks::makeRest);
}

void MainWindow::closed()
{
    // another workspace may have been opened in the meantime
    if (!m_desk.session().bench())
        showStart();
    showTitle();
}

void MainWindow::failed(const core::base::Error &error, const QString &folder)
{
    m_wantedStarters.clear();
    m_wantsFooling = false;
    if (error.code == ErrorCode::NotFound && m_desk.settings().text(Setting::OpenAtStart) == folder)
        m_desk.settings().reset(Setting::OpenAtStart);
}

void MainWindow::showTitle()
{
    const auto &bench = m_desk.session().bench();
    if (!bench) {
        setWindowTitle(u"Foreshock"_s);
        return;
    }
    const QString name = widgets::oneLine(bench->identity().name, 80);
    setWindowTitle(bench->identity().sample ? tr("%1 (simulated data)").arg(name) : name);
}

void MainWindow::whenIdle(std::function<void()> then)
{
    auto *watch = new QObject(this);
    connect(&m_desk.session().jobs(), &JobQueue::taskEnded, watch, [this, watch, then = std::move(then)] {
        if (m_desk.session().jobs().active() > 0)
            return;
        watch->deleteLater();
        then();
    });
}

void MainWindow::askAboutJobs(std::function<void()> then)
{
    const auto running = m_desk.session().jobs().active();
    if (running == 0 || !m_desk.session().bench()) {
        then();
        return;
    }
    m_desk.dialogs().ask(
        this, tr("Jobs Are Running"),
        tr("%n job(s) are still running. Wait for them, or stop them? What a stopped job has not "
           "finished is lost.",
           nullptr, static_cast<int>(running)),
        {tr("Wait, Then Go On"), tr("Stop Them"), tr("Go Back")}, 2, [this, then](int chosen) {
            if (chosen == 2)
                return;
            if (m_desk.session().jobs().active() == 0) {
                then(); // they have ended while the question stood
                return;
            }
            whenIdle(then);
            if (chosen == 1)
                m_desk.session().jobs().cancelAll();
        });
}

void MainWindow::keep()
{
    m_docks->store();
    m_desk.report().flush();
    m_desk.settings().set(Setting::WindowGeometry, saveGeometry());
    const auto &bench = m_desk.session().bench();
    m_desk.settings().set(Setting::OpenAtStart, bench ? core::base::qs(bench->folder().string()) : QString());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing && m_desk.session().jobs().active() > 0) {
        event->ignore();
        askAboutJobs([this] {
            m_closing = true;
            close();
        });
        return;
    }
    keep();
    QMainWindow::closeEvent(event);
}

} // namespace app
