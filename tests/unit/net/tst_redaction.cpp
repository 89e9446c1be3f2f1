// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redaction.h"
#include "core/stats/random.h"
#include "tests/support/check.h"

using namespace core::net;

namespace {

const std::string kSecret = "CANARY-k/9+ü \"x&y%z";
const std::vector<std::string> kSecrets{kSecret};

std::string percent(std::string_view bytes, bool all, const char *digits)
{
    std::string out;
    for (const char c : bytes) {
        const bool isPlain =
            !all && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
        if (isPlain) {
            out += c;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
        }
    }
    return out;
}

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class tst_Redaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOutEveryFormOfASecret_data()
    {
        QTest::addColumn<QByteArray>("form");
        const QByteArray plain = bytesOf(kSecret);
        QTest::newRow("plain") << plain;
        QTest::newRow("percent, capitals") << bytesOf(percent(kSecret, false, "0123456789ABCDEF"));
        QTest::newRow("percent, small") << bytesOf(percent(kSecret, false, "0123456789abcdef"));
        QTest::newRow("percent, everything") << bytesOf(percent(kSecret, true, "0123456789ABCDEF"));
        QTest::newRow("percent, twice")
            << bytesOf(percent(percent(kSecret, false, "0123456789ABCDEF"), false, "0123456789ABCDEF"));
        QTest::newRow("form, blank as plus")
            << bytesOf(percent(kSecret, false, "0123456789ABCDEF")).replace("%20", "+");
        QTest::newRow("JSON") << QByteArray("CANARY-k\\/9+ü \\\"x&y%z");
        QTest::newRow("JSON, escaped")
            << QByteArray("CANARY\\u002dk\\u002F9\\u002bü \\u0022x\\u0026y\\u0025z");
        QTest::newRow("JSON in JSON") << QByteArray("CANARY-k\\\\/9+ü \\\\\\\"x&y%z");
        QTest::newRow("JSON in JSON, escaped")
            << QByteArray("CANARY\\\\u002dk\\\\u002F9\\\\u002bü \\\\u0022x\\\\u0026y\\\\u0025z");
        QTest::newRow("XML") << QByteArray("CANARY-k/9+ü &quot;x&amp;y%z");
        QTest::newRow("HTML, numbers") << QByteArray("CANARY&#45;k&#x2F;9+ü &#34;x&#38;y%z");
        QTest::newRow("hexadecimal") << plain.toHex();
        QTest::newRow("hexadecimal, capitals") << plain.toHex().toUpper();
        QTest::newRow("base64") << plain.toBase64();
        QTest::newRow("base64, for addresses")
            << plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QTest::newRow("base64 in an address") << plain.toBase64().toPercentEncoding();
    }

    void takesOutEveryFormOfASecret()
    {
        QFETCH(QByteArray, form);
        const std::string text = "before <" + form.toStdString() + "> after";
        const std::string redacted = redactSecrets(text, kSecrets);
        // the sign of a base64 text's length may stay
        QVERIFY2(redacted == "before <[redacted]> after" || redacted == "before <[redacted]=> after" ||
                     redacted == "before <[redacted]%3D> after",
                 redacted.c_str());
    }

    void takesASecretOutOfLongerBase64_data()
    {
        QTest::addColumn<QByteArray>("before");
        for (const char *before : {"", "u", "us", "use", "user:", "\xff\xfe"})
            QTest::newRow(before) << QByteArray(before);
    }

    void takesASecretOutOfLongerBase64()
    {
        QFETCH(QByteArray, before);
        const QByteArray whole = (before + bytesOf(kSecret) + ":and more").toBase64();
        const std::string redacted = redactSecrets(whole.toStdString(), kSecrets);
        const QByteArray left = bytesOf(redacted).replace("[redacted]", "");
        // what is left decodes to no piece of the secret, wherever the decoding begins
        for (qsizetype skip = 0; skip < 4; ++skip) {
            const QByteArray decoded = QByteArray::fromBase64(left.mid(skip));
            for (qsizetype at = 0; at + 3 <= bytesOf(kSecret).size(); ++at)
                QVERIFY2(!decoded.contains(bytesOf(kSecret).mid(at, 3)), redacted.c_str());
        }
        QVERIFY(redacted.find("[redacted]") != std::string::npos);
    }

    void changesNothingElse()
    {
        std::string every;
        for (int c = 0; c < 256; ++c)
            every += static_cast<char>(c);
        every += "{\"apikey\":\"x\",\"note\":\"Authorization: none\"} https://u:p@h/?key=1";
        QCOMPARE(redactSecrets(every, kSecrets), every);
        QCOMPARE(redactSecrets(every, {}), every);
        QCOMPARE(redactSecrets("", kSecrets), std::string());
    }

    void takesOutASecretThatLooksLikeEscapes()
    {
        for (const char *secret : {"\\\\\\\\n\\\\", "%41%42%2541", "&amp;&#65;", "++++++", "a+b+c d e"}) {
            const std::vector<std::string> secrets{secret};
            QCOMPARE(redactSecrets("<" + secrets[0] + ">", secrets), std::string("<[redacted]>"));
        }
    }

    void takesOutASecretInOtherCapitals()
    {
        QCOMPARE(redactSecrets("canary-9f/aB CANARY-9F/AB", std::vector<std::string>{"Canary-9f/ab"}),
                 std::string("[redacted] [redacted]"));
    }

    void takesOutSecretsThatOverlapOrHoldOneAnother()
    {
        const std::vector<std::string> secrets{"abcdef", "abcdefghij", "ghijklmn"};
        QCOMPARE(redactSecrets("1 abcdefghijklmn 2 abcdefghij 3 abcdef 4", secrets),
                 std::string("1 [redacted] 2 [redacted] 3 [redacted] 4"));
    }

    void takesOutWhatIsNamedLikeASecret_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("redacted");
        const auto row = [](const char *text, const char *redacted) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(redacted);
        };
        row("https://h/q?a=1&apikey=SECRET&b=2", "https://h/q?a=1&apikey=[redacted]&b=2");
        row("https://h/q?api_key=SECRET", "https://h/q?api_key=[redacted]");
        row("https://h/q?API-KEY=SECRET#x", "https://h/q?API-KEY=[redacted]#x");
        row("https://h/q?key=a%20b", "https://h/q?key=[redacted]");
        row("https://h/q?token=a,b;c", "https://h/q?token=[redacted]");
        row("https://h/#access_token=S&x=1", "https://h/#access_token=[redacted]&x=1");
        row("https://h/?to=https%3A%2F%2Fg%2F%3Fapikey%3DS%26b%3D1",
            "https://h/?to=https%3A%2F%2Fg%2F%3Fapikey%3D[redacted]%26b%3D1");
        row("client_id=me&client_secret=S&password=P",
            "client_id=me&client_secret=[redacted]&password=[redacted]");
        row("https://user:pass@host/path", "https://[redacted]@host/path");
        row("https://user@host/path?m=a@b", "https://[redacted]@host/path?m=a@b");
        row("https://host/path?m=a@b", "https://host/path?m=a@b");
        row("GET / HTTP/1.1\r\nAuthorization: Bearer abc.def\r\nAccept: */*\r\n",
            "GET / HTTP/1.1\r\nAuthorization: [redacted]\r\nAccept: */*\r\n");
        row("x-api-key:SECRET", "x-api-key:[redacted]");
        row("Set-Cookie: id=1; Path=/\nA: b", "Set-Cookie: [redacted]\nA: b");
        row("APCA-API-SECRET-KEY: S", "APCA-API-SECRET-KEY: [redacted]");
        row("{\"access_token\" : \"a\\\"b\", \"n\": 1}", "{\"access_token\" : \"[redacted]\", \"n\": 1}");
        row("{'password': 'x y'}", "{'password': '[redacted]'}");
        row("curl sent Bearer abcdef.ghi, then", "curl sent Bearer [redacted], then");
        row("monkey=1&keyboard=2&tokens=3", "monkey=1&keyboard=2&tokens=3");
        row("the key is lost; a token: none of yours", "the key is lost; a token: [redacted]");
        row("apikey=", "apikey=");
        row("apikey=[redacted]&a=1", "apikey=[redacted]&a=1");
    }

    void takesOutWhatIsNamedLikeASecret()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, redacted);
        QCOMPARE(bytesOf(redactText(text.toStdString(), {})), redacted);
        QCOMPARE(bytesOf(redactText(redacted.toStdString(), {})), redacted); // twice is as good as once
    }

    void findsASecretAnywhereInNoise()
    {
        core::stats::Random random(7, core::stats::RandomPurpose::Test, 0);
        const auto noise = [&random](std::uint64_t length) {
            std::string text;
            for (std::uint64_t i = 0; i < length; ++i)
                text += "%\\&+=\":/ab012\xc3"[random.below(15)];
            return text;
        };
        for (int round = 0; round < 2000; ++round) {
            // none of the noise's letters, so that it is clear what is left of it
            std::string secret;
            for (std::uint64_t i = 0; i < 6 + random.below(20); ++i)
                secret += static_cast<char>('G' + random.below(15));
            const std::string before = noise(random.below(12));
            const std::string after = noise(random.below(12));
            const std::vector<std::string> secrets{secret};
            const std::string redacted = redactText(before + secret + after, secrets);
            QVERIFY2(redacted.find(secret.substr(0, 4)) == std::string::npos, redacted.c_str());
            QVERIFY(redacted.find(secret.substr(secret.size() - 4)) == std::string::npos);
        }
    }

    void isQuickOnLongPayloads()
    {
        // 8 MB that begin like the secret at every place
        const std::string text = std::string(8U << 20, 'A') + "AAAAAAAAB";
        const std::vector<std::string> secrets{"AAAAAAAAB"};
        const std::string redacted = redactSecrets(text, secrets);
        QVERIFY(redacted.ends_with("A[redacted]"));
    }

    void isQuickOnRunsOfBackslashes()
    {
        const std::string run(2U << 20, '\\');
        const std::vector<std::string> secrets{"/secretname", "\\\\secretname"};
        const std::string text = run + '/' + run + 'n' + run + "/secretname";
        const std::string redacted = redactSecrets(text, secrets);
        QVERIFY(redacted.starts_with(run + '/' + run + "n[redacted]"));
        QCOMPARE(redactSecrets(R"(a\\/secretname b)", secrets), std::string("a[redacted] b"));
    }
};

QTEST_APPLESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
