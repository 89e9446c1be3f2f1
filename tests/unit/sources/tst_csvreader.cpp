// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/csvreader.h"
#include "tests/support/check.h"

#include <random>

using core::base::ErrorCode;
using core::sources::CsvOptions;
using core::sources::CsvReader;
using core::sources::MemoryStream;
using core::sources::RecordFault;

using namespace std::string_view_literals;

namespace {

struct Record {
    std::uint64_t line;
    RecordFault fault;
    std::vector<std::string> fields;

    bool operator==(const Record &) const = default;
};

struct Reading {
    std::vector<Record> records;
    std::optional<core::base::Error> error;
};

Reading readAll(std::string_view text, CsvOptions options = {})
{
    MemoryStream stream(text);
    CsvReader reader(stream, options);
    Reading reading;
    while (true) {
        auto more = reader.next();
        if (!more) {
            reading.error = more.error();
            return reading;
        }
        if (!*more)
            return reading;
        reading.records.push_back(
            {reader.line(), reader.fault(), {reader.fields().begin(), reader.fields().end()}});
    }
}

Record record(std::uint64_t line, std::vector<std::string> fields)
{
    return {line, RecordFault::None, std::move(fields)};
}

} // namespace

class tst_CsvReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsQuotesNewlinesAndEmptyFields();
    void passesOverByteOrderMarkAndBlankLines();
    void endsLinesWithLfOrCrLf();
    void readsTheSameInBlocksOfAnySize();
    void goesOnAfterAQuoteThatIsNeverClosed();
    void refusesALineOfTenMegabytesAlone();
    void refusesAMillionColumnsAlone();
    void marksARecordWithAZeroByte();
    void namesTheLineThatIsNotUtf8();
    void survivesRandomBytes();
};

void tst_CsvReader::readsQuotesNewlinesAndEmptyFields()
{
    const Reading reading = readAll("a,b,c\n\"x,1\",\"say \"\"hi\"\"\",\"two\nlines\"\n,,\nlast \"quote\" "
                                    "inside,\"\",\"q\"z\nend,of,file");
    QVERIFY(!reading.error);
    const std::vector<Record> expected{
        record(1, {"a", "b", "c"}), record(2, {"x,1", "say \"hi\"", "two\nlines"}), record(4, {"", "", ""}),
        record(5, {"last \"quote\" inside", "", "\"q\"z"}), record(6, {"end", "of", "file"})};
    QVERIFY(reading.records == expected);
}

void tst_CsvReader::passesOverByteOrderMarkAndBlankLines()
{
    const Reading reading = readAll("\xEF\xBB\xBFname\n\n\r\nvalue\n");
    const std::vector<Record> expected{record(1, {"name"}), record(4, {"value"})};
    QVERIFY(reading.records == expected);
    QVERIFY(readAll("").records.empty());
}

void tst_CsvReader::endsLinesWithLfOrCrLf()
{
    const Reading reading = readAll("a,b\r\n1,\"2\"\r\n3,\"4\r\n5\"\r\n");
    const std::vector<Record> expected{record(1, {"a", "b"}), record(2, {"1", "2"}),
                                       record(3, {"3", "4\r\n5"})};
    QVERIFY(reading.records == expected);
}

void tst_CsvReader::readsTheSameInBlocksOfAnySize()
{
    std::string text = "id,text\r\n";
    for (int i = 0; i < 40; ++i)
        text += std::to_string(i) + ",\"a \"\"quoted\"\" – line\nand, another\"" + (i % 2 ? "\r\n" : "\n");
    const Reading whole = readAll(text);
    QCOMPARE(whole.records.size(), std::size_t(41));
    for (std::size_t block = 2; block < 70; ++block) {
        const Reading parts = readAll(text, {.block = block});
        QVERIFY2(!parts.error && parts.records == whole.records, qPrintable(QString::number(block)));
    }
}

void tst_CsvReader::goesOnAfterAQuoteThatIsNeverClosed()
{
    const Reading reading = readAll("a,b\n1,\"open\n2,x\n3,y\n");
    const std::vector<Record> expected{
        record(1, {"a", "b"}), {2, RecordFault::OpenQuote, {}}, record(3, {"2", "x"}), record(4, {"3", "y"})};
    QVERIFY(reading.records == expected);
}

void tst_CsvReader::refusesALineOfTenMegabytesAlone()
{
    const std::string text = "a,b\n" + std::string(10'000'000, 'x') + ",1\n2,y\n";
    const Reading reading = readAll(text);
    const std::vector<Record> expected{
        record(1, {"a", "b"}), {2, RecordFault::TooLong, {}}, record(3, {"2", "y"})};
    QVERIFY(reading.records == expected);
}

void tst_CsvReader::refusesAMillionColumnsAlone()
{
    const std::string text = "a,b\n" + std::string(1'000'000, ',') + "\n2,y\n";
    const Reading reading = readAll(text);
    const std::vector<Record> expected{
        record(1, {"a", "b"}), {2, RecordFault::TooManyFields, {}}, record(3, {"2", "y"})};
    QVERIFY(reading.records == expected);
}

void tst_CsvReader::marksARecordWithAZeroByte()
{
    const Reading reading = readAll("a,b\n1,x\0y\n2,\"z\0\"\n3,y\n\"q\"\0,1\n"sv);
    QVERIFY(reading.records.size() == 5);
    QVERIFY(reading.records[1].fault == RecordFault::NulByte);
    QVERIFY(reading.records[2].fault == RecordFault::NulByte);
    QVERIFY(reading.records[3] == record(4, {"3", "y"}));
    QVERIFY(reading.records[4].fault == RecordFault::NulByte);
}

void tst_CsvReader::namesTheLineThatIsNotUtf8()
{
    for (const std::size_t block : {std::size_t(4), std::size_t(7), std::size_t(4096)}) {
        const Reading reading = readAll("a\nfine é\n\xC3(\nlater\n", {.block = block});
        QVERIFY(reading.error);
        QVERIFY2(reading.error->message.contains(QLatin1String("line 3 ")),
                 qPrintable(reading.error->message));
    }
    QVERIFY(readAll("a\ncut \xE2\x82").error); // a character that the end of the file cuts off
}

void tst_CsvReader::survivesRandomBytes()
{
    std::mt19937 random(11);
    static constexpr char kLetters[] = {'a', ',', '"', '\n', '\r', '\0', '1', '\xC3', '\xA9', ' '};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto i = random() % 60; i > 0; --i)
            text += kLetters[random() % sizeof kLetters];
        const Reading whole = readAll(text);
        const Reading parts = readAll(text, {.block = 2 + random() % 9});
        QCOMPARE(parts.error.has_value(), whole.error.has_value());
        if (!whole.error)
            QVERIFY(parts.records == whole.records);
    }
}

QTEST_APPLESS_MAIN(tst_CsvReader)
#include "tst_csvreader.moc"
