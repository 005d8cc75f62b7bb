// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a design and reading a brief have in common: scan, parse, migrate, then table by table.
#pragma once

#include "model/file/reader.h"
#include "model/file/symbols.h"

namespace riser {

// `root` is the element the document must open with. With `symbols`, ids and references may be names.
Result<OpenedDesign> read_document(std::string_view bytes, std::string file, const ReadOptions& options,
                                   std::string_view root, Symbols* symbols);

} // namespace riser
