// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/labels.h"

#include <algorithm>
#include <charconv>

namespace riser {

namespace {

constexpr std::string_view separators = "-_./ ";

bool is_count(std::string_view key) { return key == "n" || key == "number"; }

// Splits "{key:width}" at `at`, which is on the brace; npos as end when it is not closed.
struct Placeholder {
    std::string_view key;
    std::size_t width = 0;
    std::size_t end = std::string_view::npos;
};
Placeholder placeholder(std::string_view pattern, std::size_t at) {
    const std::size_t end = pattern.find('}', at);
    if (end == std::string_view::npos)
        return {};
    Placeholder out{.key = pattern.substr(at + 1, end - at - 1), .width = 0, .end = end + 1};
    if (const std::size_t colon = out.key.find(':'); colon != std::string_view::npos) {
        const std::string_view digits = out.key.substr(colon + 1);
        std::from_chars(digits.data(), digits.data() + digits.size(), out.width);
        out.width = std::min<std::size_t>(out.width, 12);
        out.key = out.key.substr(0, colon);
    }
    return out;
}

} // namespace

LabelMaker::LabelMaker(const Design& design, std::string_view subject, std::string_view default_pattern)
    : pattern_(default_pattern) {
    for (const LabelTemplate& row : design.label_templates)
        if (row.subject == subject && !row.pattern.empty()) {
            pattern_ = row.pattern;
            break; // the lowest id, should there be two
        }
    for (std::size_t at = pattern_.find('{'); at != std::string::npos; at = pattern_.find('{', at + 1))
        counts_ |= is_count(placeholder(pattern_, at).key);
    for (const RetiredLabel& row : design.retired_labels)
        if (row.subject.empty() || row.subject == subject)
            take(row.label);
}

void LabelMaker::take(std::string_view label) {
    if (!label.empty())
        taken_.emplace(label);
}

std::string LabelMaker::filled(std::span<const LabelField> fields, std::int64_t count) const {
    std::string out;
    bool skip_separator = false;
    for (std::size_t at = 0; at < pattern_.size();) {
        if (pattern_[at] != '{') {
            const bool separator = separators.find(pattern_[at]) != std::string_view::npos;
            if (!(separator && skip_separator))
                out += pattern_[at];
            skip_separator = false;
            ++at;
            continue;
        }
        const Placeholder hole = placeholder(pattern_, at);
        if (hole.end == std::string_view::npos) {
            out += pattern_.substr(at);
            break;
        }
        at = hole.end;
        std::string value;
        if (is_count(hole.key)) {
            value = count > 0 ? std::to_string(count) : std::string("{}");
            if (count > 0 && value.size() < hole.width)
                value.insert(0, hole.width - value.size(), '0');
        } else {
            const auto field =
                std::find_if(fields.begin(), fields.end(), [&](const LabelField& f) { return f.key == hole.key; });
            if (field != fields.end())
                value = field->value;
        }
        // An empty field takes the separator before it away, or the one after it at the beginning.
        if (value.empty() && !out.empty() && separators.find(out.back()) != std::string_view::npos)
            out.pop_back();
        else
            skip_separator = value.empty() && out.empty();
        out += value;
    }
    return out;
}

std::string LabelMaker::next(std::span<const LabelField> fields) {
    const std::string stem = filled(fields, 0);
    std::int64_t& count = next_.try_emplace(stem, 1).first->second;
    for (;; ++count) {
        std::string label = filled(fields, count);
        if (!counts_ && count > 1)
            label += '-' + std::to_string(count);
        if (!label.empty() && taken_.insert(label).second) {
            ++count;
            return label;
        }
        if (label.empty())
            return label;
    }
}

std::string room_code(const Room& room) {
    if (!room.number.empty())
        return room.number;
    if (!room.door_number.empty())
        return room.door_number;
    if (!room.name.empty())
        return room.name.zh.empty() ? room.name.en : room.name.zh;
    return id_digits(room.id.value).substr(6);
}

void retire(Design& design, std::string_view subject, std::span<const std::string> labels) {
    const bool issued = std::any_of(design.sheets.begin(), design.sheets.end(),
                                    [](const Sheet& sheet) { return sheet.issued.has_value(); });
    if (!issued)
        return;
    for (const std::string& label : labels) {
        if (label.empty())
            continue;
        RetiredLabel row;
        row.id = derived_id<RetiredLabel>("labels", std::string(subject) + '|' + label);
        row.label = label;
        row.subject = subject;
        row.origin = {.kind = OriginKind::planned, .source = "labels", .key = std::string(subject) + '|' + label};
        if (!design.retired_labels.contains(row.id))
            design.retired_labels.put(row);
    }
}

} // namespace riser
