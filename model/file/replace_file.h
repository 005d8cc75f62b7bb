// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces a file as a whole: whoever looks, at any moment and after any crash, finds the old bytes or the new ones
// under its name, never a part. A temporary file in the same folder is written and forced to the disk, then renamed.
#pragma once

#include "model/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace riser {

// What a file was when it was last read or written: enough to tell later, mostly without reading it, whether it
// changed.
struct FileStamp {
    std::string hash; // SHA-256 of its bytes
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::int64_t modified = 0; // ns since 1970
    std::int64_t changed = 0;
    // Stamped within the clock's tick of its last change: a later change might leave the same times, so its bytes
    // decide.
    bool young = false;
};

// The stamp of the file at `path`, whose bytes are known.
Result<FileStamp> stamp_of(const std::filesystem::path& path, std::string_view bytes);
// Whether the file's bytes are others than those stamped, or it is gone.
Result<bool> changed_since(const FileStamp& stamp, const std::filesystem::path& path);

enum class Previous { drop, keep }; // kept as NAME~

struct ReplaceOptions {
    Previous previous = Previous::drop;
    std::optional<FileStamp> expected = {}; // else a conflict; a file that is gone meanwhile is no conflict
    // Called with the hash of the new bytes once they are safe under another name, just before they take the place.
    std::function<Result<void>(const std::string& hash)> before_rename = {};
};

// Symbolic links are followed, permissions and owner kept. Processes that save through here wait for each other. On an
// error the file is as it was.
Result<FileStamp> replace_file(const std::filesystem::path& path, std::string_view bytes,
                               const ReplaceOptions& options = {});

std::filesystem::path previous_path(const std::filesystem::path& path);

} // namespace riser
