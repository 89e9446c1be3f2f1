// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the moment, as strips above the panels: what, what can be done, details, copy, close.
#pragma once

#include "widgets/common/messages.h"
#include "widgets/common/theme.h"

#include <QFrame>

#include <map>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace widgets {

/// The icon a severity goes by.
QString iconOf(Severity severity);

/// One message. Notices close by themselves after a while, errors and warnings stay.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    Banner(const Theme &theme, const Message &message, QWidget *parent);

Q_SIGNALS:
    void closed();

private:
    void paintIcons();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QToolButton *m_close;
};

/// At most three at a time; older ones wait in the list behind the bell.
class Banners final : public QWidget
{
    Q_OBJECT

public:
    Banners(Messages &messages, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_shown.size()); }

private:
    void add(quint64 id);
    void remove(quint64 id);

    Messages &m_messages;
    const Theme &m_theme;
    QVBoxLayout *m_layout;
    std::map<quint64, Banner *> m_shown;
};

} // namespace widgets
