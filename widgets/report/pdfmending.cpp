// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/pdfmending.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <algorithm>

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

} // namespace widgets
