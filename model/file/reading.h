// SPDX-License-Identifier: GPL-3.0-or-later
// One reading of a document: where its text is, how it treats the unknown, and the first thing that was wrong.
// Positions come from the buffer parsed in place, whose offsets are the file's.
#pragma once

#include "model/file/complaints.h"
#include "model/file/source_text.h"
#include "model/file/symbols.h"

#include <pugixml.hpp>

namespace riser {

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

// Whether it is text between elements: white space is none.
bool is_text(pugi::xml_node node);
bool stray_text(Reading& reading, pugi::xml_node parent, pugi::xml_node text);

} // namespace riser
