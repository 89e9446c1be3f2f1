// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "widgets/commandbar/commandbar.h"
#include "widgets/discovery/discoverypanel.h"
#include "widgets/frame/messagelist.h"
#include "widgets/frame/statusline.h"
#include "widgets/importing/importassistant.h"
#include "widgets/importing/pasteassistant.h"
#include "widgets/relationships/relationshipspanel.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/shortcutsheet.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QListView>
#include <QPainter>
#include <QPixmap>

namespace app {

using namespace Qt::StringLiterals;
using widgets::Setting;

namespace {

constexpr int kPauseMs = 60;
constexpr int kCalmLooks = 4;
constexpr qint64 kMostMs = 20'000; // a panel that never settles is shown as it is
// made up, for the assistants: lines that are read and lines that are not
constexpr const char *kPasted =
    "2012-01-03\t2.5\n2012-04-17\t3.1\n2013-02-04\t1.7\nnext week\n2014-09-22\t4.0\n"
    "2015-06-01\t2.2\n2016-11-09\t5.3\n";
constexpr const char *kEvents = "timestamp,event_type,entity,value,text\n"
                                "2012-01-03T09:30:00Z,outage,SIM-EN01,2.5,A refinery stands still\n"
                                "2012-04-17T14:00:00Z,outage,SIM-EN02,3.1,A line is closed\n"
                                "yesterday,outage,SIM-EN01,1.7,No date\n"
                                "2013-02-04T10:15:00Z,outage,SIM-EN03,much,No number\n";
constexpr const char *kUnknown =
    "when;what;how much\n03.01.2012 09:30;outage;2,5\n17.04.2012 14:00;outage;3,1\n"
    "04.02.2013 10:15;strike;1,7\n";

void writeFile(const QString &name, const char *text)
{
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

} // namespace

Screenshots::Screenshots(MainWindow &window, const QString &folder)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder)
{
    m_timer.setInterval(kPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::next);
}

void Screenshots::start()
{
    m_failed = !QDir().mkpath(m_folder);
    writeFile(m_files.filePath(u"import.csv"_s), kEvents);
    writeFile(m_files.filePath(u"mapping.csv"_s), kUnknown);
    list();
    m_waited.start();
    m_timer.start();
}

void Screenshots::list()
{
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        const auto first = m_pictures.size();
        addLayouts();
        addPanels();
        addDialogs();
        for (std::size_t i = first; i < m_pictures.size(); ++i) {
            m_pictures[i].name += u'-' + theme;
            m_pictures[i].theme = theme;
        }
    }
}

void Screenshots::addLayouts()
{
    MainWindow *window = &m_window;
    m_pictures.push_back({.name = u"start"_s, .show = [window]() -> QWidget * {
                              window->showStart();
                              return window;
                          }});
    m_pictures.push_back({.name = u"starter"_s, .show = [window]() -> QWidget * {
                              window->showStarter();
                              return window;
                          }});
    for (int i = 0; i < kLayouts; ++i) {
        const auto layout = static_cast<Layout>(i);
        m_pictures.push_back(
            {.name = u"layout-"_s + layoutId(layout), .show = [window, layout]() -> QWidget * {
                 window->showDocks();
                 window->docks().useLayout(layout);
                 return window;
             }});
    }
    m_pictures.push_back({.name = u"commandbar"_s,
                          .show = [window]() -> QWidget * {
                              window->showDocks();
                              window->commandBar().begin(u"e"_s);
                              return window;
                          },
                          .putAway = [window] { window->commandBar().clear(); }});
}

void Screenshots::addPanels()
{
    MainWindow *window = &m_window;
    for (const PanelEntry &entry : panels()) {
        const QString id = QString::fromLatin1(entry.id);
        // in a layout that has it, else in Research
        auto home = Layout::Research;
        for (const Layout layout : {Layout::Data, Layout::Monitor, Layout::Research}) {
            if (entry.places[static_cast<std::size_t>(layout)] != Place::Hidden)
                home = layout;
        }
        const bool isGuest = entry.places[static_cast<std::size_t>(home)] == Place::Hidden;
        m_pictures.push_back({.name = u"panel-"_s + id,
                              .show = [window, id, home]() -> QWidget * {
                                  window->showDocks();
                                  window->docks().useLayout(home);
                                  window->docks().showInCentre(id);
                                  return window->docks().panel(id);
                              },
                              .putAway =
                                  [window, id, isGuest] {
                                      if (isGuest)
                                          window->docks().dock(id)->hide();
                                  }});
    }
    using widgets::RelationshipsPanel;
    const auto relationships = [window] {
        return qobject_cast<RelationshipsPanel *>(window->docks().panel(u"relationships"_s));
    };
    for (const auto &[name, page] : {std::pair(u"ledger"_s, RelationshipsPanel::Ledger),
                                     std::pair(u"record"_s, RelationshipsPanel::Record)}) {
        m_pictures.push_back(
            {.name = u"panel-relationships-"_s + name,
             .show = [window, relationships, page = page]() -> QWidget * {
                 window->docks().useLayout(Layout::Research);
                 window->docks().showPanel(u"relationships"_s);
                 relationships()->showPage(page);
                 return relationships();
             },
             .putAway = [relationships] { relationships()->showPage(RelationshipsPanel::Beliefs); }});
    }
    using widgets::DiscoveryPanel;
    for (const auto &[name, page] : {std::pair(u"question"_s, DiscoveryPanel::Question),
                                     std::pair(u"history"_s, DiscoveryPanel::History)}) {
        const auto discovery = [window] {
            return qobject_cast<DiscoveryPanel *>(window->docks().panel(u"discovery"_s));
        };
        m_pictures.push_back({.name = u"panel-discovery-"_s + name,
                              .show = [window, discovery, page = page]() -> QWidget * {
                                  window->docks().useLayout(Layout::Research);
                                  window->docks().showPanel(u"discovery"_s);
                                  discovery()->showPage(page);
                                  return discovery();
                              },
                              .putAway = [discovery] { discovery()->showPage(DiscoveryPanel::Findings); }});
    }
}

void Screenshots::addDialogs()
{
    MainWindow *window = &m_window;
    for (const QString &page : {u"look"_s, u"keys"_s, u"collecting"_s, u"sources"_s, u"files"_s}) {
        m_pictures.push_back({.name = u"settings-"_s + page, .show = [window, page]() -> QWidget * {
                                  window->showSettings(page);
                                  return window->findChild<widgets::SettingsDialog *>();
                              }});
    }
    m_pictures.push_back({.name = u"shortcuts"_s, .show = [window]() -> QWidget * {
                              window->showShortcuts();
                              return window->findChild<widgets::ShortcutSheet *>();
                          }});
    m_pictures.push_back({.name = u"messages"_s, .show = [window]() -> QWidget * {
                              window->status().showMessages();
                              return window->findChild<widgets::MessageList *>();
                          }});
    using widgets::ImportAssistant;
    using widgets::PasteAssistant;
    for (const QString &file : {u"import"_s, u"mapping"_s}) {
        const QString name = m_files.filePath(file + u".csv"_s);
        const auto assistant = [window] { return window->findChild<ImportAssistant *>(); };
        m_pictures.push_back({.name = file,
                              .show = [window, name, assistant]() -> QWidget * {
                                  Q_EMIT window->desk().importFiles({name});
                                  if (auto *files = window->findChild<QListView *>(u"importFiles"_s))
                                      files->setCurrentIndex(
                                          files->model()->index(files->model()->rowCount() - 1, 0));
                                  return assistant();
                              },
                              .isReady = [assistant] { return assistant()->isSettled(); }});
    }
    const auto paste = [window] { return window->findChild<PasteAssistant *>(); };
    m_pictures.push_back({.name = u"paste"_s,
                          .show = [window, paste]() -> QWidget * {
                              Q_EMIT window->desk().pasteDates();
                              if (paste())
                                  paste()->begin(QString::fromLatin1(kPasted));
                              return paste();
                          },
                          .isReady = [paste] { return paste()->isSettled(); }});
}

void Screenshots::next()
{
    const bool isReady =
        m_window.isSettled() && !(m_shown && m_pictures[m_at].isReady && !m_pictures[m_at].isReady());
    m_calm = isReady ? m_calm + 1 : 0;
    if (m_calm < kCalmLooks && m_waited.elapsed() < kMostMs)
        return;
    if (m_shown) {
        take(m_shown, m_pictures[m_at].name);
        if (m_shown->isWindow() && m_shown != &m_window)
            m_shown->close();
        if (m_pictures[m_at].putAway)
            m_pictures[m_at].putAway();
        m_shown = nullptr;
        ++m_at;
    }
    while (m_at < m_pictures.size() && !m_shown) {
        const Picture &picture = m_pictures[m_at];
        if (m_window.desk().theme().name() != picture.theme)
            m_window.desk().theme().use(picture.theme);
        m_shown = picture.show();
        if (!m_shown) // such as an assistant without a workspace
            ++m_at;
    }
    if (!m_shown) {
        m_timer.stop();
        QApplication::exit(m_failed ? 1 : 0);
        return;
    }
    m_calm = 0;
    m_waited.restart();
}

void Screenshots::take(QWidget *widget, const QString &name)
{
    for (const int scale : {1, 2}) {
        QPixmap picture(widget->size() * scale);
        picture.setDevicePixelRatio(scale);
        picture.fill(m_window.desk().theme().color(widgets::Role::Window));
        widget->render(&picture);
        const QString file = u"%1/%2%3.png"_s.arg(m_folder, name, scale == 2 ? u"@2x"_s : QString());
        m_failed = !picture.save(file) || m_failed;
    }
}

} // namespace app
