// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A host that is down, or asks to be left alone: the server counts how well that is kept.
#include "tests/unit/net/netfixture.h"

#include <condition_variable>
#include <future>
#include <set>

using namespace core::net;
using core::base::Duration;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::ManualClock;
using namespace std::chrono_literals;

namespace {

/// What became of so many requests at once.
std::vector<HttpOutcome> askTogether(HttpClient &client, const HttpRequest &request, std::size_t count)
{
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<HttpOutcome> outcomes;
    for (std::size_t i = 0; i < count; ++i) {
        client.fetch(request, {}, [&](HttpOutcome outcome) {
            const std::lock_guard lock(mutex);
            outcomes.push_back(std::move(outcome));
            wake.notify_one();
        });
    }
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return outcomes.size() == count; });
    return outcomes;
}

} // namespace

class tst_Outage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryAfterIsObeyed()
    {
        std::atomic<int> times = 0;
        HostileServer server(
            [&times](Peer &peer) {
                if (++times == 1)
                    peer.answer(429, "slow down", {"Retry-After: 1"});
                else
                    peer.answer(200, "[]");
            },
            m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.tries = 2;
        request.limits.patience = 10s;
        const core::base::Stopwatch watch;
        VERIFY_OK(client->get(request, {}).answer);
        QVERIFY2(watch.seconds() >= 1.0, qPrintable(QString::number(watch.seconds())));
        QCOMPARE(server.requestCount(), std::size_t{2});
    }

    void aPauseBeyondPatienceIsTold()
    {
        HostileServer server([](Peer &peer) { peer.answer(503, "", {"Retry-After: 3600"}); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.tries = 5;
        const Instant before = m_net.clock.now();
        const HttpOutcome first = client->get(request, {});
        QCOMPARE(first.failure, HttpFailure::Status);
        QCOMPARE(first.status, 503);
        QVERIFY(first.retryAt >= before + 1h && first.retryAt <= m_net.clock.now() + 1h + 1s);
        // the next does not even ask
        const HttpOutcome second = client->get(request, {});
        VERIFY_ERROR(second.answer, ErrorCode::Network);
        QCOMPARE(second.failure, HttpFailure::Paused);
        QVERIFY(second.retryAt >= before + 1h && second.retryAt <= m_net.clock.now() + 1h + 1s);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void thePatientDoNotHoldUpTheImpatient()
    {
        HostileServer server([](Peer &peer) { peer.answer(503, "", {"Retry-After: 3600"}); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        QVERIFY(!client->get(NetFixture::ask(server.url("/")), {}).ok());
        HttpRequest patient = NetFixture::ask(server.url("/"));
        patient.limits.patience = 24h;
        const core::base::CancelToken cancel;
        std::promise<HttpOutcome> outcome;
        client->fetch(patient, cancel, [&outcome](HttpOutcome got) { outcome.set_value(std::move(got)); });
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), {}).failure, HttpFailure::Paused);
        cancel.cancel();
        QCOMPARE(outcome.get_future().get().failure, HttpFailure::Cancelled);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void aRefusalWithRetryAfterIsAPause()
    {
        // the SEC's way of saying 429
        HostileServer server([](Peer &peer) { peer.answer(403, "", {"Retry-After: 600"}); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), {}).failure, HttpFailure::Status);
        QCOMPARE(client->get(NetFixture::ask(server.url("/")), {}).failure, HttpFailure::Paused);
        QCOMPARE(server.requestCount(), std::size_t{1});
    }

    void anotherHostIsNotPaused()
    {
        HostileServer bad([](Peer &peer) { peer.answer(429, "", {"Retry-After: 600"}); },
                          m_net.certificates.good());
        HostileServer good([](Peer &peer) { peer.answer(200, "[]"); }, m_net.certificates.good());
        const auto client = m_net.client();
        QVERIFY(!client->get(NetFixture::ask(bad.url("/")), {}).ok());
        VERIFY_OK(client->get(NetFixture::ask(good.url("/")), {}).answer);
    }

    void aStormOfRefusalsStaysSmall()
    {
        HostileServer server([](Peer &peer) { peer.answer(429, "", {"Retry-After: 2"}); },
                             m_net.certificates.good());
        const auto client = m_net.client();
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.tries = 10;
        request.limits.patience = 1s;
        const auto outcomes = askTogether(*client, request, 300);
        for (const HttpOutcome &outcome : outcomes) {
            QVERIFY(outcome.failure == HttpFailure::Status || outcome.failure == HttpFailure::Paused);
            QVERIFY(outcome.retryAt.isValid());
        }
        QVERIFY2(server.requestCount() <= 4, qPrintable(QString::number(server.requestCount())));
    }

    void whoFailTogetherMakeOneFailure()
    {
        std::atomic<int> arrived = 0;
        HostileServer server(
            [&arrived](Peer &peer) {
                ++arrived;
                while (arrived < 4 && peer.sleep(5)) {
                }
                peer.answer(503, "");
            },
            m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.backoff = {1s, 1h};
        const auto client = m_net.client(options);
        HttpRequest request = NetFixture::ask(server.url("/"));
        request.limits.slowFor = 15s;
        const auto outcomes = askTogether(*client, request, 4);
        const Instant now = m_net.clock.now();
        QCOMPARE(server.mostAtOnce(), 4U);
        for (const HttpOutcome &outcome : outcomes) // of four failures the longest wait would be 8 s
            QVERIFY2(outcome.retryAt <= now + 1s,
                     qPrintable(QString::number((outcome.retryAt - now).count())));
    }

    void afterAFailureOneGoesAhead()
    {
        std::atomic<bool> isDown = true;
        HostileServer server(
            [&isDown](Peer &peer) {
                peer.sleep(20);
                peer.answer(isDown ? 503 : 200, "[]");
            },
            m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.backoff = {1us, 1us}; // no pause to speak of: only the one that goes ahead holds the others
        const auto client = m_net.client(options);
        QVERIFY(!client->get(NetFixture::ask(server.url("/")), {}).ok());
        const auto outcomes = askTogether(*client, NetFixture::ask(server.url("/")), 12);
        QCOMPARE(std::ranges::count_if(outcomes, &HttpOutcome::ok), 0);
        QCOMPARE(server.mostAtOnce(), 1U);
        isDown = false;
        const auto after = askTogether(*client, NetFixture::ask(server.url("/")), 40);
        QCOMPARE(std::ranges::count_if(after, &HttpOutcome::ok), 40);
        QVERIFY(server.mostAtOnce() > 1);
    }

    /// A provider that publishes an item every five minutes, answers 503 for half a day, and then is back: it
    /// is asked seldom while it is down, and afterwards every item is fetched exactly once.
    void halfADayOfOutageThenCatchingUp()
    {
        ManualClock clock(Instant(1'300'000'000'000'000));
        const Instant start = clock.now();
        const auto published = [&] { return (clock.now() - start) / 5min; }; // items 1 … n
        constexpr auto down = std::pair(2h, 14h);
        HostileServer server(
            [&](Peer &peer) {
                const Duration passed = clock.now() - start;
                if (passed >= down.first && passed < down.second) {
                    peer.answer(503, "maintenance");
                    return;
                }
                // a page of ten
                const auto after = peer.path.mid(peer.path.indexOf('=') + 1).toLongLong();
                QByteArray page;
                for (auto item = after + 1; item <= std::min<std::int64_t>(after + 10, published()); ++item)
                    page += QByteArray::number(qlonglong{item}) + "\n";
                peer.answer(200, page, {"Content-Type: text/plain"});
            },
            m_net.certificates.good());
        HttpOptions options = m_net.options();
        options.backoff = {};
        auto made = HttpClient::create(m_net.thread, clock, options);
        VERIFY_OK(made);
        HttpClient &client = **made;

        std::vector<std::int64_t> items;
        std::size_t askedWhileDown = 0;
        for (int poll = 0; poll < 16 * 60; ++poll) { // once a minute for sixteen hours
            clock.advance(1min);
            const bool isDown = clock.now() - start >= down.first && clock.now() - start < down.second;
            const std::size_t before = server.requestCount();
            for (;;) {
                const std::int64_t last = items.empty() ? 0 : items.back();
                HttpRequest request = NetFixture::ask(server.url("/items?after=" + std::to_string(last)));
                request.limits.patience = 0s;
                const HttpOutcome outcome = client.get(request, {});
                if (!outcome.ok() || outcome.answer->body.empty())
                    break;
                for (const QByteArray &line :
                     QByteArray::fromStdString(outcome.answer->body).trimmed().split('\n'))
                    items.push_back(line.toLongLong());
            }
            if (isDown)
                askedWhileDown += server.requestCount() - before;
        }
        // 720 polls fell into the outage; a mean wait of 7.5 minutes leaves about a hundred requests
        QVERIFY2(askedWhileDown > 50 && askedWhileDown < 160, qPrintable(QString::number(askedWhileDown)));
        QCOMPARE(static_cast<std::int64_t>(items.size()), std::int64_t{published()});
        for (std::size_t i = 0; i < items.size(); ++i)
            QCOMPARE(items[i], static_cast<std::int64_t>(i) + 1); // none twice, none left out
    }

private:
    NetFixture m_net;
};

QTEST_GUILESS_MAIN(tst_Outage)
#include "tst_outage.moc"
