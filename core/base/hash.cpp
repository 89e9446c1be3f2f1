// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"

#include "core/base/text.h"
#include "core/base/tr.h"

#include <openssl/evp.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace core::base {

namespace {

/// Looked up once: EVP_sha256() makes OpenSSL 3 search its providers, under a lock, at every use.
const EVP_MD *sha256Algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched != nullptr ? fetched : EVP_sha256();
}

} // namespace

struct Sha256Stream::Context {
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256Stream::Sha256Stream()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->evp, sha256Algorithm(), nullptr);
}

Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream &&) noexcept = default;
Sha256Stream &Sha256Stream::operator=(Sha256Stream &&) noexcept = default;

void Sha256Stream::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size());
}

Sha256 Sha256Stream::finish()
{
    Sha256 hash{};
    EVP_DigestFinal_ex(m_context->evp, hash.data(), nullptr);
    return hash;
}

Sha256 sha256(std::string_view bytes)
{
    Sha256Stream stream;
    stream.add(bytes);
    return stream.finish();
}

Result<Sha256> sha256File(const std::filesystem::path &file)
{
    const auto fail = [&file] {
        return Error{ErrorCode::Storage,
                     Tr::tr("“%1” cannot be read: %2.").arg(qs(file.string()), qs(std::strerror(errno)))};
    };
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> in(std::fopen(file.c_str(), "rbe"), &std::fclose);
    if (!in)
        return fail();
    std::vector<char> block(1 << 20);
    Sha256Stream stream;
    while (const std::size_t read = std::fread(block.data(), 1, block.size(), in.get()))
        stream.add({block.data(), read});
    if (std::ferror(in.get()))
        return fail();
    return stream.finish();
}

std::string toHex(std::span<const unsigned char> bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

Result<Sha256> parseSha256(std::string_view hex)
{
    const auto nibble = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    Sha256 hash{};
    bool good = hex.size() == 64;
    for (std::size_t i = 0; good && i < hash.size(); ++i) {
        const int high = nibble(hex[2 * i]);
        const int low = nibble(hex[2 * i + 1]);
        good = high >= 0 && low >= 0;
        hash[i] = static_cast<unsigned char>(high * 16 + low);
    }
    if (!good)
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” is not a SHA-256 (64 hexadecimal digits).").arg(qs(hex))};
    return hash;
}

} // namespace core::base
