// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/providers/all.h"

#include <algorithm>
#include <array>

namespace core::sources {

std::span<const std::unique_ptr<const Provider>> providers()
{
    // listed one by one: statics that register themselves vanish from static libraries
    static const std::array list = {
        makeAcled(),
        makeCloudflareRadar(),
        makeEdgar(),
        makeEia(),
        makeEonet(),
        makeFirms(),
        makeFred(),
        makeOpenSky(),
        makePolymarket(),
        makeRss(),
        makeUsgs(),
    };
    return list;
}

const Provider *findProvider(std::string_view name)
{
    const auto list = providers();
    const auto found =
        std::ranges::find_if(list, [name](const auto &provider) { return provider->info().name == name; });
    return found == list.end() ? nullptr : found->get();
}

} // namespace core::sources
