// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/workbench/keys.h"

#include <QJsonArray>

#include <iostream>
#include <unistd.h>

namespace app::cli {

using namespace core;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Tr;

namespace {

QString toText(ingest::SecretHome home)
{
    switch (home) {
    case ingest::SecretHome::None:
        return Tr::tr("missing");
    case ingest::SecretHome::Environment:
        return Tr::tr("environment");
    case ingest::SecretHome::Session:
        return Tr::tr("this session");
    case ingest::SecretHome::Keyring:
        return Tr::tr("keyring");
    }
    return {};
}

Result<int> listKeys(Context &context)
{
    const Application application;
    const auto secrets = workbench::desktopSecrets();
    QJsonArray array;
    Table table({{Tr::tr("source")}, {Tr::tr("key")}, {Tr::tr("where it is")}, {Tr::tr("get one at")}});
    for (const workbench::KeyStatus &key : workbench::keyStatuses(*secrets)) {
        array.append(QJsonObject{{QStringLiteral("source"), base::qs(key.source)},
                                 {QStringLiteral("key"), base::qs(key.name)},
                                 {QStringLiteral("home"), toText(key.home)},
                                 {QStringLiteral("variable"), key.variable},
                                 {QStringLiteral("url"), key.url}});
        table.add({safe(key.source), safe(key.name), toText(key.home), safe(key.url)});
    }
    context.console.object({{QStringLiteral("keys"), array}, {QStringLiteral("keyring"), secrets->hasKeyring()}});
    context.console.print(table.text());
    return 0;
}

/// The key comes on standard input: what stands on a command line, everybody on the machine can read.
Result<int> keepKey(Context &context, const std::string &source, const std::string &name, bool isForgotten)
{
    std::string value;
    if (!isForgotten) {
        if (isatty(STDIN_FILENO))
            context.console.note(Tr::tr("Type or paste the key, then press Enter."));
        std::getline(std::cin, value);
        value = base::utf8(base::qs(value).trimmed());
        if (value.empty())
            return Error{ErrorCode::BadInput, Tr::tr("No key came on standard input; use --forget to forget one.")};
    }
    const Application application;
    const auto secrets = workbench::desktopSecrets();
    if (!secrets->hasKeyring())
        return Error{ErrorCode::Storage,
                     Tr::tr("There is no keyring here to keep it in; give the key in the environment as %1.")
                         .arg(base::qs(ingest::secretVariable(source, name)))};
    const auto kept = workbench::setKey(*secrets, source, name, value);
    if (!kept)
        return kept.error();
    context.console.print(isForgotten ? Tr::tr("The key is out of the keyring.\n")
                                      : Tr::tr("The key is in the keyring; “sources test %1” tries it.\n").arg(safe(source)));
    context.console.object({{QStringLiteral("source"), base::qs(source)},
                            {QStringLiteral("key"), base::qs(name)},
                            {QStringLiteral("home"), toText(*kept)}});
    return 0;
}

} // namespace

void addKeys(CLI::App &group, Context &context)
{
    addCommand(group, context, "keys", "Every key that a source can use, and where it is",
               [&context] { return listKeys(context); });
    auto key = std::make_shared<std::pair<std::string, std::string>>();
    auto isForgotten = std::make_shared<bool>(false);
    CLI::App *keep =
        addCommand(group, context, "key", "Keep a key, read from standard input, in the keyring",
                   [&context, key, isForgotten] { return keepKey(context, key->first, key->second, *isForgotten); });
    keep->add_option("source", key->first, "Its name")->required();
    keep->add_option("key", key->second, "Which of its keys, such as api_key")->required();
    keep->add_flag("--forget", *isForgotten, "Take it out of the keyring");
}

} // namespace app::cli
