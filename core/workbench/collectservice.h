// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Collecting while no window is open: `foreshock-cli ingest run` as a unit of the person's own systemd.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace core::workbench {

/// One unit for each workspace, named after its folder. The functions wait for systemctl: a worker thread.
class CollectService final
{
public:
    struct Place {
        std::filesystem::path units;     ///< where the person's units are kept
        std::string systemctl = "systemctl";
    };
    /// $XDG_CONFIG_HOME/systemd/user, else ~/.config/systemd/user.
    static Place usualPlace();

    /// `program` is foreshock-cli.
    CollectService(std::filesystem::path workspace, std::filesystem::path program, Place place = usualPlace());

    [[nodiscard]] const std::string &unit() const { return m_unit; }
    /// Whether the unit is there; asks nobody.
    [[nodiscard]] bool isInstalled() const;

    /// Writes the unit and starts it when `starts`, else it waits for resume(); it also starts at every login.
    /// `contact`: the mail address for providers that want one. Fails with Storage and one sentence when there is
    /// no systemd here or it refuses; then nothing is left behind.
    base::Result<void> install(const std::string &contact, bool starts);
    /// Stops it and takes the unit away; fine when there is none.
    base::Result<void> remove();
    /// Hand-over to a window: the service stops and lets go of the workspace within seconds. Nothing happens when
    /// there is no unit.
    base::Result<void> pause();
    /// Hand-over from a window.
    base::Result<void> resume();

private:
    base::Result<void> systemctl(const std::string &verb, const std::string &unit) const;
    [[nodiscard]] std::string text(const std::string &contact) const;

    std::filesystem::path m_workspace;
    std::filesystem::path m_program;
    Place m_place;
    std::string m_unit; ///< "foreshock-1a2b3c4d.service"
};

} // namespace core::workbench
