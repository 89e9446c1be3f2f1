// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledgerchain.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/store/ledgerrows.h"

#include <bit>
#include <limits>

namespace core::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Sha256;
using base::Tr;

RowContent &RowContent::add(std::string_view text)
{
    add(static_cast<std::int64_t>(text.size()));
    m_bytes += text;
    return *this;
}

RowContent &RowContent::add(std::span<const unsigned char> blob)
{
    return add(std::string_view(reinterpret_cast<const char *>(blob.data()), blob.size()));
}

RowContent &RowContent::add(std::int64_t number)
{
    for (int shift = 0; shift < 64; shift += 8)
        m_bytes += static_cast<char>((static_cast<std::uint64_t>(number) >> shift) & 0xff);
    return *this;
}

RowContent &RowContent::add(double number)
{
    return add(std::bit_cast<std::int64_t>(number != number ? std::numeric_limits<double>::quiet_NaN()
                                                            : number + 0.0));
}

Sha256 RowContent::sealWith(const Sha256 &prev) const
{
    return base::sha256(std::string(reinterpret_cast<const char *>(prev.data()), prev.size()) + m_bytes);
}

namespace {

Result<Statement> selectChain(Database &database, const ChainedTable &table, std::string_view columns,
                              std::string_view order)
{
    return database.prepare("SELECT position, prev_sha256, sha256" + std::string(columns) + " FROM " +
                            std::string(table.name) + " ORDER BY position " + std::string(order));
}

} // namespace

Result<ChainHead> chainHead(Database &database, const ChainedTable &table)
{
    auto rows = selectChain(database, table, "", "DESC LIMIT 1");
    if (!rows.ok())
        return rows.error();
    const auto found = rows->step();
    if (!found.ok())
        return found.error();
    return *found ? ChainHead{rows->integer(0), hashOf(*rows, 2)} : ChainHead{};
}

Result<void> checkChain(Database &database, const ChainedTable &table)
{
    auto rows = selectChain(database, table, ", " + std::string(table.columns), "ASC");
    if (!rows.ok())
        return rows.error();
    ChainHead head;
    for (;;) {
        const auto more = rows->step();
        if (!more.ok())
            return more.error();
        if (!*more)
            return {};
        RowContent content;
        for (int i = 0; i < static_cast<int>(table.types.size()); ++i) {
            switch (table.types[static_cast<std::size_t>(i)]) {
            case 't':
                content.add(rows->text(3 + i));
                break;
            case 'b':
                content.add(rows->blob(3 + i));
                break;
            case 'i':
                content.add(rows->integer(3 + i));
                break;
            default:
                content.add(rows->number(3 + i));
            }
        }
        if (rows->integer(0) != head.position + 1 || hashOf(*rows, 1) != head.sha256 ||
            hashOf(*rows, 2) != content.sealWith(head.sha256)) {
            return Error{ErrorCode::Corrupt, Tr::tr("The ledger was changed: row %1 of %2 does not fit its "
                                                    "hash; restore the catalog from a backup.")
                                                 .arg(rows->integer(0))
                                                 .arg(base::qs(table.name))};
        }
        head = {rows->integer(0), hashOf(*rows, 2)};
    }
}

} // namespace core::store
