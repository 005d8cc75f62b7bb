// SPDX-License-Identifier: GPL-3.0-or-later
// What a topology must show of any network, and how it must lie.
#include "exporters/drawings/text_metrics.h"
#include "exporters/drawings/topology.h"

#include "exporters/drawings/nested_layout.h"
#include "exporters/drawings/topology_content.h"
#include "exporters/drawings/topology_policies.h"
#include "exporters/redact.h"
#include "exporters/writers/svg.h"
#include "tests/exporters/tower.h"
#include "tests/support/drawn_texts.h"
#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace riser {
namespace {

using test::NetworkCase;
using test::random_network;

bool overlaps(const PaperBox& a, const PaperBox& b) {
    constexpr double eps = 1e-6;
    return a.low.x < b.high.x - eps && b.low.x < a.high.x - eps && a.low.y < b.high.y - eps && b.low.y < a.high.y - eps;
}

// Whether the stretch runs through the inside of the box (Liang and Barsky 1984).
bool crosses(PaperPoint p, PaperPoint q, PaperBox box) {
    constexpr double in = 0.02;
    box = {{box.low.x + in, box.low.y + in}, {box.high.x - in, box.high.y - in}};
    double from = 0;
    double to = 1;
    const auto clip = [&](double d, double r) {
        if (d == 0)
            return r >= 0;
        const double t = r / d;
        d < 0 ? from = std::max(from, t) : to = std::min(to, t);
        return from <= to;
    };
    return clip(p.x - q.x, p.x - box.low.x) && clip(q.x - p.x, box.high.x - p.x) && clip(p.y - q.y, p.y - box.low.y) &&
           clip(q.y - p.y, box.high.y - p.y) && from < to;
}

std::string all_text(const Drawing& drawing) {
    std::string out;
    for (const DrawingItem& item : drawing.items)
        if (const auto* text = std::get_if<TextShape>(&item.shape))
            out += text->text + "\n";
    return out;
}

struct RandomNest {
    std::vector<NestedBox> boxes;
    std::vector<NestedLine> lines;
};
RandomNest random_nest(std::uint64_t seed) {
    RandomNest out;
    std::mt19937_64 dice(seed);
    const auto up_to = [&](std::uint64_t n) { return static_cast<int>(dice() % n); };
    for (int i = 0, n = 2 + up_to(40); i < n; ++i) {
        NestedBox box{.layer = up_to(5), .width = 5.0 + up_to(40), .height = 3.0 + up_to(12)};
        box.container = up_to(3) == 0;
        std::vector<std::size_t> containers;
        for (std::size_t k = 0; k < out.boxes.size(); ++k)
            if (out.boxes[k].container)
                containers.push_back(k);
        if (!containers.empty() && up_to(5) != 0)
            box.parent = containers[dice() % containers.size()];
        out.boxes.push_back(box);
    }
    for (int i = up_to(70); i > 0; --i) {
        const std::size_t a = dice() % out.boxes.size();
        const std::size_t b = dice() % out.boxes.size();
        if (a != b)
            out.lines.push_back({a, b, up_to(2) * 8.0});
    }
    return out;
}

bool within(const std::vector<NestedBox>& boxes, std::size_t inner, std::size_t outer) {
    for (std::optional<std::size_t> at = inner; at; at = boxes[*at].parent)
        if (*at == outer)
            return true;
    return false;
}

TEST(NestedLayout, boxes_lie_apart_and_in_their_container_and_lines_run_over_none) {
    std::size_t stretches = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const RandomNest nest = random_nest(seed);
        const NestedLayout out = nested_layout(nest.boxes, nest.lines);
        for (std::size_t i = 0; i < nest.boxes.size(); ++i) {
            const PaperBox& box = out.boxes[i];
            EXPECT_GE(box.width(), nest.boxes[i].width - 1e-9);
            if (const auto parent = nest.boxes[i].parent) {
                EXPECT_TRUE(out.boxes[*parent].contains(box.low) && out.boxes[*parent].contains(box.high)) << seed;
            }
            for (std::size_t k = 0; k < i; ++k)
                if (!within(nest.boxes, i, k)) {
                    EXPECT_FALSE(overlaps(box, out.boxes[k])) << "seed " << seed << ' ' << k << ' ' << i;
                }
        }
        for (std::size_t l = 0; l < nest.lines.size(); ++l) {
            const auto [a, b, label] = nest.lines[l];
            const auto& line = out.lines[l];
            if (within(nest.boxes, a, b) || within(nest.boxes, b, a)) {
                EXPECT_TRUE(line.empty());
                continue;
            }
            ASSERT_GE(line.size(), 2U) << seed;
            const auto ends_on = [](const PaperBox& box, PaperPoint p) {
                constexpr double eps = 1e-6;
                return p.x > box.low.x - eps && p.x < box.high.x + eps &&
                       std::min(std::abs(p.y - box.low.y), std::abs(p.y - box.high.y)) < eps;
            };
            EXPECT_TRUE(ends_on(out.boxes[a], line.front()) && ends_on(out.boxes[b], line.back()))
                << "seed " << seed << " line " << a << '-' << b;
            for (std::size_t i = 1; i < line.size(); ++i, ++stretches)
                for (std::size_t k = 0; k < nest.boxes.size(); ++k)
                    if (k == a || k == b || (!within(nest.boxes, a, k) && !within(nest.boxes, b, k))) {
                        EXPECT_FALSE(crosses(line[i - 1], line[i], out.boxes[k]))
                            << "seed " << seed << " line " << a << '-' << b << " box " << k;
                    }
        }
    }
    EXPECT_GT(stretches, 10'000U);
}

TEST(LayeredLayout, untangles_what_can_be_untangled) {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges;
    for (int layer = 0; layer < 3; ++layer)
        for (int i = 0; i < 8; ++i)
            nodes.push_back({.width = 10, .height = 5, .layer = layer});
    for (std::size_t i = 0; i < 8; ++i) { // each row in another order
        edges.push_back({i, 8 + (i * 3 + 1) % 8});
        edges.push_back({8 + (i * 3 + 1) % 8, 16 + (i * 5 + 2) % 8});
    }
    const LayeredLayout out = layered_layout(nodes, edges);
    EXPECT_EQ(out.crossings, 0U);
    for (const auto& line : out.lines)
        EXPECT_NEAR(line.front().x, line.back().x, 1e-6) << "chains hang straight";
}

TEST(Topology, shows_each_device_once_and_carries_ids) {
    std::size_t collapsed = 0;
    std::size_t links = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        const NetworkCase network = random_network(seed);
        const Topology out = topology(Facts(network.design), {.language = Language::en});
        std::map<EquipmentId, int> times;
        for (const TopologyFrame& frame : out.frames) {
            collapsed += frame.devices.size() > 1;
            for (const EquipmentId device : frame.devices)
                ++times[device];
        }
        std::map<AnyId, int> boxes;
        for (const DrawingItem& item : out.drawing.items) {
            if (item.layer == DrawingLayer::equipment && std::holds_alternative<PolygonShape>(item.shape))
                ++boxes[item.shows];
            links += item.layer == DrawingLayer::backbone;
            const bool untitled = item.layer == DrawingLayer::underlay || item.layer == DrawingLayer::title ||
                                  item.layer == DrawingLayer::table || item.layer == DrawingLayer::restricted ||
                                  item.layer == DrawingLayer::text;
            if (!untitled) { // only fields that stand for no row, and what is said of them, show none
                EXPECT_NE(item.shows.value, 0U) << seed;
            }
        }
        for (const Equipment& device : network.design.equipment) {
            EXPECT_EQ(times[device.id], 1) << seed;
            EXPECT_EQ(boxes[device.id], 1) << seed;
        }
        for (const Zone& zone : network.design.zones)
            EXPECT_TRUE(std::ranges::any_of(out.drawing.items,
                                            [&](const DrawingItem& i) { return i.shows == AnyId(zone.id); }));
        for (const Vlan& vlan : network.design.vlans)
            EXPECT_TRUE(std::ranges::any_of(out.drawing.items,
                                            [&](const DrawingItem& i) { return i.shows == AnyId(vlan.id); }));
    }
    EXPECT_GT(collapsed, 20U);
    EXPECT_GT(links, 200U);
}

TEST(Topology, boxes_do_not_overlap_and_all_lies_in_its_extent) {
    for (std::uint64_t seed = 1; seed <= 120; ++seed)
        for (const Language language : {Language::zh, Language::en}) {
            const Topology out = topology(Facts(random_network(seed).design), {.language = language});
            for (std::size_t i = 0; i < out.frames.size(); ++i)
                for (std::size_t k = 0; k < i; ++k)
                    EXPECT_FALSE(overlaps(out.frames[i].box, out.frames[k].box)) << seed;
            for (const DrawingItem& item : out.drawing.items) {
                const PaperBox box = bounds(item);
                EXPECT_TRUE(out.drawing.extent.contains(box.low) && out.drawing.extent.contains(box.high)) << seed;
            }
        }
}

TEST(Topology, texts_do_not_lie_on_each_other) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed)
        for (const Language language : {Language::zh, Language::en}) {
            const Topology out = topology(Facts(random_network(seed).design), {.language = language});
            EXPECT_EQ(test::overlapping_texts(out.drawing, compared), "") << "seed " << seed;
        }
    EXPECT_GT(compared, 10'000U);
}

TEST(Topology, is_the_same_each_time) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const NetworkCase network = random_network(seed);
        EXPECT_EQ(svg(topology(Facts(network.design)).drawing, Language::zh),
                  svg(topology(Facts(network.design)).drawing, Language::zh));
    }
}

TEST(Topology, collapses_a_floor_until_it_is_opened) {
    NetworkCase network;
    const FloorId floor = network.floor("3F");
    const PlaneId plane = network.plane("W");
    const ZoneId zone = network.zone(plane, "OFFICE");
    const EquipmentId core = network.device(EquipmentRole::core_switch, "CORE", plane, zone);
    std::vector<EquipmentId> access;
    for (int i = 0; i < 4; ++i) {
        access.push_back(network.device(EquipmentRole::access_switch, "SW" + std::to_string(i), plane, zone, floor));
        network.link(core, access.back());
        network.link(core, access.back());
    }
    const Facts facts(network.design);
    const Topology closed = topology(facts, {.language = Language::en});
    ASSERT_EQ(closed.frames.size(), 2U);
    EXPECT_NE(all_text(closed.drawing).find("8 x 10G"), std::string::npos);
    ASSERT_EQ(closed.links.size(), 1U);
    EXPECT_EQ(closed.links.front().first.kind, Kind::cables);
    std::set<AnyId> bundled; // all eight are found by the one that is drawn
    for (const auto& [row, drawn] : closed.bundled) {
        bundled.insert(row);
        EXPECT_EQ(drawn, closed.links.front().first);
    }
    for (const Cable& cable : network.design.cables)
        EXPECT_TRUE(bundled.contains(cable.id));
    EXPECT_TRUE(closed.links.front().second.en.starts_with("CORE – "));
    EXPECT_TRUE(closed.links.front().second.en.ends_with(": 8 x 10G"));
    EXPECT_NE(all_text(closed.drawing).find("4 × "), std::string::npos);
    const Topology opened = topology(facts, {.language = Language::en, .opened = {access.begin(), access.end()}});
    EXPECT_EQ(opened.frames.size(), 5U);
    EXPECT_NE(all_text(opened.drawing).find("2 x 10G"), std::string::npos);
    EXPECT_EQ(topology(facts, {.opened = {AnyId(zone)}}).frames.size(), 5U);
}

// Two pairs of distribution switches, each with the floors that it serves: an access switch and an access point each.
struct ManyFloors {
    NetworkCase network;
    PlaneId plane = network.plane("W");
    ZoneId zone = network.zone(plane, "OFFICE");
    EquipmentId core = network.device(EquipmentRole::core_switch, "CORE", plane, zone);
    std::vector<EquipmentId> pairs;
    std::vector<FloorId> floors;

    ManyFloors(int pair_count, int floor_count) {
        for (int i = 0; i < 2 * pair_count; ++i) {
            pairs.push_back(network.device(EquipmentRole::distribution_switch, "D" + std::to_string(i), plane, zone));
            network.link(core, pairs.back());
        }
        for (int i = 0; i < floor_count; ++i) {
            floors.push_back(network.floor(std::to_string(i + 1) + "F"));
            const auto pair = static_cast<std::size_t>(i * pair_count / floor_count) * 2;
            const EquipmentId access =
                network.device(EquipmentRole::access_switch, "A" + std::to_string(i), plane, zone, floors.back());
            network.link(pairs[pair], access);
            network.link(pairs[pair + 1], access);
            for (int k = 0; k < 2; ++k)
                network.link(access, network.device(EquipmentRole::access_point, "P" + std::to_string(2 * i + k), plane,
                                                    zone, floors.back()));
        }
    }
    Topology drawn(std::vector<AnyId> opened = {}) const {
        return topology(Facts(network.design),
                        {.language = Language::en, .opened = std::move(opened), .detail = TopologyDetail::overview});
    }
};

TEST(TopologyOverview, floors_that_are_served_alike_share_a_box) {
    const ManyFloors tower(2, 20);
    const Topology all = topology(Facts(tower.network.design), {.language = Language::en});
    EXPECT_EQ(all.frames.size(), 1U + 4 + 20 + 20);
    const Topology overview = tower.drawn();
    ASSERT_EQ(overview.frames.size(), 1U + 4 + 2 + 2); // four distribution switches are few
    const std::string text = all_text(overview.drawing);
    for (const char* words : {"1F–10F", "11F–20F", "10 × ", "20 × ", "10 x 10G", "20 x 10G"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    EXPECT_LT(overview.drawing.extent.width(), all.drawing.extent.width() / 2);
    std::map<EquipmentId, int> times;
    for (const TopologyFrame& frame : overview.frames)
        for (const EquipmentId device : frame.devices)
            ++times[device];
    for (const Equipment& device : tower.network.design.equipment)
        EXPECT_EQ(times[device.id], 1);
}

TEST(TopologyOverview, a_box_opens_into_its_floors_and_they_into_devices) {
    const ManyFloors tower(2, 20);
    const Topology overview = tower.drawn();
    const auto shared =
        std::ranges::find_if(overview.frames, [](const TopologyFrame& f) { return f.opens.size() == 10; });
    ASSERT_NE(shared, overview.frames.end());
    const Topology opened = tower.drawn(shared->opens);
    EXPECT_EQ(opened.frames.size(), 1U + 4 + 11 + 11); // both tiers of these floors
    std::vector<AnyId> more = shared->opens;
    const auto points =
        std::ranges::find_if(opened.frames, [](const TopologyFrame& f) { return f.devices.size() == 2; });
    ASSERT_NE(points, opened.frames.end());
    EXPECT_EQ(points->opens, (std::vector<AnyId>{points->devices[0], points->devices[1]}));
    more.insert(more.end(), points->opens.begin(), points->opens.end());
    EXPECT_EQ(tower.drawn(more).frames.size(), opened.frames.size() + 1);
    for (const TopologyFrame& frame : opened.frames)
        EXPECT_EQ(frame.opens.empty(), frame.devices.size() == 1);
}

TEST(TopologyOverview, pairs_are_one_and_small_networks_stay_as_they_are) {
    const ManyFloors campus(5, 10);
    const Topology overview = campus.drawn();
    EXPECT_EQ(overview.frames.size(), 1U + 5 + 5 + 5);
    EXPECT_NE(all_text(overview.drawing).find("D0/1"), std::string::npos);
    EXPECT_NE(all_text(overview.drawing).find("1F–2F"), std::string::npos);
    const ManyFloors small(2, 8);
    const Topology as_it_is = topology(Facts(small.network.design), {.language = Language::en});
    const Topology small_overview = small.drawn();
    ASSERT_EQ(small_overview.frames.size(), as_it_is.frames.size());
    for (std::size_t i = 0; i < as_it_is.frames.size(); ++i)
        EXPECT_EQ(small_overview.frames[i].devices, as_it_is.frames[i].devices);
}

TEST(TopologyOverview, has_larger_names_each_within_its_box) {
    const ManyFloors campus(5, 10);
    const Topology overview = campus.drawn();
    std::size_t names = 0;
    for (const DrawingItem& item : overview.drawing.items) {
        const auto* text = std::get_if<TextShape>(&item.shape);
        if (!text || text->weight != TextWeight::bold)
            continue;
        for (const TopologyFrame& frame : overview.frames)
            if (frame.box.low.x <= text->at.x && text->at.x <= frame.box.high.x && frame.box.low.y <= text->at.y &&
                text->at.y <= frame.box.high.y) {
                EXPECT_GT(text->size, 8);
                EXPECT_LE(text->at.x + text_width(text->text, text->size, text->weight), frame.box.high.x + 0.01)
                    << text->text;
                EXPECT_GE(text->at.y - 0.8 * text->size, frame.box.low.y) << text->text;
                ++names;
            }
    }
    EXPECT_EQ(names, overview.frames.size());
}

TEST(TopologyOverview, never_joins_what_differs_above) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const NetworkCase network = random_network(seed);
        const Facts facts(network.design);
        const auto groups = [&](TopologyDetail detail) {
            return topology(facts, {.language = Language::en, .detail = detail}).frames;
        };
        const auto all = groups(TopologyDetail::floors), joined = groups(TopologyDetail::overview);
        EXPECT_LE(joined.size(), all.size());
        for (const TopologyFrame& frame : joined) // whole boxes only
            for (const TopologyFrame& part : all) {
                const auto in = std::ranges::count_if(part.devices, [&](EquipmentId id) {
                    return std::ranges::find(frame.devices, id) != frame.devices.end();
                });
                EXPECT_TRUE(in == 0 || in == std::ssize(part.devices)) << seed;
            }
    }
}

TEST(Topology, a_tier_of_many_boxes_takes_several_rows) {
    NetworkCase network;
    const PlaneId plane = network.plane("W");
    const ZoneId zone = network.zone(plane, "OFFICE");
    network.device(EquipmentRole::core_switch, "CORE", plane, zone);
    for (int i = 0; i < 400; ++i)
        network.device(EquipmentRole::access_switch, "SW" + std::to_string(i), plane, zone);
    const Topology closed = topology(Facts(network.design));
    EXPECT_EQ(closed.frames.size(), 2U);
    EXPECT_LT(closed.drawing.extent.width(), 170);
    const Topology opened = topology(Facts(network.design), {.opened = {AnyId(zone)}});
    EXPECT_EQ(opened.frames.size(), 401U);
    EXPECT_LT(opened.drawing.extent.width(), 41 * 25.0);
}

TEST(Topology, planes_meet_only_in_a_named_control) {
    NetworkCase network;
    const ZoneId inner = network.zone(network.plane("A"), "IN");
    const ZoneId outer = network.zone(network.plane("B"), "OUT");
    const PolicyId policy = network.policy(inner, outer, {Control::isolation_gateway});
    const TopologyContent content = topology_content(Facts(network.design), {});
    std::size_t controls = 0;
    for (const TopologyBox& box : content.boxes)
        if (box.what == TopologyBox::What::control) {
            ++controls;
            EXPECT_EQ(box.shows, AnyId(policy));
            EXPECT_EQ(box.detail.en, "Isolation gateway");
            EXPECT_FALSE(box.parent);
        }
    EXPECT_EQ(controls, 1U);
    for (const TopologyLine& line : content.lines) {
        const bool at_control = content.boxes[line.a].what == TopologyBox::What::control ||
                                content.boxes[line.b].what == TopologyBox::What::control;
        EXPECT_TRUE(at_control);
    }
}

TEST(Topology, policies_of_the_same_terms_are_told_together_in_columns) {
    const Text terms[] = {{"允许电话", "Permit telephone"}, {"拒绝全部业务", "Deny all services; controls: firewall"}};
    std::vector<TopologyPolicy> policies;
    for (std::uint32_t i = 1; i <= 90; ++i) {
        const std::string words = std::string(i % 30, 'o') + " → exchange zone";
        policies.push_back({PolicyId{i}, "P" + std::to_string(i), Text{words, words}, terms[i % 2]});
    }
    const auto count = [](const Drawing& drawing, std::string_view words) {
        return std::ranges::count_if(
            drawing.items, [&](const DrawingItem& item) { return std::get<TextShape>(item.shape).text == words; });
    };
    const Drawing narrow = policy_list(policies, 125, 1e6, Language::en);
    const Drawing wide = policy_list(policies, 400, 1e6, Language::en);
    EXPECT_EQ(wide.scale, 1);
    EXPECT_LT(wide.extent.height(), narrow.extent.height() / 2);
    for (const Text& one : terms)
        EXPECT_EQ(count(wide, one.en), 1);
    std::vector<PaperBox> taken;
    std::set<AnyId> told;
    for (const DrawingItem& item : wide.items) {
        const auto& text = std::get<TextShape>(item.shape);
        const PaperBox box{{text.at.x, text.at.y - 2.6}, {text.at.x + text_width(text.text, text.size), text.at.y}};
        EXPECT_LE(box.high.x, 400 + 1e-6) << text.text;
        EXPECT_LE(box.high.y, wide.extent.high.y);
        for (const PaperBox& other : taken)
            EXPECT_FALSE(overlaps(box, other)) << text.text;
        taken.push_back(box);
        if (item.shows.kind == Kind::policies)
            told.insert(item.shows);
    }
    EXPECT_EQ(told.size(), policies.size());
    const Drawing low = policy_list(policies, 400, wide.extent.height() / 2, Language::en);
    EXPECT_GT(low.scale, 1);
    EXPECT_LE(low.extent.height() / low.scale, wide.extent.height() / 2);
    EXPECT_TRUE(policy_list({}, 400, 100, Language::en).items.empty());
}

TEST(Topology, tells_a_link_that_joins_planes) {
    NetworkCase network;
    const EquipmentId a = network.device(EquipmentRole::core_switch, "A", network.plane("A"), {});
    const EquipmentId b = network.device(EquipmentRole::core_switch, "B", network.plane("B"), {});
    network.link(a, b, 2'500'000'000);
    const TopologyContent content = topology_content(Facts(network.design), {});
    ASSERT_EQ(content.lines.size(), 1U);
    EXPECT_TRUE(content.lines.front().joins_planes);
    EXPECT_EQ(content.lines.front().label, "1 x 2.5G");
}

TEST(Topology, a_secret_network_is_a_reservation_until_asked_for) {
    NetworkCase network;
    const PlaneId open = network.plane("W");
    const PlaneId secret = network.plane("HUSH", Disclosure::secret);
    const ZoneId zone = network.zone(secret, "QUIET", {}, Grading::secret_mi);
    const ZoneId misplaced = network.zone(open, "LEAK", {}, Grading::secret_jimi);
    const EquipmentId device = network.device(EquipmentRole::core_switch, "WHISPER", secret, zone);
    network.device(EquipmentRole::server, "MURMUR", open, misplaced);
    const EquipmentId core = network.device(EquipmentRole::core_switch, "CORE", open, network.zone(open, "Z"));
    network.link(device, core);
    const MustNotReachId pair = network.apart(open, secret);
    network.apart(zone, misplaced);
    const Facts facts(network.design);
    const Topology closed = topology(facts, {.language = Language::en});
    const std::string said = all_text(closed.drawing);
    for (const char* word : {"HUSH", "QUIET", "WHISPER", "LEAK", "MURMUR"})
        EXPECT_EQ(said.find(word), std::string::npos) << word;
    EXPECT_NE(said.find("Reservation 1"), std::string::npos);
    EXPECT_EQ(closed.withheld, std::vector<AnyId>{secret});
    for (const DrawingItem& item : closed.drawing.items) {
        EXPECT_NE(item.shows, AnyId(device));
        EXPECT_NE(item.shows, AnyId(zone));
        EXPECT_NE(item.layer, DrawingLayer::backbone);
    }
    EXPECT_TRUE(
        std::ranges::any_of(closed.drawing.items, [&](const DrawingItem& i) { return i.shows == AnyId(pair); }));
    const Topology asked = topology(facts, {.language = Language::en, .opened = {secret}});
    EXPECT_NE(all_text(asked.drawing).find("WHISPER"), std::string::npos);
    EXPECT_EQ(all_text(asked.drawing).find("MURMUR"), std::string::npos);
    EXPECT_TRUE(asked.withheld.empty());
}

TEST(Topology, no_word_of_a_secret_network_leaves_the_house) {
    const Design design = tower({.secret = true});
    const std::string whole = svg(topology(Facts(design)).drawing, Language::zh);
    const std::optional<Drawing> sheet = topology_sheet(Facts(redacted(design, {}, {})), Language::zh, "ELV-30");
    ASSERT_TRUE(sheet);
    const std::string on_paper = svg(*sheet, Language::zh);
    for (const std::string& word : secret_words()) {
        EXPECT_EQ(whole.find(word), std::string::npos) << word;
        EXPECT_EQ(on_paper.find(word), std::string::npos) << word;
    }
}

TEST(Topology, members_of_a_zone_and_of_a_vlan) {
    NetworkCase network;
    const PlaneId plane = network.plane("W");
    const ZoneId zone = network.zone(plane, "A");
    const ZoneId other = network.zone(plane, "B");
    const VlanId vlan = network.vlan(zone, 120);
    const VlanId elsewhere = network.vlan(other, 130);
    const EquipmentId sw = network.device(EquipmentRole::access_switch, "SW", plane, zone);
    const EquipmentId far = network.device(EquipmentRole::server, "SRV", plane, other);
    const CableId cable = network.link(sw, far);
    Port port = *network.design.ports.begin();
    for (const Port& row : network.design.ports)
        if (row.equipment == sw)
            port = row;
    port.trunk_vlans = {vlan};
    network.design.ports.put(port);
    const PolicyId policy = network.policy(zone, other);
    const Facts facts(network.design);
    const auto holds = [](const std::vector<AnyId>& ids, AnyId id) {
        return std::binary_search(ids.begin(), ids.end(), id);
    };
    const std::vector<AnyId> of_zone = topology_members(facts, zone);
    for (const AnyId id : {AnyId(zone), AnyId(plane), AnyId(vlan), AnyId(sw), AnyId(cable), AnyId(policy)})
        EXPECT_TRUE(holds(of_zone, id));
    for (const AnyId id : {AnyId(other), AnyId(elsewhere), AnyId(far)})
        EXPECT_FALSE(holds(of_zone, id));
    const std::vector<AnyId> of_vlan = topology_members(facts, vlan);
    for (const AnyId id : {AnyId(vlan), AnyId(zone), AnyId(sw), AnyId(cable)})
        EXPECT_TRUE(holds(of_vlan, id));
    EXPECT_FALSE(holds(of_vlan, AnyId(elsewhere)));
    EXPECT_FALSE(holds(of_vlan, AnyId(far)));
    EXPECT_TRUE(topology_members(facts, sw).empty());
}

TEST(Topology, an_empty_design_has_none_and_zones_alone_are_enough) {
    EXPECT_TRUE(topology(Facts(Design())).drawing.items.empty());
    EXPECT_FALSE(topology_sheet(Facts(Design()), Language::zh, "ELV-30"));
    NetworkCase network;
    const ZoneId zone = network.zone(network.plane("W"), "OFFICE", {}, Grading::mlps_3);
    network.vlan(zone, 1'120, network.body("D"));
    const std::string said = all_text(topology(Facts(network.design), {.language = Language::en}).drawing);
    for (const char* word : {"OFFICE", "VLAN 1120", "D\n", "3\n"})
        EXPECT_NE(said.find(word), std::string::npos) << word;
    const std::optional<Drawing> sheet = topology_sheet(Facts(network.design), Language::zh, "ELV-30");
    ASSERT_TRUE(sheet);
    for (const DrawingItem& item : sheet->items)
        EXPECT_TRUE(sheet->extent.contains(bounds(item).low) && sheet->extent.contains(bounds(item).high));
}

} // namespace
} // namespace riser
