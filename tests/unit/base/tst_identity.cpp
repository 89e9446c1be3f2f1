// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/uuid.h"
#include "tests/support/check.h"

using namespace core::base;

class tst_Identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256MatchesTheStandard() // FIPS 180-4 example
    {
        QCOMPARE(toHex(sha256("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        Sha256Stream stream;
        stream.add("a");
        stream.add("bc");
        QCOMPARE(stream.finish(), sha256("abc"));
        QCOMPARE(*parseSha256(toHex(sha256("abc"))), sha256("abc"));
        VERIFY_ERROR(parseSha256("ba78"), ErrorCode::BadInput);
    }

    void uuidV5MatchesTheStandard() // RFC 4122 name space DNS, the usual example
    {
        const auto dns = parseUuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        VERIFY_OK(dns);
        QCOMPARE(toText(uuidV5(*dns, "www.example.com")),
                 std::string("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    void sourceAndNativeIdStayApart() { QVERIFY(eventId("a", "bc") != eventId("ab", "c")); }

    void eventIdsNeverChange() // a change here would give every stored event a second identity
    {
        QCOMPARE(toText(eventId("usgs", "us7000abcd")), std::string("aee00f2a-bdb8-5a90-91e8-c4c657212cef"));
    }
};

QTEST_APPLESS_MAIN(tst_Identity)
#include "tst_identity.moc"
