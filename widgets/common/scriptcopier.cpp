// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/scriptcopier.h"

#include "core/base/text.h"
#include "widgets/common/desk.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace widgets {

using core::base::Result;
using core::workbench::Job;
using core::workbench::JobKind;
using core::workbench::ScriptLanguage;

ScriptCopier::ScriptCopier(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_making(desk.session().jobs())
{}

void ScriptCopier::addTo(QMenu *menu, const std::function<FindingRef()> &which)
{
    QMenu *scripts = menu->addMenu(tr("Copy As"));
    for (const auto &[text, language] : {std::pair(tr("Python Script"), ScriptLanguage::Python),
                                         std::pair(tr("R Script"), ScriptLanguage::R),
                                         std::pair(tr("Command Line"), ScriptLanguage::CommandLine)})
        scripts->addAction(text, this, [this, which, asked = language] { copy(which(), asked); });
}

void ScriptCopier::copy(const FindingRef &finding, ScriptLanguage language)
{
    const auto bench = m_desk.session().bench();
    const auto hypothesis = core::base::parseSha256(core::base::utf8(finding.hypothesis));
    if (!bench || !hypothesis)
        return;
    m_making.start<QString>(
        JobKind::Read, tr("Writing the script of a finding"),
        [bench, run = core::base::utf8(finding.run), id = *hypothesis, language](const Job &job) {
            return core::workbench::findingScript(*bench, run, id, language, job);
        },
        this,
        [this, language](Result<QString> script) {
            if (!script) {
                m_desk.messages().tellError(script.error());
                return;
            }
            QApplication::clipboard()->setText(*script);
            m_desk.messages().tell(
                Severity::Info,
                language == ScriptLanguage::CommandLine
                    ? tr("The command lines are in the clipboard.")
                    : tr("The script is in the clipboard. It reads what foreshock-cli exports and computes "
                         "n, effect and t again."));
        });
}

} // namespace widgets
