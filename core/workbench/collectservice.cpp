// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/collectservice.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

namespace {

/// A word of a command as systemd reads it (systemd.service(5), "Command lines").
std::string quoted(const std::string &word)
{
    std::string out = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '%' || c == '$')
            out += c;
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        out += c;
    }
    return out + '"';
}

/// What follows "Description=" must be one line without specifiers.
std::string describing(const std::string &name)
{
    std::string out;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < ' ')
            out += ' ';
        else
            out += c == '%' ? "%%" : std::string(1, c);
    }
    return out;
}

} // namespace

CollectService::Place CollectService::usualPlace()
{
    const char *config = std::getenv("XDG_CONFIG_HOME");
    const char *home = std::getenv("HOME");
    const std::filesystem::path base = config && *config ? std::filesystem::path(config)
                                                         : std::filesystem::path(home ? home : "/") / ".config";
    return {.units = base / "systemd" / "user"};
}

CollectService::CollectService(std::filesystem::path workspace, std::filesystem::path program, Place place)
    : m_workspace(std::filesystem::absolute(workspace).lexically_normal())
    , m_program(std::move(program))
    , m_place(std::move(place))
    , m_unit("foreshock-" + base::toHex(base::sha256(m_workspace.string())).substr(0, 8) + ".service")
{}

bool CollectService::isInstalled() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_place.units / m_unit, ignored);
}

std::string CollectService::text(const std::string &contact) const
{
    std::string run = quoted(m_program.string()) + " --quiet -w " + quoted(m_workspace.string()) + " ingest run";
    if (!contact.empty())
        run += " --contact " + quoted(contact);
    return "[Unit]\n"
           "Description=Foreshock collects into " +
           describing(m_workspace.filename().string()) +
           "\n\n"
           "[Service]\n"
           "Type=exec\n"
           "ExecStart=" +
           run +
           "\n"
           "# another program may still have the workspace (3), or there is no network yet (4)\n"
           "Restart=on-failure\n"
           "RestartSec=30\n"
           "SuccessExitStatus=130\n"
           "TimeoutStopSec=4\n"
           "Nice=10\n"
           "NoNewPrivileges=yes\n\n"
           "[Install]\n"
           "WantedBy=default.target\n";
}

Result<void> CollectService::systemctl(const std::string &verb, const std::string &unit) const
{
    std::vector<std::string> words{m_place.systemctl, "--user", "--quiet", verb};
    if (!unit.empty())
        words.push_back(unit);
    std::vector<char *> arguments;
    for (std::string &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    pid_t pid = -1;
    const int failure = posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    while (failure == 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (failure != 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 127))
        return Error{ErrorCode::Storage,
                     Tr::tr("There is no systemd here to collect while Foreshock is closed; run “foreshock-cli ingest "
                            "run” by other means.")};
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return Error{ErrorCode::Storage,
                     Tr::tr("systemd refused to %1 %2; “systemctl --user status %2” tells why.").arg(qs(verb), qs(unit))};
    return {};
}

Result<void> CollectService::install(const std::string &contact, bool starts)
{
    if (auto made = store::makeFolder(m_place.units); !made)
        return made;
    if (auto written = store::writeSmallFile(m_place.units / m_unit, text(contact)); !written)
        return written;
    Result<void> done = systemctl("daemon-reload", {});
    if (done)
        done = systemctl("enable", m_unit);
    if (done && starts)
        done = systemctl("start", m_unit);
    if (!done) {
        const Error why = done.error();
        (void)remove();
        return why;
    }
    return {};
}

Result<void> CollectService::remove()
{
    if (!isInstalled())
        return {};
    // the unit goes even when systemd is gone; what it said is told
    Result<void> done = systemctl("stop", m_unit);
    if (const auto disabled = systemctl("disable", m_unit); done && !disabled)
        done = disabled;
    if (auto removed = store::removeFile(m_place.units / m_unit); !removed)
        return removed;
    (void)systemctl("daemon-reload", {});
    return done;
}

Result<void> CollectService::pause()
{
    if (!isInstalled())
        return {};
    return systemctl("stop", m_unit);
}

Result<void> CollectService::resume()
{
    if (!isInstalled())
        return {};
    return systemctl("start", m_unit);
}

} // namespace core::workbench
