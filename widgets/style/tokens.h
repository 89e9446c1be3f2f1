// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of one theme, by what they are for: resources/themes/*.json is the only place that has them.
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>
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
    /// What Qt's own widgets ask for. Roles that nothing of ours means by their name carry tokens without one
    /// in Qt: LinkVisited is Warn, BrightText is Down.
    [[nodiscard]] QPalette palette() const;

private:
    QList<QColor> m_colors;
    QList<QColor> m_series;
    bool m_dark = false;
};

/// Contrast of two colours, 1 to 21 (WCAG 2.1, relative luminance).
double contrast(const QColor &a, const QColor &b);

} // namespace widgets
