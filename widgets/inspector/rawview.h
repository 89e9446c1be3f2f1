// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes an event came from: as text when they are text, else as hexadecimal.
#pragma once

#include "core/base/hash.h"
#include "core/workbench/jobs.h"
#include "widgets/common/desk.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace widgets {

class RawView final : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(Desk &desk, QWidget *parent = nullptr);

    /// Read when the view is on the screen, and once only.
    void setHash(const core::base::Sha256 &sha);
    void clear();
    [[nodiscard]] bool isSettled() const { return !m_reading.isBusy(); }
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();

    Desk &m_desk;
    core::workbench::LatestJob m_reading;
    core::base::Sha256 m_sha{};
    bool m_isRead = true;
    QLabel *m_name;
    QLabel *m_note;
    QPlainTextEdit *m_text;
};

/// What is shown of some bytes: text with its control characters made visible and long lines parted, or a hex
/// dump of at most 64 kB.
struct ShownBytes {
    QString text;
    bool isText = false;
    bool isCut = false;
    std::size_t bytes = 0;
};
ShownBytes shownBytes(const std::string &bytes);

} // namespace widgets
