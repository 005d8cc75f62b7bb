// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/units.h"

#include <charconv>
#include <limits>
#include <span>

namespace riser {

namespace {

// value / scale with `decimals` digits, rounded half away from zero; trailing zeros dropped when `trim`.
std::string decimal(std::int64_t value, std::int64_t scale, int decimals, bool trim) {
    std::int64_t power = 1;
    for (int i = 0; i < decimals; ++i)
        power *= 10;
    const bool negative = value < 0;
    const __int128 magnitude = negative ? -static_cast<__int128>(value) : value;
    const auto rounded =
        static_cast<std::int64_t>((magnitude * power * 2 + scale) / (static_cast<__int128>(scale) * 2));
    std::string out = std::to_string(rounded / power);
    if (decimals > 0) {
        std::string fraction = std::to_string(rounded % power);
        fraction.insert(0, static_cast<std::size_t>(decimals) - fraction.size(), '0');
        while (trim && !fraction.empty() && fraction.back() == '0')
            fraction.pop_back();
        if (!fraction.empty())
            out += '.' + fraction;
    }
    return negative && rounded != 0 ? '-' + out : out;
}

struct NamedScale {
    std::string_view name;
    std::int64_t scale; // stored units in one of these
};

// Reads "12.5 unit"; the product with the unit's scale must be whole and fit `Rep`.
template<class Rep> bool parse_scaled(std::string_view text, std::span<const NamedScale> units, Rep& out) {
    std::size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+'))
        negative = text[at++] == '-';
    std::int64_t mantissa = 0;
    std::int64_t divisor = 1;
    int digits = 0;
    bool after_point = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (text[at] < '0' || text[at] > '9')
            break;
        if (++digits > 15)
            return false;
        mantissa = mantissa * 10 + (text[at] - '0');
        if (after_point)
            divisor *= 10;
    }
    while (at < text.size() && text[at] == ' ')
        ++at;
    const std::string_view name = text.substr(at);
    if (digits == 0)
        return false;
    for (const NamedScale& unit : units) {
        if (unit.name != name)
            continue;
        const __int128 scaled = static_cast<__int128>(mantissa) * unit.scale;
        if (scaled % divisor != 0)
            return false;
        const __int128 whole = (negative ? -1 : 1) * (scaled / divisor);
        if (whole < std::numeric_limits<Rep>::min() || whole > std::numeric_limits<Rep>::max())
            return false;
        out = static_cast<Rep>(whole);
        return true;
    }
    return false;
}

constexpr NamedScale length_units[] = {{"mm", 1}, {"cm", 10}, {"m", 1000}, {"km", 1000000}};
constexpr NamedScale area_units[] = {{"mm2", 1}, {"m2", 1000000}, {"m²", 1000000}};
constexpr NamedScale share_units[] = {{"%", 100}};
constexpr NamedScale temperature_units[] = {{"degC", 10}, {"°C", 10}};

} // namespace

std::string display(Millimetres length) { return decimal(length.value, 1000, 1, false) + " m"; }
std::string display(SquareMillimetres area) { return decimal(area.value, 1'000'000, 1, false) + " m²"; }
std::string display(BasisPoints share) { return decimal(share.value, 100, 2, true) + " %"; }
std::string display(DeciCelsius temperature) { return decimal(temperature.value, 10, 1, true) + " °C"; }
std::string display(Milliwatts power) { return decimal(power.value, 1000, 2, true) + " W"; }

std::string display(BitRate rate) {
    constexpr NamedScale steps[] = {
        {"Tbit/s", 1'000'000'000'000}, {"Gbit/s", 1'000'000'000}, {"Mbit/s", 1'000'000}, {"kbit/s", 1'000}};
    for (const NamedScale& step : steps)
        if (rate.value >= step.scale || rate.value <= -step.scale)
            return decimal(rate.value, step.scale, 2, true) + ' ' + std::string(step.name);
    return std::to_string(rate.value) + " bit/s";
}

bool parse_quantity(std::string_view text, Millimetres& out) { return parse_scaled(text, length_units, out.value); }
bool parse_quantity(std::string_view text, SquareMillimetres& out) { return parse_scaled(text, area_units, out.value); }
bool parse_quantity(std::string_view text, BasisPoints& out) { return parse_scaled(text, share_units, out.value); }
bool parse_quantity(std::string_view text, DeciCelsius& out) {
    return parse_scaled(text, temperature_units, out.value);
}

} // namespace riser
