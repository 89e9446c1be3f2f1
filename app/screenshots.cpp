// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "widgets/commandbar/commandbar.h"
#include "widgets/settings/settingsdialog.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QPainter>
#include <QPixmap>

namespace app {

using namespace Qt::StringLiterals;
using widgets::Setting;

namespace {

constexpr int kLookMs = 60;
constexpr int kCalmLooks = 4;
constexpr qint64 kMostMs = 20'000; // a panel that never settles is shown as it is

} // namespace

Screenshots::Screenshots(MainWindow &window, const QString &folder)
    : QObject(&window)
    , m_window(window)
    , m_folder(folder)
{
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::next);
}

void Screenshots::start()
{
    m_failed = !QDir().mkpath(m_folder);
    list();
    m_waited.start();
    m_timer.start();
}

void Screenshots::list()
{
    MainWindow *window = &m_window;
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        m_pictures.push_back({u"start-"_s + theme, theme, [window]() -> QWidget * {
                                  window->showStart();
                                  return window;
                              }});
        m_pictures.push_back({u"starter-"_s + theme, theme, [window]() -> QWidget * {
                                  window->showStarter();
                                  return window;
                              }});
        for (int i = 0; i < kLayouts; ++i) {
            const auto layout = static_cast<Layout>(i);
            m_pictures.push_back(
                {u"layout-%1-%2"_s.arg(layoutId(layout), theme), theme, [window, layout]() -> QWidget * {
                     window->showDocks();
                     window->docks().useLayout(layout);
                     return window;
                 }});
        }
        m_pictures.push_back({u"commandbar-"_s + theme, theme, [window]() -> QWidget * {
                                  window->showDocks();
                                  window->commandBar().begin(u"e"_s);
                                  return window;
                              }});
        m_pictures.push_back({u"settings-"_s + theme, theme, [window]() -> QWidget * {
                                  window->commandBar().clear();
                                  window->showSettings(u"look"_s);
                                  return window->findChild<widgets::SettingsDialog *>();
                              }});
        m_pictures.push_back({u"settings-collecting-"_s + theme, theme, [window]() -> QWidget * {
                                  window->showSettings(u"collecting"_s);
                                  return window->findChild<widgets::SettingsDialog *>();
                              }});
        m_pictures.push_back({u"settings-keys-"_s + theme, theme, [window]() -> QWidget * {
                                  window->showSettings(u"keys"_s);
                                  return window->findChild<widgets::SettingsDialog *>();
                              }});
        for (const PanelEntry &entry : panels()) {
            const QString id = QString::fromLatin1(entry.id);
            // in a layout that has it, else in Research
            auto home = Layout::Research;
            for (const Layout layout : {Layout::Data, Layout::Monitor, Layout::Research}) {
                if (entry.places[static_cast<std::size_t>(layout)] != Place::Hidden)
                    home = layout;
            }
            m_pictures.push_back({u"panel-%1-%2"_s.arg(id, theme), theme, [window, id, home]() -> QWidget * {
                                      window->showDocks();
                                      window->docks().useLayout(home);
                                      window->docks().showPanel(id);
                                      return window->docks().panel(id);
                                  }});
        }
    }
}

void Screenshots::next()
{
    m_calm = m_window.isSettled() ? m_calm + 1 : 0;
    if (m_calm < kCalmLooks && m_waited.elapsed() < kMostMs)
        return;
    if (m_shown) {
        take(m_shown, m_pictures[m_at].name);
        ++m_at;
    }
    if (m_at >= m_pictures.size()) {
        m_timer.stop();
        QApplication::exit(m_failed ? 1 : 0);
        return;
    }
    const Picture &picture = m_pictures[m_at];
    if (m_window.desk().theme().name() != picture.theme)
        m_window.desk().theme().use(picture.theme);
    m_shown = picture.show();
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
