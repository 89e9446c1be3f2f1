// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates made for one run of a test: an authority of its own and what it signs, good and bad.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct TestIdentity {
    QByteArray certificate; ///< PEM
    QByteArray key;         ///< PEM
};

class TestCertificates final
{
public:
    TestCertificates();
    ~TestCertificates();

    /// The authority's own certificate, PEM.
    [[nodiscard]] QByteArray authority() const;
    /// For localhost, 127.0.0.1 and ::1, signed by the authority.
    [[nodiscard]] TestIdentity good() const;
    /// The same, but it ended yesterday.
    [[nodiscard]] TestIdentity expired() const;
    /// The same, but it begins tomorrow.
    [[nodiscard]] TestIdentity notYetValid() const;
    /// For another host.
    [[nodiscard]] TestIdentity wrongHost() const;
    /// For localhost, signed by itself.
    [[nodiscard]] TestIdentity selfSigned() const;

private:
    struct Authority;
    std::unique_ptr<Authority> m_authority;
};
