// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/sourcebook.h"

#include "core/base/text.h"
#include "core/base/tr.h"
#include "core/sources/ownsource.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace core::sources {

using base::qs;
using base::Tr;

namespace {

constexpr std::uintmax_t kMostSourceBytes = 1 << 20;

std::vector<std::filesystem::path> definitionsIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code missing;
    for (const auto &entry : std::filesystem::directory_iterator(folder, missing)) {
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

base::Result<std::string> readSourceFile(const std::filesystem::path &file)
{
    std::error_code failed;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    if (std::filesystem::file_size(file, failed) > kMostSourceBytes || failed || !(text << in.rdbuf()))
        return base::Error{base::ErrorCode::BadInput,
                           Tr::tr("%1 cannot be read as a source.").arg(qs(file.filename().string()))};
    return text.str();
}

} // namespace

SourceBook SourceBook::load(const std::filesystem::path &folder, const std::filesystem::path &presets)
{
    SourceBook book;
    for (const auto &provider : providers())
        book.m_all.push_back(provider.get());
    const auto files = definitionsIn(folder);
    if (files.empty())
        return book;
    const auto list = PresetList::load(presets);
    if (!list) {
        book.m_faults.push_back(list.error().message);
        return book;
    }
    for (const std::filesystem::path &file : files) {
        const QString name = qs(file.filename().string());
        const auto text = readSourceFile(file);
        auto source = text ? parseOwnSource(name, *text, *list)
                           : base::Result<std::unique_ptr<const Provider>>(text.error());
        if (source && (*source)->info().name != file.stem().string())
            source = base::Error{base::ErrorCode::BadInput,
                                 Tr::tr("%1: the source in it is called “%2”; the file must be, too.")
                                     .arg(name, qs((*source)->info().name))};
        if (!source) {
            book.m_faults.push_back(source.error().message);
            continue;
        }
        book.m_all.push_back(source->get());
        book.m_own.push_back(std::move(*source));
    }
    std::ranges::sort(book.m_all, {}, [](const Provider *provider) { return provider->info().name; });
    return book;
}

const Provider *SourceBook::find(std::string_view name) const
{
    const auto found = std::ranges::find_if(
        m_all, [name](const Provider *provider) { return provider->info().name == name; });
    return found == m_all.end() ? nullptr : *found;
}

} // namespace core::sources
