// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/studyfiles.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/domain/study.h"
#include "core/store/files.h"
#include "core/workbench/watchlists.h"

#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <optional>

namespace core::workbench {

using base::Error;
using base::ErrorCode;
using base::qs;
using base::Result;
using base::Tr;
namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestStudy = 4'000'000;

fs::path folderOf(const Workbench &bench)
{
    return bench.folder() / "studies";
}

std::string withoutEnding(const std::string &name)
{
    return name.ends_with(".json") ? name.substr(0, name.size() - 5) : name;
}

/// Where the study of that name is or will be; the name is checked, so that it stays in its folder.
Result<fs::path> placeOf(const Workbench &bench, const std::string &name)
{
    const QString fault = fileNameFault(qs(withoutEnding(name)));
    if (!fault.isEmpty())
        return Error{ErrorCode::BadInput,
                     Tr::tr("“%1” cannot be a study's name: %2.").arg(qs(name).left(100), fault)};
    return folderOf(bench) / fs::path(withoutEnding(name) + ".json");
}

Error noStudy(const std::string &name)
{
    return {ErrorCode::NotFound, Tr::tr("There is no study “%1” in the workspace.").arg(qs(name).left(100))};
}

/// "NAME~3.json" in the trash is the third removed of that name; 0 when the file is none of that name.
std::uint64_t turnOf(const fs::path &file, const std::string &name)
{
    const std::string stem = file.stem().string();
    if (!stem.starts_with(name + "~"))
        return 0;
    std::uint64_t turn = 0;
    const char *const end = stem.data() + stem.size();
    const auto [stop, error] = std::from_chars(stem.data() + name.size() + 1, end, turn);
    return error == std::errc() && stop == end ? turn : 0;
}

std::uint64_t lastTurn(const fs::path &trash, const std::string &name)
{
    std::uint64_t last = 0;
    std::error_code failure;
    for (fs::directory_iterator at(trash, failure), end; !failure && at != end; at.increment(failure))
        last = std::max(last, turnOf(at->path(), name));
    return last;
}

fs::path inTrash(const fs::path &trash, const std::string &name, std::uint64_t turn)
{
    return trash / (name + "~" + std::to_string(turn) + ".json");
}

/// A rename that lasts. Never replaces: the caller has looked.
Result<void> moveFile(const fs::path &from, const fs::path &to)
{
    std::error_code failure;
    fs::rename(from, to, failure);
    if (failure)
        return store::fileError(from, failure.value());
    if (auto synced = store::syncFolder(to.parent_path()); !synced)
        return synced;
    return store::syncFolder(from.parent_path());
}

Result<std::string> readText(const fs::path &file)
{
    std::error_code failure;
    if (fs::file_size(file, failure) > kLargestStudy && !failure)
        return Error{
            ErrorCode::BadInput,
            Tr::tr("“%1” is larger than 4 MB, which no study is.").arg(qs(file.filename().string()))};
    return store::readSmallFile(file);
}

void look(const Workbench &bench, StudyFile &study)
{
    study.title = qs(study.name);
    const Result<std::string> text = readText(study.path);
    if (!text) {
        study.fault = text.error().message;
        return;
    }
    if (const auto json = base::parseJson(*text); json && json->isObject()) {
        const QString title = json->toObject().value(QStringLiteral("name")).toString();
        if (!title.isEmpty())
            study.title = title;
    }
    const Result<domain::Study> parsed = domain::parseStudy(*text, bench.clock().now());
    if (!parsed) {
        study.fault = parsed.error().message;
    } else if (!parsed->assets.watchlist.empty()) {
        const auto symbols = watchlistSymbols(bench, parsed->assets.watchlist);
        if (!symbols)
            study.fault = symbols.error().message;
        else if (symbols->empty())
            study.fault = Tr::tr("The watchlist “%1” is empty.").arg(qs(parsed->assets.watchlist));
    }
}

} // namespace

QString fileNameFault(const QString &name)
{
    if (name.isEmpty())
        return Tr::tr("it is empty");
    if (name.toUtf8().size() > 120)
        return Tr::tr("it is too long for a file");
    if (name.startsWith(QLatin1Char('.')) || name != name.trimmed() || name.endsWith(QLatin1Char('.')))
        return Tr::tr("it begins or ends with a dot or a blank");
    const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    const bool isPlain = std::ranges::all_of(name, [&forbidden](QChar c) {
        return c.isPrint() && c.category() != QChar::Other_Format && c != QChar::ReplacementCharacter &&
               !forbidden.contains(c);
    });
    return isPlain ? QString()
                   : Tr::tr("a file's name has none of / \\ : * ? \" < > | and no hidden characters");
}

Result<std::vector<StudyFile>> studiesOf(const Workbench &bench)
{
    std::vector<StudyFile> studies;
    std::error_code failure;
    for (fs::directory_iterator at(folderOf(bench), failure), end; !failure && at != end;
         at.increment(failure)) {
        std::error_code ignored;
        const std::string stem = at->path().stem().string();
        if (at->path().extension() == ".json" && at->is_regular_file(ignored) && !stem.starts_with('.'))
            studies.push_back({stem, at->path(), {}, {}});
    }
    if (failure && failure != std::errc::no_such_file_or_directory)
        return store::fileError(folderOf(bench), failure.value());
    std::ranges::sort(studies, {}, &StudyFile::name);
    for (StudyFile &study : studies)
        look(bench, study);
    return studies;
}

Result<std::string> readStudyFile(const Workbench &bench, const std::string &name)
{
    const Result<fs::path> place = placeOf(bench, name);
    std::error_code ignored;
    if (!place || !fs::is_regular_file(*place, ignored))
        return noStudy(name);
    return readText(*place);
}

Result<std::string> readStudyAt(const Workbench &bench, const fs::path &file)
{
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored))
        return store::readSmallFile(file);
    Result<std::string> own = readStudyFile(bench, file.string());
    if (own || own.error().code != ErrorCode::NotFound)
        return own;
    return Error{
        ErrorCode::NotFound,
        Tr::tr("There is no study file “%1”; name a file, or one of those in the workspace's folder studies.")
            .arg(qs(file.string()))};
}

Result<fs::path> saveStudyFile(const Workbench &bench, const std::string &name, const std::string &json,
                               bool replace)
{
    const Result<fs::path> place = placeOf(bench, name);
    if (!place)
        return place;
    const auto parsed = base::parseDefinition(json);
    if (!parsed)
        return Error{ErrorCode::BadInput, Tr::tr("The study was not saved: %1").arg(parsed.error().message)};
    if (json.size() > kLargestStudy)
        return Error{ErrorCode::BadInput, Tr::tr("The study was not saved: it is larger than 4 MB.")};
    std::error_code failure;
    if (!replace && fs::exists(*place, failure))
        return Error{ErrorCode::BadInput, Tr::tr("There is a study “%1” already; choose another name, or "
                                                 "replace it.")
                                              .arg(qs(place->stem().string()))};
    if (auto made = store::makeFolder(folderOf(bench)); !made)
        return made.error();
    if (auto written = store::writeSmallFile(*place, json); !written)
        return written.error();
    return place;
}

Result<void> removeStudyFile(const Workbench &bench, const std::string &name)
{
    const Result<fs::path> place = placeOf(bench, name);
    std::error_code ignored;
    if (!place || !fs::is_regular_file(*place, ignored))
        return noStudy(name);
    const fs::path trash = folderOf(bench) / ".trash";
    if (auto made = store::makeFolder(trash); !made)
        return made;
    const std::string stem = place->stem().string();
    return moveFile(*place, inTrash(trash, stem, lastTurn(trash, stem) + 1));
}

Result<fs::path> restoreStudyFile(const Workbench &bench, const std::string &name)
{
    const Result<fs::path> place = placeOf(bench, name);
    if (!place)
        return noStudy(name);
    const fs::path trash = folderOf(bench) / ".trash";
    const std::string stem = place->stem().string();
    const std::uint64_t turn = lastTurn(trash, stem);
    if (turn == 0)
        return Error{ErrorCode::NotFound,
                     Tr::tr("No study “%1” has been removed from the workspace.").arg(qs(stem))};
    std::error_code failure;
    if (fs::exists(*place, failure))
        return Error{ErrorCode::BadInput,
                     Tr::tr("There is a study “%1” again; rename it before the removed one is brought back.")
                         .arg(qs(stem))};
    if (auto moved = moveFile(inTrash(trash, stem, turn), *place); !moved)
        return moved.error();
    return place;
}

} // namespace core::workbench
