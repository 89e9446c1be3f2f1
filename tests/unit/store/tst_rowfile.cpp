// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowfile.h"
#include "tests/support/check.h"
#include "tests/unit/store/eventfixture.h"

#include <cmath>
#include <fstream>
#include <numeric>

using namespace core::base;
using namespace core::domain;
using namespace core::store;
using fixture::plainEvent;
namespace fs = std::filesystem;

class tst_RowFile : public QObject
{
    Q_OBJECT

private:
    static constexpr int kRows = 200; // three whole blocks and a part of one
    const Sha256 m_of = sha256("a lake file");

    static Event rowOf(int n)
    {
        Event event = plainEvent(n);
        event.revision = n % 3;
        event.seq = static_cast<std::uint64_t>(n) << 30U;
        event.knownBasis = static_cast<KnownBasis>(n % 4);
        event.precision = static_cast<Precision>(n % 2);
        event.parserVersion = -n;
        event.metadata = n % 5 == 0 ? std::string() : R"({"é":"\u0000"})";
        if (n % 7 == 0)
            event.value = std::numeric_limits<double>::quiet_NaN();
        if (n % 11 == 0)
            event.ingestedAt = Instant();
        if (n % 2 == 1)
            event.rawSha256 = sha256(std::to_string(n));
        if (n == 70)
            event.text.assign(300000, 'x');
        return event;
    }
    [[nodiscard]] Result<void> write(const fs::path &file) const
    {
        auto writer = RowFileWriter::create(file);
        if (!writer)
            return writer.error();
        for (int n = 0; n < kRows; ++n) {
            if (auto added = (*writer)->add(rowOf(n), static_cast<std::uint32_t>(kRows - n)); !added)
                return added;
        }
        return (*writer)->finish(m_of);
    }
    static Result<std::vector<Event>> readAll(const RowFile &file)
    {
        std::vector<Event> all;
        for (std::uint32_t block = 0; block < file.blocks(); ++block) {
            std::vector<RowPlace> places;
            if (auto read = file.readKeys(block, places); !read)
                return read.error();
            std::vector<std::uint32_t> positions(places.size());
            std::iota(positions.begin(), positions.end(), 0U);
            auto events = file.readEvents(block, positions);
            if (!events)
                return events.error();
            all.insert(all.end(), events->begin(), events->end());
        }
        return all;
    }

private Q_SLOTS:
    void givesBackWhatWasWritten()
    {
        const QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "a.rows";
        VERIFY_OK(write(file));
        const auto opened = RowFile::open(file, m_of, kRows);
        VERIFY_OK(opened);
        QCOMPARE((*opened)->blocks(), 4U);
        const auto rows = readAll(**opened);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), std::size_t{kRows});
        for (int n = 0; n < kRows; ++n) {
            const Event &row = (*rows)[static_cast<std::size_t>(n)];
            const Event expected = rowOf(n);
            QCOMPARE(fixture::key(row), fixture::key(expected));
            QCOMPARE(contentHash(row), contentHash(expected));
            QCOMPARE(std::isnan(row.value), std::isnan(expected.value));
            QCOMPARE(row.knownBasis, expected.knownBasis);
            QCOMPARE(row.parserVersion, expected.parserVersion);
            QVERIFY(row.ingestedAt == expected.ingestedAt);
            QVERIFY(row.rawSha256 == expected.rawSha256);
            QCOMPARE(row.parser, expected.parser);
        }
        std::vector<RowPlace> places;
        VERIFY_OK((*opened)->readKeys(3, places));
        QCOMPARE(places.size(), std::size_t{8});
        QCOMPARE(places[7].fileRow, 1U);
        const std::vector<std::uint32_t> some{5, 2};
        const auto picked = (*opened)->readEvents(1, some);
        VERIFY_OK(picked);
        QCOMPARE(picked->at(0).text, rowOf(69).text);
        QCOMPARE(picked->at(1).text, rowOf(66).text);
    }

    void refusesTheCopyOfAnotherFile()
    {
        const QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "a.rows";
        VERIFY_ERROR(RowFile::open(file, m_of, kRows), ErrorCode::NotFound);
        VERIFY_OK(write(file));
        VERIFY_ERROR(RowFile::open(file, sha256("another"), kRows), ErrorCode::Corrupt);
        VERIFY_ERROR(RowFile::open(file, m_of, kRows + 1), ErrorCode::Corrupt);
        fs::resize_file(file, fs::file_size(file) - 1);
        VERIFY_ERROR(RowFile::open(file, m_of, kRows), ErrorCode::Corrupt);
        fs::resize_file(file, 10);
        VERIFY_ERROR(RowFile::open(file, m_of, kRows), ErrorCode::Corrupt);
    }

    void neverGivesARowOfFlippedBits()
    {
        const QTemporaryDir dir;
        const fs::path file = fs::path(dir.path().toStdString()) / "a.rows";
        VERIFY_OK(write(file));
        const auto expected = [this, &file] {
            const auto whole = RowFile::open(file, m_of, kRows);
            return fixture::keys(*readAll(**whole));
        }();
        const auto size = static_cast<std::int64_t>(fs::file_size(file));
        std::mt19937_64 random(7);
        for (int i = 0; i < 400; ++i) {
            const auto at = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size));
            const auto flip = [&] {
                std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
                bytes.seekg(at);
                const int byte = bytes.get();
                bytes.seekp(at);
                bytes.put(static_cast<char>(byte ^ (1 << (i % 8))));
            };
            flip();
            const auto opened = RowFile::open(file, m_of, kRows);
            if (opened) {
                const auto rows = readAll(**opened);
                if (rows)
                    QCOMPARE(fixture::keys(*rows), expected); // the flipped bit says nothing
                else
                    QVERIFY((*opened)->isDamaged());
            } else {
                QVERIFY(opened.error().code == ErrorCode::Corrupt);
            }
            flip();
        }
    }
};

QTEST_GUILESS_MAIN(tst_RowFile)
#include "tst_rowfile.moc"
