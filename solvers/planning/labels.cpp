// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/labels.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::string_view separators = "-_./: ";

std::vector<LabelPart> pattern_of(const Design& design, std::string_view subject, std::string_view otherwise) {
    for (const LabelTemplate& row : design.label_templates) // the lowest id, should there be two
        if (row.subject == subject)
            if (Result<std::vector<LabelPart>> parsed = parse_label_pattern(subject, row.pattern))
                return std::move(*parsed);
    Result<std::vector<LabelPart>> parsed = parse_label_pattern(subject, otherwise);
    return parsed ? std::move(*parsed) : std::vector<LabelPart>{{.text = std::string(otherwise)}};
}

std::string value_of(const LabelPart& part, std::span<const LabelField> fields, std::int64_t count) {
    std::string value;
    if (part.key == "n")
        value = count < 1 ? "{}" : part.letters ? letters_of(count) : std::to_string(count);
    else
        for (const LabelField& field : fields)
            if (field.key == part.key)
                value = field.value;
    const auto digits = static_cast<std::size_t>(part.digits);
    if (!value.empty() && value.size() < digits && value.find_first_not_of("0123456789") == std::string::npos)
        value.insert(0, digits - value.size(), '0');
    return value;
}

} // namespace

LabelMaker::LabelMaker(const Design& design, std::string_view subject, std::string_view default_pattern,
                       std::string_view kind)
    : pattern_(pattern_of(design, subject, default_pattern)) {
    counts_ = std::any_of(pattern_.begin(), pattern_.end(), [](const LabelPart& part) { return part.key == "n"; });
    const std::string_view borne_by = kind.empty() ? subject : kind;
    for (const RetiredLabel& row : design.retired_labels)
        if (row.subject.empty() || row.subject == borne_by)
            take(row.label);
}

void LabelMaker::take(std::string_view label) {
    if (!label.empty())
        taken_.emplace(label);
}

std::string filled_label(std::span<const LabelPart> pattern, std::span<const LabelField> fields, std::int64_t count) {
    std::string out;
    bool skip_separator = false;
    for (const LabelPart& part : pattern) {
        if (part.key.empty()) {
            std::string_view text = part.text;
            if (skip_separator && !text.empty() && separators.find(text.front()) != std::string_view::npos)
                text.remove_prefix(1);
            skip_separator = false;
            out += text;
            continue;
        }
        // An empty field takes the separator before it away, or the one after it at the beginning.
        const std::string value = value_of(part, fields, count);
        if (value.empty() && !out.empty() && separators.find(out.back()) != std::string_view::npos)
            out.pop_back();
        else
            skip_separator = value.empty() && out.empty();
        out += value;
    }
    return out;
}

std::string LabelMaker::next(std::span<const LabelField> fields) {
    const std::string stem = filled_label(pattern_, fields, 0);
    std::int64_t& count = next_.try_emplace(stem, 1).first->second;
    for (;; ++count) {
        std::string label = filled_label(pattern_, fields, count);
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

std::string LabelMaker::free(std::string wish) {
    std::string label = wish;
    for (int count = 2; !taken_.insert(label).second; ++count)
        label = wish + '-' + std::to_string(count);
    return label;
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

std::vector<LabelField> place_fields(const Design& design, std::optional<FloorId> floor) {
    const Floor* row = design.find(floor);
    const Building* building = row ? design.find(row->building) : nullptr;
    const std::string label = row ? row->label : std::string();
    std::string name;
    if (building)
        name = building->name.zh.empty() ? building->name.en : building->name.zh;
    return {{"building", std::move(name)}, {"floor", label}, {"storey", storey_of(label)}};
}

std::vector<LabelField> space_fields(const Design& design, std::optional<SpaceId> space) {
    const Space* row = design.find(space);
    const Room* room = row ? design.find(row->room) : nullptr;
    std::vector<LabelField> fields = place_fields(design, room ? std::optional(room->floor) : std::nullopt);
    fields.push_back({"room", room ? room_code(*room) : std::string()});
    fields.push_back({"space", row ? row->label : std::string()});
    return fields;
}

} // namespace riser
