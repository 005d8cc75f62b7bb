// SPDX-License-Identifier: GPL-3.0-or-later
// The few things asked of the operating system, each with an error that says what was wanted and why it was refused.
#pragma once

#include "model/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace riser {

// An open file, closed with its owner (and any lock on it with that).
class OpenFile {
  public:
    OpenFile() = default;
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~OpenFile();
    explicit operator bool() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_ = -1;
};

// "cannot write the file: no space left on the device", at `path`, from errno's value.
Error io_error(const std::filesystem::path& path, const Text& wish, int code);

// The file a path leads to: symbolic links followed, even one whose file does not exist yet.
Result<std::filesystem::path> followed(const std::filesystem::path& path);

Result<std::string> read_whole(const std::filesystem::path& path, std::size_t limit);
Result<std::string> read_whole(const OpenFile& file, const std::filesystem::path& path, std::size_t limit);
Result<void> write_all(const OpenFile& file, std::string_view bytes, const std::filesystem::path& path);
// Forces the file, or the names in a directory, onto the disk.
Result<void> force(const OpenFile& file, const std::filesystem::path& path);
Result<void> force_directory(const std::filesystem::path& directory);

} // namespace riser
