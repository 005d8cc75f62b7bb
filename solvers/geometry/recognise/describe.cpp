// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/recognise/describe.h"

#include "solvers/geometry/planar/rings.h"

#include <algorithm>

namespace riser::detail {

namespace {

// One name of a room: one or more lines below each other.
struct Name {
    std::string text;
    std::optional<RoomUse> use;
    Vec at;
    double height = 0;
    Vec direction;
    bool cjk = false;
    bool on_room_layer = false;
};

std::string joined(const std::string& a, const std::string& b) {
    return has_cjk(a) && has_cjk(b) ? a + b : a + " " + b;
}

// Lines from top to bottom, then left to right, seen along their baseline.
std::vector<Name> lines_of(const RoomDraft& draft, const PartitionInput& in, CaptionKind kind) {
    std::vector<Name> lines;
    for (const std::uint32_t c : draft.captions) {
        if (in.readings[c].kind != kind || in.openings.used_caption[c])
            continue;
        const Caption& caption = in.drawing.captions[c];
        const std::string text = plain_caption(caption.content);
        lines.push_back({text, in.readings[c].use, caption.centre, caption.height, caption.direction, has_cjk(text),
                         caption.role == LayerRole::room_text});
    }
    std::sort(lines.begin(), lines.end(), [](const Name& p, const Name& q) {
        const Vec up = left_of(p.direction);
        const double py = dot(p.at, up), qy = dot(q.at, up);
        if (std::abs(py - qy) > 0.5 * std::max(p.height, q.height))
            return py > qy;
        return std::pair(dot(p.at, p.direction), p.text) < std::pair(dot(q.at, p.direction), q.text);
    });
    return lines;
}

// Whether q is the line below p of one text.
bool continues(const Name& p, const Name& q, const RoomNames& names) {
    if (dot(p.direction, q.direction) < 0.98 || p.cjk != q.cjk)
        return false;
    const double height = std::max(p.height, q.height);
    const Vec step = q.at - p.at;
    const double down = -dot(step, left_of(p.direction));
    const double aside = std::abs(dot(step, p.direction));
    const double letters = static_cast<double>(std::max(code_points(p.text), code_points(q.text)));
    if (down < 0.8 * height || down > 2.3 * height || aside > 0.6 * letters * height ||
        std::min(p.height, q.height) < 0.75 * height)
        return false;
    if (!p.cjk)
        return true;
    // Two Chinese lines are one name when neither is a name of its own, or both together mean something else.
    return !p.use || !q.use || names.use_of(joined(p.text, q.text)) != q.use;
}

std::vector<Name> names_in(const RoomDraft& draft, const PartitionInput& in, const RoomNames& table) {
    std::vector<Name> lines = lines_of(draft, in, CaptionKind::name);
    const bool has_room_layer = std::any_of(lines.begin(), lines.end(), [](const Name& n) { return n.on_room_layer; });
    const bool has_known = std::any_of(lines.begin(), lines.end(), [](const Name& n) { return n.use.has_value(); });
    std::vector<Name> found;
    std::vector<char> taken(lines.size(), 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (taken[i])
            continue;
        Name name = lines[i];
        Name last = lines[i];
        for (std::size_t j = i + 1; j < lines.size(); ++j)
            if (!taken[j] && continues(last, lines[j], table)) {
                taken[j] = 1;
                last = lines[j];
                name.text = joined(name.text, last.text);
                name.use = table.use_of(name.text);
                name.on_room_layer = name.on_room_layer || last.on_room_layer;
            }
        found.push_back(std::move(name));
    }
    // A paragraph is a note, though it speaks of rooms.
    std::erase_if(found, [](const Name& n) {
        return !n.on_room_layer &&
               (code_points(n.text) > (n.cjk ? 18U : 36U) || std::count(n.text.begin(), n.text.end(), ' ') > 5);
    });
    // Where something is known to name a room, the rest are notes.
    std::erase_if(found, [&](const Name& n) {
        return (has_room_layer && !n.on_room_layer) || (!has_room_layer && has_known && !n.use);
    });
    std::vector<Name> distinct;
    for (Name& name : found)
        if (std::none_of(distinct.begin(), distinct.end(), [&](const Name& d) { return d.text == name.text; }))
            distinct.push_back(std::move(name));
    return distinct;
}

// "办公室 OFFICE" in one line: the two languages apart.
void split_languages(const std::string& text, Text& name) {
    std::string zh, en;
    std::size_t from = 0;
    bool cjk = false;
    const auto flush = [&](std::size_t to) {
        const std::string part = plain_caption(std::string_view(text).substr(from, to - from));
        if (!part.empty()) {
            std::string& into = cjk ? zh : en;
            into += (into.empty() ? "" : " ") + part;
        }
        from = to;
    };
    if (!has_cjk(text)) {
        name.en += (name.en.empty() ? "" : " / ") + text;
        return;
    }
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool wide = byte >= 0xE0;
        // Short Latin parts belong to a Chinese name: UPS间, A座门厅.
        if (byte >= 0x80 || byte == ' ') {
            if (wide && !cjk) {
                flush(i);
                cjk = true;
            }
            i += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80)
            ++end;
        std::size_t letters = 0;
        for (std::size_t k = i; k < end; ++k)
            letters += (text[k] >= 'a' && text[k] <= 'z') || (text[k] >= 'A' && text[k] <= 'Z');
        if (letters > 3 && (i == 0 || end == text.size()) && cjk) {
            flush(i);
            cjk = false;
        } else if (letters <= 3) {
            cjk = true;
        }
        i = end;
    }
    flush(text.size());
    if (!zh.empty())
        name.zh += (name.zh.empty() ? "" : " / ") + zh;
    if (!en.empty())
        name.en += (name.en.empty() ? "" : " / ") + en;
}

Text count_text(std::size_t n) { return same_text(std::to_string(n)); }

} // namespace

Described described(const RoomDraft& draft, const PartitionInput& in, const RoomNames& table) {
    Described out;
    RecognisedRoom& room = out.room;
    room.outline = draft.outline;
    room.area = area(draft.outline);
    room.openings = static_cast<std::uint32_t>(draft.openings.size());
    int sure = 45;
    const std::vector<Name> names = names_in(draft, in, table);
    std::size_t zh = 0, en = 0;
    std::optional<RoomUse> use;
    for (const Name& name : names) {
        split_languages(name.text, room.name);
        (name.cjk ? zh : en) += 1;
        if (name.use && !use)
            use = name.use;
    }
    out.several_names = zh > 1 || en > 1;
    std::vector<Name> numbers = lines_of(draft, in, CaptionKind::number);
    // Where a name stands, a lone digit beside it is a footnote; the longest number is the room's.
    std::stable_sort(numbers.begin(), numbers.end(), [](const Name& p, const Name& q) {
        return std::pair(!p.on_room_layer, -static_cast<long>(p.text.size())) <
               std::pair(!q.on_room_layer, -static_cast<long>(q.text.size()));
    });
    if (!numbers.empty() && (numbers.front().text.size() > 1 || numbers.front().on_room_layer))
        room.number = numbers.front().text;
    if (!names.empty()) {
        sure += use ? 25 : 15;
        room.evidence.push_back(fill(Text{"文字“{name}”在其中", "the text '{name}' stands in it"},
                                     {{"name", same_text(names.front().text)}}));
    } else if (!room.number.empty()) {
        sure += 15;
        room.evidence.push_back(fill(Text{"编号“{number}”在其中", "the number '{number}' stands in it"},
                                     {{"number", same_text(room.number)}}));
    }
    if (use) {
        room.use = *use;
    } else if (!room.number.empty()) {
        if (const auto by_number = table.use_of(room.number))
            room.use = *by_number;
    }
    if (!draft.openings.empty()) {
        sure += 15;
        room.evidence.push_back(fill(Text{"{count} 个门窗洞口", "{count} openings in its walls"},
                                     {{"count", count_text(draft.openings.size())}}));
    }
    for (const std::uint32_t c : draft.captions) {
        room.texts.push_back(
            {in.drawing.captions[c].content, rounded(in.drawing.captions[c].centre), in.drawing.captions[c].text});
        if (in.readings[c].area && !room.written_area)
            room.written_area = in.readings[c].area;
    }
    if (room.written_area) {
        const double ratio = static_cast<double>(room.area.value) / static_cast<double>(room.written_area->value);
        const bool agrees = ratio > 0.93 && ratio < 1.07;
        out.area_disagrees = ratio < 0.8 || ratio > 1.25;
        sure += agrees ? 15 : out.area_disagrees ? -5 : 5;
        room.evidence.push_back(
            fill(Text{"图注面积 {written}，量得 {measured}", "{written} written, {measured} measured"},
                 {{"written", same_text(display(*room.written_area))}, {"measured", same_text(display(room.area))}}));
    }
    if (draft.bare) {
        sure -= 10;
        room.evidence.push_back(
            {"有一处边界是没有门窗的开口", "part of its boundary is an opening without door or window"});
    }
    if (names.empty() && room.number.empty()) {
        sure -= 15;
        room.evidence.push_back({"没有名称", "nothing names it"});
    }
    if (out.several_names)
        sure -= 15;
    room.confidence = percent(std::clamp(sure, 5, 99));
    return out;
}

} // namespace riser::detail
