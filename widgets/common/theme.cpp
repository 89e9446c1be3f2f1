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
#include <QPixmapCache>
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

/// A stroke icon: an SVG drawn in currentColor. Each size and colour is drawn once: every repaint asks again.
class StrokeIcon final : public QIconEngine
{
public:
    StrokeIcon(QString name, QColor normal, QColor disabled)
        : m_name(std::move(name))
        , m_normal(std::move(normal))
        , m_disabled(std::move(disabled))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device()->devicePixelRatio() * painter->transform().m11();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * scale).toSize(), mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const QColor &color = mode == QIcon::Disabled ? m_disabled : m_normal;
        const QString key =
            QStringLiteral("icon %1 %2 %3 %4")
                .arg(m_name, color.name(), QString::number(size.width()), QString::number(size.height()));
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QByteArray svg = readResource(QStringLiteral(":/icons/%1.svg").arg(m_name));
        svg.replace("currentColor", color.name().toLatin1());
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter, QRect(QPoint(), size));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new StrokeIcon(m_name, m_normal, m_disabled); }

private:
    QString m_name;
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
    return icon(name, Role::Text);
}

QIcon Theme::icon(const QString &name, Role role) const
{
    return QIcon(new StrokeIcon(name, color(role), color(Role::Muted)));
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
