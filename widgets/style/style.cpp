// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/style.h"

#include "widgets/style/bars.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fields.h"
#include "widgets/style/frames.h"
#include "widgets/style/menus.h"
#include "widgets/style/tabs.h"
#include "widgets/style/views.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

constexpr int kPulseMs = 40;       // between two pictures of a bar without an end
constexpr int kPulseRound = 1'600; // in which it passes once
constexpr int kTipFrame = 7;
constexpr int kLabelSpacing = 6;
constexpr int kMenuMargin = 4;

/// Where all bars without an end stand now, 0 to 1.
double phase()
{
    static const QElapsedTimer started = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    return static_cast<double>(started.elapsed() % kPulseRound) / kPulseRound;
}

template <typename Option>
Option recoloured(const Option &option, QPalette::ColorRole role, const QColor &color)
{
    Option copy = option;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive})
        copy.palette.setColor(group, role, color);
    return copy;
}

/// Whether the keyboard is shown by what the widget itself draws.
bool showsFocusItself(const QWidget *widget)
{
    return qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTabBar *>(widget) ||
           widget->inherits("QPushButton") || qobject_cast<const QToolButton *>(widget);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_tokens(Tokens::load(QStringLiteral("dark")))
{
    m_pulse.setSingleShot(true);
    m_pulse.setInterval(kPulseMs);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        for (const QPointer<QWidget> &bar : std::exchange(m_moving, {})) {
            if (bar)
                bar->update();
        }
    });
}

Style::~Style() = default;

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    dress(widget);
}

void Style::keepMoving(QObject *bar) const
{
    auto *widget = qobject_cast<QWidget *>(bar);
    if (!widget || std::find(m_moving.begin(), m_moving.end(), widget) != m_moving.end())
        return;
    m_moving.emplace_back(widget);
    if (!m_pulse.isActive())
        m_pulse.start();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Canvas canvas{*painter, m_tokens, *this, widget};
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawPushButtonGround(canvas, *button);
        return;
    case PE_PanelLineEdit:
        if (const auto *line = qstyleoption_cast<const QStyleOptionFrame *>(option))
            drawLineEdit(canvas, *line);
        return;
    case PE_IndicatorBranch: // Fusion would keep a picture and its name for each palette there ever was
        drawBranch(canvas, *option);
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(canvas, *option);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawItem(canvas, *item);
        return;
    case PE_FrameFocusRect:
        if (widget && !showsFocusItself(widget))
            drawBox(canvas, option->rect, QColor(), m_tokens.color(Role::Accent));
        return;
    case PE_PanelMenu:
        drawMenuPanel(canvas, *option);
        return;
    case PE_PanelTipLabel:
        drawTip(canvas, *option);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, m_tokens.color(Role::Panel));
        return;
    case PE_FrameTabWidget:
        drawTabPane(canvas, *option);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        drawSeparator(canvas, *option);
        return;
    case PE_FrameLineEdit: // drawn with their panels
    case PE_FrameMenu:
    case PE_FrameStatusBarItem: // without
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Canvas canvas{*painter, m_tokens, *this, widget};
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawPushButton(canvas, *button);
        return;
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawPushButtonGround(canvas, *button);
        return;
    case CE_CheckBoxLabel:
    case CE_RadioButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button || !button->state.testFlag(State_HasFocus))
            break;
        const auto focused = recoloured(*button, QPalette::WindowText, m_tokens.color(Role::Accent));
        QProxyStyle::drawControl(element, &focused, painter, widget);
        return;
    }
    case CE_ShapedFrame:
        if (widget && drawFrame(canvas, *option))
            return;
        break;
    case CE_ComboBoxLabel:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            drawComboBoxLabel(canvas, *box);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeader(canvas, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_tokens.color(Role::Panel));
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            drawProgress(canvas, *bar, phase());
            if (isEndless(*bar))
                keepMoving(bar->styleObject);
        }
        return;
    case CE_Splitter:
        drawSplitter(canvas, *option);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabShape(canvas, *tab);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(canvas, *tab);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(canvas, *item);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(canvas, *item);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_tokens.color(Role::Window));
        return;
    case CE_MenuScroller:
        painter->fillRect(option->rect, m_tokens.color(Role::Panel));
        drawArrow(canvas, option->rect, option->state.testFlag(State_DownArrow) ? Qt::DownArrow : Qt::UpArrow,
                  10);
        return;
    case CE_MenuEmptyArea: // the panel is there already
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Canvas canvas{*painter, m_tokens, *this, widget};
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            drawToolButton(canvas, *button);
        return;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            drawComboBox(canvas, *box);
        return;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            drawSpinBox(canvas, *box);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(canvas, *bar);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonContents:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonContents(*button, widget);
        break;
    case SE_LineEditContents:
        if (const auto *line = qstyleoption_cast<const QStyleOptionFrame *>(option))
            return lineEditContents(*line);
        break;
    case SE_ShapedFrameContents:
        if (const auto margins = frameMargins(widget))
            return option->rect.marginsRemoved(*margins);
        break;
    case SE_TabWidgetTabContents:
        return proxy()->subElementRect(SE_TabWidgetTabPane, option, widget).adjusted(0, 1, 0, 0);
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            box && part != SC_ComboBoxListBoxPopup)
            return comboBoxPart(*box, part);
        break;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return spinBoxPart(*box, part);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part);
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return part == SC_ToolButtonMenu ? toolButtonMenu(*button) : button->rect;
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(contents, widget);
    case CT_ToolButton:
        return toolButtonSize(contents, widget);
    case CT_LineEdit:
        if (const auto *line = qstyleoption_cast<const QStyleOptionFrame *>(option))
            return lineEditSize(*line, contents, widget);
        break;
    case CT_ComboBox:
        return comboBoxSize(contents);
    case CT_SpinBox:
        return spinBoxSize(contents);
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return headerSize(*header);
        break;
    case CT_ItemViewItem:
        return itemSize(QProxyStyle::sizeFromContents(type, option, contents, widget), widget);
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, contents);
        break;
    case CT_MenuBarItem:
        return menuBarItemSize(contents);
    case CT_CheckBox:
    case CT_RadioButton: {
        const int sign = proxy()->pixelMetric(PM_IndicatorWidth, option, widget);
        return QSize(contents.width() + sign + kLabelSpacing + 1, option->fontMetrics.height())
            .expandedTo(QSize(0, sign));
    }
    case CT_ProgressBar:
        return {contents.width(), kProgress};
    case CT_TabBarTab: // its air is in the metrics
    case CT_Menu:
    case CT_MenuBar:
    case CT_ScrollBar:
        return contents;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return kLeastSlider;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_DockWidgetSeparatorExtent:
        return kSeparator;
    case PM_MenuVMargin:
        return kMenuMargin;
    case PM_ToolTipLabelFrameWidth:
        return kTipFrame;
    case PM_TabBarTabHSpace:
        return kTabAcross;
    case PM_TabBarTabVSpace:
        return kTabUpright;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return kLabelSpacing;
    case PM_MenuHMargin:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonMargin:
    case PM_ButtonDefaultIndicator:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_MenuButtonIndicator:
        if (qobject_cast<const QToolButton *>(widget))
            return 0; // within its air
        break;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: // a list below the box, not a menu over it
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    dress(widget);
    widget->update();
}

} // namespace widgets
