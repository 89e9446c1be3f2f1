// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/banners.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMost = 3;
constexpr int kNoticeMs = 12'000;
constexpr int kDetailsHeight = 120;

} // namespace

QString iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
    case Severity::Note:
        break;
    }
    return u"info"_s;
}

Banner::Banner(const Theme &theme, const Message &message, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_iconName(iconOf(message.severity))
    , m_icon(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setProperty("role", u"banner"_s);
    const bool loud = message.severity >= Severity::Warning;
    setProperty("severity", message.severity == Severity::Error ? u"error"_s
                            : loud                              ? u"warning"_s
                                                                : u"info"_s);
    auto *text = new QLabel(message.what, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAccessibleName(message.what);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(text, 1);
    for (const MessageAction &action : message.actions) {
        auto *button = new QPushButton(action.text, this);
        button->setAccessibleName(action.text);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            Q_EMIT closed(); // first: what it does may tell something new
            run();
        });
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(4);
    layout->addLayout(row);
    if (!message.details.isEmpty()) {
        auto *details = new QPlainTextEdit(message.details, this);
        details->setReadOnly(true);
        details->setAccessibleName(tr("Details"));
        details->setMaximumHeight(kDetailsHeight);
        details->hide();
        layout->addWidget(details);
        auto *more = new QPushButton(tr("Details"), this);
        more->setAccessibleName(more->text());
        more->setCheckable(true);
        row->addWidget(more);
        connect(more, &QPushButton::toggled, details, &QWidget::setVisible);
    }
    if (loud) {
        auto *copy = new QPushButton(tr("Copy"), this);
        copy->setAccessibleName(tr("Copy the message"));
        row->addWidget(copy);
        const QString all = message.details.isEmpty() ? message.what : message.what + u'\n' + message.details;
        connect(copy, &QPushButton::clicked, this, [all] { QApplication::clipboard()->setText(all); });
    } else {
        auto *gone = new QTimer(this); // once nobody is about to press its button
        connect(gone, &QTimer::timeout, this, [this] {
            if (!underMouse() && !isAncestorOf(QApplication::focusWidget()))
                Q_EMIT closed();
        });
        gone->start(kNoticeMs);
    }
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &Banner::closed);
    connect(&theme, &Theme::changed, this, &Banner::paintIcons);
    paintIcons();
}

void Banner::paintIcons()
{
    m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(16, 16));
    m_close->setIcon(m_theme.icon(u"close"_s));
}

Banners::Banners(Messages &messages, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_messages(messages)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(4, 4, 4, 4);
    m_layout->setSpacing(4);
    connect(&messages, &Messages::told, this, &Banners::add);
    connect(&messages, &Messages::dismissed, this, &Banners::remove);
    hide();
}

void Banners::add(quint64 id)
{
    const auto message = std::find_if(m_messages.all().rbegin(), m_messages.all().rend(),
                                      [id](const Message &m) { return m.id == id; });
    if (message == m_messages.all().rend())
        return;
    // the same thing said again takes the place of what was said before
    const auto same = std::find_if(m_shown.begin(), m_shown.end(), [&message](const auto &shown) {
        return shown.second->accessibleName() == message->what;
    });
    if (same != m_shown.end())
        m_messages.dismiss(same->first);
    if (m_shown.size() >= kMost)
        m_messages.dismiss(m_shown.begin()->first);
    auto *banner = new Banner(m_theme, *message, this);
    m_shown[id] = banner;
    m_layout->insertWidget(0, banner);
    connect(banner, &Banner::closed, this, [this, id] { m_messages.dismiss(id); });
    show();
}

void Banners::remove(quint64 id)
{
    const auto found = m_shown.find(id);
    if (found == m_shown.end())
        return;
    m_layout->removeWidget(found->second);
    found->second->hide();
    found->second->deleteLater();
    m_shown.erase(found);
    setVisible(!m_shown.empty());
}

} // namespace widgets
