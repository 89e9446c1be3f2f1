// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/menus.h"

#include "app/mainwindow.h"
#include "app/startup.h"
#include "widgets/commandbar/commandbar.h"
#include "widgets/common/words.h"
#include "widgets/frame/asofline.h"
#include "widgets/frame/statusline.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>

namespace app {

using namespace Qt::StringLiterals;
using core::workbench::Session;
using widgets::Desk;
using widgets::Setting;
using widgets::Severity;

Menus::Menus(MainWindow &window, QMenuBar *bar)
    : QObject(&window)
    , m_window(window)
{
    addFile(bar);
    addView(bar);
    addGo(bar);
    addHelp(bar);
    Desk &desk = window.desk();
    connect(&desk.session(), &Session::opened, this, &Menus::enable);
    connect(&desk.session(), &Session::closed, this, &Menus::enable);
    connect(&desk.selection(), &widgets::Selection::historyChanged, this, &Menus::enable);
    connect(&desk.selection(), &widgets::Selection::cleared, this, &Menus::enable);
    connect(&window, &MainWindow::wayBackChanged, this, &Menus::enable);
    enable();
}

QAction *Menus::add(QMenu *menu, const QString &id, const QString &text, const QString &tip,
                    std::function<void()> run, const QKeySequence &keys, const QString &icon)
{
    QAction *action = m_window.desk().addAction(&m_window, id, text, tip, keys, icon);
    connect(action, &QAction::triggered, &m_window, std::move(run));
    menu->addAction(action);
    return action;
}

void Menus::addFile(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&File"));
    Desk &desk = m_window.desk();
    m_sample = add(
        menu, u"workspace.sample"_s, tr("Open &Sample Workspace"),
        tr("Open a simulated market with known truths"), [this] { m_window.openSample(); }, {}, u"sample"_s);
    m_starter = add(
        menu, u"workspace.starter"_s, tr("St&arter Data…"),
        tr("Choose real prices and events that need no key"), [&desk] { Q_EMIT desk.showStarter(); }, {},
        u"starter"_s);
    m_make = add(
        menu, u"workspace.new"_s, tr("&New Workspace…"), tr("Make an empty workspace in a new folder"),
        [this] { m_window.askNewWorkspace(); }, QKeySequence::New, u"add"_s);
    m_open = add(
        menu, u"workspace.open"_s, tr("&Open Workspace…"), tr("Open a workspace that is on this computer"),
        [this] { m_window.askOpenWorkspace(); }, QKeySequence::Open, u"workspace"_s);
    QMenu *recent = menu->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    menu->addSeparator();
    m_import = add(
        menu, u"file.import"_s, tr("&Import Files…"), tr("Read events or prices from files"),
        [&desk] { Q_EMIT desk.importFiles({}); }, QKeySequence(u"Ctrl+I"_s), u"import"_s);
    m_paste = add(
        menu, u"file.paste-dates"_s, tr("&Paste Dates…"),
        tr("Make events of a column of dates in the clipboard"), [&desk] { Q_EMIT desk.pasteDates(); },
        QKeySequence(u"Ctrl+Shift+V"_s), u"paste"_s);
    m_file = menu;
    m_afterData = menu->addSeparator();
    add(
        menu, u"app.settings"_s, tr("Se&ttings…"), tr("Look, language, zone, shortcuts"),
        [&desk] { Q_EMIT desk.showSettings({}); }, QKeySequence(u"Ctrl+,"_s), u"settings"_s);
    m_close = add(menu, u"workspace.close"_s, tr("&Close Workspace"),
                  tr("Close the workspace and show the start page"), [this] { m_window.closeWorkspace(); });
    add(
        menu, u"app.quit"_s, tr("&Quit"), tr("End the program"), [this] { m_window.close(); },
        QKeySequence(u"Ctrl+Q"_s));
}

void Menus::addToFile(QAction *action)
{
    m_file->insertAction(m_afterData, action);
}

void Menus::fillRecent(QMenu *menu)
{
    menu->clear();
    for (const QString &folder : m_window.desk().settings().list(Setting::RecentWorkspaces)) {
        QAction *action = menu->addAction(widgets::oneLine(folder, 80).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, &m_window, [this, folder] { m_window.openFolder(folder); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
}

void Menus::addView(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&View"));
    Docks &docks = m_window.docks();
    auto *group = new QActionGroup(this);
    for (int i = 0; i < kLayouts; ++i) {
        const auto layout = static_cast<Layout>(i);
        QAction *action = add(
            menu, u"layout."_s + layoutId(layout), layoutTitle(layout),
            tr("Show the layout %1").arg(layoutTitle(layout)),
            [this, layout] {
                m_window.showDocks();
                m_window.docks().useLayout(layout);
            },
            QKeySequence(u"Ctrl+%1"_s.arg(i + 1)));
        action->setCheckable(true);
        group->addAction(action);
        m_layouts.append(action);
    }
    const auto check = [this] { m_layouts[static_cast<int>(m_window.docks().layout())]->setChecked(true); };
    connect(&docks, &Docks::layoutChanged, this, check);
    check();
    add(
        menu, u"view.reset-layout"_s, tr("&Reset Layout"),
        tr("Put the panels of this layout back to where they came"), [this] { m_window.resetLayout(); },
        QKeySequence(u"Alt+0"_s), u"layout"_s);
    menu->addSeparator();
    QMenu *panels = menu->addMenu(tr("&Panels"));
    panels->addActions(docks.toggles());
    for (QAction *toggle : docks.toggles())
        connect(toggle, &QAction::triggered, &m_window, &MainWindow::showDocks);
    Desk &desk = m_window.desk();
    QMenu *themes = menu->addMenu(tr("&Theme"));
    for (const auto &[name, text, icon] :
         {std::tuple(u"dark"_s, tr("&Dark"), u"dark"_s), std::tuple(u"light"_s, tr("&Light"), u"light"_s),
          std::tuple(u"system"_s, tr("As the &Desktop"), QString())}) {
        add(
            themes, u"view.theme-"_s + name, text, tr("Change the look at once"),
            [&desk, theme = name] { desk.settings().set(Setting::Theme, theme); }, {}, icon);
    }
    add(
        menu, u"view.messages"_s, tr("&Messages"), tr("What the program said before"),
        [this] { m_window.status().showMessages(); }, QKeySequence(u"Ctrl+Shift+M"_s), u"bell"_s);
    add(menu, u"view.start"_s, tr("&Start Page"), tr("Show the ways to begin"),
        [this] { m_window.showStart(); });
}

void Menus::addGo(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Go"));
    m_back = add(
        menu, u"go.back"_s, tr("&Back"), tr("Back to what was selected before"),
        [this] { m_window.goBack(); }, QKeySequence(u"Alt+Left"_s), u"back"_s);
    m_forward = add(
        menu, u"go.forward"_s, tr("&Forward"), tr("Forward again"), [this] { m_window.goForward(); },
        QKeySequence(u"Alt+Right"_s), u"forward"_s);
    menu->addSeparator();
    add(
        menu, u"go.command-bar"_s, tr("&Find or Do…"), tr("Find symbols, events, panels, runs and commands"),
        [this] { m_window.commandBar().begin(); }, QKeySequence(u"Ctrl+K"_s), u"search"_s);
    add(
        menu, u"go.commands"_s, tr("&All Commands…"), tr("Every command of the program, by name"),
        [this] { m_window.commandBar().begin(u"> "_s); }, QKeySequence(u"Ctrl+Shift+K"_s), u"run"_s);
    add(
        menu, u"go.as-of"_s, tr("As &Of…"), tr("Show only what was known at a time"),
        [this] { m_window.asOfLine().setFocus(Qt::ShortcutFocusReason); }, QKeySequence(u"Ctrl+Shift+T"_s),
        u"calendar"_s);
}

void Menus::addHelp(QMenuBar *bar)
{
    QMenu *menu = bar->addMenu(tr("&Help"));
    Desk &desk = m_window.desk();
    add(
        menu, u"help.shortcuts"_s, tr("&Keyboard Shortcuts"), tr("What can be done from the keyboard"),
        [this] { m_window.showShortcuts(); }, QKeySequence(u"Ctrl+/"_s), u"keyboard"_s);
    m_fool = add(
        menu, u"help.fool"_s, tr("Try to &Fool It"), tr("Random dates, real tests: see what is found"),
        [this] { m_window.tryToFoolIt(); }, {}, u"question"_s);
    add(
        menu, u"help.debug-info"_s, tr("&Copy Debug Information"),
        tr("Versions and folders, for a report of a fault"),
        [&desk] {
            QApplication::clipboard()->setText(debugInfo());
            desk.messages().tell(Severity::Info, tr("Versions and folders are in the clipboard."));
        },
        {}, u"copy"_s);
    add(menu, u"help.about"_s, tr("&About Foreshock"), tr("Version and licence"), [&desk] {
        desk.messages().tell(
            Severity::Info,
            tr("Foreshock %1: which events in the world move which markets, and can I believe "
               "it? Licence GPL-3.0 or later.")
                .arg(QCoreApplication::applicationVersion()));
    });
}

void Menus::enable()
{
    const Desk &desk = m_window.desk();
    const bool open = desk.session().bench() != nullptr;
    m_paste->setEnabled(open);
    m_close->setEnabled(open);
    m_back->setEnabled(m_window.canGoBack());
    m_forward->setEnabled(m_window.desk().selection().canGoForward());
}

} // namespace app
