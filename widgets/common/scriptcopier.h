// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// "Copy as": the script of a finding, made in the background and put into the clipboard.
#pragma once

#include "core/workbench/findingscript.h"
#include "core/workbench/jobs.h"
#include "widgets/common/selection.h"

#include <QObject>

#include <functional>

class QMenu;

namespace widgets {

class Desk;

class ScriptCopier final : public QObject
{
    Q_OBJECT

public:
    explicit ScriptCopier(Desk &desk, QObject *parent);

    /// Adds "Copy as" with a line for each language; `which` is asked when one is chosen.
    void addTo(QMenu *menu, const std::function<FindingRef()> &which);
    /// Says in a message when it is in the clipboard, or why it is not.
    void copy(const FindingRef &finding, core::workbench::ScriptLanguage language);
    [[nodiscard]] bool isBusy() const { return m_making.isBusy(); }

private:
    Desk &m_desk;
    core::workbench::LatestJob m_making;
};

} // namespace widgets
