// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/decibels.h"

#include <charconv>

namespace riser {

namespace {

// `value` / 10^digits with exactly so many digits behind the point.
std::string fixed(std::int64_t value, std::size_t digits) {
    std::string out = std::to_string(value < 0 ? -value : value);
    if (out.size() <= digits)
        out.insert(0, digits + 1 - out.size(), '0');
    out.insert(out.size() - digits, 1, '.');
    return value < 0 ? "-" + out : out;
}

} // namespace

std::string display(MilliDecibels loss) {
    const std::int64_t value = loss.value;
    return fixed((value < 0 ? value - 5 : value + 5) / 10, 2) + " dB";
}

std::string display_exact(MilliDecibels loss) {
    std::string out = fixed(loss.value, 3);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.')
        out.pop_back();
    return out + " dB";
}

bool parse_quantity(std::string_view text, MilliDecibels& out) {
    constexpr std::string_view unit = " dB";
    if (!text.ends_with(unit))
        return false;
    text.remove_suffix(unit.size());
    const std::size_t point = text.find('.');
    const std::string_view decimals = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (text.empty() || point == 0 || decimals.size() > 3 || (point != std::string_view::npos && decimals.empty()))
        return false;
    std::string digits(text.substr(0, point));
    digits.append(decimals).append(3 - decimals.size(), '0');
    if (digits.find_first_not_of("0123456789") != std::string::npos)
        return false;
    std::int32_t value = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (code != std::errc() || end != digits.data() + digits.size())
        return false;
    out = MilliDecibels(value);
    return true;
}

MilliDecibels loss_over(Millimetres length, MilliDecibels a_kilometre) {
    constexpr std::int64_t kilometre = 1'000'000;
    return MilliDecibels(
        static_cast<std::int32_t>((std::int64_t{length.value} * a_kilometre.value + kilometre - 1) / kilometre));
}

} // namespace riser
