// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The report of the open workspace: panels add what they show, the Reports panel puts it in order, and every
// change is kept in the workspace.
#pragma once

#include "core/workbench/jobs.h"
#include "core/workbench/reportbook.h"
#include "core/workbench/session.h"
#include "widgets/common/messages.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace widgets {

/// GUI thread; owned by the desk. Changes are written in the background, the newest last.
class ReportKeeper final : public QObject
{
    Q_OBJECT

public:
    ReportKeeper(core::workbench::Session &session, Messages &messages, QObject *parent = nullptr);
    ~ReportKeeper() override;

    [[nodiscard]] const core::workbench::ReportBook &book() const { return m_book; }
    /// -1 when there is none.
    [[nodiscard]] int indexOf(const QString &id) const;
    /// Why nothing can be added; empty when it can.
    [[nodiscard]] const QString &fault() const { return m_fault; }
    /// Everything has been read and written.
    [[nodiscard]] bool isSettled() const;

    /// Adds a section at the end, gives it an id and the time, and tells so with Undo. False, and a message
    /// says why, when it cannot be.
    bool add(core::workbench::ReportSection section);
    void move(const QString &id, int to);
    /// Removes it; the message offers Undo.
    void remove(const QString &id);
    void setTitle(const QString &title);
    void setComment(const QString &id, const QString &comment);
    void rename(const QString &id, const QString &title);
    /// Writes what has not been written yet before it returns: for the end of the program.
    void flush();

Q_SIGNALS:
    void reset();                   ///< another report
    void added(int at);             ///< and it is there
    void removed(int at);           ///< and it is gone
    void moved(int from, int to);   ///< and it is there
    void edited(const QString &id); ///< title or comment; empty: the report's title
    void showWanted();              ///< the person wants to see the report

private:
    struct Writer;
    void load();
    void changed();
    void save();
    void putBack(const core::workbench::ReportSection &section, int at);

    core::workbench::Session &m_session;
    Messages &m_messages;
    core::workbench::ReportBook m_book;
    QString m_fault;
    bool m_isLoaded = false;
    core::workbench::LatestJob m_loading;
    QTimer m_soon; ///< typing is written when it pauses
    std::shared_ptr<Writer> m_writer;
    std::uint64_t m_version = 0; ///< of the report in memory
    int m_saving = 0;
};

} // namespace widgets
