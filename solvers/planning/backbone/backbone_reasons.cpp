// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/backbone_reasons.h"

#include "solvers/planning/backbone/second_shaft.h"
#include "solvers/planning/labels.h"

namespace riser {

namespace {

// Uplinks that fall short of their class in one way, gathered into one sentence.
struct ShortOfClass {
    std::vector<AnyId> subjects;
    std::vector<AnyId> shared;
    Millimetres most; // shared tray
};

class Explainer {
  public:
    Explainer(const Design& design, const RoutingNet& net, BackbonePlan& plan, ReasonList& reasons)
        : design_(design), net_(net), plan_(plan), reasons_(reasons) {}

    void explain(const Uplink& uplink) {
        const SpaceId room = uplink.at.second;
        if (uplink.why) {
            ++plan_.unserved;
            reasons_.add(room, sentence_of(*uplink.why));
        }
        if (uplink.no_fibre_type)
            reasons_.add(room, {"缆线目录中没有干线光缆", "the catalogue has no fibre cable for a backbone"});
        if (uplink.no_voice_type)
            reasons_.add(room, {"缆线目录中没有大对数语音电缆，模拟语音点没有干线",
                                "the catalogue has no multi-pair cable: its analogue telephones have no backbone"});
        if (uplink.why || uplink.points.ports == 0 || uplink.asked == RedundancyClass::n)
            return;
        ++plan_.pairs_of_routes[static_cast<std::size_t>(uplink.parts.diversity)];
        if (!uplink.proven)
            reasons_.add(room, {"两路干线的路由搜索提前结束，未证明已最分散",
                                "the search for its two routes was cut off: they are not proven to share the least"});
        if (uplink.parts.diversity < asked_diversity(uplink.asked))
            note_short(uplink);
        if (uplink.asked == RedundancyClass::two_n && uplink.cores[0] && uplink.cores[0] == uplink.cores[1])
            reasons_.add(room, {"要求 2N，但两路干线只能通至同一机房",
                                "2N is asked, but both routes can only end in one core room"});
    }

    void finish() {
        for (const auto& [shares_shaft, group] : short_) {
            std::vector<AnyId> subjects = group.subjects;
            subjects.insert(subjects.end(), group.shared.begin(), group.shared.end());
            const std::string most = display(group.most);
            reasons_.add(!shares_shaft
                             ? Reason{subjects,
                                      {"任务书要求异路由，但现有桥架只能分缆：两路共用桥架，最长 " + most +
                                           "；另敷一段桥架可分开",
                                       "the brief asks for diverse routes, but the pathways allow no more than two "
                                       "cables: up to " +
                                           most + " of tray is shared; a second tray there would part them"}}
                             : Reason{subjects,
                                      {"任务书要求异路由，但两路只能走同一竖井",
                                       "the brief asks for diverse routes, but both can only climb in one shaft"}});
        }
    }

  private:
    void note_short(const Uplink& uplink) {
        ++plan_.short_of_class;
        ShortOfClass& group = short_[!uplink.parts.shafts.empty()];
        group.subjects.push_back(uplink.at.second);
        const auto add = [&](AnyId id) {
            if (std::find(group.shared.begin(), group.shared.end(), id) == group.shared.end())
                group.shared.push_back(id);
        };
        for (const PathwayRunId run : uplink.parts.runs)
            if (const auto index = net_.graph.find(run); index && !net_.graph[*index].geometry.riser)
                add(run);
        for (const AnyId shaft : uplink.parts.shafts)
            add(shaft);
        group.most = std::max(group.most, uplink.parts.shared);
        const SpaceId core = uplink.cores[0];
        if (uplink.parts.shafts.empty() || !core)
            return;
        if (const auto other = second_shaft(design_, uplink.at.second, core)) {
            const std::string room = room_code(*design_.find(other->room));
            const std::string length = display(other->pathway);
            reasons_.add({.subjects = {AnyId(uplink.at.second), AnyId(other->room)},
                          .sentence = {"经 " + room + " 另设竖井可作第二路由，约需线路 " + length,
                                       "a second riser by " + room + " would give it another route, some " + length +
                                           " of pathway"}});
        } else {
            reasons_.add(uplink.at.second,
                         {"图纸上没有可作第二竖井的房间", "the drawings show no room that could hold a second riser"});
        }
    }

    const Design& design_;
    const RoutingNet& net_;
    BackbonePlan& plan_;
    ReasonList& reasons_;
    std::map<bool, ShortOfClass> short_; // whether it is a shaft that they share
};

} // namespace

Diversity asked_diversity(RedundancyClass asked) {
    switch (asked) {
    case RedundancyClass::n:
        return Diversity::none;
    case RedundancyClass::n_plus_1:
        return Diversity::cable;
    case RedundancyClass::diverse_route:
    case RedundancyClass::two_n:
        return Diversity::shaft;
    }
    return Diversity::none;
}

void explain_backbone(const Design& design, const RoutingNet& net, const UplinkCables& cables, BackbonePlan& plan,
                      ReasonList& reasons) {
    Explainer explainer(design, net, plan, reasons);
    bool analogue = false;
    for (const Uplink& uplink : plan.uplinks) {
        explainer.explain(uplink);
        analogue |= uplink.points.pairs > 0;
    }
    explainer.finish();
    if (!analogue && cables.has_voice_types() && !plan.uplinks.empty())
        reasons.add(Text{"没有三类（模拟）语音点，不设大对数语音干线；话机走数据网络",
                         "no point is analogue (category 3): no voice backbone in pairs, telephones take ports"});
}

} // namespace riser
