// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QToolTip>

#include <cmath>
#include <utility>

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

/// A stroke icon: an SVG drawn in currentColor, coloured when it is painted.
class StrokeIcon final : public QIconEngine
{
public:
    StrokeIcon(QByteArray svg, QColor normal, QColor disabled)
        : m_svg(std::move(svg))
        , m_normal(std::move(normal))
        , m_disabled(std::move(disabled))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        const QColor &color = mode == QIcon::Disabled ? m_disabled : m_normal;
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer(svg).render(painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new StrokeIcon(m_svg, m_normal, m_disabled); }

private:
    QByteArray m_svg;
    QColor m_normal;
    QColor m_disabled;
};

QPalette paletteOf(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette, &tokens](QPalette::ColorRole to, Role from) {
        palette.setColor(to, tokens.color(from));
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
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Raised);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::Line);
    set(QPalette::Shadow, Role::Line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.color(Role::Muted));
    return palette;
}

/// Whether the desktop asks for dark; Qt 6.4 only tells by the lightness of its palette.
bool systemIsDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
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

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_tokens(Tokens::load(QStringLiteral("dark")))
{
    systemIsDark(); // before our own palette hides the answer
}

void Theme::use(const QString &name)
{
    m_name = name;
    const bool dark = name == QLatin1String("system") ? systemIsDark() : name != QLatin1String("light");
    if (m_isUsed && dark == m_tokens.isDark())
        return;
    m_isUsed = true;
    m_tokens = Tokens::load(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    QString sheet = QString::fromUtf8(readResource(QStringLiteral(":/themes/base.qss")));
    for (int i = 0; i < kRoles; ++i) {
        sheet.replace(QLatin1Char('@') + QLatin1String(kNames[i]) + QLatin1Char('@'),
                      m_tokens.color(static_cast<Role>(i)).name());
    }
    sheet.replace(QLatin1String("@ground@"), dark ? QLatin1String("dark") : QLatin1String("light"));
    const QPalette palette = paletteOf(m_tokens);
    // each of the three polishes every widget anew, so the style is set once
    static bool isFusion = false;
    if (!std::exchange(isFusion, true))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    qApp->setStyleSheet(sheet);
    Q_EMIT changed();
}

void Theme::setRedUp(bool redUp)
{
    if (m_redUp == redUp)
        return;
    m_redUp = redUp;
    Q_EMIT changed();
}

QIcon Theme::icon(const QString &name) const
{
    return QIcon(new StrokeIcon(readResource(QStringLiteral(":/icons/%1.svg").arg(name)), color(Role::Text),
                                color(Role::Muted)));
}

QFont Theme::numberFont(const QFont &like)
{
    // Debian's desktop fonts (DejaVu, Noto, Liberation) have figures of equal width; others are asked for
    // them
    QFont font = like;
    font.setStyleHint(QFont::SansSerif);
    font.setKerning(false);
    return font;
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
