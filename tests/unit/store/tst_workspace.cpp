// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"
#include "core/store/lease.h"
#include "core/store/workspace.h"
#include "tests/support/check.h"

#include <QTemporaryDir>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace core::base;
using namespace core::store;

class tst_Workspace : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    ManualClock m_clock{*parseInstant("2024-02-29T03:04:05Z")};
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private Q_SLOTS:
    void opensWhatItMade()
    {
        {
            const auto made =
                Workspace::create(path("deep/er/made"), {.name = "Größe", .sample = true}, m_clock);
            VERIFY_OK(made);
        }
        const auto opened = Workspace::open(path("deep/er/made"), m_clock);
        VERIFY_OK(opened);
        const WorkspaceIdentity &identity = (*opened)->identity();
        QCOMPARE(identity.name, std::string("Größe"));
        QVERIFY(identity.sample);
        QCOMPARE(toIso(identity.created), std::string("2024-02-29T03:04:05Z"));
        QCOMPARE(toIso(*identity.sealedFrom), std::string("2022-02-28"));
        const auto info = (*opened)->info();
        VERIFY_OK(info);
        QCOMPARE(info->snapshot, std::string("1-0"));
    }

    void sealIsAsAsked()
    {
        const auto none =
            Workspace::create(path("none"), {.name = {}, .seal = WorkspaceOptions::Seal::None}, m_clock);
        VERIFY_OK(none);
        QVERIFY(!readIdentity(path("none"))->sealedFrom);
        QCOMPARE(readIdentity(path("none"))->name, std::string("none"));
        const WorkspaceOptions at{
            .name = {}, .seal = WorkspaceOptions::Seal::At, .sealedFrom = *parseDate("2012-01-01")};
        VERIFY_OK(Workspace::create(path("at"), at, m_clock));
        QCOMPARE(toIso(*readIdentity(path("at"))->sealedFrom), std::string("2012-01-01"));
    }

    void everythingIsTheUsersAlone()
    {
        const auto made = Workspace::create(path("private"), {}, m_clock);
        VERIFY_OK(made);
        VERIFY_OK((*made)->vault().put("usgs", "x", "bytes"));
        for (const auto &entry : std::filesystem::recursive_directory_iterator(path("private"))) {
            const auto mode = entry.status().permissions() & std::filesystem::perms(0777);
            QVERIFY2(mode == std::filesystem::perms(entry.is_directory() ? 0700 : 0600),
                     entry.path().c_str());
        }
    }

    void wrongFoldersGetAPlainSentence()
    {
        VERIFY_ERROR(Workspace::open(path("nowhere"), m_clock), ErrorCode::NotFound);
        std::filesystem::create_directories(path("full"));
        std::ofstream(path("full/letter.txt")) << "mine";
        VERIFY_ERROR(Workspace::create(path("full"), {}, m_clock), ErrorCode::BadInput);
        VERIFY_ERROR(Workspace::create(path("full/letter.txt"), {}, m_clock), ErrorCode::BadInput);
        VERIFY_ERROR(Workspace::open(path("full"), m_clock), ErrorCode::NotFound);
        VERIFY_ERROR(Workspace::open(path("full/letter.txt"), m_clock), ErrorCode::NotFound);
    }

    void readOnlyFolderIsRefusedWithAPlainSentence()
    {
        VERIFY_OK(Workspace::create(path("readonly"), {}, m_clock));
        std::filesystem::create_directories(path("closed"));
        const uid_t user = ::geteuid();
        if (user == 0) { // root may write anywhere; be someone else for a moment
            std::filesystem::permissions(m_dir.path().toStdString(), std::filesystem::perms(0755));
            for (const char *name : {"readonly", "closed"})
                std::filesystem::permissions(path(name), std::filesystem::perms(0555));
            for (const char *name : {"readonly/workspace.json", "readonly/catalog.sqlite"})
                std::filesystem::permissions(path(name), std::filesystem::perms(0444));
            QCOMPARE(::setresuid(65534, 65534, 0), 0); // access() asks for the real user
        } else {
            for (const char *name : {"readonly", "closed"})
                std::filesystem::permissions(path(name), std::filesystem::perms(0555));
        }
        const auto opened = Workspace::open(path("readonly"), m_clock);
        const auto created = Workspace::create(path("closed/new"), {}, m_clock);
        const auto here = Workspace::create(path("closed"), {}, m_clock);
        if (user == 0)
            QCOMPARE(::setresuid(0, 0, 0), 0);
        for (const char *name : {"readonly", "closed"})
            std::filesystem::permissions(path(name), std::filesystem::perms(0755));
        VERIFY_ERROR(opened, ErrorCode::Storage);
        VERIFY_ERROR(created, ErrorCode::Storage);
        VERIFY_ERROR(here, ErrorCode::Storage);
        QVERIFY(opened.error().message.contains(QStringLiteral("permissions")));
    }

    void readOnlyCatalogOpensAgainOnceItMayBeWritten()
    {
        const auto logs = {path("frozen/catalog.sqlite-wal"), path("frozen/catalog.sqlite-shm")};
        VERIFY_OK(Workspace::create(path("frozen"), {}, m_clock));
        for (const auto &log : logs) // as in a folder that was copied
            std::filesystem::remove(log);
        std::filesystem::permissions(path("frozen/catalog.sqlite"), std::filesystem::perms(0444));
        const uid_t user = ::geteuid();
        if (user == 0) { // root may write anywhere; be someone else for a moment
            std::filesystem::permissions(m_dir.path().toStdString(), std::filesystem::perms(0755));
            std::filesystem::permissions(path("frozen"), std::filesystem::perms(0777));
            std::filesystem::permissions(path("frozen/workspace.json"), std::filesystem::perms(0444));
            QCOMPARE(::setresuid(65534, 65534, 0), 0);
        }
        const auto opened = Workspace::open(path("frozen"), m_clock);
        if (user == 0)
            QCOMPARE(::setresuid(0, 0, 0), 0);
        VERIFY_ERROR(opened, ErrorCode::Storage);
        for (const auto &log : logs)
            QVERIFY2(!std::filesystem::exists(log), log.c_str());
        std::filesystem::permissions(path("frozen/catalog.sqlite"), std::filesystem::perms(0600));
        VERIFY_OK(Workspace::open(path("frozen"), m_clock));
    }

    void leavesNothingOfAWorkspaceItCannotFinish()
    {
        std::filesystem::create_directories(path("empty"));
        rlimit usual{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{8192, usual.rlim_max}; // as if the disk were full
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto fresh = Workspace::create(path("fresh"), {}, m_clock);
        const auto empty = Workspace::create(path("empty"), {}, m_clock);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
        std::signal(SIGXFSZ, handler);
        VERIFY_ERROR(fresh, ErrorCode::Storage);
        VERIFY_ERROR(empty, ErrorCode::Storage);
        QVERIFY(!std::filesystem::exists(path("fresh")));
        QVERIFY(std::filesystem::is_empty(path("empty")));
        VERIFY_OK(Workspace::create(path("fresh"), {}, m_clock));
    }

    void newerOrDamagedIdentityIsRefused()
    {
        VERIFY_OK(Workspace::create(path("newer"), {}, m_clock));
        const auto write = [this](const char *text) { std::ofstream(path("newer/workspace.json")) << text; };
        write(R"({"format": 2, "anything": "else"})");
        VERIFY_ERROR(Workspace::open(path("newer"), m_clock), ErrorCode::Newer);
        for (const char *text : {"", "{", "[]", R"({"format": 1, "created": "yesterday"})",
                                 R"({"format": 1, "created": "2024-01-01", "sealed_from": 7})"}) {
            write(text);
            VERIFY_ERROR(Workspace::open(path("newer"), m_clock), ErrorCode::Corrupt);
        }
    }

    void onlyOldTemporaryFilesAreSwept()
    {
        const auto made = Workspace::create(path("sweep"), {}, m_clock);
        VERIFY_OK(made);
        const auto lease = Lease::take((*made)->catalog(), "bulk", "sweeping");
        VERIFY_OK(lease);
        const auto young = temporaryName(path("sweep/raw"));
        const auto old = temporaryName(path("sweep/raw"));
        const auto other = path("sweep/raw/other.zst");
        const auto now = std::chrono::sys_time<Duration>(Duration(m_clock.now().micros()));
        const auto at = [&](auto age) { return std::chrono::file_clock::from_sys(now - age); };
        for (const auto &file : {young, old, other})
            std::ofstream(file) << "x";
        std::filesystem::last_write_time(young, at(std::chrono::hours(23)));
        std::filesystem::last_write_time(old, at(std::chrono::hours(25)));
        std::filesystem::last_write_time(other, at(std::chrono::hours(25)));
        const auto swept = (*made)->vault().sweep(**lease);
        VERIFY_OK(swept);
        QCOMPARE(*swept, 1U);
        QVERIFY(std::filesystem::exists(young));
        QVERIFY(!std::filesystem::exists(old));
        QVERIFY(std::filesystem::exists(other));
    }

    void snapshotsAreReadBack()
    {
        QCOMPARE(Workspace::snapshotText(42), std::string("1-42"));
        QCOMPARE(*Workspace::parseSnapshot("1-42"), 42U);
        for (const char *text : {"", "1-", "2-42", "1-4x", "42", "1--1"})
            VERIFY_ERROR(Workspace::parseSnapshot(text), ErrorCode::BadInput);
    }
};

QTEST_APPLESS_MAIN(tst_Workspace)
#include "tst_workspace.moc"
