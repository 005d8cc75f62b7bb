// SPDX-License-Identifier: GPL-3.0-or-later
// How a member's type is written as text and read back, strictly and without the locale, and how a Field is made of a
// pointer to member. Only the sources of fields/ include this.
#pragma once

#include "model/fields/field.h"

#include <charconv>
#include <type_traits>

namespace riser {

template<class T> struct IsQuantity : std::false_type {};
template<class Unit, class Rep> struct IsQuantity<Quantity<Unit, Rep>> : std::true_type {};
template<class T> struct IsId : std::false_type {};
template<class Row> struct IsId<Id<Row>> : std::true_type { using row = Row; };
template<class T> struct IsOptional : std::false_type {};
template<class T> struct IsOptional<std::optional<T>> : std::true_type {};
template<class T> struct IsVector : std::false_type {};
template<class T> struct IsVector<std::vector<T>> : std::true_type {};
template<class T>
concept Whole = (std::integral<T> && !std::same_as<T, bool>) || IsQuantity<T>::value;

// What a type is called and needs in the field table.
template<class T> struct Codec;

template<class Number> bool read_whole(std::string_view text, Number& out) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    // One spelling a number: no "+1", "007", "-0".
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return code == std::errc() && end == text.data() + text.size() && (digits == text || out != 0) &&
           (digits.size() == 1 || digits[0] != '0');
}
template<class Number> void write_whole(Number value, std::string& out) {
    char buffer[24];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

// Calls item(word) for each of the words separated by single spaces; false when one is refused or empty.
template<class Item> bool read_words(std::string_view text, char separator, Item item) {
    if (text.empty())
        return true;
    for (std::size_t at = 0;;) {
        const std::size_t next = text.find(separator, at);
        const std::string_view word = text.substr(at, next == std::string_view::npos ? next : next - at);
        if (word.empty() || !item(word))
            return false;
        if (next == std::string_view::npos)
            return true;
        at = next + 1;
    }
}

bool read_point(std::string_view text, Point& out);
void write_point(Point point, std::string& out);
bool read_points(std::string_view text, std::vector<Point>& out);
void write_points(std::span<const Point> points, std::string& out);
bool read_polygon(std::string_view text, Polygon& out);
void write_polygon(const Polygon& polygon, std::string& out);
bool read_origin(std::string_view text, Origin& out);
void write_origin(const Origin& origin, std::string& out);

template<> struct Codec<std::string> {
    static constexpr FieldType type = FieldType::text;
    static void write(const std::string& v, std::string& out) { out += v; }
    static bool read(std::string_view text, std::string& v) { return v = text, true; }
};
template<> struct Codec<bool> {
    static constexpr FieldType type = FieldType::flag;
    static void write(bool v, std::string& out) { out += v ? "true" : "false"; }
    static bool read(std::string_view text, bool& v) { return v = text == "true", v || text == "false"; }
};
template<Whole T> struct Codec<T> {
    static constexpr FieldType type = FieldType::whole;
    static void write(T v, std::string& out) {
        if constexpr (IsQuantity<T>::value)
            write_whole(v.value, out);
        else
            write_whole(v, out);
    }
    static bool read(std::string_view text, T& v) {
        if constexpr (IsQuantity<T>::value)
            return read_whole(text, v.value);
        else
            return read_whole(text, v);
    }
};
template<class T>
requires std::is_enum_v<T>
struct Codec<T> {
    static constexpr FieldType type = FieldType::choice;
    static void write(T v, std::string& out) { out += key_of(v); }
    static bool read(std::string_view text, T& v) {
        const std::optional<T> found = choice_of<T>(text);
        return found ? (v = *found, true) : false;
    }
};
template<class Row> struct Codec<Id<Row>> {
    static constexpr FieldType type = FieldType::reference;
    static void write(Id<Row> v, std::string& out) { out += to_string(v); }
    static bool read(std::string_view text, Id<Row>& v) {
        const std::string_view prefix = id_prefix(kind_of<Row>);
        return text.size() == prefix.size() + 11 && text.starts_with(prefix) && text[prefix.size()] == '-' &&
               parse_id_digits(text.substr(prefix.size() + 1), v.value);
    }
};
template<> struct Codec<AnyId> {
    static constexpr FieldType type = FieldType::any_reference;
    static void write(AnyId v, std::string& out) { out += to_string(v); }
    static bool read(std::string_view text, AnyId& v) {
        const std::optional<AnyId> id = parse_any_id(text);
        return id ? (v = *id, true) : false;
    }
};
template<> struct Codec<Point> {
    static constexpr FieldType type = FieldType::point;
    static void write(Point v, std::string& out) { write_point(v, out); }
    static bool read(std::string_view text, Point& v) { return read_point(text, v); }
};
template<> struct Codec<Polyline> {
    static constexpr FieldType type = FieldType::points;
    static void write(const Polyline& v, std::string& out) { write_points(v, out); }
    static bool read(std::string_view text, Polyline& v) { return read_points(text, v); }
};
template<> struct Codec<Polygon> {
    static constexpr FieldType type = FieldType::polygon;
    static void write(const Polygon& v, std::string& out) { write_polygon(v, out); }
    static bool read(std::string_view text, Polygon& v) { return read_polygon(text, v); }
};
template<> struct Codec<Origin> {
    static constexpr FieldType type = FieldType::text;
    static void write(const Origin& v, std::string& out) { write_origin(v, out); }
    static bool read(std::string_view text, Origin& v) { return read_origin(text, v); }
};
template<class T> struct ParsedCodec {
    static void write(const T& v, std::string& out) { out += to_string(v); }
    static bool read(std::string_view text, T& v) {
        const std::optional<T> parsed = T::parse(text);
        return parsed ? (v = *parsed, true) : false;
    }
};
template<> struct Codec<Date> : ParsedCodec<Date> { static constexpr FieldType type = FieldType::date; };
template<> struct Codec<IpAddress> : ParsedCodec<IpAddress> { static constexpr FieldType type = FieldType::address; };
template<> struct Codec<IpPrefix> : ParsedCodec<IpPrefix> { static constexpr FieldType type = FieldType::prefix; };
template<> struct Codec<std::optional<VlanNumber>> {
    static constexpr FieldType type = FieldType::vlan_number;
    static void write(const std::optional<VlanNumber>& v, std::string& out) {
        if (v)
            write_whole(v->number(), out);
    }
    static bool read(std::string_view text, std::optional<VlanNumber>& v) {
        return (v = VlanNumber::parse(text)).has_value();
    }
};
template<class T> struct Codec<std::optional<T>> {
    static constexpr FieldType type = Codec<T>::type;
    static void write(const std::optional<T>& v, std::string& out) { // nothing when absent
        if (v)
            Codec<T>::write(*v, out);
    }
    static bool read(std::string_view text, std::optional<T>& v) { return Codec<T>::read(text, v.emplace()); }
};
// Lists of words: ids, choices.
template<class T>
requires IsId<T>::value || std::is_enum_v<T> || std::same_as<T, AnyId>
struct Codec<std::vector<T>> {
    static constexpr FieldType type = IsId<T>::value      ? FieldType::references
                                      : std::is_enum_v<T> ? FieldType::choices
                                                          : FieldType::any_references;
    static void write(const std::vector<T>& v, std::string& out) {
        for (std::size_t i = 0; i < v.size(); ++i) {
            if (i > 0)
                out += ' ';
            Codec<T>::write(v[i], out);
        }
    }
    static bool read(std::string_view text, std::vector<T>& v) {
        v.clear();
        return read_words(text, ' ', [&](std::string_view word) { return Codec<T>::read(word, v.emplace_back()); });
    }
};

// The fields of `Row`: FieldsOf<Room>::of<&Room::name>("name", {"名称", "Name"}).
template<class Row> struct FieldsOf {
    template<auto Member> static auto& member(const void* row) { return static_cast<const Row*>(row)->*Member; }
    template<auto Member> static auto& member(void* row) { return static_cast<Row*>(row)->*Member; }

    template<auto Member> static Field common(std::string_view key, Label label) {
        Field field;
        field.key = key;
        field.label = label;
        field.is_default = [](const void* row) {
            static const Row fresh{};
            return member<Member>(row) == fresh.*Member;
        };
        field.equal = [](const void* a, const void* b) { return member<Member>(a) == member<Member>(b); };
        field.copy = [](const void* from, void* to) { member<Member>(to) = member<Member>(from); };
        return field;
    }

    template<auto Member> static Field of(std::string_view key, Label label) {
        using T = std::remove_cvref_t<decltype(std::declval<Row>().*Member)>;
        Field field = common<Member>(key, label);
        if constexpr (std::same_as<T, Text>) {
            field.type = FieldType::bilingual;
            field.bilingual = [](const void* row) -> const Text* { return &member<Member>(row); };
            field.bilingual_edit = [](void* row) -> Text* { return &member<Member>(row); };
        } else {
            field.type = Codec<T>::type;
            field.write = [](const void* row, std::string& out) { Codec<T>::write(member<Member>(row), out); };
            field.read = [](std::string_view text, void* row) { return Codec<T>::read(text, member<Member>(row)); };
            describe_type<Member, T>(field);
        }
        return field;
    }

    template<auto Member> static Field parts(std::string_view key, Label label) {
        using Part = typename std::remove_cvref_t<decltype(std::declval<Row>().*Member)>::value_type;
        Field field = common<Member>(key, label);
        field.type = FieldType::parts;
        field.part = &record_of<Part>();
        field.part_count = [](const void* row) { return member<Member>(row).size(); };
        field.part_at = [](const void* row, std::size_t i) -> const void* { return &member<Member>(row)[i]; };
        field.part_append = [](void* row) -> void* { return &member<Member>(row).emplace_back(); };
        return field;
    }

  private:
    template<auto Member, class T> static void describe_type(Field& field) {
        if constexpr (Whole<T>) {
            field.number = [](const void* row) { return number_of(member<Member>(row)); };
            if constexpr (IsQuantity<T>::value)
                field.unit = T::unit::symbol;
        } else if constexpr (IsOptional<T>::value) {
            using Inner = typename T::value_type;
            if constexpr (IsQuantity<Inner>::value) {
                field.unit = Inner::unit::symbol;
                field.number = [](const void* row) {
                    const T& value = member<Member>(row);
                    return value ? number_of(*value) : std::int64_t{0};
                };
            } else {
                describe_item<Inner>(field);
            }
        } else if constexpr (IsVector<T>::value) {
            describe_item<typename T::value_type>(field);
        } else {
            describe_item<T>(field);
        }
        if (field.type == FieldType::reference || field.type == FieldType::any_reference ||
            field.type == FieldType::references || field.type == FieldType::any_references)
            field.for_each_reference = [](const void* row, void (*visit)(void*, AnyId), void* context) {
                visit_references(member<Member>(row), visit, context);
            };
    }
    template<class T> static void describe_item(Field& field) {
        if constexpr (std::is_enum_v<T>)
            field.choice_list = choices(T{});
        if constexpr (IsId<T>::value)
            field.target = kind_of<typename IsId<T>::row>;
    }
    template<class T> static std::int64_t number_of(const T& value) {
        if constexpr (IsQuantity<T>::value)
            return static_cast<std::int64_t>(value.value);
        else
            return static_cast<std::int64_t>(value);
    }
    template<class T> static void visit_references(const T& value, void (*visit)(void*, AnyId), void* context) {
        if constexpr (IsOptional<T>::value) {
            if (value)
                visit_references(*value, visit, context);
        } else if constexpr (IsVector<T>::value) {
            for (const auto& item : value)
                visit_references(item, visit, context);
        } else if constexpr (IsId<T>::value || std::same_as<T, AnyId>) {
            if (value.value != 0)
                visit(context, AnyId(value));
        }
    }
};

// The record of an entity: its own fields, then those every row has.
template<class Row> Record describe(Label label, std::vector<Field> fields) {
    using F = FieldsOf<Row>;
    Record record{{}, label, std::move(fields)};
    auto& out = record.fields;
    if constexpr (std::derived_from<Row, PhysicalRow>) {
        out.push_back(F::template of<&Row::status>("status", {"状态", "Status"}));
        out.push_back(F::template of<&Row::phase>("phase", {"期", "Phase"}));
        out.push_back(F::template of<&Row::package>("package", {"标段", "Package"}));
        out.push_back(F::template of<&Row::supplier>("supplier", {"供货", "Supplied by"}));
        out.push_back(F::template of<&Row::scope>("scope", {"承包范围", "Scope"}));
        out.push_back(F::template of<&Row::evidence>("source", {"依据", "Source"}));
    }
    out.push_back(F::template of<&Row::origin>("origin", {"来源", "Origin"}));
    ensure(out.size() <= 64, "a record has at most 64 fields, for pins");
    return record;
}

} // namespace riser
