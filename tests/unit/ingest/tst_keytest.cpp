// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, tokens and the test of a key, against a provider that is played by the test.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/keytest.h"
#include "tests/support/check.h"

#include <functional>

using core::base::CancelToken;
using core::base::Error;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::Result;
using core::base::qs;
using namespace core::ingest;
namespace sources = core::sources;

namespace {

/// Answers what the test says, and remembers what it was asked.
class PlayedProvider final : public Fetcher
{
public:
    std::function<Result<Fetched>(const FetchOrder &order)> answer;
    std::vector<FetchOrder> orders;

    Result<Fetched> fetch(const FetchOrder &order, const CancelToken &) override
    {
        orders.push_back(order);
        return answer(order);
    }
};

Fetched answered(std::string bytes, int status = 200)
{
    Fetched fetched;
    fetched.status = status;
    fetched.bytes = std::move(bytes);
    fetched.origin = "played";
    return fetched;
}

const sources::Provider &provider(const char *name)
{
    const sources::Provider *found = sources::findProvider(name);
    Q_ASSERT(found);
    return *found;
}

std::string anySecret(const std::string &name)
{
    return "secret-" + name;
}

constexpr const char *kFredSeries =
    R"({"seriess":[{"id":"CPIAUCSL","title":"Prices","units":"Index","frequency_short":"M","last_updated":"2026-02-11 07:44:02-06"}]})";

} // namespace

class tst_KeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyHasAnAddressAndATest_data();
    void everyKeyHasAnAddressAndATest();
    void aKeyThatWorks();
    void whatComesBackIsTold_data();
    void whatComesBackIsTold();
    void namesAndPasswordsAreExchanged();
    void tokensLiveAsLongAsTheySay();
    void withoutAllKeysNoTokenIsAskedFor();
    void secretsComeFromTheEnvironmentFirst();
    void withoutAKeyringAKeyIsForTheSession();

private:
    Result<KeyTest> test(const char *name)
    {
        return testKey(provider(name), anySecret, m_played, m_clock, {});
    }

    PlayedProvider m_played;
    core::base::ManualClock m_clock{*core::base::parseInstant("2026-03-02T12:00:00Z")};
};

void tst_KeyTest::everyKeyHasAnAddressAndATest_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &one : sources::providers()) {
        if (!one->info().secrets.empty())
            QTest::newRow(one->info().name.c_str()) << qs(one->info().name);
    }
}

/// The request holds the key, and a refusal is taken for one.
void tst_KeyTest::everyKeyHasAnAddressAndATest()
{
    QFETCH(QString, name);
    const sources::Provider &keyed = provider(name.toUtf8().constData());
    QVERIFY(keyed.info().keyUrl.starts_with("https://"));
    m_played.orders.clear();
    m_played.answer = [](const FetchOrder &) { return answered(R"({"error":"no"})", 401); };
    const auto tested = testKey(keyed, anySecret, m_played, m_clock, {});
    VERIFY_OK(tested);
    QCOMPARE(tested->verdict, KeyVerdict::Wrong);
    QVERIFY2(tested->sentence.contains(keyed.info().title), qPrintable(tested->sentence));
    QCOMPARE(m_played.orders.size(), std::size_t(1));
    const FetchOrder &order = m_played.orders.front();
    std::string sent = order.call.url + order.call.body;
    for (const auto &[header, value] : order.call.headers) {
        const bool isBasic = value.starts_with("Basic ");
        sent += isBasic ? QByteArray::fromBase64(QByteArray::fromStdString(value.substr(6))).toStdString()
                        : value;
    }
    for (const std::string &secret : keyed.info().secrets) {
        QVERIFY2(sent.find(anySecret(secret)) != std::string::npos, secret.c_str());
        QVERIFY(std::ranges::find(order.secrets, anySecret(secret)) != order.secrets.end());
    }
    const auto missing = testKey(keyed, [](const std::string &) { return std::string(); }, m_played, m_clock, {});
    VERIFY_OK(missing);
    QCOMPARE(missing->verdict, KeyVerdict::Missing);
    QCOMPARE(m_played.orders.size(), std::size_t(1)); // nobody was asked
}

void tst_KeyTest::aKeyThatWorks()
{
    m_played.answer = [](const FetchOrder &) { return answered(kFredSeries); };
    const auto tested = test("fred");
    VERIFY_OK(tested);
    QVERIFY2(tested->verdict == KeyVerdict::Works, qPrintable(tested->sentence));
    QVERIFY(m_played.orders.back().call.url.find("api_key=secret-api_key") != std::string::npos);
    const auto keyless = testKey(provider("usgs"), anySecret, m_played, m_clock, {});
    VERIFY_OK(keyless);
    QCOMPARE(keyless->verdict, KeyVerdict::Works);
}

void tst_KeyTest::whatComesBackIsTold_data()
{
    QTest::addColumn<int>("status"); // 0: no answer at all
    QTest::addColumn<QString>("bytes");
    QTest::addColumn<int>("verdict");
    QTest::newRow("wrong key") << 400
                               << QStringLiteral(R"({"error_code":400,"error_message":"Bad Request.  The value for )"
                                                 R"(variable api_key is not registered."})")
                               << int(KeyVerdict::Wrong);
    QTest::newRow("limit") << 429 << QStringLiteral(R"({"error_code":429,"error_message":"Too Many Requests."})")
                           << int(KeyVerdict::Unknown);
    QTest::newRow("busy") << 503 << QStringLiteral("<html>busy</html>") << int(KeyVerdict::Unknown);
    QTest::newRow("a portal") << 200 << QStringLiteral("<html>Welcome to our hotel</html>") << int(KeyVerdict::Unknown);
    QTest::newRow("no network") << 0 << QString() << int(KeyVerdict::NoAnswer);
}

void tst_KeyTest::whatComesBackIsTold()
{
    QFETCH(int, status);
    QFETCH(QString, bytes);
    QFETCH(int, verdict);
    m_played.answer = [&](const FetchOrder &) -> Result<Fetched> {
        if (status == 0)
            return Error{ErrorCode::Network, QStringLiteral("the name api.stlouisfed.org was not found")};
        return answered(core::base::utf8(bytes), status);
    };
    const auto tested = test("fred");
    VERIFY_OK(tested);
    QVERIFY2(int(tested->verdict) == verdict, qPrintable(tested->sentence));
    QVERIFY(!tested->sentence.contains(QStringLiteral("secret-")));
    if (status == 0)
        QVERIFY2(tested->sentence.contains(QStringLiteral("was not found")), qPrintable(tested->sentence));
    m_played.answer = [](const FetchOrder &) -> Result<Fetched> { return Error{ErrorCode::Cancelled, {}}; };
    QCOMPARE(test("fred").error().code, ErrorCode::Cancelled);
}

void tst_KeyTest::namesAndPasswordsAreExchanged()
{
    for (const char *name : {"acled", "opensky", "reddit"}) {
        m_played.orders.clear();
        m_played.answer = [](const FetchOrder &) {
            return answered(R"({"token_type":"Bearer","expires_in":86400,"access_token":"T1"})");
        };
        auto tested = test(name);
        VERIFY_OK(tested);
        QVERIFY2(tested->verdict == KeyVerdict::Works, qPrintable(tested->sentence));
        QCOMPARE(m_played.orders.size(), std::size_t(1));
        QVERIFY(!m_played.orders.front().call.body.empty());
        m_played.answer = [](const FetchOrder &) { return answered(R"({"error":"invalid_grant"})", 400); };
        tested = test(name);
        VERIFY_OK(tested);
        QCOMPARE(tested->verdict, KeyVerdict::Wrong);
        m_played.answer = [](const FetchOrder &) { return answered("[]"); };
        tested = test(name);
        VERIFY_OK(tested);
        QCOMPARE(tested->verdict, KeyVerdict::Unknown);
    }
}

void tst_KeyTest::tokensLiveAsLongAsTheySay()
{
    int given = 0;
    m_played.answer = [&given](const FetchOrder &) {
        return answered(R"({"expires_in":1800,"access_token":"T)" + std::to_string(++given) + R"("})");
    };
    Tokens tokens(m_played, m_clock);
    const auto token = [&]() -> std::string {
        sources::SourceSettings settings;
        settings.secrets = {{"client_id", "me"}, {"client_secret", "secret"}};
        const auto added = tokens.give(provider("opensky"), settings, {});
        if (!added || *added)
            return "none";
        const auto call = provider("opensky").call({"states", {}}, settings);
        return call && !call->headers.empty() ? call->headers.front().second : "no header";
    };
    QCOMPARE(token(), std::string("Bearer T1"));
    m_clock.set(m_clock.now() + std::chrono::minutes(28));
    QCOMPARE(token(), std::string("Bearer T1"));
    m_clock.set(m_clock.now() + std::chrono::minutes(1)); // less than a minute is left
    QCOMPARE(token(), std::string("Bearer T2"));
    tokens.forget("opensky");
    QCOMPARE(token(), std::string("Bearer T3"));
    QCOMPARE(given, 3);
}

void tst_KeyTest::withoutAllKeysNoTokenIsAskedFor()
{
    m_played.orders.clear();
    m_played.answer = [](const FetchOrder &) { return answered("{}"); };
    Tokens tokens(m_played, m_clock);
    sources::SourceSettings settings;
    settings.secrets = {{"client_id", "me"}};
    const auto added = tokens.give(provider("opensky"), settings, {});
    VERIFY_OK(added);
    QVERIFY(!*added);
    QVERIFY(m_played.orders.empty());
    QVERIFY(!settings.secrets.contains("access_token"));
}

void tst_KeyTest::secretsComeFromTheEnvironmentFirst()
{
    Secrets secrets(nullptr);
    QCOMPARE(secrets.home("fred", "api_key"), SecretHome::None);
    VERIFY_OK(secrets.set("fred", "api_key", "told"));
    QCOMPARE(secrets.value("fred", "api_key"), std::string("told"));
    qputenv("FORESHOCK_FRED_API_KEY", " from-outside ");
    QCOMPARE(secrets.value("fred", "api_key"), std::string("from-outside"));
    QCOMPARE(secrets.home("fred", "api_key"), SecretHome::Environment);
    qunsetenv("FORESHOCK_FRED_API_KEY");
    QCOMPARE(secrets.home("fred", "api_key"), SecretHome::Session);
}

void tst_KeyTest::withoutAKeyringAKeyIsForTheSession()
{
    Secrets secrets(std::make_unique<core::net::Keyring>("Foreshock")); // the tests run without a session bus
    QVERIFY(!secrets.hasKeyring());
    const auto kept = secrets.set("eia", "api_key", "abc");
    VERIFY_OK(kept);
    QCOMPARE(*kept, SecretHome::Session);
    QCOMPARE(secrets.value("eia", "api_key"), std::string("abc"));
    Secrets next(nullptr);
    QVERIFY(next.value("eia", "api_key").empty());
    VERIFY_OK(secrets.set("eia", "api_key", {}));
    QCOMPARE(secrets.home("eia", "api_key"), SecretHome::None);
}

QTEST_GUILESS_MAIN(tst_KeyTest)
#include "tst_keytest.moc"
