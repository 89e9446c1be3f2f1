// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/uuid.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <QUuid>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>

namespace core::base {

namespace {

/// Looked up once: SHA1() makes OpenSSL 3 search its providers, under a lock, at every use.
const EVP_MD *sha1Algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA1", nullptr);
    return fetched != nullptr ? fetched : EVP_sha1();
}

struct Sha1Context {
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
    ~Sha1Context() { EVP_MD_CTX_free(evp); }
};

} // namespace

Uuid uuidV5(const Uuid &nameSpace, std::string_view name)
{
    thread_local const Sha1Context context;
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    EVP_DigestInit_ex(context.evp, sha1Algorithm(), nullptr);
    EVP_DigestUpdate(context.evp, nameSpace.bytes.data(), nameSpace.bytes.size());
    EVP_DigestUpdate(context.evp, name.data(), name.size());
    EVP_DigestFinal_ex(context.evp, digest.data(), nullptr);
    Uuid id;
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    id.bytes[6] = static_cast<unsigned char>((id.bytes[6] & 0x0f) | 0x50);
    id.bytes[8] = static_cast<unsigned char>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

Uuid eventId(std::string_view source, std::string_view nativeId)
{
    // The UUIDv5 of "foreshock.events" in the URL name space: fixed for ever, or every id would change.
    static constexpr Uuid events{
        {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}};
    static const Uuid own = uuidV5(events, "foreshock.events");
    std::string name(source);
    name += '\x1f'; // unit separator: ("a", "bc") and ("ab", "c") stay apart
    name += nativeId;
    return uuidV5(own, name);
}

Uuid freshUuid()
{
    const QByteArray raw = QUuid::createUuid().toRfc4122();
    Uuid id;
    std::copy_n(reinterpret_cast<const unsigned char *>(raw.constData()), id.bytes.size(), id.bytes.begin());
    return id;
}

std::string toText(const Uuid &id)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[id.bytes[i] >> 4];
        text += digits[id.bytes[i] & 15];
    }
    return text;
}

Result<Uuid> parseUuid(std::string_view text)
{
    const QUuid qt = QUuid::fromString(QLatin1StringView(text.data(), static_cast<qsizetype>(text.size())));
    if (qt.isNull())
        return Error{ErrorCode::BadInput, Tr::tr("“%1” is not an identifier (UUID).").arg(qs(text))};
    const QByteArray raw = qt.toRfc4122();
    Uuid id;
    std::copy_n(reinterpret_cast<const unsigned char *>(raw.constData()), id.bytes.size(), id.bytes.begin());
    return id;
}

} // namespace core::base
