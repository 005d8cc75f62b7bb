// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/journal_edits.h"

#include "model/fields/table_access.h"
#include "model/file/characters.h"
#include "model/file/row_writer.h"
#include "model/file/storable.h"
#include "model/file/writer.h"

#include <pugixml.hpp>

namespace riser {

namespace {

constexpr std::string_view document_word = "document";

void append_word(std::string_view word, std::string& out) {
    if (!out.empty())
        out += ' ';
    out += word;
}

// The rows that `after` has new or otherwise, with what a newer format said of tables and document where that changed.
Design changed_rows(const Design& before, const Design& after, std::string& erased, std::string& extras) {
    Design patch;
    for (const TableAccess& table : all_tables()) {
        table.diff(before, after, [&](const void* old_row, const void* row) {
            if (row)
                table.put(patch, table.clone(row));
            else
                append_word(to_string(AnyId(table.kind, table.id(old_row))), erased);
        });
        const auto index = static_cast<std::size_t>(table.kind);
        if (!(before.table_extras[index] == after.table_extras[index])) {
            patch.table_extras[index] = after.table_extras[index];
            append_word(table_element(table.kind), extras);
        }
    }
    Extras document;
    remember_format(document, format_of(after)); // so that what is unknown in rows is read again
    patch.document_extras = ExtrasRef(std::move(document));
    if (!(before.document_extras == after.document_extras)) {
        patch.document_extras = after.document_extras;
        append_word(document_word, extras);
    }
    return patch;
}

void append_attribute(std::string_view name, std::string_view value, std::string& out) {
    ((out += ' ') += name) += "=\"";
    append_escaped(value, out);
    out += '"';
}

template<class Visit> void for_each_word(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        visit(text.substr(0, space));
        text.remove_prefix(std::min(space + 1, text.size()));
    }
}

} // namespace

Result<std::string> edit_text(const Design& before, const Design& after, const Text& name) {
    std::string erased;
    std::string extras;
    const Design patch = changed_rows(before, after, erased, extras);
    if (Result<void> fine = storable(patch); !fine)
        return std::move(fine).error();
    std::string out = "<edit";
    append_attribute("name.zh", name.zh, out);
    append_attribute("name.en", name.en, out);
    append_attribute("erased", erased, out);
    append_attribute("extras", extras, out);
    return (out += "/>\n") += write_design(patch);
}

Result<Text> apply_edit(std::string_view text, Design& design, const ReadOptions& options) {
    const std::size_t line = std::min(text.find('\n'), text.size());
    pugi::xml_document header;
    const pugi::xml_parse_result parsed =
        header.load_buffer(text.data(), line, pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node edit = header.child("edit");
    if (!parsed || !edit)
        return Error{ErrorCode::bad_input, {"日志记录损坏", "a journal record is damaged"}, {}, {}};
    Result<Design> patch = read_design(text.substr(std::min(line + 1, text.size())), "journal", options);
    if (!patch)
        return std::move(patch).error();
    for_each_word(edit.attribute("erased").value(), [&](std::string_view word) {
        if (const std::optional<AnyId> id = parse_any_id(word))
            table_access(id->kind).erase(design, id->value);
    });
    for (const TableAccess& table : all_tables())
        table.for_each(*patch, [&](const void* row) { table.put(design, table.clone(row)); });
    for_each_word(edit.attribute("extras").value(), [&](std::string_view word) {
        if (word == document_word)
            design.document_extras = patch->document_extras;
        else if (const std::optional<Kind> kind = kind_of_table_element(word))
            design.table_extras[static_cast<std::size_t>(*kind)] = patch->table_extras[static_cast<std::size_t>(*kind)];
    });
    return Text{edit.attribute("name.zh").value(), edit.attribute("name.en").value()};
}

} // namespace riser
