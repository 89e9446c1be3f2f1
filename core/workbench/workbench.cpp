// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/workbench.h"

#include <utility>

namespace core::workbench {

using base::Result;

Workbench::Workbench(std::unique_ptr<store::Workspace> workspace)
    : m_workspace(std::move(workspace))
{}

Workbench::~Workbench() = default;

base::Result<std::unique_ptr<Workbench>> Workbench::create(const std::filesystem::path &folder,
                                                           const store::WorkspaceOptions &options,
                                                           const base::Clock &clock)
{
    Result<std::unique_ptr<store::Workspace>> workspace = store::Workspace::create(folder, options, clock);
    if (!workspace)
        return workspace.error();
    return std::unique_ptr<Workbench>(new Workbench(std::move(*workspace)));
}

base::Result<std::unique_ptr<Workbench>> Workbench::open(const std::filesystem::path &folder,
                                                         const base::Clock &clock)
{
    Result<std::unique_ptr<store::Workspace>> workspace = store::Workspace::open(folder, clock);
    if (!workspace)
        return workspace.error();
    return std::unique_ptr<Workbench>(new Workbench(std::move(*workspace)));
}

const store::WorkspaceIdentity &Workbench::identity() const
{
    return m_workspace->identity();
}

const std::filesystem::path &Workbench::folder() const
{
    return m_workspace->path();
}

const base::Clock &Workbench::clock() const
{
    return m_workspace->clock();
}

base::Result<store::WorkspaceInfo> Workbench::info() const
{
    return m_workspace->info();
}

const domain::EventReader &Workbench::events() const
{
    return m_workspace->events();
}

const domain::BarReader &Workbench::bars() const
{
    return m_workspace->bars();
}

store::Ledger &Workbench::ledger() const
{
    return m_workspace->ledger();
}

store::Workspace &Workbench::workspace() const
{
    return *m_workspace;
}

base::Result<std::uint64_t> parseSnapshot(std::string_view text)
{
    return store::Workspace::parseSnapshot(text);
}

} // namespace core::workbench
