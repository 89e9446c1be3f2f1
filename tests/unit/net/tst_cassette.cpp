// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cassette.h"
#include "core/net/cassetteplayer.h"
#include "tests/unit/net/netfixture.h"

#include <QDir>

#include <sys/stat.h>

using namespace core::net;
using core::base::ErrorCode;
using core::base::Instant;
using core::base::ManualClock;

namespace {

/// Answers from a list, in order; a Transport without a network.
class Scripted final : public Transport
{
public:
    explicit Scripted(std::vector<HttpOutcome> outcomes)
        : m_outcomes(std::move(outcomes))
    {}
    void fetch(HttpRequest, core::base::CancelToken, Answer answer) override
    {
        answer(m_outcomes.at(m_next++));
    }

private:
    std::vector<HttpOutcome> m_outcomes;
    std::size_t m_next = 0;
};

HttpOutcome answered(std::string body, int status = 200)
{
    HttpAnswer answer;
    answer.status = status;
    answer.etag = "\"e\"";
    answer.lastModified = "Fri, 11 Mar 2011 05:46:24 GMT";
    answer.contentType = "text/csv";
    answer.body = std::move(body);
    answer.finalUrl = "https://example.org/final";
    answer.fetchedAt = Instant(1'299'822'384'123'456);
    answer.bytesOnWire = 1234;
    return {answer, HttpFailure::None, 0, {}, {}};
}

HttpOutcome refused()
{
    HttpOutcome outcome = failed(HttpFailure::Status, QStringLiteral("no: “503”"));
    outcome.status = 503;
    outcome.retryAt = Instant(1'299'822'400'000'000);
    outcome.errorBody = "maintenance";
    return outcome;
}

HttpRequest ask(const std::string &url)
{
    HttpRequest request;
    request.source = "test";
    request.url = url;
    return request;
}

} // namespace

class tst_Cassette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("new/cassette")).toStdString();
    }

    void playsBackWhatItRecorded()
    {
        std::string bytes;
        for (int i = 0; i < 1000; ++i)
            bytes += static_cast<char>(i % 256);
        record({answered(bytes), refused(), answered("two"), answered("", 304)},
               {"https://h/a", "https://h/b", "https://h/a", "https://h/a"});
        const auto player = open();
        QVERIFY(player);
        const HttpOutcome first = player->get(ask("https://h/a"), {});
        VERIFY_OK(first.answer);
        QCOMPARE(first.answer->body, bytes);
        QCOMPARE(first.answer->status, 200);
        QCOMPARE(first.answer->etag, std::string("\"e\""));
        QCOMPARE(first.answer->lastModified, std::string("Fri, 11 Mar 2011 05:46:24 GMT"));
        QCOMPARE(first.answer->contentType, std::string("text/csv"));
        QCOMPARE(first.answer->finalUrl, std::string("https://example.org/final"));
        QCOMPARE(first.answer->fetchedAt, Instant(1'299'822'384'123'456));
        QCOMPARE(first.answer->bytesOnWire, std::uint64_t{1234});
        QVERIFY(first.answer->fromCassette);
        QCOMPARE(player->get(ask("https://h/a"), {}).answer->body, std::string("two"));
        QVERIFY(player->get(ask("https://h/a"), {}).answer->isNotModified());
        const HttpOutcome failure = player->get(ask("https://h/b"), {});
        QCOMPARE(failure.failure, HttpFailure::Status);
        QCOMPARE(failure.status, 503);
        QCOMPARE(failure.retryAt, Instant(1'299'822'400'000'000));
        QCOMPARE(failure.errorBody, std::string("maintenance"));
        QCOMPARE(failure.answer.error().message, QStringLiteral("no: “503”"));
        QCOMPARE(failure.answer.error().code, ErrorCode::Network);
    }

    void whatWasNotRecordedFailsPlainly()
    {
        record({answered("one")}, {"https://h/a"});
        const auto player = open();
        const HttpOutcome unknown = player->get(ask("https://h/other"), {});
        VERIFY_ERROR(unknown.answer, ErrorCode::NotFound);
        HttpRequest post = ask("https://h/a");
        post.method = "POST";
        QCOMPARE(player->get(post, {}).failure, HttpFailure::NotRecorded);
        VERIFY_OK(player->get(ask("https://h/a"), {}).answer);
        const HttpOutcome again = player->get(ask("https://h/a"), {});
        QCOMPARE(again.failure, HttpFailure::NotRecorded);
        QVERIFY(again.answer.error().message.contains(QStringLiteral("https://h/a")));
    }

    void keepsNoSecretAndPlaysWithAnyKey()
    {
        HttpRequest request = ask("https://h/a?apikey=CANARY-1234&x=1");
        request.secrets = {"CANARY-1234"};
        request.headers = {{"Authorization", "Bearer CANARY-1234"}};
        request.body = "secret=CANARY-1234";
        request.method = "POST";
        HttpOutcome echo = answered("you said CANARY-1234, CANARY%2D1234, " +
                                    QByteArray("me:CANARY-1234").toBase64().toStdString());
        echo.answer->etag = "CANARY-1234";
        echo.answer->finalUrl = "https://h/?apikey=CANARY-1234";
        HttpOutcome refusal = failed(HttpFailure::Status, QStringLiteral("no key CANARY-1234"));
        refusal.errorBody = "CANARY-1234 is wrong";
        {
            auto recorder = CassetteRecorder::create(
                std::make_unique<Scripted>(std::vector<HttpOutcome>{echo, refusal}), m_path);
            VERIFY_OK(recorder);
            static_cast<void>((*recorder)->get(request, {}));
            static_cast<void>((*recorder)->get(request, {}));
        }
        const QByteArray all = everyByte();
        QVERIFY(all.size() > 500);
        QVERIFY2(!all.contains("CANARY") && !all.contains(QByteArray("CANARY-1234").toBase64().left(10)),
                 all.constData());
        const auto player = open();
        request.url = "https://h/a?apikey=another-key&x=1";
        request.secrets = {"another-key"};
        request.body = "secret=another-key";
        VERIFY_OK(player->get(request, {}).answer);
    }

    void anAnswerWithATokenIsRecordedWithoutIt()
    {
        const std::string body = "{\"access_token\": \"CANARY-token\", \"expires_in\": 1800}";
        HttpRequest request = ask("https://h/token");
        request.answerIsSecret = true;
        {
            auto recorder = CassetteRecorder::create(
                std::make_unique<Scripted>(std::vector<HttpOutcome>{answered(body)}), m_path);
            VERIFY_OK(recorder);
            QCOMPARE((*recorder)->get(request, {}).answer->body, body);
        }
        QVERIFY(!everyByte().contains("CANARY"));
        QCOMPARE(open()->get(request, {}).answer->body,
                 std::string("{\"access_token\": \"[redacted]\", \"expires_in\": 1800}"));
    }

    void whatSaysNothingAboutTheOtherSideIsNotRecorded()
    {
        record({cancelledOutcome(), failed(HttpFailure::Paused, QStringLiteral("later")), answered("one")},
               {"https://h/a", "https://h/a", "https://h/a"});
        QCOMPARE(open()->get(ask("https://h/a"), {}).answer->body, std::string("one"));
    }

    void addsToACassette()
    {
        record({answered("one")}, {"https://h/a"});
        // a crash in the middle of a line
        QFile index(indexFile());
        QVERIFY(index.open(QIODevice::Append));
        index.write("{\"key\": \"GET https://h/a");
        index.close();
        QCOMPARE(open()->get(ask("https://h/a"), {}).answer->body, std::string("one"));
        record({answered("two")}, {"https://h/a"});
        const auto player = open();
        QVERIFY(player);
        QCOMPARE(player->get(ask("https://h/a"), {}).answer->body, std::string("one"));
        QCOMPARE(player->get(ask("https://h/a"), {}).answer->body, std::string("two"));
    }

    void aDamagedBodyIsFound()
    {
        record({answered("one"), answered("two")}, {"https://h/a", "https://h/a"});
        QFile body(QString::fromStdString((m_path / "000001.body").string()));
        QVERIFY(body.open(QIODevice::WriteOnly));
        body.write("onE");
        body.close();
        const auto player = open();
        const HttpOutcome damaged = player->get(ask("https://h/a"), {});
        VERIFY_ERROR(damaged.answer, ErrorCode::Corrupt);
        QCOMPARE(player->get(ask("https://h/a"), {}).answer->body, std::string("two"));
        QVERIFY(QFile::remove(QString::fromStdString((m_path / "000002.body").string())));
        const HttpOutcome missing = open()->get(ask("https://h/a"), {});
        VERIFY_ERROR(missing.answer, ErrorCode::Corrupt);
    }

    void aDamagedIndexIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("no JSON") << QByteArray("{\"bytes") << QByteArray("\"bytes");
        QTest::newRow("another folder") << QByteArray("000002.body") << QByteArray("../../../etc/passwd");
        QTest::newRow("an absolute file") << QByteArray("000002.body") << QByteArray("/etc/passwd");
        QTest::newRow("the folder above") << QByteArray("000002.body") << QByteArray("..");
        QTest::newRow("no hash") << QByteArray("\"sha256\":\"") << QByteArray("\"sha256\":\"x");
        QTest::newRow("no instant") << QByteArray("2011-03-11T05") << QByteArray("2011-03-11T95");
        QTest::newRow("no status") << QByteArray("\"status\":200") << QByteArray("\"status\":\"fine\"");
    }

    void aDamagedIndexIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        record({answered("one"), answered("two")}, {"https://h/a", "https://h/a"});
        QFile index(indexFile());
        QVERIFY(index.open(QIODevice::ReadWrite));
        QList<QByteArray> lines = index.readAll().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[1].contains(from));
        lines[1].replace(from, to);
        index.resize(0);
        index.write(lines.join('\n'));
        index.close();
        const auto player = CassettePlayer::open(m_clock, m_path);
        VERIFY_ERROR(player, ErrorCode::Corrupt);
        QVERIFY2(player.error().message.contains(QLatin1Char('2')), qPrintable(player.error().message));
    }

    void nothingToPlayIsSaid() { VERIFY_ERROR(CassettePlayer::open(m_clock, m_path), ErrorCode::NotFound); }

    void whatCannotBeRecordedIsAFailure()
    {
        auto recorder = CassetteRecorder::create(
            std::make_unique<Scripted>(std::vector<HttpOutcome>{answered("one"), answered("two")}), m_path);
        VERIFY_OK(recorder);
        // its place is taken by a folder
        QVERIFY(QDir().mkpath(QString::fromStdString((m_path / "000001.body" / "x").string())));
        const HttpOutcome blocked = (*recorder)->get(ask("https://h/a"), {});
        VERIFY_ERROR(blocked.answer, ErrorCode::Storage);
        QVERIFY(std::filesystem::remove_all(m_path / "000001.body") > 0);
        VERIFY_OK((*recorder)->get(ask("https://h/a"), {}).answer);
        recorder->reset();
        QCOMPARE(open()->get(ask("https://h/a"), {}).answer->body, std::string("two"));
    }

    void itsFilesAreTheUsersAlone()
    {
        const mode_t before = ::umask(0);
        record({answered("one")}, {"https://h/a"});
        ::umask(before);
        const auto modeOf = [](const std::filesystem::path &file) {
            struct stat found {};
            ::stat(file.c_str(), &found);
            return found.st_mode & 0777U;
        };
        QCOMPARE(modeOf(m_path), 0700U);
        QCOMPARE(modeOf(m_path / kCassetteIndex), 0600U);
        QCOMPARE(modeOf(m_path / "000001.body"), 0600U);
    }

    void playsPlainFilesBySource()
    {
        const auto write = [this](const char *name, const char *text) {
            QFile file(m_folder->filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
        };
        QVERIFY(write("a.json", "first") && write("b.json", "second") && write("c.csv", "other"));
        const std::filesystem::path folder = m_folder->path().toStdString();
        const auto player =
            CassettePlayer::fromFiles(m_clock, {{"usgs", {folder / "a.json", folder / "b.json"}},
                                                {"fred", {folder / "c.csv", folder / "none"}}});
        HttpRequest request = ask("https://wherever/");
        request.source = "usgs";
        const HttpOutcome first = player->get(request, {});
        QCOMPARE(first.answer->body, std::string("first"));
        QCOMPARE(first.answer->fetchedAt, m_clock.now());
        QVERIFY(first.answer->fromCassette);
        request.limits.decodedBytes = 3;
        QCOMPARE(player->get(request, {}).failure, HttpFailure::TooLarge);
        QCOMPARE(player->get(request, {}).failure, HttpFailure::NotRecorded);
        request = ask("https://elsewhere/");
        request.source = "fred";
        QCOMPARE(player->get(request, {}).answer->body, std::string("other"));
        const HttpOutcome absent = player->get(request, {});
        VERIFY_ERROR(absent.answer, ErrorCode::Corrupt);
        request.source = "eia";
        QCOMPARE(player->get(request, {}).failure, HttpFailure::NotRecorded);
    }

    void recordsFromARealServerAndPlaysWithoutIt()
    {
        NetFixture net;
        std::vector<HttpOutcome> live;
        std::string url;
        {
            HostileServer server([](Peer &peer) { peer.answer(peer.path == "/no" ? 404 : 200, peer.path); },
                                 net.certificates.good());
            url = server.url("/");
            auto recorder = CassetteRecorder::create(net.client(), m_path);
            VERIFY_OK(recorder);
            for (const char *path : {"a", "b?x=1", "no", "a"})
                live.push_back((*recorder)->get(NetFixture::ask(url + path), {}));
            QCOMPARE(server.requestCount(), std::size_t{4});
        }
        const auto player = open();
        std::size_t i = 0;
        for (const char *path : {"a", "b?x=1", "no", "a"}) {
            const HttpOutcome replayed = player->get(NetFixture::ask(url + path), {});
            QCOMPARE(replayed.ok(), live[i].ok());
            QCOMPARE(replayed.failure, live[i].failure);
            QCOMPARE(replayed.status, live[i].status);
            QCOMPARE(replayed.errorBody, live[i].errorBody);
            if (replayed.ok()) {
                QCOMPARE(replayed.answer->body, live[i].answer->body);
                QCOMPARE(replayed.answer->fetchedAt, live[i].answer->fetchedAt);
                QCOMPARE(replayed.answer->finalUrl, live[i].answer->finalUrl);
            } else {
                QCOMPARE(replayed.answer.error().message, live[i].answer.error().message);
            }
            ++i;
        }
    }

    void theEndOfThePlayerAnswersEverything()
    {
        record({answered("one")}, {"https://h/a"});
        std::atomic<int> answers = 0;
        {
            const auto player = open();
            for (int i = 0; i < 200; ++i)
                player->fetch(ask("https://h/none"), {}, [&](const HttpOutcome &) { ++answers; });
        }
        QCOMPARE(answers.load(), 200);
    }

private:
    void record(std::vector<HttpOutcome> outcomes, const std::vector<std::string> &urls)
    {
        auto recorder = CassetteRecorder::create(std::make_unique<Scripted>(std::move(outcomes)), m_path);
        VERIFY_OK(recorder);
        for (const std::string &url : urls)
            static_cast<void>((*recorder)->get(ask(url), {}));
    }

    [[nodiscard]] std::unique_ptr<CassettePlayer> open() const
    {
        auto player = CassettePlayer::open(m_clock, m_path);
        if (!player)
            qWarning("%s", qPrintable(player.error().message));
        return player ? std::move(*player) : nullptr;
    }

    [[nodiscard]] QString indexFile() const
    {
        return QString::fromStdString((m_path / kCassetteIndex).string());
    }

    [[nodiscard]] QByteArray everyByte() const
    {
        QByteArray all;
        const QDir folder(QString::fromStdString(m_path.string()));
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all += name.toUtf8() + file.readAll();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    ManualClock m_clock{Instant(1'600'000'000'000'000)};
};

QTEST_GUILESS_MAIN(tst_Cassette)
#include "tst_cassette.moc"
