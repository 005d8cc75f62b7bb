// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_design.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

using Ids = std::array<std::vector<std::uint64_t>, kind_count>;

class Filler {
  public:
    Filler(std::mt19937_64& random, const Ids& ids) : random_(random), ids_(ids) {}

    void fill_row(const TableAccess& table, void* row) {
        fill(*table.record, row);
        RowBase& base = *table.base_edit(row);
        const std::size_t fields = table.record->fields.size();
        if (one_in(4))
            base.pins.mask = random_() & ((std::uint64_t{1} << (fields - 1) << 1) - 1);
        if (one_in(50)) {
            Extras extras;
            extras.before.push_back("<!-- 说明 " + std::to_string(below(1000)) + " -->");
            base.extras = ExtrasRef(std::move(extras));
        }
    }

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }

  private:
    void fill(const Record& record, void* row) {
        for (const Field& field : record.fields)
            if (!field.optional || !one_in(4))
                fill(field, row);
    }

    void fill(const Field& field, void* row) {
        if (field.type == FieldType::bilingual) {
            Text& text = *field.bilingual_edit(row);
            text.zh = one_in(5) ? "" : text_value();
            text.en = one_in(5) ? "" : text_value();
        } else if (field.type == FieldType::parts) {
            for (std::size_t n = below(4); n > 0; --n)
                fill(*field.part, field.part_append(row));
        } else if (field.type == FieldType::whole) {
            whole(field, row);
        } else {
            ensure(field.read(value(field), row), "a random value is one its field takes");
        }
    }

    std::string value(const Field& field) {
        switch (field.type) {
        case FieldType::flag:
            return one_in(2) ? "true" : "false";
        case FieldType::choice:
            return choice(field);
        case FieldType::choices:
            return list(below(4), [&] { return choice(field); });
        case FieldType::reference:
        case FieldType::any_reference:
            return reference(field);
        case FieldType::references:
        case FieldType::any_references:
            return list(below(4), [&] { return reference(field); });
        case FieldType::point:
            return point(any_point());
        case FieldType::points:
            return list(below(6), [&] { return point(any_point()); });
        case FieldType::polygon:
            return polygon();
        case FieldType::date:
            return to_string(
                Date{std::int16_t(1990 + below(80)), std::uint8_t(1 + below(12)), std::uint8_t(1 + below(28))});
        case FieldType::address:
            return to_string(address());
        case FieldType::prefix:
            return prefix();
        case FieldType::vlan_number:
            return std::to_string(1 + below(4094));
        default:
            return field.key == "origin" ? origin() : text_value();
        }
    }

    template<class Item> std::string list(std::size_t count, Item item) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            (out += i == 0 ? "" : " ") += item();
        return out;
    }

    std::string choice(const Field& field) {
        return std::string(field.choice_list[below(field.choice_list.size())].key);
    }

    std::string reference(const Field& field) {
        const Kind kind = field.target.value_or(static_cast<Kind>(below(kind_count)));
        const auto& known = ids_[static_cast<std::size_t>(kind)];
        const std::uint64_t id = known.empty() || one_in(10) ? (random_() & id_mask) | 1 : known[below(known.size())];
        return to_string(AnyId(kind, id));
    }

    std::string text_value() {
        static constexpr std::string_view pieces[] = {"3F", "A",    "-",   "024", " ",     "  ", "会议室", "弱电间",
                                                      "é",  "😀",    "&",   "<",   ">",     "\"", "'",      "\n",
                                                      "\t", "\r\n", "]]>", "--",  "&amp;", "#",  ":",      "\\"};
        std::string out;
        for (std::size_t n = below(one_in(40) ? 400 : 6); n > 0; --n)
            out += pieces[below(std::size(pieces))];
        return out;
    }

    std::string origin() {
        static constexpr std::string_view kinds[] = {"typed", "imported", "planned", "typical"};
        std::string out(kinds[below(4)]);
        if (one_in(2))
            out += one_in(2) ? ":outlets" : ":C\\:\\\\plans\\\\3F.dxf";
        else
            out += ":";
        return one_in(2) ? out + ":rm-7k3qx9m2pv:1 & \"2\"" : out == "typed:" ? "typed" : out;
    }

    // From the range of the field, its ends among them; what does not fit its type is tried again smaller.
    void whole(const Field& field, void* row) {
        for (unsigned bits = 63; bits > 0; bits -= bits > 8 ? 8 : 1) {
            const auto wide = static_cast<std::int64_t>(random_() & ((std::uint64_t{1} << bits) - 1));
            std::int64_t number = one_in(2) ? wide % 100000 : one_in(2) ? wide : -wide;
            if (one_in(8))
                number = one_in(2) ? field.low : field.high;
            number = std::clamp(number, field.low, field.high);
            if (field.read(std::to_string(number), row))
                return;
        }
        ensure(field.read(std::to_string(std::max<std::int64_t>(field.low, 0)), row), "some number suits every field");
    }

    static std::string point(Point p) { return std::to_string(p.x) + ',' + std::to_string(p.y); }
    std::int32_t coordinate() {
        const std::size_t reach = one_in(20) ? max_coordinate : 200'000;
        return static_cast<std::int32_t>(below(2 * reach + 1)) - static_cast<std::int32_t>(reach);
    }
    Point any_point() { return {coordinate(), coordinate()}; }

    // A rectangle, at times with a rectangular hole: simple, so that geometry may use it.
    std::string polygon() {
        const Point low{static_cast<std::int32_t>(below(200'000)), static_cast<std::int32_t>(below(200'000))};
        const auto width = static_cast<std::int32_t>(1000 + below(20'000));
        const auto depth = static_cast<std::int32_t>(1000 + below(20'000));
        std::string out = ring(low, width, depth);
        if (one_in(4))
            (out += ';') += ring(low + Point{100, 100}, width / 2, depth / 2);
        return out;
    }
    static std::string ring(Point low, std::int32_t width, std::int32_t depth) {
        const Point corners[] = {low, low + Point{width, 0}, low + Point{width, depth}, low + Point{0, depth}};
        std::string out;
        for (const Point& corner : corners)
            (out += out.empty() ? "" : " ") += point(corner);
        return out;
    }

    IpAddress address() {
        IpAddress out;
        out.is_v6 = one_in(3);
        for (std::size_t i = 0; i < (out.is_v6 ? 16 : 4); ++i)
            out.bytes[i] = static_cast<std::uint8_t>(one_in(3) ? 0 : random_());
        return out;
    }
    std::string prefix() {
        IpPrefix out{address(), 0};
        const std::size_t width = out.address.is_v6 ? 128 : 32;
        out.length = static_cast<std::uint8_t>(below(width + 1));
        for (std::size_t bit = out.length; bit < width; ++bit)
            out.address.bytes[bit / 8] = static_cast<std::uint8_t>(out.address.bytes[bit / 8] & ~(0x80U >> bit % 8));
        return to_string(out);
    }

    std::mt19937_64& random_;
    const Ids& ids_;
};

bool one_row_only(Kind kind) { return kind == Kind::projects || kind == Kind::briefs; }

} // namespace

Design random_design(std::uint64_t seed, std::size_t rows_per_table) {
    std::mt19937_64 random(seed);
    IdSource source(seed ^ 0x9e3779b97f4a7c15U);
    Ids ids;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        const bool one = one_row_only(static_cast<Kind>(kind));
        for (std::size_t i = 0; i < (one ? std::min<std::size_t>(rows_per_table, 1) : rows_per_table); ++i)
            ids[kind].push_back(one ? the_project.value : source.next_value());
        std::sort(ids[kind].begin(), ids[kind].end());
    }
    Filler filler(random, ids);
    Design design;
    for (const TableAccess& table : all_tables()) {
        std::vector<std::shared_ptr<void>> rows;
        for (const std::uint64_t id : ids[static_cast<std::size_t>(table.kind)]) {
            rows.push_back(table.make());
            table.set_id(rows.back().get(), id);
            filler.fill_row(table, rows.back().get());
        }
        table.assign(design, std::move(rows));
    }
    return design;
}

void change_at_random(Design& design, std::mt19937_64& random, std::size_t rows) {
    Ids ids;
    for (const TableAccess& table : all_tables())
        table.for_each(design,
                       [&](const void* row) { ids[static_cast<std::size_t>(table.kind)].push_back(table.id(row)); });
    Filler filler(random, ids);
    for (std::size_t i = 0; i < rows; ++i) {
        const TableAccess& table = all_tables()[filler.below(kind_count)];
        const auto& known = ids[static_cast<std::size_t>(table.kind)];
        const std::uint64_t old = known.empty() ? 0 : known[filler.below(known.size())];
        if (old != 0 && filler.one_in(4)) {
            table.erase(design, old);
            continue;
        }
        const bool add = old == 0 || (filler.one_in(2) && !one_row_only(table.kind));
        const void* const before = add ? nullptr : table.find(design, old);
        std::shared_ptr<void> row = before ? table.clone(before) : table.make();
        const std::uint64_t fresh = one_row_only(table.kind) ? the_project.value : (random() & id_mask) | 1;
        table.set_id(row.get(), add ? fresh : old);
        if (before) {
            const auto& fields = table.record->fields;
            const std::shared_ptr<void> other = table.make();
            filler.fill_row(table, other.get());
            fields[filler.below(fields.size())].copy(other.get(), row.get());
        } else {
            filler.fill_row(table, row.get());
        }
        table.put(design, std::move(row));
    }
}

} // namespace riser
