// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/refusalnotes.h"

#include "core/base/text.h"
#include "core/sources/boundrules.h"

namespace core::ingest {

std::vector<store::RefusalNote> notesOf(const std::vector<sources::Refusal> &refusals)
{
    std::vector<store::RefusalNote> notes;
    for (const sources::Refusal &refusal : refusals) {
        std::string examples = "[";
        for (const sources::RefusedLine &line : refusal.first)
            examples += (examples.size() > 1 ? ",[" : "[") + std::to_string(line.line) + ',' +
                        sources::jsonText(line.text) + ']';
        notes.push_back({base::utf8(refusal.reason), refusal.count, examples + ']'});
    }
    return notes;
}

} // namespace core::ingest
