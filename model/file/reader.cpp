// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/reader.h"

#include "model/file/document_reader.h"

namespace riser {

Result<OpenedDesign> open_design(std::string_view bytes, std::string file, const ReadOptions& options) {
    return read_document(bytes, std::move(file), options, design_root, nullptr);
}

Result<Design> read_design(std::string_view bytes, std::string file, ReadOptions options) {
    options.newer_major = NewerMajor::refuse;
    Result<OpenedDesign> opened = open_design(bytes, std::move(file), options);
    if (!opened)
        return std::move(opened).error();
    return std::move(opened->design);
}

} // namespace riser
