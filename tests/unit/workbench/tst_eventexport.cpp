// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/eventexport.h"

#include "core/store/eventstore.h"
#include "core/store/workspace.h"
#include "core/workbench/eventdiff.h"
#include "tests/support/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace core;
using workbench::CsvWriter;
using workbench::ExportFormat;

namespace {

domain::Event thing(const std::string &id, int day, double value, const std::string &text, int knownDay)
{
    domain::Event e;
    e.id = base::eventId("test", id);
    e.timestamp = base::Instant(base::Date(std::chrono::year(2020) / 1 / day));
    e.knownAt = base::Instant(base::Date(std::chrono::year(2020) / 1 / knownDay));
    e.source = "test";
    e.eventType = "thing";
    e.entity = "JP";
    e.value = value;
    e.text = text;
    e.metadata = R"({"a":1})";
    e.ingestedAt = e.knownAt;
    return e;
}

} // namespace

class TestEventExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void writesJsonThatReadsBack();
    void writesNeutralCsv();
    void writesParquetWholeOrNotAtAll();
    void tellsWhatChanged();
    void stopsWhenCancelled();

private:
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    QTemporaryDir m_folder;
    base::ManualClock m_clock{base::Instant(base::Date(std::chrono::year(2020) / 6 / 1))};
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<store::EventStore> m_events;
    std::uint64_t m_before = 0; ///< the snapshot before b was corrected and c came
};

void TestEventExport::initTestCase()
{
    auto workspace = store::Workspace::create(path("ws"), {}, m_clock);
    VERIFY_OK(workspace);
    m_workspace = std::move(*workspace);
    m_events = std::make_unique<store::EventStore>(m_workspace->path(), m_workspace->catalog());
    const std::vector<domain::Event> first{thing("a", 1, -5, "=1+1", 2),
                                           thing("b", 2, 2, "plain, \"quoted\"", 3)};
    VERIFY_OK(m_events->insert(first));
    const auto snapshot = m_workspace->catalog().snapshot();
    VERIFY_OK(snapshot);
    m_before = *snapshot;
    const std::vector<domain::Event> second{thing("b", 2, 3, "corrected", 9), thing("c", 4, 4, "", 5)};
    VERIFY_OK(m_events->insert(second));
}

void TestEventExport::writesJsonThatReadsBack()
{
    std::string text;
    const auto count =
        workbench::writeEvents(*m_events, {}, ExportFormat::Json, CsvWriter::Cells::Neutralised,
                               [&](std::string_view bytes) {
                                   text += bytes;
                                   return base::Result<void>();
                               },
                               {});
    VERIFY_OK(count);
    QCOMPARE(*count, std::uint64_t(3));
    const QJsonArray events = QJsonDocument::fromJson(QByteArray::fromStdString(text))
                                  .object()
                                  .value(QStringLiteral("events"))
                                  .toArray();
    QCOMPARE(events.size(), 3);
    const QJsonObject b = events[1].toObject();
    QCOMPARE(b.value(QStringLiteral("value")).toDouble(), 3.0);
    QCOMPARE(b.value(QStringLiteral("revision")).toInt(), 1);
    QCOMPARE(b.value(QStringLiteral("timestamp")).toString(), QStringLiteral("2020-01-02T00:00:00Z"));
    QCOMPARE(b.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("a")).toInt(), 1);
    QVERIFY(events[2].toObject().value(QStringLiteral("text")).isNull());
}

void TestEventExport::writesNeutralCsv()
{
    const auto file = path("events.csv");
    const auto count =
        workbench::exportEvents(*m_events, {}, ExportFormat::Csv, CsvWriter::Cells::Neutralised, file, {});
    VERIFY_OK(count);
    QFile csv(QString::fromStdString(file.string()));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray text = csv.readAll();
    QVERIFY(text.startsWith("id,revision,seq,timestamp,"));
    QVERIFY(text.contains(",'=1+1,"));
    QVERIFY(text.contains(",-5,"));
    QCOMPARE(text.count("\r\n"), 4);
}

void TestEventExport::writesParquetWholeOrNotAtAll()
{
    const auto file = path("events.parquet");
    const auto count =
        workbench::exportEvents(*m_events, {}, ExportFormat::Parquet, CsvWriter::Cells::Raw, file, {});
    VERIFY_OK(count);
    QCOMPARE(*count, std::uint64_t(3));
    const auto duck = store::DuckDatabase::open({});
    VERIFY_OK(duck);
    const auto connection = duck->connect();
    VERIFY_OK(connection);
    const auto sum =
        connection->number("SELECT CAST(sum(value) AS BIGINT) FROM read_parquet(?)", {file.string()});
    VERIFY_OK(sum);
    QCOMPARE(*sum, std::int64_t(2)); // −5 + 3 + 4
    const auto nowhere = path("no/such/folder/events.parquet");
    QVERIFY(!workbench::exportEvents(*m_events, {}, ExportFormat::Parquet, CsvWriter::Cells::Raw, nowhere, {})
                 .ok());
    QVERIFY(!std::filesystem::exists(nowhere));
}

void TestEventExport::tellsWhatChanged()
{
    domain::EventQuery before;
    before.snapshot = m_before;
    const auto diff = workbench::diffEvents(*m_events, before, {}, 10, {});
    VERIFY_OK(diff);
    QCOMPARE(diff->came, std::uint64_t(1));
    QCOMPARE(diff->went, std::uint64_t(0));
    QCOMPARE(diff->changed, std::uint64_t(1));
    QCOMPARE(diff->same, std::uint64_t(1));
    QCOMPARE(diff->changes.size(), std::size_t(2));
    QCOMPARE(diff->changes[0].before->value, 2.0);
    QCOMPARE(diff->changes[0].after->value, 3.0);
    QVERIFY(!diff->changes[1].before);
    const auto back = workbench::diffEvents(*m_events, {}, before, 10, {});
    VERIFY_OK(back);
    QCOMPARE(back->went, std::uint64_t(1));
    QCOMPARE(back->changes.size(), std::size_t(2));
    QVERIFY(!back->changes[1].after);
    const auto none = workbench::diffEvents(*m_events, {}, {}, 10, {});
    VERIFY_OK(none);
    QVERIFY(none->changes.empty());
}

void TestEventExport::stopsWhenCancelled()
{
    base::CancelToken cancel;
    cancel.cancel();
    const auto file = path("cancelled.csv");
    VERIFY_ERROR(
        workbench::exportEvents(*m_events, {}, ExportFormat::Csv, CsvWriter::Cells::Raw, file, cancel),
        base::ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(file));
}

QTEST_GUILESS_MAIN(TestEventExport)
#include "tst_eventexport.moc"
