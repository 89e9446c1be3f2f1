// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "core/base/text.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>

namespace app {

using namespace Qt::StringLiterals;
using core::workbench::Session;
using widgets::Desk;
using widgets::Setting;
using widgets::Severity;

MainWindow::MainWindow(Desk &desk, const QString &sampleFolder, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_sampleFolder(sampleFolder)
    , m_middle(new QStackedWidget(this))
    , m_docks(new Docks(desk, m_middle))
    , m_start(new QWidget(m_middle))
{
    setObjectName(u"mainWindow"_s);
    m_middle->addWidget(m_start);
    m_middle->addWidget(m_docks);
    setCentralWidget(m_middle);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_docks->toggles());
    for (int i = 0; i < kLayouts; ++i) {
        const auto layout = static_cast<Layout>(i);
        QAction *action = desk.addAction(this, u"layout."_s + layoutId(layout), layoutTitle(layout),
                                         tr("Show the layout %1").arg(layoutTitle(layout)),
                                         QKeySequence(u"Ctrl+%1"_s.arg(i + 1)));
        view->addAction(action);
        connect(action, &QAction::triggered, this, [this, layout] { m_docks->useLayout(layout); });
    }
    connectDesk();
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectDesk()
{
    connect(&m_desk.session(), &Session::opened, this, &MainWindow::opened);
    connect(&m_desk.session(), &Session::closing, this, &MainWindow::closed, Qt::QueuedConnection);
    connect(&m_desk, &Desk::openSample, this, &MainWindow::openSample);
    connect(&m_desk, &Desk::openWorkspace, this, &MainWindow::askOpenWorkspace);
    connect(&m_desk, &Desk::showPanel, this, [this](const QString &id) {
        showDocks();
        m_docks->showPanel(id);
    });
    connect(&m_desk, &Desk::showLayout, this, [this](const QString &id) {
        showDocks();
        m_docks->useLayout(layoutOf(id));
    });
}

void MainWindow::restore(bool asTheyCame)
{
    if (asTheyCame) {
        m_desk.settings().reset(Setting::LayoutStates);
        m_desk.settings().reset(Setting::WindowGeometry);
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
    QTimer::singleShot(0, m_docks, &Docks::makeRest);
}

void MainWindow::openSample()
{
    m_desk.session().openSample(core::base::utf8(m_sampleFolder));
}

void MainWindow::openFolder(const QString &folder)
{
    m_desk.session().open(core::base::utf8(folder));
}

void MainWindow::closeWorkspace()
{
    m_desk.session().close();
}

void MainWindow::askNewWorkspace() {}
void MainWindow::askOpenWorkspace() {}
void MainWindow::resetLayout() {}

void MainWindow::showDocks()
{
    m_middle->setCurrentWidget(m_docks);
}

void MainWindow::showStart()
{
    m_middle->setCurrentWidget(m_start);
}

bool MainWindow::isSettled() const
{
    return !m_desk.session().isOpening() && m_docks->isSettled();
}

void MainWindow::opened()
{
    const QString folder = core::base::qs(m_desk.session().bench()->folder().string());
    m_desk.settings().remember(Setting::RecentWorkspaces, folder);
    showDocks();
    showTitle();
}

void MainWindow::closed()
{
    if (!m_desk.session().bench())
        showStart();
    showTitle();
}

void MainWindow::showTitle()
{
    const auto &bench = m_desk.session().bench();
    if (!bench)
        setWindowTitle(u"Foreshock"_s);
    else
        setWindowTitle(core::base::qs(bench->identity().name));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_docks->store();
    m_desk.settings().set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace app
