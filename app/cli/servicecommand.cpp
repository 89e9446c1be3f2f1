// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/collectservice.h"
#include "core/workbench/workbench.h"

#include <QJsonObject>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;
using workbench::CollectService;
using workbench::Workbench;

namespace {

Result<CollectService> serviceOf(Context &context)
{
    // a service for a folder that is no workspace would fail for ever, unseen
    const Result<std::unique_ptr<Workbench>> bench = Workbench::open(context.workspaceFolder, context.clock);
    if (!bench)
        return bench.error();
    std::error_code failed;
    std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (failed)
        return Error{ErrorCode::Internal, Tr::tr("The place of this program is not known.")};
    return CollectService(context.workspaceFolder, std::move(program));
}

Result<int> tell(Context &context, const CollectService &service)
{
    const bool isInstalled = service.isInstalled();
    context.console.print(isInstalled
                              ? Tr::tr("%1 collects while Foreshock is closed; “loginctl enable-linger” lets it go on "
                                       "when you are logged out.\n")
                                    .arg(safe(service.unit()))
                              : Tr::tr("Nothing collects while Foreshock is closed; “ingest service install” changes "
                                       "that.\n"));
    context.console.object({{QStringLiteral("unit"), base::qs(service.unit())},
                            {QStringLiteral("installed"), isInstalled}});
    return 0;
}

} // namespace

void addService(CLI::App &group, Context &context)
{
    CLI::App *service = addGroup(group, "service", "Keep collecting while Foreshock is closed (systemd)");
    addCommand(*service, context, "status", "Whether it is there", [&context]() -> Result<int> {
        const auto found = serviceOf(context);
        return found ? tell(context, *found) : Result<int>(found.error());
    });
    auto contact = std::make_shared<std::string>();
    CLI::App *install =
        addCommand(*service, context, "install", "Collect from now on and after every login",
                   [&context, contact]() -> Result<int> {
                       auto found = serviceOf(context);
                       if (!found)
                           return found.error();
                       if (const auto done = found->install(*contact, true); !done)
                           return done.error();
                       return tell(context, *found);
                   });
    install->add_option("--contact", *contact, "Your name and mail address, told to the providers");
    addCommand(*service, context, "remove", "Stop, and take it away", [&context]() -> Result<int> {
        auto found = serviceOf(context);
        if (!found)
            return found.error();
        if (const auto done = found->remove(); !done)
            return done.error();
        return tell(context, *found);
    });
}

} // namespace app::cli
