// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/ledgerwords.h"

#include "core/base/tr.h"

namespace core::workbench {

using base::Tr;
using namespace Qt::StringLiterals;

QString ledgerSentence(const store::LedgerSummary &counts, NumberStyle style)
{
    if (counts.families == 0)
        return Tr::tr("Nothing was asked.");
    const QString questions = counts.questions == 1
                                  ? Tr::tr("1 question")
                                  : Tr::tr("%1 questions").arg(grouped(counts.questions, style));
    const QString families = counts.families == 1
                                 ? Tr::tr("1 family")
                                 : Tr::tr("%1 families").arg(grouped(counts.families, style));
    const QString opened = counts.opened == 0 ? Tr::tr("no hold-out opened")
                           : counts.opened == 1
                               ? Tr::tr("1 hold-out opened")
                               : Tr::tr("%1 hold-outs opened").arg(grouped(counts.opened, style));
    return Tr::tr("Asked %1 in %2: %3 significant, of them %4 expected by chance; %5.")
        .arg(questions, families, grouped(counts.significant, style), fixed(counts.expectedFalse, 1, style),
             opened);
}

QJsonObject toJson(const store::LedgerSummary &counts)
{
    const auto whole = [](std::uint64_t count) { return static_cast<qint64>(count); };
    return {{u"families"_s, whole(counts.families)},
            {u"questions"_s, whole(counts.questions)},
            {u"asked"_s, whole(counts.asked)},
            {u"asked_before"_s, whole(counts.askedBefore())},
            {u"runs"_s, whole(counts.runs)},
            {u"significant"_s, whole(counts.significant)},
            {u"candidates"_s, whole(counts.candidates)},
            {u"expected_false"_s, counts.expectedFalse},
            {u"opened"_s, whole(counts.opened)}};
}

} // namespace core::workbench
