// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <string>

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr long kDay = 24 * 3600;

Key makeKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

QByteArray pemOf(X509 *certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(out.get(), certificate);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

QByteArray pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

void addExtension(X509 *certificate, int kind, const std::string &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

struct Wish {
    std::string name;
    std::string hosts; ///< empty: an authority
    long from = -kDay;
    long to = kDay;
};

/// Signed with `signer`, in the name of `issuer` (null: its own).
Certificate make(const Wish &wish, EVP_PKEY *key, EVP_PKEY *signer, X509 *issuer)
{
    static long serial = 1;
    Certificate certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial++);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.from);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.to);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(wish.name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : name);
    addExtension(certificate.get(), NID_basic_constraints,
                 wish.hosts.empty() ? "critical,CA:TRUE" : "CA:FALSE");
    if (!wish.hosts.empty())
        addExtension(certificate.get(), NID_subject_alt_name, wish.hosts);
    X509_sign(certificate.get(), signer, EVP_sha256());
    return certificate;
}

constexpr const char *kOwnHosts = "DNS:localhost,IP:127.0.0.1,IP:::1";

} // namespace

struct TestCertificates::Authority {
    Key key = makeKey();
    Certificate certificate = make({"Foreshock test authority", {}}, key.get(), key.get(), nullptr);

    [[nodiscard]] TestIdentity sign(const Wish &wish) const
    {
        const Key own = makeKey();
        return {pemOf(make(wish, own.get(), key.get(), certificate.get()).get()), pemOf(own.get())};
    }
};

TestCertificates::TestCertificates()
    : m_authority(std::make_unique<Authority>())
{}

TestCertificates::~TestCertificates() = default;

QByteArray TestCertificates::authority() const
{
    return pemOf(m_authority->certificate.get());
}

TestIdentity TestCertificates::good() const
{
    return m_authority->sign({"localhost", kOwnHosts});
}

TestIdentity TestCertificates::expired() const
{
    return m_authority->sign({"localhost", kOwnHosts, -10 * kDay, -kDay});
}

TestIdentity TestCertificates::notYetValid() const
{
    return m_authority->sign({"localhost", kOwnHosts, kDay, 10 * kDay});
}

TestIdentity TestCertificates::wrongHost() const
{
    return m_authority->sign({"example.org", "DNS:example.org"});
}

TestIdentity TestCertificates::selfSigned() const
{
    const Key own = makeKey();
    return {pemOf(make({"localhost", kOwnHosts}, own.get(), own.get(), nullptr).get()), pemOf(own.get())};
}
