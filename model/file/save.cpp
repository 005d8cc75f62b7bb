// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/save.h"

#include "model/file/brief_reader.h"
#include "model/file/disk.h"
#include "model/file/journal.h"
#include "model/file/storable.h"
#include "model/file/writer.h"

namespace riser {

Result<LoadedDesign> load_design(const std::filesystem::path& path, const ReadOptions& options) {
    Result<std::string> bytes = read_whole(path, options.limits.bytes);
    if (!bytes)
        return std::move(bytes).error();
    Result<FileStamp> stamp = stamp_of(path, *bytes);
    if (!stamp)
        return std::move(stamp).error();
    Result<OpenedDesign> opened = open_design(*bytes, path.string(), options);
    if (!opened)
        return std::move(opened).error();
    return LoadedDesign{std::move(*opened), std::move(*stamp)};
}

Result<Design> load_brief(const std::filesystem::path& path, const ReadOptions& options) {
    Result<std::string> bytes = read_whole(path, options.limits.bytes);
    if (!bytes)
        return std::move(bytes).error();
    return read_brief(*bytes, path.string(), options);
}

Result<FileStamp> save_design(const Design& design, const std::filesystem::path& path, const SaveOptions& options) {
    if (format_of(design).major > current_format.major)
        return Error{ErrorCode::refused,
                     {"此设计以只读方式打开（新一代格式），不能保存",
                      "this design was opened read-only from a newer format and cannot be saved"},
                     {"升级 Riser 后再改", "upgrade Riser to change it"},
                     {path.string(), 0, 0}};
    if (Result<void> fine = storable(design); !fine) {
        Error error = std::move(fine).error();
        error.where.file = path.string();
        return error;
    }
    ReplaceOptions replace{options.previous, options.expected, {}};
    if (options.journal)
        replace.before_rename = [&](const std::string& hash) -> Result<void> {
            // Saving comes first: without this record a crash within the save costs a needless question, no edit.
            (void)options.journal->about_to_save(hash);
            return {};
        };
    Result<FileStamp> stamp = replace_file(path, write_design(design), replace);
    // The design is safe; a journal that could not be emptied still knows what the file holds.
    if (stamp && options.journal)
        (void)options.journal->saved(stamp->hash);
    return stamp;
}

} // namespace riser
