// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The look of every widget: 4 px grid, 1 px lines, 2 px radius, no gradient, no shadow. Each colour is asked
// for when it is painted, so that a change of theme only repaints; a style sheet would examine every widget
// anew.
#pragma once

#include "widgets/style/tokens.h"

#include <QPointer>
#include <QProxyStyle>
#include <QTimer>

#include <vector>

namespace widgets {

/// Fusion, with what the house draws otherwise. Which part of it draws is decided here, the parts draw.
///
/// Widgets say what they are by properties that are set before they are shown (later by setLook()):
/// `role`: labels: heading, title, muted, warn, down, mark; frames: line, banner, card, popup; tool buttons:
/// small, pill, chip, shelf, status; push buttons: choice.
/// `primary` (push buttons), `severity` (banners: error, warning, info), `framed` (text edits), `syntaxState`
/// (lines: valid, invalid).
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();
    ~Style() override;

    /// The caller repaints, by giving the application the palette of the same tokens.
    void setTokens(const Tokens &tokens) { m_tokens = tokens; }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override { QProxyStyle::polish(palette); }
    void polish(QApplication *application) override { QProxyStyle::polish(application); }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;

private:
    /// A bar without an end is painted again in a moment.
    void keepMoving(QObject *bar) const;

    Tokens m_tokens;
    mutable QTimer m_pulse;
    mutable std::vector<QPointer<QWidget>> m_moving;
};

/// Changes a property that the style looks at, and shows it.
void setLook(QWidget *widget, const char *property, const QString &value);

} // namespace widgets
