// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks.h"

#include "widgets/frame/docktitle.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

using namespace Qt::StringLiterals;
using widgets::Panel;
using widgets::Setting;

namespace {

/// Stored states carry it; raised when a stored one could no longer be shown properly.
constexpr int kStateVersion = 1;
// shares of the window, in hundredths; the centre gets what is left
constexpr int kLeft = 14;
constexpr int kBeside = 24;
constexpr int kRight = 18;
constexpr int kUpper = 56;       // Centre above Below
constexpr int kUpperOfData = 72; // jobs are few

} // namespace

Docks::Docks(widgets::Desk &desk, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
{
    setWindowFlags(Qt::Widget);
    setObjectName(u"docks"_s);
    // no GroupedDragging: a dock that was left in a floating group crashed Qt 6.4 when the layout changed
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    if (desk.settings().flag(Setting::ReducedMotion))
        setAnimated(false);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(Qt::NoContextMenu); // View > Panels lists them
    for (const PanelEntry &entry : panels()) {
        const QString id = QString::fromLatin1(entry.id);
        auto *dock = new QDockWidget(panelTitle(entry), this);
        dock->setObjectName(u"dock."_s + id);
        dock->setAccessibleName(panelTitle(entry));
        dock->setTitleBarWidget(new widgets::DockTitle(desk.theme(), dock));
        dock->setWidget(new QWidget(dock));
        addDockWidget(Qt::LeftDockWidgetArea, dock);
        dock->hide();
        m_docks[id] = dock;
        // a panel behind another tab is made when it comes to the front
        connect(dock, &QDockWidget::visibilityChanged, this, [this, id](bool visible) {
            if (visible)
                panel(id);
        });
        QAction *toggle = dock->toggleViewAction();
        toggle->setObjectName(u"panel."_s + id);
        toggle->setToolTip(tr("Show or hide the panel %1").arg(panelTitle(entry)));
        toggle->setIcon(desk.theme().icon(QString::fromLatin1(entry.icon)));
        const QString icon = QString::fromLatin1(entry.icon);
        connect(&desk.theme(), &widgets::Theme::changed, toggle,
                [&desk, toggle, icon] { toggle->setIcon(desk.theme().icon(icon)); });
    }
    connect(&desk.settings(), &widgets::Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ReducedMotion)
            setAnimated(!m_desk.settings().flag(Setting::ReducedMotion));
    });
}

void Docks::arrange(Layout layout)
{
    m_layout = layout;
    std::map<Place, std::vector<QDockWidget *>> at;
    for (const PanelEntry &entry : panels()) {
        QDockWidget *dock = m_docks[QString::fromLatin1(entry.id)];
        dock->setFloating(false);
        removeDockWidget(dock); // hides it, and forgets its neighbours
        at[entry.places[static_cast<std::size_t>(layout)]].push_back(dock);
    }
    // columns from left to right, each split off the one before; Below under the centre
    QDockWidget *last = nullptr;
    for (const Place place : {Place::Left, Place::Centre, Place::Beside, Place::Right}) {
        if (at[place].empty())
            continue;
        QDockWidget *head = at[place].front();
        if (last)
            splitDockWidget(last, head, Qt::Horizontal);
        else
            addDockWidget(Qt::LeftDockWidgetArea, head);
        last = head;
    }
    if (!at[Place::Below].empty()) {
        QDockWidget *head = at[Place::Below].front();
        QDockWidget *over = !at[Place::Centre].empty() ? at[Place::Centre].front() : last;
        if (over)
            splitDockWidget(over, head, Qt::Vertical);
        else
            addDockWidget(Qt::LeftDockWidgetArea, head);
    }
    for (const auto &[place, docks] : at) {
        if (docks.empty())
            continue;
        if (place == Place::Hidden) {
            for (QDockWidget *dock : docks) {
                addDockWidget(Qt::RightDockWidgetArea, dock); // where it appears when it is asked for
                dock->hide();
            }
            continue;
        }
        for (std::size_t i = 1; i < docks.size(); ++i)
            tabifyDockWidget(docks[i - 1], docks[i]);
        for (QDockWidget *dock : docks)
            dock->show();
        docks.front()->raise();
    }
    m_isDefault = true;
    resizeToDefault();
}

void Docks::resizeToDefault()
{
    QList<QDockWidget *> columns;
    QList<int> widths;
    QList<QDockWidget *> rows;
    QList<int> heights;
    std::map<Place, QDockWidget *> first;
    for (const PanelEntry &entry : panels())
        first.try_emplace(entry.places[static_cast<std::size_t>(m_layout)],
                          m_docks[QString::fromLatin1(entry.id)]);
    int left = 100;
    for (const auto &[place, share] : {std::pair(Place::Left, kLeft), std::pair(Place::Beside, kBeside),
                                       std::pair(Place::Right, kRight)}) {
        if (!first.contains(place))
            continue;
        columns.append(first[place]);
        widths.append(width() * share / 100);
        left -= share;
    }
    if (first.contains(Place::Centre)) {
        columns.append(first[Place::Centre]);
        widths.append(width() * left / 100);
    }
    if (first.contains(Place::Centre) && first.contains(Place::Below)) {
        rows = {first[Place::Centre], first[Place::Below]};
        const int upper = m_layout == Layout::Data ? kUpperOfData : kUpper;
        heights = {height() * upper / 100, height() * (100 - upper) / 100};
    }
    resizeDocks(columns, widths, Qt::Horizontal);
    resizeDocks(rows, heights, Qt::Vertical);
}

void Docks::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_isDefault)
        resizeToDefault();
}

bool Docks::event(QEvent *event)
{
    const bool isDone = QMainWindow::event(event);
    // tab bars come and go as docks are dragged
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ChildPolished)
        tendTabBars();
    return isDone;
}

void Docks::tendTabBars()
{
    const QString name = tr("Panels in this place");
    QStringList tabbed;
    for (QTabBar *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        auto *tabs = bar->findChild<widgets::DockTabs *>(QString(), Qt::FindDirectChildrenOnly);
        if (!tabs) { // each of the settings below asks for a layout, which leads here again
            bar->setAccessibleName(name);
            bar->setDrawBase(false);
            bar->setElideMode(Qt::ElideNone);
            bar->setExpanding(false);
            tabs = new widgets::DockTabs(m_desk.theme(), bar,
                                         [this](const QString &title) { return titled(title); });
        }
        tabs->place();
        // whether the buttons fit must not count: a title that comes and goes may change whether they do
        const bool isUsed = bar->isVisible() && bar->count() > 1; // Qt moves one with a single tab out of sight
        for (int i = 0; isUsed && i < bar->count(); ++i)
            tabbed.append(bar->tabText(i));
    }
    for (const auto &[id, dock] : m_docks)
        static_cast<widgets::DockTitle *>(dock->titleBarWidget())
            ->setTabbed(!dock->isFloating() && tabbed.contains(dock->windowTitle()));
}

QDockWidget *Docks::titled(const QString &title) const
{
    for (const auto &[id, dock] : m_docks) {
        if (dock->windowTitle() == title)
            return dock;
    }
    return nullptr;
}

void Docks::useLayout(Layout layout)
{
    if (layout == m_layout)
        return;
    const QWidget *before = QApplication::focusWidget();
    const bool hadFocus = before && isAncestorOf(before);
    store();
    m_layout = layout;
    m_desk.settings().set(Setting::CurrentLayout, layoutId(layout));
    restoreStored();
    // as docks are hidden Qt passes the keyboard on to whatever is near
    const QWidget *after = QApplication::focusWidget();
    if (hadFocus && !(after && isAncestorOf(after)))
        focusFirst();
}

QByteArray Docks::resetLayout()
{
    const QByteArray before = saveState(kStateVersion);
    arrange(m_layout);
    Q_EMIT layoutChanged();
    return before;
}

void Docks::undo(Layout layout, const QByteArray &state)
{
    if (layout == m_layout)
        restoreBlob(state);
}

bool Docks::restoreBlob(const QByteArray &state)
{
    // panels that a stored state does not know yet stand where the default puts them
    arrange(m_layout);
    if (state.isEmpty() || !restoreState(state, kStateVersion))
        return false;
    // a state that hides everything is no state to start with
    const bool any = std::any_of(m_docks.begin(), m_docks.end(),
                                 [](const auto &dock) { return !dock.second->isHidden(); });
    if (!any)
        return false;
    m_isDefault = false;
    return true;
}

void Docks::restoreStored()
{
    m_layout = layoutOf(m_desk.settings().text(Setting::CurrentLayout));
    const QVariantMap states = m_desk.settings().value(Setting::LayoutStates).toMap();
    const QByteArray state = states.value(layoutId(m_layout)).toByteArray();
    if (state.isEmpty())
        arrange(m_layout);
    else if (!restoreBlob(state))
        arrange(m_layout); // what could be read of it may have moved some
    Q_EMIT layoutChanged();
}

void Docks::store()
{
    QVariantMap states = m_desk.settings().value(Setting::LayoutStates).toMap();
    states[layoutId(m_layout)] = saveState(kStateVersion);
    m_desk.settings().set(Setting::LayoutStates, states);
    m_desk.settings().set(Setting::CurrentLayout, layoutId(m_layout));
}

QDockWidget *Docks::dock(const QString &id) const
{
    const auto found = m_docks.find(id);
    return found == m_docks.end() ? nullptr : found->second;
}

Panel *Docks::panel(const QString &id)
{
    if (const auto found = m_panels.find(id); found != m_panels.end())
        return found->second;
    QDockWidget *dock = this->dock(id);
    if (!dock)
        return nullptr;
    const auto entry = std::find_if(panels().begin(), panels().end(),
                                    [&id](const PanelEntry &panel) { return id == QLatin1String(panel.id); });
    Panel *panel = entry->make(m_desk, dock);
    QWidget *stand = dock->widget();
    dock->setWidget(panel);
    stand->deleteLater();
    m_panels[id] = panel;
    return panel;
}

QList<Panel *> Docks::made() const
{
    QList<Panel *> all;
    for (const auto &[id, panel] : m_panels)
        all.append(panel);
    return all;
}

void Docks::showPanel(const QString &id)
{
    QDockWidget *dock = this->dock(id);
    if (!dock)
        return;
    Panel *wanted = panel(id);
    dock->show();
    dock->raise();
    if (dock->isFloating())
        dock->activateWindow();
    wanted->firstFocus()->setFocus(Qt::OtherFocusReason);
}

void Docks::showInCentre(const QString &id)
{
    QDockWidget *wanted = dock(id);
    for (const PanelEntry &entry : panels()) {
        QDockWidget *centre = dock(QString::fromLatin1(entry.id));
        const bool isCentre = entry.places[static_cast<std::size_t>(m_layout)] == Place::Centre;
        if (wanted && isCentre && wanted->isHidden() && !centre->isHidden() && !centre->isFloating()) {
            tabifyDockWidget(centre, wanted);
            break;
        }
    }
    showPanel(id);
}

void Docks::focusFirst()
{
    for (const PanelEntry &entry : panels()) {
        const QString id = QString::fromLatin1(entry.id);
        if (!dock(id)->visibleRegion().isEmpty()) {
            panel(id)->firstFocus()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void Docks::makeRest()
{
    for (const auto &[id, dock] : m_docks) {
        if (m_panels.contains(id))
            continue;
        panel(id);
        QTimer::singleShot(0, this, &Docks::makeRest);
        return;
    }
}

bool Docks::isSettled() const
{
    return std::all_of(m_panels.begin(), m_panels.end(), [](const auto &panel) {
        return !panel.second->isVisible() || panel.second->isSettled();
    });
}

QList<QAction *> Docks::toggles() const
{
    QList<QAction *> all;
    for (const PanelEntry &entry : panels())
        all.append(m_docks.at(QString::fromLatin1(entry.id))->toggleViewAction());
    return all;
}

} // namespace app
