// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfmending.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <optional>

namespace widgets {

namespace {

/// The numbers of the page objects in order, from the tree of pages.
QList<int> pageObjects(const QByteArray &pdf)
{
    QList<int> out;
    const qsizetype tree = pdf.indexOf("/Type /Pages");
    const qsizetype kids = tree < 0 ? -1 : pdf.indexOf("/Kids", tree);
    const qsizetype begin = kids < 0 ? -1 : pdf.indexOf('[', kids);
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(']', begin);
    if (end < 0)
        return out;
    const QList<QByteArray> parts = pdf.mid(begin + 1, end - begin - 1).simplified().split(' ');
    for (qsizetype i = 0; i + 2 < parts.size(); i += 3)
        out.append(parts[i].toInt());
    return out;
}

/// Puts text over what is there; false when it does not fit.
bool cover(QByteArray &pdf, qsizetype at, qsizetype length, const QByteArray &text)
{
    if (text.size() > length)
        return false;
    std::copy(text.begin(), text.end(), pdf.data() + at);
    std::fill(pdf.data() + at + text.size(), pdf.data() + at + length, ' ');
    return true;
}

/// What the end of a file says: where its table of objects is, and its catalog.
struct Tail {
    qsizetype table = 0;
    int size = 0; ///< objects, and the one that is none
    int root = 0;
    int info = 0;
    QByteArray catalog; ///< its entries, between the brackets
};

/// The number after a name of a dictionary; -1 when it is missing.
qsizetype numberAfter(const QByteArray &text, const QByteArray &name)
{
    const qsizetype at = text.indexOf(name);
    if (at < 0)
        return -1;
    bool isNumber = false;
    const qsizetype number =
        text.mid(at + name.size(), 24).simplified().split(' ').value(0).toLongLong(&isNumber);
    return isNumber ? number : -1;
}

std::optional<Tail> tailOf(const QByteArray &pdf)
{
    const qsizetype at = pdf.lastIndexOf("\ntrailer\n");
    if (at < 0)
        return std::nullopt;
    const QByteArray trailer = pdf.mid(at);
    Tail tail;
    tail.table = numberAfter(trailer, "startxref\n");
    tail.size = static_cast<int>(numberAfter(trailer, "/Size "));
    tail.root = static_cast<int>(numberAfter(trailer, "/Root "));
    tail.info = static_cast<int>(numberAfter(trailer, "/Info "));
    // one section, its lines of twenty bytes: "0000000123 00000 n \n"
    const QByteArray head = "xref\n0 " + QByteArray::number(tail.size) + '\n';
    if (tail.root < 1 || tail.root >= tail.size || tail.info < 1 || tail.table < 0 ||
        pdf.mid(tail.table, head.size()) != head)
        return std::nullopt;
    const qsizetype place = pdf.mid(tail.table + head.size() + 20LL * tail.root, 10).toLongLong();
    const QByteArray begin = QByteArray::number(tail.root) + " 0 obj\n<<\n";
    const qsizetype end = pdf.indexOf(">>\nendobj", place);
    if (pdf.mid(place, begin.size()) != begin || end < 0)
        return std::nullopt;
    tail.catalog = pdf.mid(place + begin.size(), end - place - begin.size());
    return tail;
}

/// A text as PDF has it outside ASCII: UTF-16, in hexadecimal.
QByteArray pdfText(const QString &text)
{
    QByteArray out("<FEFF");
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return out + '>';
}

/// The objects of an outline: `first` is the number of its root, the bookmarks follow in their order.
class Outline final
{
public:
    Outline(const std::vector<Bookmark> &bookmarks, int first)
        : m_bookmarks(bookmarks)
        , m_first(first)
    {
        for (std::size_t i = 0; i < bookmarks.size(); ++i) {
            if (!bookmarks[i].isPart || i == 0)
                m_heads.push_back(i);
        }
    }

    [[nodiscard]] QByteArray root() const
    {
        // the first shows its parts, the others when they are opened
        const std::size_t shown = m_heads.size() + partsOf(0);
        return "/Type /Outlines\n/First " + reference(m_heads.front()) + "/Last " +
               reference(m_heads.back()) + "/Count " + QByteArray::number(static_cast<qulonglong>(shown)) +
               '\n';
    }

    [[nodiscard]] QByteArray entry(std::size_t i, int page) const
    {
        const Bookmark &mark = m_bookmarks[i];
        const std::size_t head = headOf(i);
        const bool isHead = m_heads[head] == i;
        QByteArray out = "/Title " + pdfText(mark.title) + "\n/Parent " +
                         (isHead ? QByteArray::number(m_first) + " 0 R\n" : reference(m_heads[head]));
        out += "/Dest [" + QByteArray::number(page) + " 0 R /XYZ 0 " +
               QByteArray::number(std::lround(Pages::kHeight - std::max(0.0, mark.top - kAbove))) +
               " null]\n";
        if (!isHead) {
            if (i - 1 > m_heads[head])
                out += "/Prev " + reference(i - 1);
            if (i < m_heads[head] + partsOf(head))
                out += "/Next " + reference(i + 1);
            return out;
        }
        if (head > 0)
            out += "/Prev " + reference(m_heads[head - 1]);
        if (head + 1 < m_heads.size())
            out += "/Next " + reference(m_heads[head + 1]);
        if (const std::size_t parts = partsOf(head); parts > 0) {
            out += "/First " + reference(i + 1) + "/Last " + reference(i + parts) + "/Count " +
                   (head == 0 ? "" : "-") + QByteArray::number(static_cast<qulonglong>(parts)) + '\n';
        }
        return out;
    }

private:
    static constexpr double kAbove = 8; ///< points of air over what is shown

    [[nodiscard]] std::size_t headOf(std::size_t i) const
    {
        return static_cast<std::size_t>(std::ranges::upper_bound(m_heads, i) - m_heads.begin()) - 1;
    }
    [[nodiscard]] std::size_t partsOf(std::size_t head) const
    {
        const std::size_t end = head + 1 < m_heads.size() ? m_heads[head + 1] : m_bookmarks.size();
        return end - m_heads[head] - 1;
    }
    [[nodiscard]] QByteArray reference(std::size_t i) const
    {
        return QByteArray::number(m_first + 1 + static_cast<int>(i)) + " 0 R\n";
    }

    const std::vector<Bookmark> &m_bookmarks;
    int m_first;
    std::vector<std::size_t> m_heads;
};

} // namespace

void linkPages(QByteArray &pdf)
{
    const QList<int> objects = pageObjects(pdf);
    const QByteArray begin("/S /URI\n/URI (foreshock:page:");
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
        const qsizetype end = pdf.indexOf(')', at);
        const int page = pdf.mid(at + begin.size(), 6).toInt();
        if (end < 0 || page < 1 || page > objects.size())
            continue;
        cover(pdf, at, end + 1 - at,
              "/S /GoTo\n/D [" + QByteArray::number(objects[page - 1]) + " 0 R /XYZ null null null]");
    }
}

void setCreated(QByteArray &pdf, core::base::Instant at)
{
    if (!at.isValid())
        return;
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.micros() / 1000, QTimeZone::utc());
    const auto put = [&pdf](const QByteArray &before, const QByteArray &after, const QByteArray &text) {
        const qsizetype begin = pdf.indexOf(before);
        const qsizetype end = begin < 0 ? -1 : pdf.indexOf(after, begin + before.size());
        if (end >= 0)
            cover(pdf, begin, end - begin, before + text);
    };
    put("/CreationDate (", "\n", when.toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z)'")).toLatin1());
}

void addOutline(QByteArray &pdf, const std::vector<Bookmark> &bookmarks)
{
    const QList<int> pages = pageObjects(pdf);
    const std::optional<Tail> tail = tailOf(pdf);
    const auto isThere = [&pages](const Bookmark &mark) {
        return mark.page >= 1 && mark.page <= pages.size();
    };
    if (bookmarks.empty() || !tail || !std::ranges::all_of(bookmarks, isThere))
        return;
    const auto put = [&pdf](int number, const QByteArray &entries) {
        const QByteArray place = QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(number) + " 0 obj\n<<\n" + entries + ">>\nendobj\n";
        return place;
    };
    if (!pdf.endsWith('\n'))
        pdf += '\n';
    const int first = tail->size;
    const QByteArray catalog = put(tail->root, tail->catalog + "/Outlines " + QByteArray::number(first) +
                                                   " 0 R\n/PageMode /UseOutlines\n");
    const Outline outline(bookmarks, first);
    QByteArray places = put(first, outline.root());
    for (std::size_t i = 0; i < bookmarks.size(); ++i)
        places += put(first + 1 + static_cast<int>(i), outline.entry(i, pages[bookmarks[i].page - 1]));
    const auto count = static_cast<int>(bookmarks.size()) + 1;
    const qsizetype table = pdf.size();
    pdf += "xref\n" + QByteArray::number(tail->root) + " 1\n" + catalog + QByteArray::number(first) + ' ' +
           QByteArray::number(count) + '\n' + places + "trailer\n<<\n/Size " +
           QByteArray::number(first + count) + "\n/Info " + QByteArray::number(tail->info) + " 0 R\n/Root " +
           QByteArray::number(tail->root) + " 0 R\n/Prev " + QByteArray::number(tail->table) +
           "\n>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace widgets
