// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/configs/interface_names.h"

#include "exporters/tables/names.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

struct SpeedWord {
    std::string_view word; // lower case, as it may be written
    InterfaceSpeed speed;
};
constexpr std::array words{
    SpeedWord{"fe", InterfaceSpeed::fast},
    SpeedWord{"eth", InterfaceSpeed::fast},
    SpeedWord{"ethernet", InterfaceSpeed::fast},
    SpeedWord{"fastethernet", InterfaceSpeed::fast},
    SpeedWord{"ge", InterfaceSpeed::gigabit},
    SpeedWord{"gi", InterfaceSpeed::gigabit},
    SpeedWord{"gigabitethernet", InterfaceSpeed::gigabit},
    SpeedWord{"multige", InterfaceSpeed::multi_gigabit},
    SpeedWord{"2.5ge", InterfaceSpeed::multi_gigabit},
    SpeedWord{"smartrate-ethernet", InterfaceSpeed::multi_gigabit},
    SpeedWord{"twogigabitethernet", InterfaceSpeed::multi_gigabit},
    SpeedWord{"xge", InterfaceSpeed::ten},
    SpeedWord{"te", InterfaceSpeed::ten},
    SpeedWord{"10ge", InterfaceSpeed::ten},
    SpeedWord{"xgigabitethernet", InterfaceSpeed::ten},
    SpeedWord{"ten-gigabitethernet", InterfaceSpeed::ten},
    SpeedWord{"tengigabitethernet", InterfaceSpeed::ten},
    SpeedWord{"25ge", InterfaceSpeed::twenty_five},
    SpeedWord{"twenty-fivegige", InterfaceSpeed::twenty_five},
    SpeedWord{"twentyfivegige", InterfaceSpeed::twenty_five},
    SpeedWord{"40ge", InterfaceSpeed::forty},
    SpeedWord{"fortygige", InterfaceSpeed::forty},
    SpeedWord{"fortygigabitethernet", InterfaceSpeed::forty},
    SpeedWord{"100ge", InterfaceSpeed::hundred},
    SpeedWord{"hundredgige", InterfaceSpeed::hundred},
    SpeedWord{"400ge", InterfaceSpeed::four_hundred},
    SpeedWord{"fourhundredgige", InterfaceSpeed::four_hundred},
};

// By speed: Huawei VRP, H3C Comware 7, Cisco IOS.
constexpr std::array<std::array<std::string_view, 3>, 8> shown_words{{
    {"Ethernet", "Ethernet", "FastEthernet"},
    {"GigabitEthernet", "GigabitEthernet", "GigabitEthernet"},
    {"MultiGE", "Smartrate-Ethernet", "TwoGigabitEthernet"},
    {"XGigabitEthernet", "Ten-GigabitEthernet", "TenGigabitEthernet"},
    {"25GE", "Twenty-FiveGigE", "TwentyFiveGigE"},
    {"40GE", "FortyGigE", "FortyGigabitEthernet"},
    {"100GE", "HundredGigE", "HundredGigE"},
    {"400GE", "FourHundredGigE", "FourHundredGigE"},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Up to four numbers of up to four digits with one '/' between them.
bool are_numbers(std::string_view text) {
    std::size_t digits = 0;
    std::size_t parts = 1;
    for (const char c : text)
        if (c >= '0' && c <= '9') {
            if (++digits > 4)
                return false;
        } else if (c == '/' && digits > 0) {
            digits = 0;
            ++parts;
        } else {
            return false;
        }
    return digits > 0 && parts <= 4;
}

} // namespace

std::optional<InterfaceName> interface_name(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    for (const SpeedWord& word : words)
        if (small.starts_with(word.word) && are_numbers(std::string_view(small).substr(word.word.size())))
            return InterfaceName{word.speed, small.substr(word.word.size())};
    return {};
}

InterfaceSpeed speed_of(BitRate rate) {
    const std::int64_t megabit = rate.value / 1'000'000;
    if (megabit <= 0 || megabit == 1'000)
        return InterfaceSpeed::gigabit;
    if (megabit < 1'000)
        return InterfaceSpeed::fast;
    if (megabit < 10'000)
        return InterfaceSpeed::multi_gigabit;
    if (megabit < 25'000)
        return InterfaceSpeed::ten;
    if (megabit < 40'000)
        return InterfaceSpeed::twenty_five;
    if (megabit < 100'000)
        return InterfaceSpeed::forty;
    return megabit < 400'000 ? InterfaceSpeed::hundred : InterfaceSpeed::four_hundred;
}

std::string shown(const InterfaceName& name, Dialect dialect) {
    return std::string(shown_words[static_cast<std::size_t>(name.speed)][static_cast<std::size_t>(dialect)]) +
           name.numbers;
}

bool less_in_order(const InterfaceName& a, const InterfaceName& b) {
    if (a.speed != b.speed)
        return a.speed < b.speed;
    return a.numbers != b.numbers && natural_less(a.numbers, b.numbers);
}

} // namespace riser
