// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a journal: a line naming the file it belongs to, then records, each with length, number and checksum, so
// that wherever writing stopped, the whole records before are found and nothing after is believed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

enum class JournalKind : char {
    edit = 'E',
    save = 'S', // payload: hash of the file that holds the edits before it
};

struct JournalRecord {
    JournalKind kind{};
    std::string_view payload;
};

struct JournalContents {
    std::optional<std::string>
        base; // hash of the file it belongs to; empty text for one never saved; absent: no journal
    std::vector<JournalRecord> records;
    std::size_t good_bytes = 0; // header and whole records
    bool torn = false;          // something follows them
};

std::string journal_header(std::string_view base);
std::string journal_record(JournalKind kind, std::uint32_t number, std::string_view payload);
// Views into `bytes`. Never fails: what is not whole is torn.
JournalContents parse_journal(std::string_view bytes);

// CRC-32 (IEEE 802.3).
std::uint32_t crc32(std::string_view bytes);

} // namespace riser
