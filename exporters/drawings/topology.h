// SPDX-License-Identifier: GPL-3.0-or-later
// 逻辑拓扑图: the logical network of a design: physically separate networks as fields, regions and zones in them with
// their grading as a letter and the density of a hatch, devices by tier, what joins them, policies and what must stay
// apart. In millimetres of paper; devices of one floor or stack are one box with a mark for each, until opened.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

// floors: a box for each floor's devices, as on a sheet; overview: many floors that are served alike share one, so that
// a large network is legible on a screen.
enum class TopologyDetail { floors, overview };

struct TopologyOptions {
    Language language = Language::zh;
    std::vector<AnyId> opened = {}; // see topology_content
    TopologyDetail detail = TopologyDetail::floors;
    double paper = 1.7; // how many times as wide as high it is that floors are laid out for
};

struct TopologyFrame {
    PaperBox box;
    std::vector<EquipmentId> devices; // one, or those that the box stands for
    std::vector<AnyId> opens;         // what to add to `opened` to see its parts; empty: it has none
};

struct Topology {
    Drawing drawing; // empty when there is nothing logical in the design
    std::vector<TopologyFrame> frames;
    std::vector<std::pair<AnyId, Text>> links;    // ends of a link's row, words of a policy; a LAG may be in several
    std::vector<std::pair<AnyId, AnyId>> bundled; // a LAG or cable, and the row that is drawn for it; sorted, each once
    std::vector<AnyId> withheld;                  // networks of which nothing is shown
};
Topology topology(const Facts& facts, const TopologyOptions& options = {});

// On the smallest sheet on which it can be read; nothing when there is nothing to show.
std::optional<Drawing> topology_sheet(const Facts& facts, Language language, std::string number);

// What belongs to a zone or a VLAN, itself among it: its devices, links, VLANs, services, policies. Sorted; empty for
// rows of other kinds.
std::vector<AnyId> topology_members(const Facts& facts, AnyId id);

} // namespace riser
