// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The façade the programs talk to: one open workspace, the readers of what it holds, and what can be done
// with it.
#pragma once

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/domain/filter.h"
#include "core/domain/readers.h"
#include "core/store/workspace.h"

#include <filesystem>
#include <memory>

namespace core::workbench {

/// "1-250" is snapshot 250 of format 1. Fails (BadInput) unless it is one of ours.
base::Result<std::uint64_t> parseSnapshot(std::string_view text);

/// What every long piece of work takes: a way to stop it and a way to see it.
struct Job {
    base::CancelToken cancel;
    base::ProgressSink progress; ///< may be empty
};

class Workbench final
{
public:
    /// Makes a workspace and opens it. The clock must outlive the workbench.
    static base::Result<std::unique_ptr<Workbench>> create(const std::filesystem::path &folder,
                                                           const store::WorkspaceOptions &options,
                                                           const base::Clock &clock);
    /// Opens a workspace; nothing is read before it is asked for.
    static base::Result<std::unique_ptr<Workbench>> open(const std::filesystem::path &folder,
                                                         const base::Clock &clock);
    ~Workbench();

    [[nodiscard]] const store::WorkspaceIdentity &identity() const;
    [[nodiscard]] const std::filesystem::path &folder() const;
    [[nodiscard]] const base::Clock &clock() const;
    [[nodiscard]] base::Result<store::WorkspaceInfo> info() const;

    /// What is stored; valid as long as the workbench. Any thread.
    [[nodiscard]] const domain::EventReader &events() const;
    [[nodiscard]] const domain::BarReader &bars() const;
    [[nodiscard]] store::Ledger &ledger() const;
    /// The stores themselves, for the other files of this room.
    [[nodiscard]] store::Workspace &workspace() const;

private:
    explicit Workbench(std::unique_ptr<store::Workspace> workspace);

    std::unique_ptr<store::Workspace> m_workspace;
};

} // namespace core::workbench
