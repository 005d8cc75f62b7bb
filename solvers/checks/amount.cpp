// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/amount.h"

#include "solvers/base/decibels.h"

#include <type_traits>

namespace riser {

namespace {

// `value` / 10^digits without trailing zeros.
std::string exact_decimal(std::int64_t value, int digits) {
    std::string out = std::to_string(value < 0 ? -value : value);
    if (digits > 0) {
        const auto places = static_cast<std::size_t>(digits);
        if (out.size() <= places)
            out.insert(0, places + 1 - out.size(), '0');
        out.insert(out.size() - places, 1, '.');
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.')
            out.pop_back();
    }
    return value < 0 ? "-" + out : out;
}

template<class T> std::string exact(T quantity) {
    if constexpr (std::same_as<T, Millimetres>)
        return exact_decimal(quantity.value, 3) + " m";
    else if constexpr (std::same_as<T, SquareMillimetres>)
        return exact_decimal(quantity.value, 6) + " m²";
    else if constexpr (std::same_as<T, Count>)
        return std::to_string(quantity.value);
    else if constexpr (std::same_as<T, MilliDecibels>)
        return display_exact(quantity);
    else
        return display(quantity); // shares and temperatures are shown exactly as they are
}

} // namespace

std::int64_t number_of(const Amount& amount) {
    return std::visit(
        [](const auto& v) -> std::int64_t {
            if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::monostate>)
                return 0;
            else
                return static_cast<std::int64_t>(v.value);
        },
        amount);
}

std::string_view unit_of(const Amount& amount) {
    return std::visit(
        [](const auto& v) -> std::string_view {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, std::monostate> || std::is_same_v<T, Count>)
                return {};
            else
                return T::unit::symbol;
        },
        amount);
}

std::string display(const Amount& amount, Rounding rounding) {
    return std::visit(
        [&](const auto& v) -> std::string {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                return {};
            else if constexpr (std::is_same_v<T, Count>)
                return exact(v);
            else
                return rounding == Rounding::exact ? exact(v) : display(v);
        },
        amount);
}

std::string difference(const Amount& a, const Amount& b) {
    if (!present(a) || a.index() != b.index())
        return {};
    return std::visit(
        [&](const auto& v) -> std::string {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                return {};
            } else {
                T delta;
                delta.value = v.value - std::get<T>(b).value;
                const Amount amount(delta);
                // A difference that rounds to nothing is said exactly.
                const bool vanishes = delta.value != 0 && display(amount) == display(Amount(T{}));
                const std::string text = display(amount, vanishes ? Rounding::exact : Rounding::reading);
                return delta.value > 0 ? "+" + text : text;
            }
        },
        a);
}

} // namespace riser
