// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httpsentences.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <algorithm>

namespace core::net {

using base::qs;
using base::Tr;

namespace {

/// A host or target that a stranger chose: never so long that it hides the sentence.
QString shortened(std::string_view text)
{
    constexpr qsizetype most = 80;
    const QString whole = qs(text);
    return whole.size() <= most ? whole : whole.left(most) + QChar(0x2026);
}

} // namespace

QString failureSentence(HttpFailure failure, std::string_view host, std::string_view detail,
                        std::uint64_t allowedBytes)
{
    const QString name = shortened(host);
    const QString word = qs(detail);
    switch (failure) {
    case HttpFailure::Unreachable:
        return Tr::tr(
                   "“%1” cannot be reached (%2): check the network connection; if others work, the service "
                   "is down for now.")
            .arg(name, word);
    case HttpFailure::Tls:
        return Tr::tr("“%1” could not prove who it is, so nothing was sent (%2): check this computer's clock "
                      "and whether something in the network reads along.")
            .arg(name, word);
    case HttpFailure::Stalled:
        return Tr::tr("“%1” answered too slowly and was given up (%2): try again later.").arg(name, word);
    case HttpFailure::TooLarge: {
        constexpr double mebibyte = 1 << 20;
        return Tr::tr(
                   "The answer of “%1” is larger than the %2 MiB allowed: ask for less at a time, or raise "
                   "the limit of this source.")
            .arg(name, QString::number(static_cast<double>(allowedBytes) / mebibyte, 'g', 3));
    }
    case HttpFailure::Address:
        return Tr::tr("“%1” leads to this computer or the local network, which a source may only use when "
                      "its settings say so.")
            .arg(name);
    case HttpFailure::NotData:
        return Tr::tr(
                   "“%1” sent a web page instead of data: a login page of the network (hotel, train) or an "
                   "error page; open the address in a browser to see it.")
            .arg(name);
    case HttpFailure::Refused:
        return Tr::tr("“%1” is only asked over https: correct the address of the source.").arg(name);
    default:
        return Tr::tr("The connection to “%1” broke off before the answer was whole (%2): try again later.")
            .arg(name, word);
    }
}

QString statusSentence(int status, std::string_view host)
{
    const QString name = shortened(host);
    if (status == 401 || status == 403)
        return Tr::tr(
                   "“%1” refuses access (status %2): check the key, the contact address and what your plan "
                   "allows.")
            .arg(name, QString::number(status));
    if (status == 404 || status == 410)
        return Tr::tr("“%1” has nothing at this address (status %2): check the address of the source.")
            .arg(name, QString::number(status));
    if (status == 429)
        return Tr::tr("“%1” asks for fewer requests (status 429): it is left alone for a while.").arg(name);
    if (status >= 500)
        return Tr::tr("“%1” has a fault of its own (status %2): try again later.")
            .arg(name, QString::number(status));
    return Tr::tr("“%1” refuses the request (status %2): check the settings of the source.")
        .arg(name, QString::number(status));
}

QString pausedSentence(std::string_view host, base::Duration left)
{
    const auto seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(left).count());
    return Tr::tr("“%1” is left alone for another %n second(s), because it failed or asked for it.", nullptr,
                  static_cast<int>(seconds))
        .arg(shortened(host));
}

QString redirectSentence(std::string_view host, std::string_view target)
{
    return Tr::tr("“%1” points to “%2”, which is not followed: correct the address of the source.")
        .arg(shortened(host), shortened(target));
}

} // namespace core::net
