// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/floor_list.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

constexpr int highest_storey = 300;

Error wrong_part(std::string_view part) {
    const std::string quoted = "'" + std::string(part) + "'";
    return {.code = ErrorCode::bad_input,
            .message = {"楼层写法不对：" + quoted, quoted + " is no floor or range of floors"},
            .fix = {"例如 3-10、B1、1,3,5", "write for example 3-10, B1 or 1,3,5"},
            .where = {}};
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

StoreyNumber next(StoreyNumber storey, int step) {
    storey.number += step;
    if (storey.number == 0)
        storey.number += step;
    return storey;
}

// A '-' that joins two floors, not the sign of the first.
std::size_t range_mark(std::string_view part) { return part.find('-', 1); }

} // namespace

std::string floor_label(StoreyNumber storey) {
    return storey.number < 0 ? "B" + std::to_string(-storey.number) : std::to_string(storey.number) + "F";
}

bool parse_storey_number(std::string_view text, StoreyNumber& out) {
    text = trimmed(text);
    bool below = false;
    if (text.starts_with('B') || text.starts_with('b') || text.starts_with('-')) {
        below = true;
        text.remove_prefix(1);
    } else if (text.ends_with('F') || text.ends_with('f')) {
        text.remove_suffix(1);
    }
    int number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || code != std::errc() || end != text.data() + text.size() || number < 1 ||
        number > highest_storey)
        return false;
    out.number = below ? -number : number;
    return true;
}

Result<std::vector<StoreyNumber>> parse_floor_list(std::string_view text) {
    std::vector<StoreyNumber> storeys;
    const auto add = [&](StoreyNumber storey) {
        if (std::find(storeys.begin(), storeys.end(), storey) == storeys.end())
            storeys.push_back(storey);
    };
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string_view part = trimmed(text.substr(at, comma - at));
        at = comma + 1;
        StoreyNumber first;
        StoreyNumber last;
        const std::size_t mark = part.empty() ? std::string_view::npos : range_mark(part);
        if (!parse_storey_number(part.substr(0, mark), first) ||
            (mark != std::string_view::npos && !parse_storey_number(part.substr(mark + 1), last)))
            return wrong_part(part);
        if (mark == std::string_view::npos)
            last = first;
        const int step = first <= last ? 1 : -1;
        for (StoreyNumber storey = first; storey != last; storey = next(storey, step))
            add(storey);
        add(last);
    }
    return storeys;
}

} // namespace riser
