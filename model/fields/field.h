// SPDX-License-Identifier: GPL-3.0-or-later
// One description per entity: each field's key, member, unit, label in both languages and constraints, type-erased.
// Reading, writing, diffing, merging, JSON, the inspector's form, the XSD and the format's documentation all walk it.
#pragma once

#include "model/design.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

struct Label {
    std::string_view zh;
    std::string_view en;
};

// One value of an enumeration; the position in its list is the enumerator.
struct Choice {
    std::string_view key;
    Label label;
};

enum class FieldType {
    text,
    bilingual, // two attributes: key.zh, key.en
    whole,     // number, with `unit` unless it is a count
    flag,
    choice,
    reference,     // id of kind `target`
    any_reference, // id of any kind
    references,    // ids of kind `target`, separated by spaces
    any_references,
    choices, // keys separated by spaces
    point,   // "x,y"
    points,  // "x,y x,y …"
    polygon, // rings separated by ";", the outer one first
    date,
    address,
    prefix,
    vlan_number,
    parts, // child elements, each with the fields of `part`
};

struct Record;

// Functions take the row (or part) that the record describes.
struct Field {
    std::string_view key;
    Label label;
    FieldType type{};
    std::string_view unit;
    bool optional = true;         // may be absent
    std::int64_t low = INT64_MIN; // of whole numbers
    std::int64_t high = INT64_MAX;
    std::span<const Choice> choice_list;
    std::optional<Kind> target;
    const Record* part = nullptr;

    bool (*is_default)(const void* row) = nullptr; // then it is not written
    bool (*equal)(const void* a, const void* b) = nullptr;
    void (*copy)(const void* from, void* to) = nullptr;
    void (*write)(const void* row, std::string& out) = nullptr; // appends the canonical text
    bool (*read)(std::string_view text, void* row) = nullptr;   // false: malformed
    std::int64_t (*number)(const void* row) = nullptr;          // of whole numbers
    const Text* (*bilingual)(const void* row) = nullptr;        // of bilingual
    Text* (*bilingual_edit)(void* row) = nullptr;
    void (*for_each_reference)(const void* row, void (*visit)(void* context, AnyId id), void* context) = nullptr;
    std::size_t (*part_count)(const void* row) = nullptr; // of parts
    const void* (*part_at)(const void* row, std::size_t index) = nullptr;
    void* (*part_append)(void* row) = nullptr;

    Field need() &&;                                       // must be present
    Field range(std::int64_t least, std::int64_t most) &&; // inclusive
};

// The record of an entity or of a part.
struct Record {
    std::string_view element; // of a part; entities take theirs from the kind
    Label label;
    std::vector<Field> fields;
    const Field* find(std::string_view key) const;
    std::size_t index_of(std::string_view key) const; // fields.size() when there is none
};

#define RISER_RECORD(Type, table, prefix, element) const Record& record_of(const Type*);
RISER_TABLES(RISER_RECORD)
#undef RISER_RECORD
const Record& record_of(const RunCompartment*);
const Record& record_of(const RouteStep*);
const Record& record_of(const ElementRange*);
const Record& record_of(const PortGroup*);
const Record& record_of(const AclRule*);
const Record& record_of(const RuleParameter*);

template<class Row> const Record& record_of() { return record_of(static_cast<const Row*>(nullptr)); }

std::span<const Choice> choices(OriginKind);
std::span<const Choice> choices(Status);
std::span<const Choice> choices(Supplier);
std::span<const Choice> choices(Scope);
std::span<const Choice> choices(Evidence);

// The label of an enumerator: label_of(RoomUse::office) == {"办公室", "Office"}.
template<class Enum> Text label_of(Enum value) {
    const Choice& choice = choices(value)[static_cast<std::size_t>(value)];
    return {std::string(choice.label.zh), std::string(choice.label.en)};
}
template<class Enum> std::string_view key_of(Enum value) { return choices(value)[static_cast<std::size_t>(value)].key; }
template<class Enum> std::optional<Enum> choice_of(std::string_view key) {
    const std::span<const Choice> list = choices(Enum{});
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].key == key)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace riser
