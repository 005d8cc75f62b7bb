// SPDX-License-Identifier: GPL-3.0-or-later
// How redaction works inside: which rows go, found by walking the references of every table until nothing more follows,
// and the words that only those rows bear. Used by redact.cpp alone.
#pragma once

#include "exporters/redact.h"
#include "model/fields/field.h"

#include <unordered_set>

namespace riser::detail {

// Calls visit(target) for each reference that a row holds, in itself and in its parts.
void for_each_reference(Kind kind, const void* row, const std::function<void(AnyId)>& visit);

struct AnyIdHash {
    std::size_t operator()(const AnyId& id) const {
        return std::hash<std::uint64_t>{}(id.value * 128 + static_cast<std::uint64_t>(id.kind));
    }
};
using RowSet = std::unordered_set<AnyId, AnyIdHash>;

// What is hidden from a reader: rows that go, and rooms that stay as places without a name.
struct Hidden {
    std::vector<PlaneId> planes;     // secret ones, in the order of their ids
    RowSet rows;                     // the planes among them
    RowSet reserved_rooms;           // whose telecom spaces all go
    RowSet others_rooms;             // of other bodies
    std::vector<std::string> names;  // of what is logical: hide every text that holds one; lower case
    std::vector<std::string> labels; // of what stands in the building: only free texts are searched for them
    bool empty() const { return rows.empty() && others_rooms.empty(); }
    bool holds(AnyId id) const { return rows.contains(id) || reserved_rooms.contains(id) || others_rooms.contains(id); }
    bool names_it(std::string_view text) const;
    bool speaks_of_it(std::string_view text) const; // names or labels
};
Hidden hidden_from(const Design& design, const Profile& profile, const std::vector<std::string>& planes);

// Rows kept that outlive what this reference of theirs leads to; redact.cpp cuts it.
bool outlives(Kind kind, const void* row, AnyId target);

// Calls visit(field) for each text and bilingual field.
void for_each_text(const Record& record, const std::function<void(const Field&)>& visit);

} // namespace riser::detail
