// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/addresses.h"
#include "core/net/weburl.h"
#include "tests/support/check.h"

#include <arpa/inet.h>
#include <netinet/in.h>

using namespace core::net;
using core::base::ErrorCode;

class tst_Addresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsPublicFromPrivate_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address :
             {"93.184.216.34", "8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.0", "9.255.255.255",
              "11.0.0.0", "100.63.255.255", "100.128.0.0", "192.167.255.255", "223.255.255.255",
              "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:82b::200e", "::ffff:8.8.8.8",
              "64:ff9b::8.8.8.8", "2002:808:808::1"})
            QTest::newRow(address) << true;
        for (const char *address : {"127.0.0.1",
                                    "127.255.255.255",
                                    "0.0.0.0",
                                    "10.0.0.1",
                                    "10.255.255.255",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.0.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "100.127.255.255",
                                    "192.0.0.8",
                                    "192.0.2.1",
                                    "198.18.0.1",
                                    "198.19.255.255",
                                    "198.51.100.1",
                                    "203.0.113.1",
                                    "224.0.0.1",
                                    "239.255.255.255",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "fc00::1",
                                    "fdff::1",
                                    "fe80::1",
                                    "fe80::1%lo",
                                    "fec0::1",
                                    "ff02::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::127.0.0.1",
                                    "64:ff9b::10.0.0.1",
                                    "64:ff9b:1::1",
                                    "2002:7f00:1::1",
                                    "2002:a00:1::1",
                                    "2001::1",
                                    "2001:db8::1",
                                    "100::1",
                                    "4000::1",
                                    "",
                                    "localhost",
                                    "1.2.3",
                                    "0x7f.0.0.1",
                                    "1.2.3.4.5",
                                    ":::"})
            QTest::newRow(*address ? address : "nothing") << false;
    }

    void tellsPublicFromPrivate()
    {
        QFETCH(bool, isPublic);
        std::string address = QTest::currentDataTag();
        if (address == "nothing")
            address.clear();
        QCOMPARE(isPublicAddress(address), isPublic);
        // the same as curl hands it over
        sockaddr_in four{};
        four.sin_family = AF_INET;
        sockaddr_in6 six{};
        six.sin6_family = AF_INET6;
        if (inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1)
            QCOMPARE(isPublicAddress(reinterpret_cast<const sockaddr &>(four)), isPublic);
        if (inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) == 1)
            QCOMPARE(isPublicAddress(reinterpret_cast<const sockaddr &>(six)), isPublic);
    }

    void otherKindsOfSocketsAreNotPublic()
    {
        sockaddr local{};
        local.sa_family = AF_UNIX;
        QVERIFY(!isPublicAddress(local));
    }

    void takesAddressesApart_data()
    {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("https://Example.ORG/a?b=c#d")
            << QByteArray("example.org") << QByteArray("https://Example.ORG/a?b=c");
        QTest::newRow("https://example.org:443/")
            << QByteArray("example.org") << QByteArray("https://example.org:443/");
        QTest::newRow("https://example.org:8443")
            << QByteArray("example.org:8443") << QByteArray("https://example.org:8443/");
        QTest::newRow("http://example.org:80/")
            << QByteArray("example.org") << QByteArray("http://example.org:80/");
        QTest::newRow("wss://stream.example.org/v2")
            << QByteArray("stream.example.org") << QByteArray("wss://stream.example.org/v2");
        QTest::newRow("https://[2606:2800::1]:444/x")
            << QByteArray("[2606:2800::1]:444") << QByteArray("https://[2606:2800::1]:444/x");
    }

    void takesAddressesApart()
    {
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, whole);
        const auto url = parseWebUrl(QTest::currentDataTag());
        VERIFY_OK(url);
        QCOMPARE(QByteArray::fromStdString(url->authority()), authority);
        QCOMPARE(QByteArray::fromStdString(url->text), whole);
    }

    void refusesWhatIsNoWebAddress_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "example.org", "/etc/passwd", "file:///etc/passwd", "ftp://h/x", "gopher://h/x",
              "javascript:alert(1)", "data:text/plain,x", "https://", "https://h/a b",
              "https://h/a\r\nX-Evil: 1", "https://h/\tq", "https://h/\x7f", "https://user:pass@h/",
              "https://user@h/", "https://h:99999/", "https://[::1/"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a zero byte") << QByteArray("https://h/\0x", 12);
    }

    void refusesWhatIsNoWebAddress()
    {
        QFETCH(QByteArray, text);
        const auto url = parseWebUrl(text.toStdString());
        VERIFY_ERROR(url, ErrorCode::BadInput);
        QVERIFY(
            !url.error().message.contains(QStringLiteral("pass@"))); // the sentence repeats nothing secret
    }
};

QTEST_APPLESS_MAIN(tst_Addresses)
#include "tst_addresses.moc"
