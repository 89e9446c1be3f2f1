// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/tokens.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"

#include <QJsonObject>

namespace core::ingest {

using base::Result;
using base::Tr;
using sources::AnswerFault;
using sources::FaultKind;
using Fault = std::optional<AnswerFault>;

namespace {

constexpr base::Duration kEarly = std::chrono::minutes(1);
constexpr base::Duration kUsual =
    std::chrono::minutes(10); ///< of an answer that does not say how long it holds

} // namespace

Tokens::Tokens(Fetcher &fetcher, const base::Clock &clock)
    : m_fetcher(fetcher)
    , m_clock(clock)
{}

Result<Fault> Tokens::give(const sources::Provider &provider, sources::SourceSettings &settings,
                           const base::CancelToken &cancel)
{
    const auto ask = provider.tokenAsk(settings);
    if (!ask)
        return Fault();
    const std::lock_guard lock(m_mutex);
    auto found = m_tokens.find(provider.info().name);
    if (found == m_tokens.end() || found->second.endsAt - kEarly <= m_clock.now()) {
        auto order = orderOf(provider, *ask, settings);
        if (!order)
            return Fault(AnswerFault{FaultKind::NoAccess, order.error().message});
        order->answerIsSecret = true;
        const auto answer = m_fetcher.fetch(*order, cancel);
        if (!answer)
            return answer.error();
        if (auto fault = keep(provider, *answer))
            return fault;
        found = m_tokens.find(provider.info().name);
    }
    settings.secrets["access_token"] = found->second.text;
    return Fault();
}

Fault Tokens::keep(const sources::Provider &provider, const Fetched &answer)
{
    const QString &title = provider.info().title;
    if (answer.status == 400 || answer.status == 401 || answer.status == 403)
        return AnswerFault{
            FaultKind::NoAccess,
            Tr::tr("%1 does not take the name or the password: look at them in the settings").arg(title)};
    if (answer.status >= 400)
        return AnswerFault{FaultKind::Unavailable, Tr::tr("%1 answered %2").arg(title).arg(answer.status)};
    const auto json = base::parseJson(answer.bytes);
    const QJsonObject object = json ? json->toObject() : QJsonObject();
    const std::string text = base::utf8(object.value(QStringLiteral("access_token")).toString());
    if (text.empty())
        return AnswerFault{FaultKind::NotData, Tr::tr("%1 sent something else than a token").arg(title)};
    const double seconds = object.value(QStringLiteral("expires_in")).toDouble();
    const base::Duration holds =
        seconds >= 1 && seconds < 1e9
            ? base::Duration(std::chrono::seconds(static_cast<std::int64_t>(seconds)))
            : kUsual;
    m_tokens[provider.info().name] = {text, m_clock.now() + holds};
    return std::nullopt;
}

void Tokens::forget(const std::string &source)
{
    const std::lock_guard lock(m_mutex);
    m_tokens.erase(source);
}

} // namespace core::ingest
