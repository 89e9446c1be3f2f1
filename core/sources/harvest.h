// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parse of one answer gathers: events with their common parts filled in, refusals, faults.
#pragma once

#include "core/sources/lags.h"
#include "core/sources/preset.h"
#include "core/sources/provider.h"

#include <string>
#include <string_view>

namespace core::sources {

/// The metadata of an event, keys in any order; what is missing (NaN, empty text) is left out.
class Meta final
{
public:
    Meta &number(std::string_view key, double value);
    Meta &text(std::string_view key, std::string_view value);
    Meta &flag(std::string_view key, bool value);
    /// A canonical JSON object; empty for no entries. Leaves nothing behind.
    [[nodiscard]] std::string take();

private:
    std::vector<std::pair<std::string, std::string>> m_entries;
};

/// One thread.
class Harvest final
{
public:
    /// Both must outlive it.
    Harvest(const ProviderInfo &info, const Payload &payload);

    [[nodiscard]] const Payload &payload() const { return m_payload; }
    [[nodiscard]] const ProviderInfo &info() const { return m_info; }

    /// One more record was read; gives its number, counted from 1.
    std::uint64_t record() { return ++m_parsed.records; }
    /// The record just counted is refused; `reason` is a plain phrase ("the magnitude is not a number").
    void refuse(RefusalKind kind, const QString &reason, std::string_view text);
    /// The answer holds no data; everything gathered is dropped.
    void fail(FaultKind kind, const QString &sentence);
    /// The stream says so beside data, which stays.
    void notice(FaultKind kind, const QString &sentence) { m_parsed.notice = AnswerFault{kind, sentence}; }
    void next(Ask ask) { m_parsed.next.push_back(std::move(ask)); }

    /// A new event with source, id, parser and raw hash filled in; value NaN, precision instant, known when
    /// it happened (published). Valid until the next one is begun.
    domain::Event &event(std::string_view type, std::string_view entity, std::string_view nativeId,
                         base::Instant timestamp);
    /// Known when we first saw it, if that was at most two days after it happened; else after the lag of that
    /// name (resources/lags.json). For providers that do not say when they published.
    void knownWhenSeen(domain::Event &event, std::string_view lag) const;
    /// Known after the lag of that name, whenever it was fetched.
    void knownAfter(domain::Event &event, std::string_view lag) const;
    /// Of a day: precision day, timestamp 00:00 and knownAt 24:00 of it in the zone (published).
    static void setDay(domain::Event &event, base::Date day, const base::Zone &zone);
    /// What a company (a CIK in ten digits) is called from an instant on, known then. Null, and left out,
    /// when one of them is missing or the text cannot be a name: longer than 1,000 bytes, not UTF-8, or with
    /// control characters. Valid until the next one.
    domain::CompanyName *name(std::string_view company, domain::NameKind kind, domain::NameBasis basis,
                              std::string_view value, base::Instant at);
    BarBatch &bars(std::string_view interval);
    Batch &values() { return m_parsed.values; }
    /// What another reader refused, and the interval of its bars.
    void adopt(const Refusals &refusals, const std::string &interval);

    /// The end; the harvest is empty afterwards.
    [[nodiscard]] Parsed take();

private:
    const ProviderInfo &m_info;
    const Payload &m_payload;
    Parsed m_parsed;
    std::map<QString, int> m_rule; ///< a number for each phrase
};

/// A fault for an answer whose status says that it holds none (403, 404, 429, 5xx) or that is a page of HTML
/// where data belongs; nothing when it looks like data.
std::optional<AnswerFault> faultOfAnswer(const ProviderInfo &info, const Payload &payload);

/// Reads the answer as the import preset of that name reads a file (resources/import): its values and refusals
/// go to the harvest. A fault when the header is not the preset's. The preset's source must be the provider.
void parseWithPreset(Harvest &harvest, std::string_view preset);
/// The same with a preset at hand; the answer is a table of CSV, or of JSON as JsonReader reads it.
void parseWithPreset(Harvest &harvest, const Preset &preset);

} // namespace core::sources
