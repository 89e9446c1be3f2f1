// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every source that takes a key has one, sends it where the provider wants it, and gets it back in every form
// and place an answer has. Then every recording is replayed, and every byte on disk is looked at: the key is
// in none.
#include "core/base/text.h"
#include "core/ingest/webfetcher.h"
#include "core/store/sqlite.h"
#include "core/workbench/collecting.h"
#include "core/workbench/upkeep.h"
#include "tests/support/canary.h"
#include "tests/support/standin.h"
#include "tests/unit/net/netfixture.h"

#include <QDirIterator>

#include <map>
#include <set>

using namespace core;
using base::qs;
using workbench::Workbench;

namespace {

constexpr int kRounds = 6;

QByteArray keyOf(const std::string &source, const std::string &name)
{
    return QByteArray::fromStdString("ZKANARI/" + source + '+' + name + "=7f3aü");
}

std::vector<std::pair<std::string, std::string>> allKeys()
{
    std::vector<std::pair<std::string, std::string>> keys;
    for (const auto &provider : sources::providers()) {
        for (const std::string &name : provider->info().secrets)
            keys.emplace_back(provider->info().name, name);
    }
    return keys;
}

/// What every source with a key follows, and whether it can be switched on without.
std::vector<std::string> seriesOf(const std::string &source)
{
    static const std::map<std::string, std::vector<std::string>> series{
        {"acled", {"Ukraine"}},         {"alphavantage", {"SPY"}},     {"eia", {"PET.WCESTUS1.W"}},
        {"fred", {"UNRATE", "DGS10"}},  {"newsapi", {"central bank"}}, {"polygon", {"SPY"}},
        {"reddit", {"wallstreetbets"}}, {"twitter", {"$SPY"}},         {"firms", {"USA"}},
        {"cloudflare_radar", {}}};
    const auto found = series.find(source);
    return found == series.end() ? std::vector<std::string>() : found->second;
}

/// Says the keys of a source in every form there is: what a careless provider could echo.
QByteArray shoutOf(const std::string &source)
{
    QByteArray shout;
    for (const auto &[name, key] : allKeys()) {
        if (name == source)
            shout += tests::formsOf(keyOf(name, key)).join(' ') + ' ' +
                     ("user:" + keyOf(name, key)).toBase64() + ' ';
    }
    return shout;
}

/// A different answer each time.
void answer(Peer &peer, unsigned turn)
{
    const std::string source = peer.path.split('/').value(1).toStdString();
    const QByteArray shout = shoutOf(source);
    const QByteArray echo = "X-Echo: " + shout + "\r\nETag: \"" + shout + "\"\r\nLast-Modified: " + shout;
    QByteArray json = R"({"status":"error","message":")" + QByteArray(shout).replace('\\', "\\\\") +
                      R"(","url":")" + peer.path + R"("})";
    if (peer.path.endsWith("token"))
        return static_cast<void>(
            peer.answer(200, R"({"expires_in":60,"access_token":")" + keyOf(source, "token") + R"("})"));
    switch (turn % 6) {
    case 0:
        peer.answer(200, json, {echo, "Content-Type: application/json"});
        break;
    case 1:
        peer.answer(401, json, {echo});
        break;
    case 2:
        peer.answer(503, shout, {echo});
        break;
    case 3:
        peer.answer(200, "<html>" + shout, {echo, "Content-Type: text/html"});
        break;
    case 4:
        if (!peer.path.contains("/again"))
            peer.answer(302, shout,
                        {"Location: /" + QByteArray::fromStdString(source) + "/again" + peer.path});
        else
            peer.answer(200, shout, {echo, "Content-Type: text/plain"});
        break;
    default:
        peer.send(shout + "\r\n\r\n");
        peer.close();
    }
}

/// Whether the key went out in this request, as the provider wants it: address, header or body.
bool carries(const HostileServer::Seen &seen, const QByteArray &key)
{
    QByteArray all = seen.path + ' ' + seen.body;
    for (const QByteArray &value : seen.headers)
        all += ' ' + (value.startsWith("Basic ") ? QByteArray::fromBase64(value.mid(6)) : value);
    return std::ranges::any_of(tests::formsOf(key),
                               [&all](const QByteArray &form) { return all.contains(form); });
}

} // namespace

class tst_KeysOnDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSearchFindsWhatIsThere();
    void everyKeyGoesOutAndStaysNowhere();

private:
    [[nodiscard]] QString folder() const { return m_net.folder.filePath(QStringLiteral("w")); }
    void log(const QByteArray &line);
    /// Where a form of a key stands, in words; empty: nowhere.
    QString look(const QByteArray &bytes, const QString &where) const;
    QString searchFiles() const;
    QString searchVault(const store::Workspace &workspace) const;
    QString searchCatalog() const;
    static QString searchEvents(const store::Workspace &workspace);

    NetFixture m_net;
    QList<QByteArray> m_forms;
};

void tst_KeysOnDisk::initTestCase()
{
    std::set<QByteArray> forms;
    for (const auto &[source, name] : allKeys()) {
        qputenv(("FORESHOCK_" + qs(source + '_' + name).toUpper().toUtf8()).constData(), keyOf(source, name));
        for (const QByteArray &form : tests::formsOf(keyOf(source, name)))
            forms.insert(form);
    }
    for (const char *source : {"acled", "opensky", "reddit"}) {
        for (const QByteArray &form : tests::formsOf(keyOf(source, "token")))
            forms.insert(form);
    }
    // what all have in common, so that a cut-off one is found, too
    for (const char *part : {"ZKANARI", "7f3a\xc3\xbc"})
        forms.insert(part);
    forms.insert(QByteArray("ZKANARI/").toHex());
    forms.insert(QByteArray("ZKANARI/").toHex().toUpper());
    forms.insert(QByteArray("ZKANARI").toBase64());
    m_forms = QList<QByteArray>(forms.begin(), forms.end());
}

void tst_KeysOnDisk::log(const QByteArray &line)
{
    QDir(folder()).mkpath(QStringLiteral("logs"));
    QFile file(folder() + QStringLiteral("/logs/debug.log"));
    if (file.open(QIODevice::Append))
        file.write(line);
}

QString tst_KeysOnDisk::look(const QByteArray &bytes, const QString &where) const
{
    for (const QByteArray &form : m_forms) {
        if (const auto at = bytes.indexOf(form); at >= 0)
            return QStringLiteral("%1 at %2: %3")
                .arg(where)
                .arg(at)
                .arg(QString::fromUtf8(bytes.mid(std::max<qsizetype>(at - 60, 0), 160)));
    }
    return {};
}

/// Every file as it lies there: the catalog and its log, the vault, the lake, the debug log.
QString tst_KeysOnDisk::searchFiles() const
{
    QDirIterator files(m_net.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return file.fileName() + QStringLiteral(" cannot be read");
        if (const QString found = look(file.readAll(), file.fileName()); !found.isEmpty())
            return found;
    }
    return {};
}

/// Every payload unpacked, and the address it came from.
QString tst_KeysOnDisk::searchVault(const store::Workspace &workspace) const
{
    const auto reader = workspace.catalog().reader();
    const auto artifacts = store::allArtifacts(**reader);
    if (!artifacts)
        return artifacts.error().message;
    for (const store::Artifact &artifact : *artifacts) {
        const auto bytes = workspace.vault().get(artifact.sha256);
        if (!bytes)
            return bytes.error().message;
        const QString found =
            look(QByteArray::fromStdString(*bytes + '\n' + artifact.origin), qs(artifact.file));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

/// Every cell of the catalog: in the file a long one lies in pieces.
QString tst_KeysOnDisk::searchCatalog() const
{
    auto database = store::Database::open((folder() + QStringLiteral("/catalog.sqlite")).toStdString(),
                                          store::Database::Access::ReadOnly);
    if (!database)
        return database.error().message;
    auto tables = (*database)->prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    std::vector<std::string> names;
    while (tables && *tables->step())
        names.emplace_back(tables->text(0));
    if (names.size() < 10)
        return QStringLiteral("the catalog has too few tables");
    for (const std::string &name : names) {
        auto rows = (*database)->prepare("SELECT * FROM \"" + name + '"');
        if (!rows)
            return rows.error().message;
        while (*rows->step()) {
            QByteArray row;
            for (int column = 0; column < rows->columnCount(); ++column) {
                const auto blob = rows->blob(column);
                row.append(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size())).append('\n');
            }
            if (const QString found = look(row, qs(name)); !found.isEmpty())
                return found;
        }
    }
    return {};
}

QString tst_KeysOnDisk::searchEvents(const store::Workspace &workspace)
{
    QString found;
    const auto read = workspace.events().read({}, [&found](const domain::Event &event) {
        if ((event.text + event.metadata + event.entity).find("ZKANARI") != std::string::npos)
            found = qs(event.text + event.metadata);
        return found.isEmpty();
    });
    return read ? found : read.error().message;
}

void tst_KeysOnDisk::theSearchFindsWhatIsThere()
{
    const auto workspace = store::Workspace::create(folder().toStdString(), {}, m_net.clock);
    VERIFY_OK(workspace);
    QCOMPARE(searchFiles(), QString());
    const QByteArray key = keyOf("fred", "api_key");
    for (const QByteArray &form : tests::formsOf(key)) {
        log("GET /?k=" + form);
        QVERIFY2(!searchFiles().isEmpty(), form.constData());
        QFile::remove(folder() + QStringLiteral("/logs/debug.log"));
    }
    VERIFY_OK(
        (*workspace)->vault().put("fred", "there", std::string(300'000, ' ') + key.toBase64().toStdString()));
    QVERIFY(!searchVault(**workspace).isEmpty());
    VERIFY_OK((*workspace)->vault().put("fred", "https://example.org/?" + key.toStdString(), "{}"));
    QVERIFY(!searchCatalog().isEmpty());
}

void tst_KeysOnDisk::everyKeyGoesOutAndStaysNowhere()
{
    QDir(folder()).removeRecursively();
    base::ManualClock clock(m_net.clock.now());
    const auto bench = Workbench::create(folder().toStdString(), {}, clock);
    VERIFY_OK(bench);
    std::map<std::string, unsigned> turns;
    std::mutex mutex;
    HostileServer server(
        [&](Peer &peer) {
            unsigned turn = 0;
            {
                const std::lock_guard lock(mutex);
                turn =
                    peer.path.contains("/again") ? 4 : turns[peer.path.split('/').value(1).toStdString()]++;
            }
            answer(peer, turn);
        },
        m_net.certificates.good());
    net::HttpOptions options = m_net.options();
    std::mutex logging;
    options.log = [&](std::string_view line) {
        const std::lock_guard lock(logging);
        log(QByteArray(line.data(), qsizetype(line.size())));
    };
    StandIn standIn(m_net.client(options), server.url(""));
    for (const auto &[source, name] : allKeys())
        VERIFY_OK(workbench::setSource(**bench, source, true, seriesOf(source)));
    workbench::CollectJob job;
    job.fetcher = std::make_shared<ingest::WebFetcher>(standIn, clock, ingest::WebFetcher::LimitHost());
    job.once = true;
    job.contact = "tester@example.org";
    for (int round = 0; round < kRounds; ++round) {
        VERIFY_OK(workbench::collect(**bench, job, {}));
        clock.advance(std::chrono::hours(24 * 8)); // every one of them is due again
    }

    const auto requests = server.requests();
    for (const auto &[source, name] : allKeys()) {
        const bool isSent = std::ranges::any_of(requests, [&, key = keyOf(source, name)](const auto &seen) {
            return seen.path.startsWith('/' + QByteArray::fromStdString(source) + '/') && carries(seen, key);
        });
        QVERIFY2(isSent, qPrintable(qs(source + ": its key " + name + " did not go out")));
    }
    QFile logged(folder() + QStringLiteral("/logs/debug.log"));
    QVERIFY(logged.open(QIODevice::ReadOnly));
    QVERIFY(logged.readAll().count("[redacted]") > 50); // it speaks of keys, and does not say them

    SHARED_DATA_OR_SKIP(recordings, QStringLiteral("payloads"));
    for (const auto &provider : sources::providers()) {
        const std::filesystem::path files =
            (recordings + QLatin1Char('/') + qs(provider->info().name)).toStdString();
        if (std::filesystem::exists(files))
            VERIFY_OK(workbench::replay(**bench, files, {}, {}));
    }
    QCOMPARE(searchFiles(), QString()); // the catalog's log is open
    VERIFY_OK(workbench::compactWorkspace(**bench, 0, {}));
    QCOMPARE(searchVault((*bench)->workspace()), QString());
    QCOMPARE(searchEvents((*bench)->workspace()), QString());
    QCOMPARE(searchCatalog(), QString());
    QCOMPARE(searchFiles(), QString());
}

QTEST_GUILESS_MAIN(tst_KeysOnDisk)
#include "tst_keysondisk.moc"
