// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a report: laid out first, so that each can say how many there are, and drawn afterwards.
#pragma once

#include "core/workbench/numbertext.h"
#include "widgets/charts/chartspec.h"
#include "widgets/common/theme.h"

#include <QMap>
#include <QRectF>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

class QPainter;

namespace widgets {

/// How a text is set; sizes in points.
struct TextStyle {
    double size = 8.5;
    Role role = Role::Text;
    bool bold = false;
    bool mono = false;
    Qt::Alignment align = Qt::AlignLeft;
    int mostLines = 0;   ///< more are cut with an ellipsis; 0: as many as it takes
    QString anchor = {}; ///< the page with this anchor opens at a click
};

/// Running text, what is less than it, and what stands below a chart.
inline const TextStyle kPlainText{.size = 8.5};
inline const TextStyle kSmallText{.size = 7.4, .role = Role::Muted};
inline const TextStyle kCaptionText{.size = 7.2, .role = Role::Muted};
/// How numbers stand on paper.
inline constexpr auto kPaperNumbers = core::workbench::NumberStyle::Typeset;

/// What stands on every page.
struct PageFrame {
    QString header;
    QString mark; ///< at the right of the header, in the colour of warnings; may be empty
    QString footer;
};

/// An entry of the outline that readers show beside the pages.
struct Bookmark {
    QString title;
    int page = 1;        ///< counted from 1
    double top = 0;      ///< points from the upper edge of the page
    bool isPart = false; ///< of the one before it that is no part
};

/// A4 in the light theme. All lengths are points from the upper left of the page. Text is plain: marks that
/// cannot be seen become visible escapes, and so do characters that no font here has, which are remembered.
/// Needs a QGuiApplication; any thread.
class Pages final
{
public:
    static constexpr double kWidth = 595.28;
    static constexpr double kHeight = 841.89;
    static constexpr double kLeft = 44;
    static constexpr double kRight = kWidth - 44;
    static constexpr double kTop = 60;
    static constexpr double kBottom = kHeight - 56;
    static constexpr double kInner = kRight - kLeft;
    static constexpr double kHalfGap = 14; ///< between two charts side by side
    static constexpr double kHalf = (kInner - kHalfGap) / 2;

    explicit Pages(const PageFrame &frame);

    void newPage(const QString &anchor = {});
    /// What leads to the anchor leads to the page in hand.
    void mark(const QString &anchor);
    /// Makes the place in hand an entry of the outline; the headings that follow are its parts.
    void bookmark(const QString &title);
    [[nodiscard]] const std::vector<Bookmark> &bookmarks() const { return m_bookmarks; }
    [[nodiscard]] std::size_t count() const { return m_pages.size(); }
    /// The page with an anchor, counted from 1; 0 when there is none.
    [[nodiscard]] int pageOf(const QString &anchor) const;
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    // the flow: what is set next begins at y()
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double room() const { return kBottom - m_y; }
    void setY(double y) { m_y = y; }
    void skip(double points) { m_y += points; }
    /// Goes on to a new page unless so much room is left.
    void need(double points);
    /// A paragraph over the whole width; it breaks between lines when the page is full.
    void paragraph(const QString &text, const TextStyle &style, double indent = 0);
    void heading(const QString &text);

    // anywhere on the page in hand
    /// Gives the height.
    double text(const QString &text, double x, double y, double width, const TextStyle &style);
    void pageNumber(const QString &anchor, double x, double y, double width, const TextStyle &style);
    void fill(const QRectF &where, const QColor &color);
    void line(double x1, double y1, double x2, double y2, const QColor &color);
    /// `range` of x; none: everything.
    void chart(const ChartSpec &spec, const QRectF &where,
               const std::optional<std::pair<double, double>> &range = std::nullopt);

    [[nodiscard]] double heightOf(const QString &text, double width, const TextStyle &style) const;
    [[nodiscard]] double widthOf(const QString &text, const TextStyle &style) const;
    static double lineHeight(const TextStyle &style);

    /// Text as it can be set: see above.
    [[nodiscard]] QString clean(const QString &text) const;
    /// The characters so far that no font has.
    [[nodiscard]] const std::set<char32_t> &lost() const { return m_lost; }

    /// Draws page `i` (from 0), frame and all, into a painter in points.
    void draw(std::size_t i, QPainter &painter) const;
    /// The href that stands for a page until the finished file is mended (pdfmending.h).
    static QString hrefOf(int page);

private:
    using Stroke = std::function<void(QPainter &)>;
    void drawFrame(std::size_t i, QPainter &painter) const;

    PageFrame m_frame;
    Tokens m_tokens;
    std::vector<std::vector<Stroke>> m_pages;
    QMap<QString, int> m_anchors;
    std::vector<Bookmark> m_bookmarks;
    mutable std::set<char32_t> m_lost;
    mutable std::map<char32_t, bool> m_known;
    double m_y = kTop;
};

} // namespace widgets
