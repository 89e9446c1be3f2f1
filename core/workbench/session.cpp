// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/session.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/samplemaker.h"

#include <utility>

namespace core::workbench {

using base::Result;
using base::Tr;

namespace {

constexpr std::uint64_t kSampleSeed = 1;

Result<std::shared_ptr<const Workbench>> shared(Result<std::unique_ptr<Workbench>> made)
{
    if (!made)
        return made.error();
    return std::shared_ptr<const Workbench>(std::move(*made));
}

} // namespace

Session::Session(const base::Clock &clock, std::filesystem::path worker, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_worker(std::move(worker))
    , m_jobs(clock)
    , m_opening(m_jobs)
{}

Session::~Session() = default;

void Session::open(const std::filesystem::path &folder)
{
    openBy(Tr::tr("Opening %1").arg(base::qs(folder.filename().string())), folder,
           [folder, &clock = m_clock](const Job &) { return shared(Workbench::open(folder, clock)); });
}

void Session::create(const std::filesystem::path &folder, const store::WorkspaceOptions &options)
{
    openBy(Tr::tr("Making %1").arg(base::qs(folder.filename().string())), folder,
           [folder, options, &clock = m_clock](const Job &) {
               return shared(Workbench::create(folder, options, clock));
           });
}

void Session::openSample(const std::filesystem::path &folder)
{
    openBy(Tr::tr("Opening the sample workspace"), folder, [folder, &clock = m_clock](const Job &job) {
        std::error_code ignored;
        if (std::filesystem::exists(folder / "workspace.json", ignored))
            return shared(Workbench::open(folder, clock));
        return shared(createSample(folder, kSampleSeed, {}, clock, job));
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
}

} // namespace core::workbench
