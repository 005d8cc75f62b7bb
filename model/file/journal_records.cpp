// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/journal_records.h"

#include "model/file/sha256.h"

#include <array>

namespace riser {

namespace {

constexpr std::string_view header_start = "riser-journal 1 ";
constexpr std::string_view never_saved = "-";
constexpr std::string_view record_start = "\x1eRJ1";
constexpr std::size_t record_header = 4 + 1 + 4 + 4 + 4; // start, kind, length, number, checksum

constexpr std::array<std::uint32_t, 256> crc_table = [] {
    std::array<std::uint32_t, 256> out{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        out[i] = i;
        for (int bit = 0; bit < 8; ++bit)
            out[i] = (out[i] >> 1) ^ ((out[i] & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return out;
}();

std::uint32_t crc_update(std::uint32_t crc, std::string_view bytes) {
    for (const char c : bytes)
        crc = crc >> 8 ^ crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFF];
    return crc;
}

void append_number(std::uint32_t number, std::string& out) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(number >> shift & 0xFF);
}
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// Of everything but the start and itself.
std::uint32_t record_checksum(std::string_view kind_length_number, std::string_view payload) {
    return ~crc_update(crc_update(~0U, kind_length_number), payload);
}

std::optional<JournalRecord> record_at(std::string_view bytes, std::uint32_t number) {
    if (bytes.size() < record_header || !bytes.starts_with(record_start))
        return std::nullopt;
    const std::size_t length = number_at(bytes, 5);
    if (length > bytes.size() - record_header || number_at(bytes, 9) != number)
        return std::nullopt;
    const std::string_view payload = bytes.substr(record_header, length);
    const char kind = bytes[4];
    const bool known = kind == static_cast<char>(JournalKind::edit) || kind == static_cast<char>(JournalKind::save);
    if (!known || number_at(bytes, 13) != record_checksum(bytes.substr(4, 9), payload))
        return std::nullopt;
    return JournalRecord{static_cast<JournalKind>(kind), payload};
}

} // namespace

std::uint32_t crc32(std::string_view bytes) { return ~crc_update(~0U, bytes); }

std::string journal_header(std::string_view base) {
    std::string out(header_start);
    return (out += base.empty() ? never_saved : base) += '\n';
}

std::string journal_record(JournalKind kind, std::uint32_t number, std::string_view payload) {
    std::string out(record_start);
    out += static_cast<char>(kind);
    append_number(static_cast<std::uint32_t>(payload.size()), out);
    append_number(number, out);
    append_number(record_checksum(std::string_view(out).substr(4), payload), out);
    return out += payload;
}

JournalContents parse_journal(std::string_view bytes) {
    JournalContents out;
    out.torn = !bytes.empty();
    const std::size_t line = bytes.find('\n');
    if (!bytes.starts_with(header_start) || line == std::string_view::npos)
        return out;
    const std::string_view base = bytes.substr(header_start.size(), line - header_start.size());
    if (base != never_saved && !is_sha256(base))
        return out;
    out.base = base == never_saved ? std::string() : std::string(base);
    out.good_bytes = line + 1;
    while (const std::optional<JournalRecord> record =
               record_at(bytes.substr(out.good_bytes), static_cast<std::uint32_t>(out.records.size()))) {
        out.records.push_back(*record);
        out.good_bytes += record_header + record->payload.size();
    }
    out.torn = out.good_bytes < bytes.size();
    return out;
}

} // namespace riser
