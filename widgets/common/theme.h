// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look: the only place that knows a colour. Dark and light come from resources/themes, switched live.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QString>

namespace widgets {

/// What a colour is for. Series colours (Okabe–Ito, safe for colour-blind eyes) are counted separately.
enum class Role : quint8 {
    Window,
    Panel,
    Raised,
    Line,
    Text,
    Muted,
    Accent,
    OnAccent,
    Up,
    Down,
    Warn,
    Selection,
    Hover
};

/// One set of colours, as a value: a page that prints in light while the screen is dark holds its own.
class Tokens final
{
public:
    /// Reads ":/themes/NAME.json". Falls back to black on white when it is damaged (a test reads all themes).
    static Tokens load(const QString &name);

    [[nodiscard]] const QColor &color(Role role) const { return m_colors[static_cast<int>(role)]; }
    /// Series colour number i, counted round.
    [[nodiscard]] const QColor &series(int i) const { return m_series[i % m_series.size()]; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// The same colour, so much of it (0 to 1) over the panel: opaque, so that it prints as vector.
    [[nodiscard]] QColor tint(const QColor &color, double share) const;

private:
    QList<QColor> m_colors;
    QList<QColor> m_series;
    bool m_dark = false;
};

/// The theme in force. Lives on the GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// "dark", "light" or "system" (the desktop's choice, dark when it says nothing). Sets palette and style
    /// sheet of the application; changed() follows, unless that look is in force already.
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

/// Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrast(const QColor &a, const QColor &b);

/// The height of a table row, in pixels at 100 %.
inline constexpr int kRowHeight = 24;

} // namespace widgets
