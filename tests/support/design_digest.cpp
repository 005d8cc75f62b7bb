// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/design_digest.h"

#include "model/fields/row_text.h"
#include "model/fields/table_access.h"

namespace riser {

namespace {

struct Hash {
    std::uint64_t value = 0xcbf29ce484222325U;
    void add(std::string_view text) {
        for (const char c : text)
            value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        value = (value ^ 0x1f) * 0x100000001b3U;
    }
    void add(std::uint64_t n) {
        for (int i = 0; i < 8; ++i, n >>= 8)
            value = (value ^ (n & 0xff)) * 0x100000001b3U;
    }
    void add(const ExtrasRef& extras) {
        const Extras* some = extras.get();
        if (!some)
            return;
        for (const Extras::Attribute& attribute : some->attributes) {
            add(attribute.name);
            add(attribute.value);
        }
        for (const std::string& text : some->before)
            add(text);
        for (const std::string& text : some->children)
            add(text);
    }
};

} // namespace

std::uint64_t design_digest(const Design& design) {
    Hash hash;
    for (const TableAccess& table : all_tables()) {
        hash.add(table.size(design));
        table.for_each(design, [&](const void* row) {
            hash.add(table.id(row));
            hash.add(table.base(row)->pins.mask);
            hash.add(table.base(row)->extras);
            for (const Field& field : table.record->fields)
                if (!field.is_default(row))
                    hash.add(field_text(field, row));
                else
                    hash.add(std::uint64_t{0});
        });
    }
    for (const ExtrasRef& extras : design.table_extras)
        hash.add(extras);
    hash.add(design.document_extras);
    return hash.value;
}

} // namespace riser
