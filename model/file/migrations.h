// SPDX-License-Identifier: GPL-3.0-or-later
// How files of an older format become files of the current one: a list of steps, each rewriting the parsed tree from
// one format to the next, so that there is one current reader and no old ones. To change the format: raise
// current_format, add a step here, keep a file of the old format as a test.
#pragma once

#include "model/file/format.h"

#include "model/base/result.h"

#include <span>

namespace pugi {
class xml_document;
}

namespace riser {

struct Migration {
    Format from;
    Format to;
    Text what;                                              // what it changed, for the note shown on opening
    Result<void> (*rewrite)(pugi::xml_document&) = nullptr; // absent when nothing needs rewriting
};

std::span<const Migration> built_in_migrations();

// Applies steps one at a time until the tree is of format `to`, whose attribute it then says; what was done, in order.
// Unsupported when no step leads on from a format.
Result<std::vector<Text>> migrate(pugi::xml_document& document, Format from, Format to,
                                  std::span<const Migration> migrations);

} // namespace riser
