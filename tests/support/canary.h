// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is looked for wherever something is kept, in every form in which it could have got there.
#pragma once

#include <QByteArray>
#include <QList>

namespace tests {

/// Plain, percent-encoded (once and twice), hexadecimal, base64 (also amid a longer text), with JSON's
/// escapes.
inline QList<QByteArray> formsOf(const QByteArray &plain)
{
    return {plain,
            plain.toPercentEncoding(),
            plain.toPercentEncoding().toLower(),
            plain.toPercentEncoding().toPercentEncoding(),
            plain.toHex(),
            plain.toHex().toUpper(),
            plain.toBase64(),
            plain.toBase64(QByteArray::Base64UrlEncoding),
            ("u" + plain).toBase64().mid(2),
            ("us" + plain).toBase64().mid(3),
            QByteArray(plain).replace("/", "\\/")};
}

} // namespace tests
