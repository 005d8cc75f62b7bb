// SPDX-License-Identifier: GPL-3.0-or-later
// Is a text the strict XML that Riser reads? pugixml, which parses it afterwards, lets pass duplicate attributes,
// invalid UTF-8, control characters, unknown entities, DOCTYPE, two roots and trailing junk; one quick pass here
// refuses them, with the offset of the first fault. Never recurses, and allocates only a stack of open elements.
#pragma once

#include "model/base/result.h"
#include "model/file/format.h"

#include <optional>
#include <string>

namespace riser {

struct ScanFault {
    std::size_t offset = 0;
    ErrorCode code = ErrorCode::bad_input;
    Text message;
    Text fix;
};

// Elements, attributes, text, CDATA and comments, in UTF-8, one root; an XML declaration may open it. No processing
// instructions and no document type.
std::optional<ScanFault> scan_xml(const std::string& text, const ReadLimits& limits);

} // namespace riser
