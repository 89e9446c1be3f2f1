// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/mapping.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/mapperpart.h"

#include <algorithm>

namespace core::sources {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;

void BarBatch::reserve(std::size_t bars)
{
    symbol.reserve(bars);
    for (auto *column : {&ts, &tsEnd, &trades})
        column->reserve(bars);
    for (auto *column : {&open, &high, &low, &close, &adjClose, &volume, &vwap})
        column->reserve(bars);
}

Mapper::Part::Part(const Preset &preset, std::vector<std::string> header, const MappingContext &context)
    : m_preset(preset)
    , m_header(std::move(header), context.fileStem, context.forSpreadsheets)
    , m_context(context)
{}

Result<void> Mapper::Part::bindCommon()
{
    if (!m_preset.date.columns.empty()) {
        auto date = BoundDate::bind(m_preset.date, m_header, m_preset, m_context.zone);
        if (!date)
            return date.error();
        m_date = std::move(*date);
    }
    for (const TestRule &rule : m_preset.keep) {
        auto test = BoundTest::bind(rule, m_header);
        if (!test)
            return test.error();
        m_keep.push_back(std::move(*test));
    }
    if (m_preset.wide) {
        auto except = m_header.find(m_preset.wide->except);
        if (!except)
            return except.error();
        for (int column = 0; column < static_cast<int>(m_header.names().size()); ++column) {
            if (std::find(except->begin(), except->end(), column) == except->end())
                m_seriesColumns.push_back(column);
        }
    }
    return bind();
}

void Mapper::Part::row(std::span<const std::string_view> fields, std::uint64_t line, Batch &out)
{
    if (fields.size() != m_header.names().size()) {
        refuse(RefusalKind::WrongColumnCount, -1, 0, line, fields.empty() ? std::string_view() : fields[0]);
        return;
    }
    const Row row{fields, line, -1};
    for (std::size_t i = 0; i < m_keep.size(); ++i) {
        if (!m_keep[i].passes(row)) {
            refuse(RefusalKind::LeftOut, m_keep[i].column(), static_cast<int>(i), line,
                   row.field(m_keep[i].column()));
            return;
        }
    }
    map(row, out);
}

void Mapper::Part::refuse(RefusalKind kind, int column, int rule, std::uint64_t line, std::string_view text)
{
    m_refusals.add(kind, column, rule, line, text, [&] { return reason(kind, column, rule); });
}

void Mapper::Part::refuse(const Row &row, const Fault &fault)
{
    refuse(fault.kind, fault.column, 0, row.line,
           fault.column < 0 ? std::string_view() : row.field(fault.column));
}

QString Mapper::Part::reason(RefusalKind kind, int column, int rule) const
{
    const QString name = column < 0                      ? QString()
                         : m_header.name(column).empty() ? Tr::tr("column %1").arg(column + 1)
                                                         : qs(m_header.name(column));
    switch (kind) {
    case RefusalKind::NotADate:
        return Tr::tr("%1 is not a date of the form this preset reads").arg(name);
    case RefusalKind::DateOutOfRange:
        return Tr::tr("%1 is before %2 or after 2199, so probably mistyped")
            .arg(name)
            .arg(m_preset.firstYear);
    case RefusalKind::NotANumber:
        return Tr::tr("%1 is not a number").arg(name);
    case RefusalKind::NumberOutOfRange:
        return Tr::tr("%1 is a number too large to hold").arg(name);
    case RefusalKind::NoValue:
        return Tr::tr("%1 is empty or marked missing").arg(name);
    case RefusalKind::UnknownWord:
        return Tr::tr("%1 has a word that the preset does not know").arg(name);
    case RefusalKind::NotAnObject:
        return Tr::tr("%1 is not a JSON object").arg(name);
    case RefusalKind::LeftOut: {
        const std::string &why = m_keep[static_cast<std::size_t>(rule)].reason();
        return why.empty() ? Tr::tr("left out by the preset's test of %1").arg(name) : qs(why);
    }
    case RefusalKind::NoEvent:
        return Tr::tr("the row holds no value");
    case RefusalKind::WrongColumnCount:
        return Tr::tr("the row has not as many columns as the header");
    case RefusalKind::RecordTooLong:
        return Tr::tr("the record is longer than 4 MB");
    case RefusalKind::TooManyFields:
        return Tr::tr("the record has more than 10,000 columns");
    case RefusalKind::OpenQuote:
        return Tr::tr("a quotation mark is never closed");
    case RefusalKind::NulByte:
        return Tr::tr("the row holds a zero byte");
    }
    return {};
}

bool Mapper::Part::takeNumber(const BoundNumber &rule, const Row &row, double &value)
{
    const NumberState state = rule.read(row, value);
    if (state <= NumberState::Missing)
        return true;
    refuse(row, {state == NumberState::OutOfRange ? RefusalKind::NumberOutOfRange : RefusalKind::NotANumber,
                 rule.column(row)});
    return false;
}

bool Mapper::Part::takeText(const BoundText &rule, const Row &row, bool required, std::string &text)
{
    std::string scratch;
    const auto found = rule.read(row, scratch);
    if (!found) {
        refuse(row, {RefusalKind::UnknownWord, rule.column()});
        return false;
    }
    if (found->empty() && required) {
        refuse(row, {RefusalKind::NoValue, rule.column()});
        return false;
    }
    text.assign(*found);
    return true;
}

Mapper::Mapper(std::unique_ptr<Part> part)
    : m_part(std::move(part))
{}
Mapper::~Mapper() = default;
Mapper::Mapper(Mapper &&) noexcept = default;
Mapper &Mapper::operator=(Mapper &&) noexcept = default;

Result<Mapper> Mapper::bind(const Preset &preset, std::vector<std::string> header,
                            const MappingContext &context)
{
    std::unique_ptr<Part> part;
    switch (preset.kind) {
    case PresetKind::Events:
        part = eventMapper(preset, std::move(header), context);
        break;
    case PresetKind::Bars:
        part = barMapper(preset, std::move(header), context);
        break;
    case PresetKind::Ticks:
    case PresetKind::Quotes:
        part = tickMapper(preset, std::move(header), context);
        break;
    case PresetKind::Actions:
        part = actionMapper(preset, std::move(header), context);
        break;
    case PresetKind::Instruments:
        part = instrumentMapper(preset, std::move(header), context);
        break;
    }
    auto bound = part->bindCommon();
    if (!bound) {
        QString reason = bound.error().message;
        if (reason.endsWith(QLatin1Char('.'))) // some are whole sentences already
            reason.chop(1);
        return Error{ErrorCode::BadInput,
                     Tr::tr("The preset %1 does not fit: %2.").arg(qs(preset.name), reason)};
    }
    return Mapper(std::move(part));
}

void Mapper::row(std::span<const std::string_view> fields, std::uint64_t line, Batch &out)
{
    m_part->row(fields, line, out);
}

void Mapper::refuse(RefusalKind kind, std::uint64_t line)
{
    m_part->refuse(kind, -1, 0, line, {});
}

void Mapper::finish(Batch &out)
{
    m_part->finish(out);
}

const Refusals &Mapper::refusals() const
{
    return m_part->refusals();
}

std::size_t Mapper::waiting() const
{
    return m_part->waiting();
}

const std::string &Mapper::interval() const
{
    return m_part->interval();
}

} // namespace core::sources
