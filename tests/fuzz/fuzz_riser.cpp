// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes: the reader ends with a design or an error that has its place, and a design it gives can be
// written, read back equal and written again the same.
#include "model/file/brief_reader.h"
#include "model/file/journal_edits.h"
#include "model/file/journal_records.h"
#include "model/file/reader.h"
#include "model/file/storable.h"
#include "model/file/writer.h"

#include <cstddef>
#include <cstdint>

using namespace riser;

namespace {

void expect_settled(const Design& design) {
    ensure(storable(design).has_value(), "what was read can be stored");
    const std::string written = write_design(design);
    const Result<Design> again = read_design(written, "again");
    ensure(again.has_value(), "what was written can be read");
    ensure(*again == design, "what was read back is equal");
    ensure(write_design(*again) == written, "a design has one spelling");
}

void expect_place(const Error& error) {
    ensure(error.where.line > 0 && error.where.column > 0, "an error has its place");
    ensure(!error.message.zh.empty() && !error.message.en.empty(), "an error has its words in both languages");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Result<OpenedDesign> opened = open_design(bytes, "fuzz", {.newer_major = NewerMajor::read_only});
    if (!opened)
        expect_place(opened.error());
    else if (!opened->read_only)
        expect_settled(opened->design);
    if (const Result<Design> brief = read_brief(bytes, "fuzz"))
        expect_settled(*brief);
    else
        expect_place(brief.error());
    const JournalContents journal = parse_journal(bytes);
    ensure(journal.good_bytes <= size, "a journal ends within its file");
    Design design;
    for (const JournalRecord& record : journal.records)
        (void)apply_edit(record.payload, design, {});
    (void)apply_edit(bytes, design, {});
    return 0;
}
