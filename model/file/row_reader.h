// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one row or part of the parsed tree into a value, driven by the record's layout. Attributes are expected in
// their order, so each is found at the first look in files that Riser wrote.
#pragma once

#include "model/file/complaints.h"
#include "model/file/layout.h"
#include "model/file/source_text.h"
#include "model/file/symbols.h"

#include <pugixml.hpp>

namespace riser {

// What one reading of a document shares: where its text is, how it treats the unknown, and the first error.
struct Reading {
    const SourceText& source;
    const char* buffer = nullptr; // the copy parsed in place
    std::size_t buffer_size = 0;
    bool keep_unknown = false;  // a newer minor
    bool lenient = false;       // a newer major: leave out what is not understood
    Symbols* symbols = nullptr; // of a brief
    std::size_t left_out = 0;   // by leniency
    std::optional<Error> error = {};

    // Sets the error, unless there is one; false, for `return fail(…)`. `at` points into the buffer.
    bool fail(pugi::xml_node node, const char* at, Complaint complaint);
    bool fail(pugi::xml_node node, Complaint complaint) { return fail(node, node.name(), std::move(complaint)); }
    // In lenient reading notes the loss and goes on.
    bool fault(pugi::xml_node node, const char* at, Complaint complaint);
    // The offset of the '<' of the element, or of the nearest around it that stood in the file.
    std::size_t offset_of(pugi::xml_node node) const;
    // An element or comment as it stood, or as a migration made it.
    std::string markup_of(pugi::xml_node node) const;
    bool in_buffer(const char* at) const { return at >= buffer && at <= buffer + buffer_size; }
};

// Null when reading.error is set, or (leniently) when the row cannot be used. `before`: comments that stood before it.
std::shared_ptr<void> read_row(Reading& reading, const TableAccess& table, const Layout& layout, pugi::xml_node node,
                               std::vector<std::string> before);

// Whether it is text between elements: white space is none.
bool is_text(pugi::xml_node node);
Complaint stray_text(pugi::xml_node parent);

} // namespace riser
