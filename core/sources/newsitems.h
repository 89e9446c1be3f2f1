// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Articles and posts as events, the same from every provider.
#pragma once

#include "core/sources/harvest.h"

#include <limits>
#include <span>
#include <string>
#include <vector>

namespace core::sources {

struct Article {
    std::string nativeId; ///< the provider's, else the address
    base::Instant at;
    std::string title;
    std::string address;
    std::string publisher;
    std::string summary; ///< kept shortened
    std::string author;
    std::string language;
};

/// An event `article` about the entity, or about the host of the address when there is none. Its id is of the
/// native id and, when `perEntity`, of the entity too. `meta` holds what else the provider says.
domain::Event &addArticle(Harvest &harvest, const Article &article, std::string_view entity, bool perEntity, Meta meta);

/// The tickers written as $AAPL, $BRK.B (upper case, each once, in their order). "$1,000" is none.
std::vector<std::string> cashtagsOf(std::string_view text);

} // namespace core::sources
