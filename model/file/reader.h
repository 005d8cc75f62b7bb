// SPDX-License-Identifier: GPL-3.0-or-later
// The strict reader: what cannot be loaded (syntax, a malformed value, a duplicate id, an unknown name) is an error
// with line and column, what a merge or a half-done design may hold (a dangling reference, a doubled label) is not. A
// newer minor format is read with its additions kept as extras; a newer major at most to be looked at.
#pragma once

#include "model/design.h"
#include "model/file/migrations.h"

namespace riser {

enum class NewerMajor {
    refuse,
    read_only, // take what is understood, and leave out the rest
};

struct ReadOptions {
    ReadLimits limits = {};
    NewerMajor newer_major = NewerMajor::refuse;
    std::span<const Migration> migrations = built_in_migrations();
};

struct OpenedDesign {
    Design design;
    Format format;           // of the file as it stood
    bool read_only = false;  // a newer major: it must not be saved over, and save_design refuses to
    std::vector<Text> notes; // migrated, newer, left out
};

// `file` is the name that errors carry. O(size). Never touches anything but its arguments; safe from any thread.
Result<OpenedDesign> open_design(std::string_view bytes, std::string file, const ReadOptions& options = {});

// For editing: a newer major is an error of code `unsupported`, whatever the options say.
Result<Design> read_design(std::string_view bytes, std::string file, ReadOptions options = {});

} // namespace riser
