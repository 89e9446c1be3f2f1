// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/sourcekeyspage.h"

#include "core/base/text.h"
#include "widgets/common/textrows.h"
#include "widgets/settings/sourcekeysmodel.h"
#include "widgets/style/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

using namespace Qt::StringLiterals;
using namespace core;
using base::Result;
using workbench::Job;
using workbench::JobKind;
using workbench::KeyStatus;

SourceKeysPage::SourceKeysPage(Desk &desk, QWidget *parent)
    : SettingsPage(desk, u"sources"_s, tr("Source Keys"), parent)
    , m_model(new SourceKeysModel(this))
    , m_table(new QTableView(this))
    , m_contact(new QLineEdit(desk.settings().text(Setting::Contact), this))
    , m_value(new QLineEdit(this))
    , m_keep(new QPushButton(tr("Keep"), this))
    , m_forget(new QPushButton(tr("Forget"), this))
    , m_test(new QPushButton(tr("Test Key"), this))
    , m_where(new QLabel(this))
    , m_says(new QLabel(this))
    , m_reading(desk.session().jobs())
    , m_working(desk.session().jobs())
{
    m_contact->setObjectName(u"setting.contact"_s);
    m_contact->setPlaceholderText(tr("name@example.org"));
    addRow(tr("Your mail address"), m_contact,
           tr("Told to the sources that ask who is asking; the SEC answers nobody without it. Leave it empty to tell nobody."));
    connect(m_contact, &QLineEdit::editingFinished, this,
            [this] { this->desk().settings().set(Setting::Contact, m_contact->text().trimmed()); });

    m_table->setObjectName(u"sourceKeysTable"_s);
    m_table->setModel(m_model);
    dressTable(m_table, tr("Keys of the sources"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->resizeSection(SourceKeysModel::Source, 200);
    m_table->horizontalHeader()->resizeSection(SourceKeysModel::Key, 120);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_value->setObjectName(u"sourceKeyValue"_s);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setAccessibleName(tr("Key of the selected source"));
    m_keep->setObjectName(u"sourceKeyKeep"_s);
    m_keep->setAccessibleName(tr("Keep the key of the selected source"));
    m_forget->setObjectName(u"sourceKeyForget"_s);
    m_forget->setAccessibleName(tr("Forget the key of the selected source"));
    m_test->setObjectName(u"sourceKeyTest"_s);
    m_test->setAccessibleName(tr("Test the key of the selected source"));
    for (QPushButton *button : {m_keep, m_forget, m_test})
        button->setAutoDefault(false);
    m_says->setObjectName(u"sourceKeySays"_s);
    for (QLabel *label : {m_where, m_says}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_where->setProperty("role", u"muted"_s);

    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_value, 1);
    row->addWidget(m_keep);
    row->addWidget(m_forget);
    row->addWidget(m_test);
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_where);
    layout->addLayout(row);
    layout->addWidget(m_says);
    addWide(whole);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourceKeysPage::showCurrent);
    connect(m_value, &QLineEdit::textChanged, this, &SourceKeysPage::showCurrent);
    connect(m_value, &QLineEdit::returnPressed, m_keep, &QPushButton::click);
    connect(m_keep, &QPushButton::clicked, this, [this] { keep(m_value->text().trimmed()); });
    connect(m_forget, &QPushButton::clicked, this, [this] { keep({}); });
    connect(m_test, &QPushButton::clicked, this, &SourceKeysPage::test);
    connect(&desk.session(), &workbench::Session::keysChanged, this, &SourceKeysPage::read);
    connect(&desk.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::Contact)
            m_contact->setText(this->desk().settings().text(setting));
    });
    showCurrent();
}

void SourceKeysPage::reset()
{
    desk().settings().reset(Setting::Contact);
}

const KeyStatus *SourceKeysPage::current() const
{
    return m_model->at(m_table->currentIndex().row());
}

/// A task, because the keyring may ask the person to unlock it.
void SourceKeysPage::read()
{
    if (!isVisible())
        return;
    m_reading.start<std::vector<KeyStatus>>(
        JobKind::Task, tr("Reading which keys there are"),
        [secrets = desk().session().secrets()](const Job &) -> Result<std::vector<KeyStatus>> {
            return workbench::keyStatuses(*secrets);
        },
        this, [this](Result<std::vector<KeyStatus>> keys) {
            if (!keys)
                return;
            m_model->show(std::move(*keys));
            if (!m_table->currentIndex().isValid())
                m_table->selectRow(0);
            showCurrent();
        });
}

void SourceKeysPage::showCurrent()
{
    const KeyStatus *key = current();
    const bool isFree = key && key->home != ingest::SecretHome::Environment;
    m_value->setEnabled(isFree);
    m_keep->setEnabled(isFree && !m_value->text().trimmed().isEmpty());
    m_forget->setEnabled(isFree && key->home != ingest::SecretHome::None);
    m_test->setEnabled(key && key->home != ingest::SecretHome::None);
    m_value->setPlaceholderText(!key     ? QString()
                                : isFree ? tr("Paste the key here")
                                         : tr("Given by %1 in the environment").arg(key->variable));
    const QString home = desk().session().secrets()->hasKeyring()
                             ? tr("It is kept in the keyring of this desktop.")
                             : tr("There is no keyring here: keys last until Foreshock is closed.");
    m_where->setText(key ? tr("Get one at %1. %2").arg(key->url, home) : home);
}

void SourceKeysPage::say(const QString &sentence, bool isWarning)
{
    setLook(m_says, "role", isWarning ? u"warn"_s : QString());
    m_says->setText(sentence);
}

void SourceKeysPage::keep(const QString &value)
{
    const KeyStatus *key = current();
    if (!key)
        return;
    say(value.isEmpty() ? tr("Forgetting the key…") : tr("Keeping the key…"));
    m_working.start<ingest::SecretHome>(
        JobKind::Task, value.isEmpty() ? tr("Forgetting a key") : tr("Keeping a key"),
        [secrets = desk().session().secrets(), source = key->source, name = key->name,
         value = base::utf8(value)](const Job &) { return workbench::setKey(*secrets, source, name, value); },
        this, [this](const Result<ingest::SecretHome> &kept) {
            if (!kept) {
                say(kept.error().message, true);
                return;
            }
            m_value->clear();
            say(*kept == ingest::SecretHome::Keyring   ? tr("The key is in the keyring. Test it next.")
                : *kept == ingest::SecretHome::Session ? tr("The key is kept until Foreshock is closed. Test it next.")
                                                       : tr("The key is forgotten."));
            desk().session().tellKeysChanged();
        });
}

void SourceKeysPage::test()
{
    const KeyStatus *key = current();
    if (!key)
        return;
    say(tr("Asking %1…").arg(key->title));
    m_working.start<ingest::KeyTest>(
        JobKind::Task, tr("Testing the key of %1").arg(key->title),
        [secrets = desk().session().secrets(), source = key->source, &clock = desk().session().clock(),
         contact = base::utf8(desk().settings().text(Setting::Contact))](const Job &job) {
            return workbench::testKey(clock, *secrets, source, contact, job.cancel);
        },
        this, [this](const Result<ingest::KeyTest> &tested) {
            say(tested ? tested->sentence : tested.error().message,
                !tested || tested->verdict != ingest::KeyVerdict::Works);
        });
}

void SourceKeysPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    read();
}

} // namespace widgets
