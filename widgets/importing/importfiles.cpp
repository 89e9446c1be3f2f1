// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importing/importfiles.h"

#include "core/base/text.h"
#include "widgets/common/words.h"

#include <algorithm>
#include <utility>

namespace widgets {

using namespace core;
using namespace core::workbench;
using base::ErrorCode;
using base::Result;
using ingest::ImportWhat;

namespace {

/// How much of the file a preview makes use of: columns first, then rows.
std::pair<std::size_t, std::uint64_t> useOf(const ImportPreview &preview)
{
    const auto used = std::ranges::count_if(
        preview.columns, [](const PreviewColumn &column) { return !column.field.empty(); });
    return {static_cast<std::size_t>(used), preview.taken};
}

} // namespace

Result<ReadFile> readForPreview(const Workbench &bench, const ImportFile &file,
                                const std::filesystem::path &worker, const Job &job)
{
    ReadFile out;
    std::vector<ImportWhat> kinds{ImportWhat::Events, ImportWhat::Bars, ImportWhat::Ticks};
    if (file.what)
        kinds = {*file.what};
    for (const ImportWhat what : kinds) {
        auto preview = previewImport(bench, file.path, what, file.preset, file.zone, worker, job);
        if (!preview && preview.error().code == ErrorCode::Cancelled)
            return preview.error();
        if (!preview) {
            if (out.fault.isEmpty())
                out.fault = preview.error().message;
            continue;
        }
        if (!out.preview || useOf(*preview) > useOf(*out.preview)) {
            out.what = what;
            out.preview = std::move(*preview);
        }
    }
    if (out.preview) {
        out.fault.clear();
        return out;
    }
    if (file.what)
        out.what = *file.what;
    auto peek = peekFile(file.path, worker, job);
    if (peek)
        out.peek = std::move(*peek);
    else if (peek.error().code == ErrorCode::Cancelled)
        return peek.error();
    else
        out.fault = peek.error().message; // the file itself is the matter, not its header
    return out;
}

QString fileNameText(const std::filesystem::path &file)
{
    return oneLine(file.filename().string(), 120);
}

ImportFiles::ImportFiles(Theme &theme, QObject *parent)
    : QAbstractListModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_files.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void ImportFiles::set(const QStringList &files)
{
    beginResetModel();
    m_files.clear();
    endResetModel();
    add(files);
}

void ImportFiles::add(const QStringList &files)
{
    for (const QString &name : files) {
        const std::filesystem::path path = base::utf8(name);
        if (std::ranges::find(m_files, path, &ImportFile::path) != m_files.end())
            continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_files.emplace_back();
        m_files.back().path = path;
        endInsertRows();
    }
}

void ImportFiles::touch(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

int ImportFiles::ready() const
{
    return static_cast<int>(std::ranges::count_if(
        m_files, [](const ImportFile &file) { return file.preview.has_value() && !file.outcome; }));
}

int ImportFiles::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant ImportFiles::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImportFile &file = this->file(index.row());
    const bool isDone = file.outcome && file.outcome->ok();
    const bool isWrong = (file.outcome && !file.outcome->ok()) || (file.isRead && !file.preview);
    const QString state = isDone         ? tr("imported")
                          : file.outcome ? tr("not imported")
                          : !file.isRead ? tr("reading")
                          : file.preview && file.preview->refused > 0
                              ? tr("lines refused: %1").arg(countText(file.preview->refused))
                          : file.preview ? tr("ready")
                          : file.peek    ? tr("needs a preset")
                                         : tr("cannot be read");
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1\n%2").arg(fileNameText(file.path), state);
    case Qt::ToolTipRole:
        return tipText(isWrong && !file.fault.isEmpty() ? file.fault : base::qs(file.path.string()));
    case Qt::DecorationRole:
        return m_theme.icon(isWrong  ? QStringLiteral("warning")
                            : isDone ? QStringLiteral("info")
                                     : QStringLiteral("import"));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(fileNameText(file.path), state);
    case Qt::AccessibleDescriptionRole:
        return file.fault;
    default:
        return {};
    }
}

} // namespace widgets
