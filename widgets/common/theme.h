// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The theme in force: dark and light come from resources/themes, switched live.
#pragma once

#include "widgets/style/tokens.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

namespace widgets {

/// The theme in force. Lives on the GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// "dark", "light" or "system" (the desktop's choice, dark when it says nothing). Sets style and palette
    /// of the application; changed() follows, unless that look is in force already.
    void use(const QString &name);
    [[nodiscard]] const QString &name() const { return m_name; } ///< as it was asked for
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] QColor color(Role role) const { return m_tokens.color(role); }
    [[nodiscard]] bool isDark() const { return m_tokens.isDark(); }
    /// Up and down swap their colours (red up), as in East Asia.
    void setRedUp(bool redUp);
    [[nodiscard]] QColor up() const { return color(m_redUp ? Role::Down : Role::Up); }
    [[nodiscard]] QColor down() const { return color(m_redUp ? Role::Up : Role::Down); }

    /// An icon of resources/icons ("run", "close", …) in the colours of the theme; ask again on changed().
    [[nodiscard]] QIcon icon(const QString &name) const;
    /// The same in the colour of a role: for marks that say how something fares, beside a shape and a word.
    [[nodiscard]] QIcon icon(const QString &name, Role role) const;
    /// For columns of numbers: figures of equal width.
    [[nodiscard]] static QFont numberFont(const QFont &like);

Q_SIGNALS:
    void changed();

private:
    QString m_name;
    Tokens m_tokens;
    bool m_redUp = false;
    bool m_isUsed = false;
};

/// The height of a table row, in pixels at 100 %.
inline constexpr int kRowHeight = 24;

} // namespace widgets
