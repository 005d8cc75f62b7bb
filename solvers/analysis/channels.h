// SPDX-License-Identifier: GPL-3.0-or-later
// The channel of each jack: its permanent link, and the cords drawn at both of its ends. Cords are cables of role cord;
// from the distributor's end they are followed from panel to panel until a device or nothing.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

struct Channel {
    JackId id;
    std::vector<CableId> link;    // the horizontal cables, from the jack on
    Millimetres link_length;      // their sum; only of links that can be measured
    std::vector<CableId> cords;   // drawn ones
    Millimetres cord_length;      // of those whose length is known
    bool work_area_known = false; // there is a cord at the jack, and how long it is
    bool equipment_known = false; // there are cords at the distributor, and how long they are
    bool operator==(const Channel&) const = default;
};

// One row a jack whose link can be measured.
struct Channels {
    Table<Channel> jacks;
    bool operator==(const Channels&) const = default;
    static Channels compute(FactInput& input);
    static std::optional<Channels> update(const Channels& previous, const ChangeSet& changes, FactInput& input);
};

// Where cords lie, by the row and position they end on; changes with cords only.
struct Cords {
    struct End {
        AnyId on;
        std::int32_t position = 1;
        CableId cord;
        AnyId far; // value 0: nowhere
        std::int32_t far_position = 1;
        auto operator<=>(const End&) const = default;
    };
    std::vector<End> ends; // sorted
    std::span<const End> at(AnyId row, std::int32_t position) const;
    bool operator==(const Cords&) const = default;
    static Cords compute(FactInput& input);
    static std::optional<Cords> update(const Cords& previous, const ChangeSet& changes, FactInput& input);
};

// The cords drawn at a jack, and those from the far end of its link on, panel by panel.
struct ChannelCords {
    std::vector<CableId> at_jack; // none or one
    std::vector<CableId> at_distributor;
};
ChannelCords cords_of(const Cords& cords, const struct JackLink& link);

} // namespace riser
