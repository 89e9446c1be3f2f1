// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/importassistant.h"

#include "core/base/text.h"
#include "widgets/common/filedrop.h"
#include "widgets/common/words.h"
#include "widgets/importing/mappingpage.h"
#include "widgets/importing/previewpage.h"
#include "widgets/importing/resultpage.h"
#include "widgets/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <memory>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::qs;
using base::Result;
using base::utf8;
using ingest::ImportWhat;

namespace {

using Outcomes = std::vector<FileOutcome>;

QString presetName(const std::filesystem::path &file)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString name = qs(file.stem().string()).toLower().replace(other, QStringLiteral("-"));
    while (name.startsWith(QLatin1Char('-')))
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.left(60);
}

} // namespace

ImportAssistant::ImportAssistant(Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_files(new ImportFiles(desk.theme(), this))
    , m_reading(desk.session().jobs())
    , m_importing(desk.session().jobs())
    , m_saving(desk.session().jobs())
    , m_list(new QListView(this))
    , m_pages(new QStackedWidget(this))
    , m_waiting(new QLabel(m_pages))
    , m_preview(new PreviewPage(desk.theme(), desk.settings().text(Setting::Zone), m_pages))
    , m_mapping(new MappingPage(desk.theme(), desk.settings().text(Setting::Zone), m_pages))
    , m_result(new ResultPage(desk.theme(), m_pages))
    , m_state(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_add(new QPushButton(tr("Add Files…"), this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_import(new QPushButton(tr("Import"), this))
{
    setObjectName(QStringLiteral("importAssistant"));
    setWindowTitle(tr("Import Files"));
    resize(980, 620);
    m_list->setModel(m_files);
    m_list->setObjectName(QStringLiteral("importFiles"));
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setIconSize({16, 16});
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QLabel *label : {m_waiting, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setMargin(24);
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_import->setProperty("primary", true);
    m_import->setDefault(true);
    for (QPushButton *button : {m_add, m_close, m_import})
        button->setAccessibleName(button->text());
    for (QPushButton *button : {m_add, m_close})
        button->setAutoDefault(false);
    // in the order of Page
    for (QWidget *page : {static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_preview),
                          static_cast<QWidget *>(m_mapping), static_cast<QWidget *>(m_result)})
        m_pages->addWidget(page);

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    auto *right = new QWidget(split);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(12, 0, 0, 0);
    rightLayout->addWidget(m_pages);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({220, 740});
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_add);
    foot->addWidget(m_state, 1);
    foot->addWidget(m_progress);
    foot->addWidget(m_close);
    foot->addWidget(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(split, 1);
    layout->addLayout(foot);

    auto *drop = new FileDrop(this);
    connect(drop, &FileDrop::dropped, this, &ImportAssistant::openFiles);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_wantsMapping = false;
        showCurrent();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_desk.dialogs().askFiles(this, tr("Import Files"), {},
                                  [this](const QStringList &files) { openFiles(files); });
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    connect(m_import, &QPushButton::clicked, this, &ImportAssistant::startImport);
    connect(m_preview, &PreviewPage::kindChosen, this, [this](ImportWhat what) {
        ImportFile &file = m_files->file(current());
        file.what = what;
        file.preset.clear();
        file.zone.clear();
        readAgain(current());
    });
    connect(m_preview, &PreviewPage::presetChosen, this, [this](const QString &preset) {
        ImportFile &file = m_files->file(current());
        file.preset = utf8(preset);
        file.zone.clear();
        readAgain(current());
    });
    connect(m_preview, &PreviewPage::zoneChosen, this, [this](const QString &zone) {
        m_files->file(current()).zone = utf8(zone);
        readAgain(current());
    });
    connect(m_preview, &PreviewPage::mappingWanted, this, &ImportAssistant::showMapping);
    connect(m_mapping, &MappingPage::saveWanted, this, &ImportAssistant::savePreset);
    connect(&desk.session().jobs(), &JobQueue::taskChanged, this, [this](quint64 id) {
        if (!m_importing.isBusy() || id != m_importing.id())
            return;
        if (const auto info = m_desk.session().jobs().info(id)) {
            m_progress->setRange(0, info->total > 0 ? 1000 : 0);
            m_progress->setValue(info->total > 0 ? static_cast<int>(info->done * 1000 / info->total) : 0);
            say(oneLine(info->what, 120));
        }
    });
    connect(&desk.session(), &Session::closing, this, [this] {
        m_reading.drop();
        m_importing.drop();
        m_saving.drop();
        m_files->set({});
        m_mapped = {};
        close();
    });
    showState();
}

ImportAssistant::Page ImportAssistant::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

void ImportAssistant::openFiles(const QStringList &files)
{
    if (m_isDone && !m_importing.isBusy()) {
        m_isDone = false;
        m_files->set({});
    }
    m_files->add(files);
    if (!m_list->currentIndex().isValid() && m_files->rowCount() > 0)
        m_list->setCurrentIndex(m_files->index(0));
    readNext();
    showCurrent();
}

int ImportAssistant::current() const
{
    return m_list->currentIndex().row();
}

void ImportAssistant::readAgain(int row)
{
    ImportFile &file = m_files->file(row);
    file.isRead = false;
    m_mapped = {};
    file.fault.clear();
    m_files->touch(row);
    if (m_readingRow == row)
        m_readingRow = -1; // what is being read is no longer what is wanted
    readNext();
    showState();
}

void ImportAssistant::readNext()
{
    const auto bench = m_desk.session().bench();
    if (!bench || (m_reading.isBusy() && m_readingRow >= 0))
        return;
    // the one that is looked at comes first
    m_readingRow = -1;
    for (int row = m_files->rowCount() - 1; row >= 0; --row) {
        if (!m_files->file(row).isRead && (m_readingRow < 0 || m_readingRow != current()))
            m_readingRow = row;
    }
    if (current() >= 0 && !m_files->file(current()).isRead)
        m_readingRow = current();
    if (m_readingRow < 0)
        return;
    m_reading.start<ReadFile>(
        JobKind::Read, tr("Reading the file"),
        [bench, file = m_files->file(m_readingRow), worker = m_desk.session().worker()](const Job &job) {
            return readForPreview(*bench, file, worker, job);
        },
        this,
        [this, row = m_readingRow](Result<ReadFile> read) {
            m_readingRow = -1;
            if (row >= m_files->rowCount())
                return;
            ImportFile &file = m_files->file(row);
            file.isRead = true;
            if (read) {
                file.preview = std::move(read->preview);
                file.peek = std::move(read->peek);
                file.fault = read->fault;
                if (!file.what)
                    file.what = read->what;
            } else {
                file.fault = read.error().message;
            }
            m_files->touch(row);
            if (row == current())
                showCurrent();
            readNext();
            showState();
        });
}

void ImportAssistant::say(const QString &text, bool isFault)
{
    m_state->setText(text);
    setLook(m_state, "role", isFault ? QStringLiteral("down") : QStringLiteral("muted"));
}

void ImportAssistant::showCurrent()
{
    showPage();
    showState(); // which asks what page it is
}

void ImportAssistant::showPage()
{
    if (m_isDone) {
        m_pages->setCurrentWidget(m_result);
        return;
    }
    if (current() < 0) {
        m_waiting->setText(
            tr("Drop files here, or add them: CSV, .gz, JSON or Parquet with events or prices."));
        m_pages->setCurrentWidget(m_waiting);
        return;
    }
    const ImportFile &file = m_files->file(current());
    if (m_wantsMapping && file.peek) {
        showMappingOf(file, tr("Say which column is what; the mapping is kept as a preset."));
    } else if (file.preview) {
        m_preview->showFile(file, file.what.value_or(ImportWhat::Events));
        m_pages->setCurrentWidget(m_preview);
    } else if (file.peek) {
        showMappingOf(file, tr("No preset knows the header of this file. Say which column is what; the "
                               "mapping is kept as a preset."));
    } else {
        m_waiting->setText(file.isRead ? oneLine(file.fault, 600)
                                       : tr("Reading %1…").arg(fileNameText(file.path)));
        m_pages->setCurrentWidget(m_waiting);
    }
}

void ImportAssistant::showMappingOf(const ImportFile &file, const QString &why)
{
    // what a person has said of the columns stays, whatever other files are added
    if (m_mapped != std::pair(file.path, why)) {
        m_mapping->showPeek(*file.peek, presetName(file.path), why);
        m_mapped = {file.path, why};
    }
    m_pages->setCurrentWidget(m_mapping);
}

void ImportAssistant::showState()
{
    const int ready = m_files->ready();
    const bool isBusy = m_importing.isBusy();
    m_import->setEnabled(ready > 0 && !isBusy && !m_reading.isBusy() && !m_isDone && page() != Page::Mapping);
    m_import->setVisible(!m_isDone);
    m_import->setText(ready > 1 ? tr("Import %1 Files").arg(ready) : tr("Import"));
    m_import->setAccessibleName(m_import->text());
    m_close->setDefault(m_isDone);
    m_add->setEnabled(!isBusy);
    m_pages->setEnabled(!isBusy);
    m_list->setEnabled(!isBusy);
    m_progress->setVisible(isBusy);
    if (isBusy)
        return;
    // a choice that cannot be carried out leaves the last preview and says why
    const bool hasFault =
        current() >= 0 && m_files->file(current()).preview && !m_files->file(current()).fault.isEmpty();
    say(hasFault ? oneLine(m_files->file(current()).fault, 300) : QString(), hasFault);
}

void ImportAssistant::showMapping()
{
    const auto bench = m_desk.session().bench();
    if (current() < 0 || !bench)
        return;
    const int row = current();
    m_saving.start<FilePeek>(
        JobKind::Read, tr("Reading the file"),
        [path = m_files->file(row).path, worker = m_desk.session().worker()](const Job &job) {
            return peekFile(path, worker, job);
        },
        this,
        [this, row](Result<FilePeek> peek) {
            if (!peek) {
                say(oneLine(peek.error().message, 300), true);
            } else if (row == current()) {
                m_files->file(row).peek = std::move(*peek);
                m_wantsMapping = true;
                m_mapped = {};
                showCurrent();
                showState();
            }
        });
}

void ImportAssistant::savePreset()
{
    const auto bench = m_desk.session().bench();
    const int row = current();
    if (!bench || row < 0 || !m_files->file(row).peek)
        return;
    std::vector<std::string> header;
    for (const PreviewColumn &column : m_files->file(row).peek->columns)
        header.push_back(column.name);
    const std::string name = utf8(m_mapping->name());
    m_mapping->say({});
    m_saving.start<std::string>(
        JobKind::Read, tr("Saving the preset"),
        [bench, name, header, mapping = m_mapping->mapping()](const Job &) -> Result<std::string> {
            const auto json = presetFor(name, header, mapping);
            if (!json)
                return json.error();
            const auto saved = core::workbench::savePreset(*bench, name, *json, false);
            if (!saved)
                return saved.error();
            return name;
        },
        this,
        [this, row](Result<std::string> saved) {
            if (!saved) {
                m_mapping->say(oneLine(saved.error().message, 300));
                return;
            }
            m_wantsMapping = false;
            m_mapped = {};
            // the other files that had none may be of the same form
            for (int other = 0; other < m_files->rowCount(); ++other) {
                ImportFile &file = m_files->file(other);
                if (other != row && (file.preview || !file.peek))
                    continue;
                file.what = other == row ? std::optional(ImportWhat::Events) : std::nullopt;
                file.preset = other == row ? *saved : std::string();
                file.isRead = false;
                m_files->touch(other);
            }
            readNext();
            showState();
        });
}

void ImportAssistant::startImport()
{
    const auto bench = m_desk.session().bench();
    if (!bench || m_importing.isBusy())
        return;
    std::vector<ImportJob> jobs;
    std::vector<int> rows;
    for (int row = 0; row < m_files->rowCount(); ++row) {
        const ImportFile &file = m_files->file(row);
        if (!file.preview || file.outcome)
            continue;
        ImportJob job;
        job.files = {file.path};
        job.request.what = file.what.value_or(ImportWhat::Events);
        job.request.preset = file.preview->preset; // what was shown is what is done
        if (!file.zone.empty())
            job.request.zone = file.zone;
        jobs.push_back(std::move(job));
        rows.push_back(row);
    }
    if (jobs.empty())
        return;
    // files that are finished before a cancel stay: their reports too
    auto done = std::make_shared<Outcomes>();
    m_importing.start<bool>(
        JobKind::Task,
        jobs.size() > 1 ? tr("Import of %1 files").arg(jobs.size())
                        : tr("Import of %1").arg(fileNameText(jobs.front().files.front())),
        [bench, jobs, done, worker = m_desk.session().worker()](const Job &job) -> Result<bool> {
            for (const ImportJob &one : jobs) {
                auto outcome = importFiles(*bench, one, worker, job);
                if (!outcome && outcome.error().code == base::ErrorCode::Cancelled)
                    return outcome.error();
                done->push_back(outcome ? std::move(outcome->front()) : FileOutcome(outcome.error()));
            }
            return true;
        },
        this,
        [this, rows, done](Result<bool> all) {
            if (!all)
                m_desk.messages().tellError(all.error());
            ended(rows, std::move(*done));
        });
    m_progress->setRange(0, 0);
    showState();
    say(tr("Importing…"));
}

void ImportAssistant::ended(const std::vector<int> &rows, Outcomes outcomes)
{
    bool hasEvents = false;
    bool hasOthers = false;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i])
            (outcomes[i]->kind == "events" ? hasEvents : hasOthers) = true;
        ImportFile &file = m_files->file(rows[i]);
        if (!outcomes[i])
            file.fault = outcomes[i].error().message;
        file.outcome = std::move(outcomes[i]);
        m_files->touch(rows[i]);
    }
    m_isDone = !outcomes.empty();
    m_result->showOutcomes(*m_files);
    showCurrent();
    showState();
    if (m_isDone) {
        m_desk.messages().tell(Severity::Info, m_result->sentence());
        m_close->setFocus();
    }
    if (hasEvents)
        m_desk.session().tellEventsStored();
    if (hasOthers)
        m_desk.session().tellBarsStored();
}

} // namespace widgets
