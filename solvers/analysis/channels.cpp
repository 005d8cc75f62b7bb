// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"

#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/projection.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

bool taken(const std::vector<CableId>& cords, CableId cord) {
    return std::find(cords.begin(), cords.end(), cord) != cords.end();
}

// Adds the cords from a row's position on, through panels, but for those taken at the jack already.
void follow(const Cords& cords, AnyId on, std::int32_t position, ChannelCords& out) {
    for (const Cords::End* next = nullptr;; next = nullptr) {
        for (const Cords::End& end : cords.at(on, position))
            if (!taken(out.at_jack, end.cord) && !taken(out.at_distributor, end.cord))
                next = &end;
        if (!next)
            return;
        out.at_distributor.push_back(next->cord);
        if (next->far.kind != Kind::panels || next->far.value == 0)
            return;
        on = next->far;
        position = next->far_position;
    }
}

// Adds the lengths of the cords from `first` on; whether there are any and each has one.
bool measure_cords(const CableLengths& lengths, std::size_t first, Channel& channel) {
    bool known = first < channel.cords.size();
    for (std::size_t i = first; i < channel.cords.size(); ++i) {
        const CableLength* length = lengths.of(channel.cords[i]);
        known = known && length;
        channel.cord_length += length ? length->total() : Millimetres(0);
    }
    return known;
}

std::optional<Channel> channel_of(const CableLengths& lengths, const Cords& cords, const JackLink& link) {
    Channel channel;
    channel.id = link.id;
    channel.link = link.cables;
    for (const CableId cable : link.cables) {
        const CableLength* length = lengths.of(cable);
        if (!length)
            return std::nullopt;
        channel.link_length += length->total();
    }
    if (link.cables.empty())
        return std::nullopt;
    if (!cords.ends.empty()) {
        const ChannelCords found = cords_of(cords, link);
        channel.cords = found.at_jack;
        channel.work_area_known = measure_cords(lengths, 0, channel);
        channel.cords.insert(channel.cords.end(), found.at_distributor.begin(), found.at_distributor.end());
        channel.equipment_known = measure_cords(lengths, found.at_jack.size(), channel);
    }
    return channel;
}

} // namespace

std::span<const Cords::End> Cords::at(AnyId row, std::int32_t position) const {
    const std::tuple key(row, position);
    const auto first = std::lower_bound(ends.begin(), ends.end(), key,
                                        [](const End& e, const auto& k) { return std::tie(e.on, e.position) < k; });
    auto last = first;
    while (last != ends.end() && std::tie(last->on, last->position) == key)
        ++last;
    return {first, last};
}

ChannelCords cords_of(const Cords& cords, const JackLink& link) {
    ChannelCords out;
    // The position on an outlet's jack says nothing: whatever cord is on the jack is its work-area cord.
    const auto at_jack = std::lower_bound(cords.ends.begin(), cords.ends.end(), AnyId(link.id),
                                          [](const Cords::End& e, AnyId id) { return e.on < id; });
    if (at_jack != cords.ends.end() && at_jack->on == AnyId(link.id))
        out.at_jack.push_back(at_jack->cord);
    if (link.far.value != 0)
        follow(cords, link.far, link.far_position, out);
    return out;
}

Cords Cords::compute(FactInput& input) {
    Cords out;
    const CableEnds& ends = input.get<CableEnds>();
    for (const CableKind& cable : input.get<CableKinds>().cables) {
        if (cable.role != CableRole::cord)
            continue;
        for (const CableEnd end : {CableEnd::a, CableEnd::b}) {
            const CableEnding* near = ends.first(cable.id, end);
            const CableEnding* far = ends.first(cable.id, end == CableEnd::a ? CableEnd::b : CableEnd::a);
            if (near)
                out.ends.push_back({.on = near->on,
                                    .position = near->position,
                                    .cord = cable.id,
                                    .far = far ? far->on : AnyId(),
                                    .far_position = far ? far->position : 1});
        }
    }
    std::sort(out.ends.begin(), out.ends.end());
    return out;
}

// As they were, unless a cord or where one ends is another.
std::optional<Cords> Cords::update(const Cords&, const ChangeSet&, FactInput& input) {
    const Table<CableKind>& now = input.get<CableKinds>().cables;
    const Table<CableKind>& was = input.before_fact<CableKinds>().cables;
    const auto is_cord = [](const CableKind* cable) { return cable && cable->role == CableRole::cord; };
    bool same_cords = true;
    Table<CableKind>::diff(was, now, [&](const CableKind* before, const CableKind* after) {
        return same_cords = !is_cord(before) && !is_cord(after);
    });
    if (!same_cords)
        return compute(input);
    const std::vector<CableId> others = cables_ended_anew(input.before_fact<CableEnds>(), input.get<CableEnds>());
    const bool same_ends =
        std::none_of(others.begin(), others.end(), [&](CableId cable) { return is_cord(now.find(cable)); });
    return same_ends ? std::nullopt : std::optional(compute(input));
}

Channels Channels::compute(FactInput& input) {
    const CableLengths& lengths = input.get<CableLengths>();
    const Cords& cords = input.get<Cords>();
    return {projected<Channel>(input.get<JackLinks>().jacks,
                               [&](const JackLink& link) { return channel_of(lengths, cords, link); })};
}

// Channels with a cable whose length is another, and those whose link is.
std::optional<Channels> Channels::update(const Channels& previous, const ChangeSet&, FactInput& input) {
    const CableLengths& lengths = input.get<CableLengths>();
    const Cords& cords = input.get<Cords>();
    if (cords != input.before_fact<Cords>())
        return compute(input);
    std::vector<CableId> measured; // anew, sorted
    Table<MeasuredCable>::diff(input.before_fact<CableLengths>().cables, lengths.cables,
                               [&](const MeasuredCable* a, const MeasuredCable* b) {
                                   measured.push_back((a ? a : b)->id);
                                   return true;
                               });
    const auto any_measured = [&](const std::vector<CableId>& cables) {
        return std::any_of(cables.begin(), cables.end(),
                           [&](CableId id) { return std::binary_search(measured.begin(), measured.end(), id); });
    };
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    std::vector<JackId> touched;
    Table<JackLink>::diff(input.before_fact<JackLinks>().jacks, links, [&](const JackLink* a, const JackLink* b) {
        touched.push_back((a ? a : b)->id);
        return true;
    });
    if (!measured.empty()) {
        for (const JackLink& link : links)
            if (any_measured(link.cables))
                touched.push_back(link.id);
        for (const Channel& channel : previous.jacks)
            if (any_measured(channel.cords))
                touched.push_back(channel.id);
    }
    Channels out = previous;
    bool changed = false;
    for (const JackId id : touched) {
        const JackLink* link = links.find(id);
        changed |= settle_row(out.jacks, id, link ? channel_of(lengths, cords, *link) : std::nullopt);
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
