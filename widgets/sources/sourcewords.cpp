// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/sourcewords.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace widgets {

using core::base::qs;
using core::ingest::Freshness;
using core::workbench::Collection;
using core::workbench::CollectState;
using core::workbench::SourceStatus;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SourceWords)
};

double secondsOf(core::base::Duration time)
{
    return static_cast<double>(time.count()) / 1e6;
}

int sourcesOn(const Collection &collection)
{
    return static_cast<int>(std::ranges::count_if(collection.sources(), [](const SourceStatus &source) {
        return source.isEnabled && !lacksKey(source);
    }));
}

} // namespace

bool lacksKey(const SourceStatus &source)
{
    return source.key == core::sources::KeyNeed::Needed && !source.missingKeys.empty();
}

QString freshnessText(const SourceStatus &source)
{
    switch (source.freshness) {
    case Freshness::Fresh:
        return Tr::tr("Fresh");
    case Freshness::Due:
        return Tr::tr("Due");
    case Freshness::Fetching:
        return Tr::tr("Fetching");
    case Freshness::Late:
        return Tr::tr("Late");
    case Freshness::Failing:
        return Tr::tr("Failing");
    case Freshness::Off:
        break;
    }
    return lacksKey(source) ? Tr::tr("No key") : Tr::tr("Off");
}

QString freshnessIcon(const SourceStatus &source)
{
    switch (source.freshness) {
    case Freshness::Fresh:
        return QStringLiteral("state-fresh");
    case Freshness::Due:
        return QStringLiteral("state-due");
    case Freshness::Fetching:
        return QStringLiteral("state-fetching");
    case Freshness::Late:
        return QStringLiteral("state-late");
    case Freshness::Failing:
        return QStringLiteral("state-failing");
    case Freshness::Off:
        break;
    }
    return lacksKey(source) && source.isEnabled ? QStringLiteral("key") : QStringLiteral("state-off");
}

Role freshnessRole(const SourceStatus &source)
{
    switch (source.freshness) {
    case Freshness::Fresh:
        return Role::Up;
    case Freshness::Fetching:
        return Role::Accent;
    case Freshness::Late:
        return Role::Warn;
    case Freshness::Failing:
        return Role::Down;
    case Freshness::Due:
        return Role::Text;
    case Freshness::Off:
        break;
    }
    return lacksKey(source) && source.isEnabled ? Role::Warn : Role::Muted;
}

QString stateSentence(const SourceStatus &source, const core::base::Zone &zone)
{
    const QString last = instantText(source.succeededAt, zone);
    switch (source.freshness) {
    case Freshness::Fresh:
        return Tr::tr("Fresh: the last answer came at %1, the next is asked for at %2.")
            .arg(last, instantText(source.nextAt, zone));
    case Freshness::Due:
        return source.succeededAt.isValid()
                   ? Tr::tr("Due: it is asked next, the last answer came at %1.").arg(last)
                   : Tr::tr("Due: it is asked next, for the first time.");
    case Freshness::Fetching:
        return Tr::tr("Fetching: an answer is on its way.");
    case Freshness::Late:
        return Tr::tr("Late: nothing has come since %1, though it is to be asked %2.")
            .arg(last, cadenceText(source.cadence));
    case Freshness::Failing:
        return source.succeededAt.isValid()
                   ? Tr::tr("Failing: attempt %1 in a row brought no data; the last answer came at %2.")
                         .arg(source.failures)
                         .arg(last)
                   : Tr::tr("Failing: attempt %1 in a row brought no data; none ever did.")
                         .arg(source.failures);
    case Freshness::Off:
        break;
    }
    if (!lacksKey(source))
        return Tr::tr("Off: it is not switched on.");
    return source.isEnabled ? Tr::tr("No key: it is switched on and waits for a key.")
                            : Tr::tr("Off: it is not switched on, and needs a key.");
}

QStringList remediesOf(const SourceStatus &source, const core::base::Zone &zone)
{
    QStringList remedies;
    if (!source.remedy.isEmpty() && (source.isEnabled || lacksKey(source)))
        remedies << source.remedy;
    if (source.freshness == Freshness::Failing && source.nextAt.isValid())
        remedies << Tr::tr("It is asked again by itself at %1; “Ask Now” asks at once.")
                        .arg(instantText(source.nextAt, zone));
    return remedies;
}

QString sourceLine(const SourceStatus &source, const core::base::Zone &zone)
{
    QStringList parts;
    parts << (source.succeededAt.isValid()
                  ? Tr::tr("last success %1").arg(instantText(source.succeededAt, zone))
                  : Tr::tr("no success yet"));
    if (source.isEnabled && source.nextAt.isValid())
        parts << Tr::tr("next %1").arg(instantText(source.nextAt, zone));
    parts << Tr::tr("%1 rows today").arg(countText(source.rowsToday));
    return parts.join(QStringLiteral(" · "));
}

QString spanText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return kMissingText;
    const auto whole = [](double value) { return QLocale().toString(std::llround(value)); };
    if (seconds < 90)
        return Tr::tr("%1 s").arg(whole(std::max(1.0, seconds)));
    if (seconds < 90 * 60)
        return Tr::tr("%1 min").arg(whole(seconds / 60));
    if (seconds < 36 * 3600)
        return Tr::tr("%1 h").arg(whole(seconds / 3600));
    return Tr::tr("%1 d").arg(whole(seconds / 86'400));
}

QString cadenceText(core::base::Duration cadence)
{
    return Tr::tr("every %1").arg(spanText(secondsOf(cadence)));
}

QString collectText(const Collection &collection)
{
    switch (collection.state()) {
    case CollectState::NoWorkspace:
    case CollectState::Sample:
        return {};
    case CollectState::Disallowed:
        return Tr::tr("Collecting is off");
    case CollectState::NothingOn:
        return Tr::tr("Nothing to collect");
    case CollectState::Collecting:
        return sourcesOn(collection) == 1 ? Tr::tr("Collecting from one source")
                                          : Tr::tr("Collecting from %1 sources").arg(sourcesOn(collection));
    case CollectState::Elsewhere:
        return Tr::tr("Another program collects");
    case CollectState::Failed:
        return Tr::tr("Collecting failed");
    }
    return {};
}

QString collectSentence(const Collection &collection)
{
    switch (collection.state()) {
    case CollectState::NoWorkspace:
        return Tr::tr("No workspace is open.");
    case CollectState::Sample:
        return Tr::tr("The sample workspace is simulated: it never asks the network.");
    case CollectState::Disallowed:
        return Tr::tr(
            "Foreshock does not collect: “Collect while Foreshock is open” is off in the settings.");
    case CollectState::NothingOn:
        return Tr::tr(
            "No source is switched on: switch one on in the Explorer, or begin with the starter data.");
    case CollectState::Collecting:
        return Tr::tr(
            "Every source that is switched on is asked when it is due, as long as Foreshock is open.");
    case CollectState::Elsewhere:
        return Tr::tr("%1 Foreshock goes on as soon as it ends.").arg(collection.sentence());
    case CollectState::Failed:
        return Tr::tr("%1 It is tried again in a minute.").arg(collection.sentence());
    }
    return {};
}

QString askText(const std::string &what)
{
    const std::size_t start = what.find('{');
    const QJsonObject ask =
        QJsonDocument::fromJson(
            QByteArray::fromStdString(start == std::string::npos ? std::string() : what.substr(start)))
            .object();
    if (ask.isEmpty())
        return oneLine(what, 80);
    QStringList parts;
    const QJsonObject with = ask.value(QStringLiteral("with")).toObject();
    for (auto it = with.begin(); it != with.end(); ++it)
        parts << QStringLiteral("%1=%2").arg(it.key(), it.value().toString());
    const QString endpoint = ask.value(QStringLiteral("endpoint")).toString();
    return oneLine(parts.isEmpty()
                       ? endpoint
                       : QStringLiteral("%1 · %2").arg(endpoint, parts.join(QStringLiteral(", "))),
                   200);
}

} // namespace widgets
