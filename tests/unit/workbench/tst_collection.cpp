// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting beside the window: when it begins and ends, what it tells, and who may collect.
#include "core/base/text.h"
#include "core/store/lease.h"
#include "core/workbench/collection.h"
#include "core/workbench/collectservice.h"
#include "core/workbench/session.h"
#include "core/workbench/starterdata.h"
#include "tests/support/check.h"
#include "tests/support/playedprovider.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace core;
using namespace Qt::StringLiterals;
using support::answered;
using support::PlayedProvider;
using support::quakes;
using workbench::Collection;
using workbench::CollectState;
using workbench::Session;
using workbench::SourceStatus;

namespace {

constexpr int kLong = 60'000;

} // namespace

class tst_Collection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(*base::parseInstant("2026-03-02T12:00:00Z"));
        m_played = std::make_shared<PlayedProvider>();
        m_played->answer([this](const std::string &) -> base::Result<ingest::Fetched> {
            return answered(quakes(0, 50, m_clock.now()), m_clock.now());
        });
        m_session = std::make_unique<Session>(m_clock, std::filesystem::path());
        collection().setFetcher(m_played);
        collection().setSecretOf({});
    }
    void cleanupTestCase() { m_session.reset(); }

    void nothingIsOnInANewWorkspace()
    {
        make();
        QTRY_VERIFY_WITH_TIMEOUT(!collection().sources().empty(), kLong);
        QTRY_COMPARE(collection().state(), CollectState::NothingOn);
        for (const SourceStatus &source : collection().sources())
            QVERIFY(!source.isEnabled);
        QCOMPARE(m_played->asked(), 0);
    }

    void aSourceThatIsSwitchedOnIsCollected()
    {
        make();
        QSignalSpy events(m_session.get(), &Session::eventsStored);
        collection().switchSource(u"usgs"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(rowsToday(), 50U, kLong);
        QTRY_VERIFY(events.count() > 0);
        QCOMPARE(collection().source(u"usgs"_s)->freshness, ingest::Freshness::Fresh);
        QCOMPARE(collection().source(u"usgs"_s)->rowsByDay.back(), 50U);
        QVERIFY(!collection().source(u"nobody"_s));

        collection().switchSource(u"usgs"_s, false); // the last one: the right to collect is let go
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::NothingOn, kLong);
        const auto leases = store::liveLeases(m_session->bench()->workspace().catalog());
        VERIFY_OK(leases);
        QCOMPARE(leases->size(), std::size_t(0));
    }

    void asksAtOnceWhenToldTo()
    {
        make();
        m_played->answer([this](const std::string &) { return answered("busy", m_clock.now(), 503); });
        collection().switchSource(u"usgs"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(status() && status()->freshness == ingest::Freshness::Failing, kLong);
        QVERIFY2(status()->fault.contains(u"503"_s), qPrintable(status()->fault));
        const int asked = m_played->asked();
        m_played->answer(
            [this](const std::string &) { return answered(quakes(0, 5, m_clock.now()), m_clock.now()); });
        collection().askNow(u"usgs"_s); // the clock stands still: by itself it would wait for ever
        QTRY_COMPARE_WITH_TIMEOUT(rowsToday(), 5U, kLong);
        QVERIFY(m_played->asked() > asked);
        QTRY_COMPARE(status()->fault, QString());
    }

    void failedJobsComeBack()
    {
        make();
        m_played->answer([this](const std::string &) { return answered("no", m_clock.now(), 404); });
        collection().switchSource(u"usgs"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().queue().failed.size(), std::size_t(1), kLong);
        m_played->answer(
            [this](const std::string &) { return answered(quakes(0, 7, m_clock.now()), m_clock.now()); });
        collection().retryFailed({});
        QTRY_COMPARE_WITH_TIMEOUT(rowsToday(), 7U, kLong);
        QTRY_COMPARE(collection().queue().failed.size(), std::size_t(0));
    }

    /// With a systemctl that writes down what it is told.
    void theServiceStandsAsideWhileAWorkspaceIsOpen()
    {
        make();
        const std::filesystem::path folder = m_session->bench()->folder();
        m_session->close();
        const QString bin = m_folder->filePath(u"bin"_s);
        QVERIFY(QDir().mkpath(bin));
        QFile script(bin + u"/systemctl"_s);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho \"$3 $4\" >> '" + bin.toUtf8() + "/log'\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        const QByteArray config = qgetenv("XDG_CONFIG_HOME");
        const auto back = qScopeGuard([&] {
            qputenv("PATH", path);
            config.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", config);
        });
        qputenv("PATH", bin.toUtf8() + ':' + path);
        qputenv("XDG_CONFIG_HOME", m_folder->filePath(u"config"_s).toUtf8());
        const auto told = [&bin] {
            QFile log(bin + u"/log"_s);
            return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
        };
        workbench::CollectService service(folder, "foreshock-cli");
        VERIFY_OK(service.install({}, true));
        const QByteArray unit = QByteArray::fromStdString(service.unit());
        const QByteArray installed = "daemon-reload \nenable " + unit + "\nstart " + unit + '\n';
        QCOMPARE(told(), installed);

        m_session->open(folder);
        QTRY_COMPARE_WITH_TIMEOUT(told(), installed + "stop " + unit + '\n', kLong);
        m_session->close();
        QTRY_COMPARE_WITH_TIMEOUT(told(), installed + "stop " + unit + "\nstart " + unit + '\n', kLong);
        VERIFY_OK(service.remove());
    }

    void anotherProgramCollects()
    {
        make();
        auto lease = store::Lease::take(m_session->bench()->workspace().catalog(), "ingest", "collecting");
        VERIFY_OK(lease);
        collection().switchSource(u"usgs"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Elsewhere, kLong);
        QVERIFY2(collection().sentence().contains(u"collecting"_s), qPrintable(collection().sentence()));
        QCOMPARE(m_played->asked(), 0);
        lease->reset(); // it goes on by itself
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(rowsToday(), 50U, kLong);
    }

    void stopsWhenItMayNot()
    {
        make();
        collection().switchSource(u"usgs"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
        collection().setAllowed(false);
        QCOMPARE(collection().state(), CollectState::Disallowed);
        const auto hasLease = [this] {
            return !store::liveLeases(m_session->bench()->workspace().catalog())->empty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!hasLease(), kLong);
        collection().setAllowed(true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
    }

    void closingEndsIt()
    {
        make();
        collection().switchSource(u"usgs"_s, true);
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
        const std::filesystem::path folder = m_session->bench()->folder();
        m_session->close();
        QCOMPARE(collection().state(), CollectState::NoWorkspace);
        QVERIFY(collection().sources().empty());
        // it goes on where it stopped when the workspace is opened again
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(folder);
        QVERIFY(opened.count() > 0 || opened.wait(kLong));
        QTRY_COMPARE_WITH_TIMEOUT(collection().state(), CollectState::Collecting, kLong);
    }

    void theSampleNeverAsks()
    {
        QSignalSpy opened(m_session.get(), &Session::opened);
        store::WorkspaceOptions options;
        options.sample = true;
        m_session->create(base::utf8(m_folder->filePath(u"sample"_s)), options);
        QVERIFY(opened.count() > 0 || opened.wait(kLong));
        QCOMPARE(collection().state(), CollectState::Sample);
        QSignalSpy failed(&collection(), &Collection::failed);
        collection().switchSource(u"usgs"_s, true);
        QCOMPARE(failed.count(), 1);
        // even when somebody has switched one on by other means
        VERIFY_OK(workbench::setSource(*m_session->bench(), "usgs", true));
        collection().restart();
        QTest::qWait(200);
        QCOMPARE(collection().state(), CollectState::Sample);
        QCOMPARE(m_played->asked(), 0);
    }

    void starterDataSayWhatTheyBring()
    {
        const auto offers = workbench::starterOffers(m_clock.now());
        QVERIFY(offers.size() >= 8);
        int startable = 0;
        for (const workbench::StarterOffer &offer : offers) {
            QVERIFY2(!offer.about.isEmpty() && !offer.licence.isEmpty(), offer.name.c_str());
            if (!offer.problem.isEmpty())
                continue;
            ++startable;
            QVERIFY2(offer.requests > 0 && offer.bytes > 10'000 && offer.bytes < 200'000'000,
                     offer.name.c_str());
            QVERIFY2(offer.seconds > 0 && offer.seconds < 600,
                     offer.name.c_str()); // ten minutes for all side by side
        }
        QVERIFY(startable >= 7);
    }

    void starterDataBringThePast()
    {
        make();
        m_played->answer([this](const std::string &url) -> base::Result<ingest::Fetched> {
            const int first = int(std::hash<std::string>()(url) % 100'000) * 10;
            return answered(quakes(first, 10, *base::parseInstant("2024-01-01")), m_clock.now());
        });
        collection().startStarterData({"usgs"});
        QTRY_VERIFY_WITH_TIMEOUT(status() && status()->isEnabled, kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!collection().queue().backfills.empty() &&
                                     collection().queue().backfills.front().open == 0,
                                 kLong);
        QVERIFY(collection().queue().backfills.front().done >= 240); // 122 months, fetched and transformed
        QVERIFY(rowsToday() > 1000);
        QSignalSpy failed(&collection(), &Collection::failed);
        collection().startStarterData({"polygon"});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kLong);
    }

private:
    [[nodiscard]] Collection &collection() const { return m_session->collection(); }
    [[nodiscard]] const SourceStatus *status() const { return collection().source(u"usgs"_s); }
    [[nodiscard]] std::uint64_t rowsToday() const { return status() ? status()->rowsToday : 0; }
    void make()
    {
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->create(base::utf8(m_folder->filePath(u"w"_s)), {});
        QVERIFY(opened.count() > 0 || opened.wait(kLong));
    }

    base::ManualClock m_clock{base::Instant(0)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<PlayedProvider> m_played;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(tst_Collection)
#include "tst_collection.moc"
