// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include "widgets/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QToolTip>

#include <utility>

namespace widgets {

namespace {

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

/// Whether the desktop asks for dark; Qt 6.4 only tells by the lightness of its palette.
bool systemIsDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

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
    auto *style = qobject_cast<Style *>(QApplication::style());
    if (!style) {
        style = new Style;
        QApplication::setStyle(style);
    }
    style->setTokens(m_tokens);
    const QPalette palette = m_tokens.palette();
    QToolTip::setPalette(palette);
    QApplication::setPalette(palette);
    // Qt tells the widgets later; until then a part would be painted in the old palette and the new tokens
    for (QWidget *window : QApplication::topLevelWidgets()) {
        QEvent told(QEvent::ApplicationPaletteChange);
        QApplication::sendEvent(window, &told);
    }
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

} // namespace widgets
