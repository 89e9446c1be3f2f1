// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/session.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/workspace.h"
#include "core/workbench/collection.h"
#include "core/workbench/samplemaker.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace core::workbench {

using base::Result;
using base::Tr;

namespace {

constexpr std::uint64_t kSampleSeed = 1;

} // namespace

/// Lets go of workspaces on a thread of its own: whoever drops the last hold, often the window with an answer
/// that came too late, would wait for databases to end their threads and close their files. The destructor
/// waits for what is being closed.
class Session::Closer final
{
public:
    Closer()
        : m_thread([this](const std::stop_token &stop) { run(stop); })
    {}

    void take(std::unique_ptr<const Workbench> bench)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(std::move(bench));
        }
        m_came.notify_all();
    }

private:
    void run(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_came.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
            auto going = std::exchange(m_waiting, {});
            lock.unlock();
            going.clear();
            lock.lock();
        }
    }

    std::mutex m_mutex; // guards the next
    std::vector<std::unique_ptr<const Workbench>> m_waiting;
    std::condition_variable_any m_came;
    std::jthread m_thread; // last: it uses the others
};

Result<Session::Opened> Session::shared(Result<std::unique_ptr<Workbench>> made, const Closers &closer)
{
    if (!made)
        return made.error();
    return Opened(made->release(), [closer](const Workbench *bench) {
        closer->take(std::unique_ptr<const Workbench>(bench));
    });
}

Session::Session(const base::Clock &clock, std::filesystem::path worker, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_worker(std::move(worker))
    , m_closer(std::make_shared<Closer>())
    , m_secrets(desktopSecrets())
    , m_jobs(clock)
    , m_opening(m_jobs)
    , m_collection(std::make_unique<Collection>(*this))
{}

Session::~Session() = default; // collecting and the jobs end first, then the workspace, then who closes it

void Session::open(const std::filesystem::path &folder)
{
    openBy(Tr::tr("Opening %1").arg(base::qs(folder.filename().string())), folder,
           [folder, &clock = m_clock, closer = m_closer](const Job &) {
               return shared(Workbench::open(folder, clock), closer);
           });
}

void Session::create(const std::filesystem::path &folder, const store::WorkspaceOptions &options)
{
    openBy(Tr::tr("Making %1").arg(base::qs(folder.filename().string())), folder,
           [folder, options, &clock = m_clock, closer = m_closer](const Job &) {
               return shared(Workbench::create(folder, options, clock), closer);
           });
}

void Session::openSample(const std::filesystem::path &folder)
{
    openBy(Tr::tr("Opening the sample workspace"), folder,
           [folder, &clock = m_clock, closer = m_closer](const Job &job) {
               std::error_code ignored;
               if (std::filesystem::exists(folder / store::kIdentityFile, ignored))
                   return shared(Workbench::open(folder, clock), closer);
               return shared(createSample(folder, kSampleSeed, {}, clock, job), closer);
           });
}

void Session::openBy(const QString &title, const std::filesystem::path &folder,
                     std::function<Result<Opened>(const Job &)> how)
{
    m_opening.start<Opened>(JobKind::Task, title, std::move(how), this, [this, folder](Result<Opened> made) {
        if (!made) {
            Q_EMIT failed(made.error(), base::qs(folder.string()));
            return;
        }
        close();
        m_bench = std::move(*made);
        Q_EMIT opened();
    });
}

void Session::close()
{
    if (!m_bench)
        return;
    m_jobs.cancelAll();
    Q_EMIT closing();
    m_bench.reset();
    Q_EMIT closed();
}

} // namespace core::workbench
