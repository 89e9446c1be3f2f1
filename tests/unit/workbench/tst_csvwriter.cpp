// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/csvwriter.h"

#include "core/domain/celltext.h"

#include "tests/support/check.h"

#include <QtTest>

#include <limits>
#include <random>

using core::workbench::CsvWriter;

namespace {

std::string cell(std::string_view text, CsvWriter::Cells cells = CsvWriter::Cells::Neutralised)
{
    CsvWriter writer(cells);
    writer.text(text);
    return writer.take();
}

/// Reads one row of RFC 4180 back.
std::vector<std::string> readRow(std::string_view row)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"') {
            cells.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

} // namespace

class TestCsvWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neutralisesWhatASpreadsheetWouldRun();
    void leavesNumbersAlone();
    void quotesWhatTheFormatNeeds();
    void readsBackExactlyWhenRaw();
    void neverBeginsACellLikeAFormula();
    void theApostropheComesOffAgain();
};

void TestCsvWriter::neutralisesWhatASpreadsheetWouldRun()
{
    QCOMPARE(cell("=1+1"), std::string("'=1+1"));
    QCOMPARE(cell("@SUM(A1)"), std::string("'@SUM(A1)"));
    QCOMPARE(cell("-2+3"), std::string("'-2+3"));
    QCOMPARE(cell("+cmd|' /C calc'!A0"), std::string("'+cmd|' /C calc'!A0"));
    QCOMPARE(cell("\t=1"), std::string("'\t=1"));
    QCOMPARE(cell("\r=1"), std::string("\"'\r=1\""));
    QCOMPARE(cell("＝1+1"), std::string("'＝1+1"));
    QCOMPARE(cell("=HYPERLINK(\"x\",\"y\")"), std::string("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
    QCOMPARE(cell("=1", CsvWriter::Cells::Raw), std::string("=1"));
}

void TestCsvWriter::leavesNumbersAlone()
{
    QCOMPARE(cell("-5"), std::string("-5"));
    QCOMPARE(cell("+1.5e3"), std::string("+1.5e3"));
    CsvWriter writer;
    writer.number(-5);
    writer.number(0.1);
    writer.number(std::numeric_limits<double>::quiet_NaN());
    writer.whole(-7);
    writer.endRow();
    QCOMPARE(writer.take(), std::string("-5,0.1,,-7\r\n"));
}

void TestCsvWriter::quotesWhatTheFormatNeeds()
{
    QCOMPARE(cell("a,b"), std::string("\"a,b\""));
    QCOMPARE(cell("a\nb"), std::string("\"a\nb\""));
    QCOMPARE(cell("say \"no\""), std::string("\"say \"\"no\"\"\""));
    QCOMPARE(cell("日本"), std::string("日本"));
    QCOMPARE(cell(""), std::string());
}

void TestCsvWriter::readsBackExactlyWhenRaw()
{
    std::mt19937 random(11); // NOLINT: the seed is the point
    static constexpr std::string_view kAlphabet = "=+-@\t\r\n\",;'ab1 ";
    for (int i = 0; i < 10'000; ++i) {
        CsvWriter writer(CsvWriter::Cells::Raw);
        std::vector<std::string> row(3);
        for (std::string &text : row) {
            for (unsigned n = random() % 8; n > 0; --n)
                text += kAlphabet[random() % kAlphabet.size()];
            writer.text(text);
        }
        QCOMPARE(readRow(writer.take()), row);
    }
}

void TestCsvWriter::neverBeginsACellLikeAFormula()
{
    std::mt19937 random(12); // NOLINT: the seed is the point
    static constexpr std::string_view kAlphabet = "=+-@\t\r\",'ab1e. ";
    for (int i = 0; i < 10'000; ++i) {
        std::string text;
        for (unsigned n = random() % 8; n > 0; --n)
            text += kAlphabet[random() % kAlphabet.size()];
        const std::string shown = readRow(cell(text)).front();
        const bool danger =
            !shown.empty() && std::string_view("=+-@\t\r").find(shown[0]) != std::string_view::npos;
        bool number = false;
        QString::fromStdString(shown).toDouble(&number);
        QVERIFY2(!danger || number, text.c_str());
    }
}

void TestCsvWriter::theApostropheComesOffAgain()
{
    QCOMPARE(cell("'=1"), std::string("''=1")); // or it would come back without its own
    QCOMPARE(cell("'-5"), std::string("'-5"));
    QCOMPARE(cell("'tis"), std::string("'tis"));
    std::mt19937 random(13); // NOLINT: the seed is the point
    static constexpr std::string_view kAlphabet = "=+-@\t\r''15a. ";
    for (int i = 0; i < 10'000; ++i) {
        std::string text;
        for (unsigned n = random() % 8; n > 0; --n)
            text += kAlphabet[random() % kAlphabet.size()];
        QCOMPARE(core::domain::withoutApostrophe(readRow(cell(text)).front()), std::string_view(text));
    }
}

QTEST_APPLESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
