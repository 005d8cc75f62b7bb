// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"

#include <array>

namespace riser {

namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

constexpr std::array<std::int8_t, 256> digit_values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return values;
}();

std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

} // namespace

std::string id_digits(std::uint64_t value) {
    std::string out(10, '0');
    for (std::size_t i = 10; i-- > 0; value >>= 5)
        out[i] = alphabet[value & 31];
    return out;
}

bool parse_id_digits(std::string_view text, std::uint64_t& value) {
    if (text.size() != 10)
        return false;
    std::uint64_t bits = 0;
    for (const char c : text) {
        const int digit = digit_values[static_cast<unsigned char>(c)];
        if (digit < 0)
            return false;
        bits = bits << 5 | static_cast<std::uint64_t>(digit);
    }
    value = bits;
    return bits != 0;
}

std::uint64_t derived_id_value(std::string_view planner, std::string_view subject_key) {
    std::uint64_t hash = fnv1a(subject_key, fnv1a({"\0", 1}, fnv1a(planner, 0xcbf29ce484222325U)));
    // Murmur3's finaliser spreads the low entropy of short keys over all bits.
    hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdU;
    hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53U;
    hash = (hash ^ hash >> 33) & id_mask;
    return hash == 0 ? 1 : hash;
}

IdSource IdSource::random() {
    std::random_device device;
    return IdSource(std::uint64_t{device()} << 32 | device());
}

std::uint64_t IdSource::next_value() {
    std::uint64_t value = 0;
    while (value == 0)
        value = engine_() & id_mask;
    return value;
}

} // namespace riser
