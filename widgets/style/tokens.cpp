// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/tokens.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kRoles = 13;
constexpr const char *kNames[kRoles] = {"window",   "panel", "raised", "line", "text",      "muted", "accent",
                                        "onAccent", "up",    "down",   "warn", "selection", "hover"};

QByteArray readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Tokens Tokens::load(const QString &name)
{
    Tokens tokens;
    const QJsonObject json =
        QJsonDocument::fromJson(readResource(QStringLiteral(":/themes/%1.json").arg(name))).object();
    for (int i = 0; i < kRoles; ++i) {
        const QColor color(json.value(QLatin1String(kNames[i])).toString());
        const bool isGround = i <= static_cast<int>(Role::Line);
        tokens.m_colors.append(color.isValid() ? color : QColor(isGround ? Qt::white : Qt::black));
    }
    for (const QJsonValue &value : json.value(QStringLiteral("series")).toArray())
        tokens.m_series.append(QColor(value.toString()));
    if (tokens.m_series.isEmpty())
        tokens.m_series.append(tokens.color(Role::Text));
    tokens.m_dark = json.value(QStringLiteral("dark")).toBool();
    return tokens;
}

QColor Tokens::tint(const QColor &color, double share) const
{
    const QColor &ground = this->color(Role::Panel);
    const auto mix = [share](int over, int under) {
        return static_cast<int>(std::lround(share * over + (1 - share) * under));
    };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()),
            mix(color.blue(), ground.blue())};
}

QPalette Tokens::palette() const
{
    QPalette palette;
    const auto set = [this, &palette](QPalette::ColorRole to, Role from) {
        palette.setColor(to, color(from));
    };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Panel);
    set(QPalette::AlternateBase, Role::Panel);
    set(QPalette::Text, Role::Text);
    set(QPalette::Button, Role::Raised);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Down);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::PlaceholderText, Role::Muted);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Warn);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Raised);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::Line);
    set(QPalette::Shadow, Role::Line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Role::Muted));
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace widgets
