// SPDX-License-Identifier: GPL-3.0-or-later
// A design's file on disk: opened whole, saved whole. Saving never leaves a moment without a valid file, keeps the
// version before as NAME~, and refuses to write over what somebody else changed since it was opened.
#pragma once

#include "model/file/reader.h"
#include "model/file/replace_file.h"

namespace riser {

class Journal;

struct LoadedDesign {
    OpenedDesign opened;
    FileStamp stamp; // give it to save_design as `expected`
};
Result<LoadedDesign> load_design(const std::filesystem::path& path, const ReadOptions& options = {});
// The same for a brief.
Result<Design> load_brief(const std::filesystem::path& path, const ReadOptions& options = {});

struct SaveOptions {
    // A conflict when the file is no longer this; absent: write over whatever is there.
    std::optional<FileStamp> expected = {};
    Previous previous = Previous::keep;
    Journal* journal = nullptr; // told, so that it holds only what the file does not
};
// Codes: io (disk full, read-only, …), conflict, refused (opened read-only from a newer major format), bad_input (a
// value that could not be read back). On an error the file is as it was.
Result<FileStamp> save_design(const Design& design, const std::filesystem::path& path, const SaveOptions& options = {});

} // namespace riser
