// SPDX-License-Identifier: GPL-3.0-or-later
// A record as it stands in a file: its attributes in order, each with its field and the text that opens it, and its
// parts. Worked out once from the field table, so that reading and writing a row need no lookup by name and no joining
// of text.
#pragma once

#include "model/fields/table_access.h"

#include <memory>

namespace riser {

struct Slot {
    enum class Holds : std::uint8_t { value, zh, en }; // a bilingual field has two slots
    const Field* field = nullptr;
    std::uint8_t field_index = 0;
    Holds holds = Holds::value;
    bool may_be_blank = false; // a needed reference or date of which a half-done design knows nothing stands as ""
    bool ranged = false;
    std::string opening; // ` key="`
    std::string_view name() const { return std::string_view(opening).substr(1, opening.size() - 3); }
};

struct PartLayout;

struct Layout {
    std::string element;
    const Record* record = nullptr;
    std::vector<Slot> slots;       // every field but parts
    std::vector<PartLayout> parts; // fields of parts
    std::uint64_t needed = 0;      // by field index
};

struct PartLayout {
    const Field* field = nullptr;
    Layout layout;
};

const Layout& layout_of(Kind kind);

bool is_reference(FieldType type);

} // namespace riser
