// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/brief_reader.h"

#include "model/file/document_reader.h"

namespace riser {

Result<Design> read_brief(std::string_view bytes, std::string file, ReadOptions options) {
    options.newer_major = NewerMajor::refuse;
    Symbols symbols;
    Result<OpenedDesign> opened = read_document(bytes, std::move(file), options, brief_root, &symbols);
    if (!opened)
        return std::move(opened).error();
    return std::move(opened->design);
}

} // namespace riser
