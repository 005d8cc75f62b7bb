// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that several commands share: opening a design with its messages, saving it back, splitting lists.
#pragma once

#include "designer/cli/console.h"
#include "model/file/save.h"
#include "solvers/checks/deck.h"

#include <optional>
#include <string>
#include <vector>

namespace riser {

// "a,b ,c" -> {"a", "b", "c"}; empty items left out.
std::vector<std::string> split_list(std::string_view text);
// The whole of a file, or why not.
Result<std::string> read_whole_file(const std::string& path);

// Ids for new rows: random, or from RISER_SEED when that is set, so that examples and tests are reproducible.
IdSource new_ids();
// Today, or the day of SOURCE_DATE_EPOCH when that is set.
Date today();

struct Opened {
    Design design;
    FileStamp stamp; // of the file as it was opened
};
// The design at `path`, after saying what is to be known of it (migrated, a newer format, …).
Result<Opened> open_to_read(const std::string& path, const Console& console);
// Like open_to_read, but refuses a design that may only be looked at.
Result<Opened> open_for_change(const std::string& path, const Console& console);
// Atomically. Over an opened file: keeping the version before beside it, and a conflict when the file has changed
// since.
Result<void> save_new(const std::string& path, const Design& design);
// With the copies of underlays that lie beside the designs it was made of.
Result<void> save_new(const std::string& path, const Design& design, const std::vector<std::string>& made_of);
Result<void> save_over(const std::string& path, const Design& design, const FileStamp& expected);

// The deck of that name or file; with neither, the one the project names, else the first built-in one.
Result<Deck> deck_for(const Design& design, const std::string& name_or_file);

} // namespace riser
