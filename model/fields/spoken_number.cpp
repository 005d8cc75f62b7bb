// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/spoken_number.h"

#include "model/fields/spoken.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace riser {

namespace {

struct Unit {
    std::string_view stored; // of which it counts `factor`
    std::string_view name;
    std::int64_t factor = 1;
};

constexpr Unit units[] = {
    {"mm", "mm", 1},
    {"mm", "毫米", 1},
    {"mm", "cm", 10},
    {"mm", "厘米", 10},
    {"mm", "m", 1'000},
    {"mm", "米", 1'000},
    {"mm", "km", 1'000'000},
    {"mm2", "mm2", 1},
    {"mm2", "mm²", 1},
    {"mm2", "cm2", 100},
    {"mm2", "cm²", 100},
    {"mm2", "m2", 1'000'000},
    {"mm2", "m²", 1'000'000},
    {"minor currency units", "元", 100},
    {"minor currency units", "分", 1},
    {"minor currency units", "CNY", 100},
    {"bit/s", "bit/s", 1},
    {"bit/s", "kbit/s", 1'000},
    {"bit/s", "Mbit/s", 1'000'000},
    {"bit/s", "Gbit/s", 1'000'000'000},
    {"bit/s", "Tbit/s", 1'000'000'000'000},
    {"bit/s", "M", 1'000'000},
    {"bit/s", "G", 1'000'000'000},
    {"bit/s", "Mbps", 1'000'000},
    {"bit/s", "Gbps", 1'000'000'000},
    {"mW", "mW", 1},
    {"mW", "W", 1'000},
    {"mW", "瓦", 1'000},
    {"mW", "kW", 1'000'000},
    {"mW", "千瓦", 1'000'000},
    {"VA", "VA", 1},
    {"VA", "kVA", 1'000},
    {"0.01 %", "%", 100},
    {"0.01 %", "‰", 10},
    {"0.1 degC", "degC", 10},
    {"0.1 degC", "°C", 10},
    {"0.1 degC", "℃", 10},
    {"g", "g", 1},
    {"g", "克", 1},
    {"g", "kg", 1'000},
    {"g", "千克", 1'000},
    {"g", "t", 1'000'000},
    {"s", "s", 1},
    {"s", "秒", 1},
    {"s", "min", 60},
    {"s", "分钟", 60},
    {"s", "h", 3'600},
    {"s", "小时", 3'600},
    {"s", "d", 86'400},
    {"s", "天", 86'400},
    {"h", "h", 1},
    {"h", "小时", 1},
    {"h", "d", 24},
    {"h", "天", 24},
    {"0.001 dB", "dB", 1'000},
    {"0.001 deg", "deg", 1'000},
    {"0.001 deg", "°", 1'000},
    {"0.001 deg", "度", 1'000},
    {"mOhm", "mOhm", 1},
    {"mOhm", "mΩ", 1},
    {"mOhm", "Ohm", 1'000},
    {"mOhm", "Ω", 1'000},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits, with commas before each three of them or none; false when they are not so.
bool take_digits(std::string_view whole, std::string& digits) {
    if (whole.find(',') == std::string_view::npos) {
        digits += whole;
        return std::ranges::all_of(whole, is_digit);
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        const bool comma = (whole.size() - at) % 4 == 0;
        if (at == 0 ? !is_digit(whole[0]) : comma != (whole[at] == ','))
            return false;
        if (whole[at] != ',') {
            if (!is_digit(whole[at]))
                return false;
            digits += whole[at];
        }
    }
    return true;
}

} // namespace

std::optional<std::int64_t> spoken_number(std::string_view text, std::string_view stored, std::int64_t bare) {
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',' || text[end] == '-'))
        ++end;
    std::string_view number = text.substr(0, end);
    std::string_view unit = text.substr(end);
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    std::int64_t factor = bare;
    if (!unit.empty()) {
        const auto* found =
            std::ranges::find_if(units, [&](const Unit& u) { return u.stored == stored && u.name == unit; });
        if (found == std::end(units))
            return std::nullopt;
        factor = found->factor;
    }
    const bool negative = number.starts_with('-');
    if (negative)
        number.remove_prefix(1);
    const std::size_t point = number.find('.');
    std::string digits(negative ? "-" : "");
    if (number.empty() || number[0] == '.' || !take_digits(number.substr(0, point), digits))
        return std::nullopt;
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : number.substr(point + 1);
    if (!std::ranges::all_of(fraction, is_digit) || (point != std::string_view::npos && fraction.empty()))
        return std::nullopt;
    while (fraction.ends_with('0'))
        fraction.remove_suffix(1);
    // Each digit behind the point takes a ten out of the factor, as long as it has one.
    for (; !fraction.empty() && factor % 10 == 0; fraction.remove_prefix(1), factor /= 10)
        digits += fraction[0];
    std::int64_t tenths = 1;
    for (; !fraction.empty() && tenths < 1'000'000; fraction.remove_prefix(1), tenths *= 10)
        digits += fraction[0];
    std::int64_t value = 0;
    const auto [stop, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (!fraction.empty() || code != std::errc() || stop != digits.data() + digits.size() ||
        __builtin_mul_overflow(value, factor, &value) || value % tenths != 0)
        return std::nullopt;
    return value / tenths;
}

std::string unit_names(std::string_view stored) {
    std::string out;
    for (const Unit& unit : units)
        if (unit.stored == stored)
            out += (out.empty() ? "" : " ") + std::string(unit.name);
    return out;
}

std::string scaled_text(std::int64_t value, std::int64_t factor) {
    std::size_t places = 0;
    std::int64_t rest = factor;
    for (; rest > 1 && rest % 10 == 0; rest /= 10)
        ++places;
    if (rest != 1 || places == 0)
        return std::to_string(value);
    std::string out = std::to_string(value);
    const bool negative = value < 0;
    out.erase(0, negative ? 1 : 0);
    if (out.size() <= places)
        out.insert(0, places + 1 - out.size(), '0');
    out.insert(out.size() - places, 1, '.');
    while (out.ends_with('0'))
        out.pop_back();
    if (out.ends_with('.'))
        out.pop_back();
    return negative ? "-" + out : out;
}

SpokenUnit spoken_unit(std::string_view stored) {
    static constexpr struct {
        std::string_view stored, zh, en;
        std::int64_t factor;
    } list[] = {{"minor currency units", "元", "currency", 100},
                {"mm2", "mm²", "mm²", 1},
                {"bit/s", "Mbit/s", "Mbit/s", 1'000'000},
                {"mW", "W", "W", 1'000},
                {"0.01 %", "%", "%", 100},
                {"0.1 degC", "°C", "°C", 10},
                {"g", "kg", "kg", 1'000},
                {"0.001 dB", "dB", "dB", 1'000},
                {"0.001 deg", "°", "°", 1'000},
                {"mOhm", "mΩ", "mΩ", 1}};
    for (const auto& unit : list)
        if (unit.stored == stored)
            return {{std::string(unit.zh), std::string(unit.en)}, unit.factor};
    return {same_text(stored), 1};
}

} // namespace riser
