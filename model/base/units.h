// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities as strong whole numbers: exact, comparable, byte-stable in the file. The type says the unit; a
// conversion is always spelt out (metres(90), watts(30)). No implicit mixing, no floating point in a design.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace riser {

template<class Unit, class Rep> struct Quantity {
    using rep = Rep;
    using unit = Unit;
    Rep value{};

    constexpr Quantity() = default;
    constexpr explicit Quantity(Rep v) : value(v) {}
    constexpr auto operator<=>(const Quantity&) const = default;

    constexpr Quantity& operator+=(Quantity o) { return value = static_cast<Rep>(value + o.value), *this; }
    constexpr Quantity& operator-=(Quantity o) { return value = static_cast<Rep>(value - o.value), *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr Quantity operator-(Quantity a) { return Quantity(static_cast<Rep>(-a.value)); }
    friend constexpr Quantity operator*(Quantity a, Rep n) { return Quantity(static_cast<Rep>(a.value * n)); }
    friend constexpr Quantity operator*(Rep n, Quantity a) { return a * n; }
};

// Each unit: its symbol in files and documents.
struct MillimetreUnit {
    static constexpr std::string_view symbol = "mm";
};
struct SquareMillimetreUnit {
    static constexpr std::string_view symbol = "mm2";
};
struct MoneyUnit {
    static constexpr std::string_view symbol = "minor currency units";
};
struct BitRateUnit {
    static constexpr std::string_view symbol = "bit/s";
};
struct MilliwattUnit {
    static constexpr std::string_view symbol = "mW";
};
struct VoltAmpereUnit {
    static constexpr std::string_view symbol = "VA";
};
struct BasisPointUnit {
    static constexpr std::string_view symbol = "0.01 %";
};
struct DeciCelsiusUnit {
    static constexpr std::string_view symbol = "0.1 degC";
};
struct GramUnit {
    static constexpr std::string_view symbol = "g";
};
struct SecondUnit {
    static constexpr std::string_view symbol = "s";
};
struct HourUnit {
    static constexpr std::string_view symbol = "h";
};
struct MilliDecibelUnit {
    static constexpr std::string_view symbol = "0.001 dB";
};
struct MilliDegreeUnit {
    static constexpr std::string_view symbol = "0.001 deg";
};
struct MilliOhmUnit {
    static constexpr std::string_view symbol = "mOhm";
};

using Millimetres = Quantity<MillimetreUnit, std::int32_t>;
using SquareMillimetres = Quantity<SquareMillimetreUnit, std::int64_t>;
using Money = Quantity<MoneyUnit, std::int64_t>;
using BitRate = Quantity<BitRateUnit, std::int64_t>;
using Milliwatts = Quantity<MilliwattUnit, std::int64_t>;
using VoltAmperes = Quantity<VoltAmpereUnit, std::int64_t>;
using BasisPoints = Quantity<BasisPointUnit, std::int32_t>;
using DeciCelsius = Quantity<DeciCelsiusUnit, std::int32_t>;
using Grams = Quantity<GramUnit, std::int64_t>;
using Seconds = Quantity<SecondUnit, std::int64_t>;
using Hours = Quantity<HourUnit, std::int64_t>;
using MilliDecibels = Quantity<MilliDecibelUnit, std::int32_t>;
using MilliDegrees = Quantity<MilliDegreeUnit, std::int32_t>;
using MilliOhms = Quantity<MilliOhmUnit, std::int32_t>;

constexpr Millimetres millimetres(std::int32_t n) { return Millimetres(n); }
constexpr Millimetres metres(std::int32_t n) { return Millimetres(n * 1000); }
constexpr BasisPoints percent(std::int32_t n) { return BasisPoints(n * 100); }
constexpr DeciCelsius celsius(std::int32_t n) { return DeciCelsius(n * 10); }
constexpr Milliwatts watts(std::int64_t n) { return Milliwatts(n * 1000); }
constexpr BitRate megabits(std::int64_t n) { return BitRate(n * 1'000'000); }

// For people: "45.5 m", "12.3 m²", "37.5 %", "20 °C", "1 Gbit/s", "15.4 W"; the shortest exact or the stated rounding.
std::string display(Millimetres length);     // metres, one decimal, rounded half away from zero
std::string display(SquareMillimetres area); // square metres, one decimal
std::string display(BasisPoints share);      // per cent, up to two decimals, no trailing zeros
std::string display(DeciCelsius temperature);
std::string display(BitRate rate);
std::string display(Milliwatts power);

// "90 m", "8100 mm", "5 m2", "40 %", "20 degC", "12.5 %": a number with its unit, as decks write it. Exact or nothing:
// false when the text is not a number with a known unit of that dimension, or is not a whole count of the stored unit.
bool parse_quantity(std::string_view text, Millimetres& out);
bool parse_quantity(std::string_view text, SquareMillimetres& out);
bool parse_quantity(std::string_view text, BasisPoints& out);
bool parse_quantity(std::string_view text, DeciCelsius& out);

} // namespace riser
