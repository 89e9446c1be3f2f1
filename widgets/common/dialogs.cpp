// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/dialogs.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace widgets {

namespace {

Dialogs::FilesAnswer first(Dialogs::FileAnswer answer)
{
    return [answer = std::move(answer)](const QStringList &names) { answer(names.value(0)); };
}

/// Shows it over its parent and hands on what was chosen.
void openFor(QFileDialog *dialog, Dialogs::FilesAnswer answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog->parent() ? dialog->parent() : dialog,
                     [answer = std::move(answer)](const QStringList &names) {
                         if (!names.isEmpty())
                             answer(names);
                     });
    dialog->open();
}

} // namespace

Dialogs::Dialogs(QObject *parent)
    : QObject(parent)
{}

bool Dialogs::answered(const FilesAnswer &answer)
{
    ++m_asked;
    if (!m_nextFiles)
        return m_unattended;
    const QStringList names = *std::exchange(m_nextFiles, std::nullopt);
    if (!names.isEmpty())
        answer(names);
    return true;
}

void Dialogs::askFolder(QWidget *parent, const QString &title, const QString &start, FileAnswer answer)
{
    FilesAnswer then = first(std::move(answer));
    if (answered(then))
        return;
    auto *dialog = new QFileDialog(parent, title, start);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    openFor(dialog, std::move(then));
}

void Dialogs::askNew(QWidget *parent, const QString &title, const QString &start, const QString &filter,
                     FileAnswer answer)
{
    FilesAnswer then = first(std::move(answer));
    if (answered(then))
        return;
    auto *dialog = new QFileDialog(parent, title, start, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (filter.isEmpty())
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
    openFor(dialog, std::move(then));
}

void Dialogs::askFiles(QWidget *parent, const QString &title, const QString &filter, FilesAnswer answer)
{
    if (answered(answer))
        return;
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openFor(dialog, std::move(answer));
}

void Dialogs::ask(QWidget *parent, const QString &title, const QString &question, const QStringList &buttons,
                  int safe, ChoiceAnswer answer)
{
    ++m_asked;
    if (m_nextAnswer) {
        answer(*std::exchange(m_nextAnswer, std::nullopt));
        return;
    }
    if (m_unattended) {
        answer(safe);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QList<QPushButton *> made;
    for (int i = 0; i < buttons.size(); ++i)
        made.append(
            box->addButton(buttons[i], i == safe ? QMessageBox::RejectRole : QMessageBox::ActionRole));
    box->setDefaultButton(made[safe]);
    box->setEscapeButton(made[safe]);
    connect(box, &QMessageBox::finished, parent ? static_cast<QObject *>(parent) : this,
            [box, made, safe, answer = std::move(answer)] {
                const qsizetype chosen = made.indexOf(qobject_cast<QPushButton *>(box->clickedButton()));
                answer(chosen < 0 ? safe : static_cast<int>(chosen));
            });
    box->open();
}

} // namespace widgets
