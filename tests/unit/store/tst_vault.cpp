// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vault.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <fstream>
#include <random>

using namespace core::base;
using namespace core::store;

class tst_Vault : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-01-02T03:04:05Z")};
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Vault> m_vault;
    std::filesystem::path root() const { return m_dir.path().toStdString(); }

private Q_SLOTS:
    void initTestCase()
    {
        auto catalog = Catalog::create(root() / "catalog.sqlite", m_clock);
        VERIFY_OK(catalog);
        m_catalog = std::move(*catalog);
        m_vault = std::make_unique<Vault>(root(), *m_catalog);
    }

    void payloadComesBackByItsHash()
    {
        std::string payload(3'000'000, ' ');
        std::mt19937 random(1);
        for (char &c : payload)
            c = static_cast<char>('a' + random() % 7);
        auto writer = m_vault->begin("usgs", "all_month.csv");
        VERIFY_OK(writer);
        for (std::size_t at = 0; at < payload.size(); at += 70'001)
            VERIFY_OK(writer->add(std::string_view(payload).substr(at, 70'001)));
        const auto artifact = writer->finish();
        VERIFY_OK(artifact);
        QCOMPARE(toHex(artifact->sha256), toHex(sha256(payload)));
        QCOMPARE(artifact->file, "raw/usgs/2024/01/02/" + toHex(artifact->sha256) + ".zst");
        QCOMPARE(artifact->bytes, payload.size());
        QCOMPARE(*sha256File(root() / artifact->file), artifact->storedSha256);
        QCOMPARE(std::filesystem::file_size(root() / artifact->file), artifact->storedBytes);
        QVERIFY((std::filesystem::status(root() / artifact->file).permissions() &
                 std::filesystem::perms(0777)) == std::filesystem::perms(0600));
        const auto back = m_vault->get(artifact->sha256);
        VERIFY_OK(back);
        QVERIFY(*back == payload);
    }

    void samePayloadIsStoredOnce()
    {
        const auto first = m_vault->put("fred", "a", "the same bytes");
        VERIFY_OK(first);
        m_clock.advance(std::chrono::days(3));
        const auto second = m_vault->put("fred", "b", "the same bytes");
        VERIFY_OK(second);
        QCOMPARE(second->file, first->file);
        QCOMPARE(second->origin, std::string("a"));
    }

    void emptyPayloadIsAPayload()
    {
        const auto artifact = m_vault->put("fred", "empty", "");
        VERIFY_OK(artifact);
        QCOMPARE(*m_vault->get(artifact->sha256), std::string());
    }

    void damageIsNoticedAndAFreshCopyMends()
    {
        const auto artifact = m_vault->put("gdelt", "x", "a payload that rots");
        VERIFY_OK(artifact);
        const auto file = root() / artifact->file;
        {
            std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
            out.seekp(9);
            out.put('!');
        }
        VERIFY_ERROR(m_vault->get(artifact->sha256), ErrorCode::Corrupt);
        std::filesystem::remove(file);
        VERIFY_ERROR(m_vault->get(artifact->sha256), ErrorCode::Corrupt);
        VERIFY_OK(m_vault->put("gdelt", "x", "a payload that rots"));
        QCOMPARE(*m_vault->get(artifact->sha256), std::string("a payload that rots"));
    }

    void abandonedWriterLeavesNothing()
    {
        {
            auto writer = m_vault->begin("left", "x");
            VERIFY_OK(writer);
            VERIFY_OK(writer->add("some bytes"));
        }
        int files = 0;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root() / "raw" / "left"))
            files += entry.is_regular_file();
        QCOMPARE(files, 0);
    }

    void sourceCannotLeaveTheVault()
    {
        for (const char *name : {"", "..", "../x", "a/b", ".hidden", "a b"})
            VERIFY_ERROR(m_vault->begin(name, "x"), ErrorCode::BadInput);
        VERIFY_ERROR(m_vault->get(sha256("never stored")), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(tst_Vault)
#include "tst_vault.moc"
