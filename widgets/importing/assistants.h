// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The assistants for own data, opened by orders of the desk and by files dropped on the window.
#pragma once

#include "widgets/common/desk.h"

namespace widgets {

class ImportAssistant;
class PasteAssistant;

/// Belongs to the window, which accepts files from now on.
class Assistants final : public QObject
{
    Q_OBJECT

public:
    Assistants(Desk &desk, QWidget *window);

    /// Null before it was asked for the first time.
    [[nodiscard]] ImportAssistant *importing() const { return m_import; }
    [[nodiscard]] PasteAssistant *pasting() const { return m_paste; }

private:
    void importFiles(const QStringList &files);
    void showImport(const QStringList &files);
    void pasteDates();
    [[nodiscard]] bool hasWorkspace();

    Desk &m_desk;
    QWidget *m_window;
    ImportAssistant *m_import = nullptr;
    PasteAssistant *m_paste = nullptr;
    QStringList m_waiting; ///< files that came before a workspace was open
};

} // namespace widgets
