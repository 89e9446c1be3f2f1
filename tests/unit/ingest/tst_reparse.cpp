// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A newer parser reads what is in the vault: what changed is another version, what did not is not stored
// again, and until everything is read the old rows serve.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/ingest/reparse.h"
#include "core/ingest/transform.h"
#include "core/store/lease.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

using core::base::CancelToken;
using core::base::ErrorCode;
using core::base::Instant;
using core::domain::Event;
using namespace core::ingest;
namespace sources = core::sources;
namespace store = core::store;

namespace {

/// A parser of USGS that may be newer, and may then understand more.
class Usgs final : public sources::Provider
{
public:
    explicit Usgs(int newer = 0)
        : m_inner(*sources::findProvider("usgs"))
        , m_info(m_inner.info())
        , m_newer(newer)
    {
        m_info.parserVersion += newer;
    }
    const sources::ProviderInfo &info() const override { return m_info; }
    core::base::Result<std::vector<sources::Ask>> asks(const sources::SourceSettings &settings,
                                                       const sources::Window &window) const override
    {
        return m_inner.asks(settings, window);
    }
    core::base::Result<sources::Call> call(const sources::Ask &ask,
                                           const sources::SourceSettings &settings) const override
    {
        return m_inner.call(ask, settings);
    }
    std::string recognise(const sources::Payload &payload) const override
    {
        return m_inner.recognise(payload);
    }
    sources::Parsed parse(const sources::Payload &payload) const override
    {
        seen.push_back(payload.ask);
        sources::Parsed parsed = m_inner.parse(payload);
        for (Event &event : parsed.values.events) {
            event.parserVersion = m_info.parserVersion;
            if (m_newer > 0 && event.value > 6)
                event.eventType = "great_earthquake";
        }
        if (m_newer > 1)
            parsed.fault = sources::AnswerFault{sources::FaultKind::NotData, QStringLiteral("not mine")};
        return parsed;
    }
    mutable std::vector<sources::Ask> seen;

private:
    const sources::Provider &m_inner;
    sources::ProviderInfo m_info;
    int m_newer;
};

std::string quakes(int first, int count, Instant at, double magnitude)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = first; i < first + count; ++i)
        text += std::string(i == first ? "" : ",") + R"({"type":"Feature","properties":{"mag":)" +
                std::to_string(i % 10 == 0 ? magnitude : 4.5) +
                R"(,"place":"10 km N of Sendai, Japan","time":)" +
                std::to_string(at.micros() / 1000 - 60'000 - i) + R"(,"type":"earthquake"},"id":"us)" +
                std::to_string(i) + R"("})";
    return text + "]}";
}

} // namespace

class tst_Reparse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesWhatTheParserReadsOtherwise();
    void keepsRevisionsInTheirOrder();
    void readsBarsAsTheyWereAskedFor();
    void leavesImportedFilesAlone();
    void aNewerParserThatCannotReadItKeepsTheOldRows();
    void aCancelledOneChangesNothing();
    void saysWhoIsAtWork();

private:
    void take(const sources::Provider &provider, const std::string &bytes, const sources::Ask &ask)
    {
        const auto artifact = m_workspace->vault().put(provider.info().name, "https://example.org/", bytes);
        VERIFY_OK(artifact);
        const sources::Payload payload{.bytes = bytes,
                                       .ask = ask,
                                       .origin = "https://example.org/",
                                       .fetchedAt = artifact->fetchedAt,
                                       .sha256 = artifact->sha256};
        VERIFY_OK(transform(*m_workspace, provider, payload));
    }
    std::vector<Event> events(std::optional<std::uint64_t> snapshot = {}, Instant asOf = {})
    {
        core::domain::EventQuery query;
        query.snapshot = snapshot;
        query.asOf = asOf;
        std::vector<Event> list;
        const auto read = m_workspace->events().read(query, [&list](const Event &event) {
            list.push_back(event);
            return true;
        });
        return read ? list : std::vector<Event>();
    }
    static std::size_t great(const std::vector<Event> &list)
    {
        return std::size_t(std::ranges::count(list, "great_earthquake", &Event::eventType));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<core::base::ManualClock> m_clock;
    std::unique_ptr<store::Workspace> m_workspace;
};

void tst_Reparse::init()
{
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<core::base::ManualClock>(*core::base::parseInstant("2026-03-02T12:00:00Z"));
    auto workspace =
        store::Workspace::create(m_folder->filePath(QStringLiteral("w")).toStdString(), {}, *m_clock);
    VERIFY_OK(workspace);
    m_workspace = std::move(*workspace);
}

void tst_Reparse::changesWhatTheParserReadsOtherwise()
{
    const Usgs first;
    take(first, quakes(0, 50, m_clock->now(), 7), {"feed", {}});
    take(first, quakes(50, 50, m_clock->now(), 7), {"query", {{"from", "2026-03-01"}}});
    QCOMPARE(great(events()), std::size_t(0));
    const Usgs newer(1);
    const auto report = reparse(*m_workspace, newer, false);
    VERIFY_OK(report);
    QCOMPARE(report->payloads, 2U);
    QCOMPARE(report->records, 100U);
    QCOMPARE(report->stored, 10U); // every tenth is great
    QCOMPARE(report->same, 90U);
    const auto now = events();
    QCOMPARE(now.size(), std::size_t(100));
    QCOMPARE(great(now), std::size_t(10));
    for (const Event &event : now)
        QCOMPARE(event.revision, event.value > 6 ? 1 : 0);
    // the snapshot before says what it said
    const auto before = events(report->snapshot);
    QCOMPARE(before.size(), std::size_t(100));
    QCOMPARE(great(before), std::size_t(0));
    // each was read as the answer that it is
    QVERIFY(std::ranges::find(newer.seen, sources::Ask{"query", {{"from", "2026-03-01"}}}) !=
            newer.seen.end());
    QVERIFY(std::ranges::find(newer.seen, sources::Ask{"feed", {}}) != newer.seen.end());

    const auto again = reparse(*m_workspace, newer, false);
    VERIFY_OK(again);
    QCOMPARE(again->payloads, 0U);
    QCOMPARE(again->current, 2U);
    const auto all = reparse(*m_workspace, newer, true);
    VERIFY_OK(all);
    QCOMPARE(all->payloads, 2U);
    QCOMPARE(all->stored, 0U);
    QCOMPARE(all->same, 100U);
}

void tst_Reparse::keepsRevisionsInTheirOrder()
{
    const Usgs first;
    const Instant start = m_clock->now();
    take(first, quakes(0, 10, start, 6.5), {"feed", {}});
    m_clock->advance(std::chrono::hours(1));
    take(first, quakes(0, 10, start, 7.5), {"feed", {}}); // the magnitude of the first is revised
    VERIFY_OK(reparse(*m_workspace, Usgs(1), false));
    const auto now = events();
    QCOMPARE(great(now), std::size_t(1));
    QVERIFY(std::ranges::any_of(now, [](const Event &event) { return event.value == 7.5; }));
    const auto early = events({}, start + std::chrono::minutes(30));
    QCOMPARE(great(early), std::size_t(1));
    QVERIFY(std::ranges::any_of(early, [](const Event &event) { return event.value == 6.5; }));
    QVERIFY(std::ranges::none_of(early, [](const Event &event) { return event.value == 7.5; }));
}

void tst_Reparse::readsBarsAsTheyWereAskedFor()
{
    // Coinbase's answer does not say which product it is about: the ask does
    const auto *coinbase = sources::findProvider("coinbase");
    const std::string candles =
        "[[1704240000,40750,45500,44961.7,42845.2,5200],[1704153600,44150,45899.9,44187.1,44961.7,"
        "4105.66],[1704067200,42175.2,44198.5,42280,44187.1,1521.31]]";
    take(*coinbase, candles, {"candles", {{"symbol", "BTC-USD"}, {"interval", "1d"}}});
    const auto report = reparse(*m_workspace, *coinbase, true);
    VERIFY_OK(report);
    QCOMPARE(report->faults, 0U);
    QCOMPARE(report->same, 3U);
    QCOMPARE(report->stored, 0U);
    core::domain::BarQuery wanted;
    wanted.symbol = "BTC-USD";
    const auto bars = m_workspace->bars().read(wanted);
    VERIFY_OK(bars);
    QCOMPARE(bars->size(), std::size_t(3));
}

void tst_Reparse::leavesImportedFilesAlone()
{
    const auto artifact = m_workspace->vault().put("usgs", "quakes.csv", "time,latitude\n");
    VERIFY_OK(artifact);
    auto transaction = m_workspace->catalog().beginWrite();
    VERIFY_OK(transaction);
    VERIFY_OK(
        store::Vault::markTransformed(transaction->database(), artifact->sha256, "usgs-earthquakes", 1));
    VERIFY_OK(transaction->commit());
    const auto report = reparse(*m_workspace, Usgs(1), true);
    VERIFY_OK(report);
    QCOMPARE(report->payloads, 0U);
}

void tst_Reparse::aNewerParserThatCannotReadItKeepsTheOldRows()
{
    take(Usgs(), quakes(0, 20, m_clock->now(), 7), {"feed", {}});
    const auto report = reparse(*m_workspace, Usgs(2), false);
    VERIFY_OK(report);
    QCOMPARE(report->faults, 1U);
    QCOMPARE(events().size(), std::size_t(20));
    QCOMPARE(great(events()), std::size_t(0));
    // and the next version tries once more
    VERIFY_OK(reparse(*m_workspace, Usgs(1), false));
    QCOMPARE(great(events()), std::size_t(2));
}

void tst_Reparse::aCancelledOneChangesNothing()
{
    take(Usgs(), quakes(0, 20, m_clock->now(), 7), {"feed", {}});
    take(Usgs(), quakes(20, 20, m_clock->now(), 7), {"feed", {}});
    const CancelToken cancel;
    const auto report =
        reparse(*m_workspace, Usgs(1), false, cancel, [&](const core::base::Progress &progress) {
            if (progress.done == 1)
                cancel.cancel();
        });
    VERIFY_ERROR(report, ErrorCode::Cancelled);
    QCOMPARE(events().size(), std::size_t(40));
    QCOMPARE(great(events()), std::size_t(0));
    VERIFY_OK(reparse(*m_workspace, Usgs(1), false));
    QCOMPARE(great(events()), std::size_t(4));
}

void tst_Reparse::saysWhoIsAtWork()
{
    const auto lease = store::Lease::take(m_workspace->catalog(), "ingest", "collecting");
    VERIFY_OK(lease);
    const auto report = reparse(*m_workspace, Usgs(1), false);
    VERIFY_ERROR(report, ErrorCode::LeaseHeld);
    QVERIFY2(report.error().message.contains(QStringLiteral("collecting")),
             qPrintable(report.error().message));
}

QTEST_GUILESS_MAIN(tst_Reparse)
#include "tst_reparse.moc"
