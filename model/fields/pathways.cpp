// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(PathwayKind) {
    static constexpr Choice list[] = {{"tray", {"桥架", "Tray"}},
                                      {"ladder", {"梯架", "Ladder"}},
                                      {"trunking", {"线槽", "Trunking"}},
                                      {"conduit", {"导管", "Conduit"}},
                                      {"underfloor", {"地面线槽", "Underfloor"}},
                                      {"sleeve", {"套管", "Sleeve"}},
                                      {"shaft", {"竖井", "Riser shaft"}}};
    return list;
}

std::span<const Choice> choices(Mounting) {
    static constexpr Choice list[] = {
        {"unspecified", {"未定", "Unspecified"}},   {"ceiling-void", {"吊顶内", "Ceiling void"}},
        {"wall-surface", {"墙面", "Wall surface"}}, {"in-wall", {"墙内", "In wall"}},
        {"floor-slab", {"楼板内", "In slab"}},      {"raised-floor", {"架空地板下", "Raised floor"}},
        {"furniture", {"家具", "Furniture"}},       {"ceiling-surface", {"顶板明敷", "Ceiling surface"}}};
    return list;
}

std::span<const Choice> choices(SeparationClass) {
    static constexpr Choice list[] = {{"elv", {"弱电", "ELV"}},
                                      {"power", {"强电", "Power"}},
                                      {"fire-alarm", {"火灾报警", "Fire alarm"}},
                                      {"mixed", {"混合", "Mixed"}}};
    return list;
}

std::span<const Choice> choices(Shielding) {
    static constexpr Choice list[] = {
        {"none", {"无", "None"}}, {"one-side", {"一侧接地", "One side"}}, {"both", {"两侧接地", "Both"}}};
    return list;
}

const Record& record_of(const PathwayNode*) {
    using F = FieldsOf<PathwayNode>;
    static const Record record = describe<PathwayNode>(
        Label{"管槽节点", "Pathway node"},
        {
            F::of<&PathwayNode::floor>("floor", {"楼层", "Floor"}).need(),
            F::of<&PathwayNode::place>("place", {"坐标", "Place"}),
            F::of<&PathwayNode::elevation>("elevation", {"高度", "Elevation"}).range(-100000, 100000),
            F::of<&PathwayNode::label>("label", {"编号", "Label"}),
            F::of<&PathwayNode::space>("space", {"弱电用房", "Telecom space"}),
        });
    return record;
}

const Record& record_of(const RunCompartment*) {
    using F = FieldsOf<RunCompartment>;
    static const Record record = {
        "compartment",
        {"分隔", "Compartment"},
        {
            F::of<&RunCompartment::label>("label", {"编号", "Label"}),
            F::of<&RunCompartment::width>("width", {"宽", "Width"}).range(0, 10000),
            F::of<&RunCompartment::height>("height", {"高", "Height"}).range(0, 10000),
            F::of<&RunCompartment::separation>("separation", {"分隔类别", "Separation class"}),
            F::of<&RunCompartment::plane>("plane", {"网络", "Plane"}),
        }};
    return record;
}

const Record& record_of(const PathwayRun*) {
    using F = FieldsOf<PathwayRun>;
    static const Record record = describe<PathwayRun>(
        Label{"管槽", "Pathway run"},
        {
            F::of<&PathwayRun::from>("from", {"起点", "From"}).need(),
            F::of<&PathwayRun::to>("to", {"终点", "To"}).need(),
            F::of<&PathwayRun::kind>("kind", {"种类", "Kind"}),
            F::of<&PathwayRun::type>("type", {"型号", "Type"}),
            F::of<&PathwayRun::label>("label", {"编号", "Label"}),
            F::of<&PathwayRun::bends>("bends", {"中间点", "Bends"}),
            F::of<&PathwayRun::width>("width", {"宽", "Width"}).range(0, 100000),
            F::of<&PathwayRun::height>("height", {"高", "Height"}).range(0, 100000),
            F::of<&PathwayRun::elevation>("elevation", {"安装高度", "Elevation"}).range(-100000, 100000),
            F::of<&PathwayRun::mounting>("mounting", {"敷设方式", "Mounting"}),
            F::of<&PathwayRun::fill_limit>("fill-limit", {"填充率限值", "Fill limit"}).range(0, 10000),
            F::of<&PathwayRun::separation>("separation", {"分隔类别", "Separation class"}),
            F::of<&PathwayRun::plane>("plane", {"网络", "Plane"}),
            F::of<&PathwayRun::ambient>("ambient", {"环境温度", "Ambient"}).range(-500, 1000),
            F::of<&PathwayRun::crosses>("crosses", {"穿越防火分区", "Crosses compartments"}),
            F::parts<&PathwayRun::compartments>("compartments", {"分隔", "Compartments"}),
        });
    return record;
}

const Record& record_of(const PowerRoute*) {
    using F = FieldsOf<PowerRoute>;
    static const Record record = describe<PowerRoute>(
        Label{"强电路由", "Power route"}, {
                                              F::of<&PowerRoute::floor>("floor", {"楼层", "Floor"}).need(),
                                              F::of<&PowerRoute::line>("line", {"路由", "Line"}),
                                              F::of<&PowerRoute::load>("load", {"负荷", "Load"}).range(0, INT64_MAX),
                                              F::of<&PowerRoute::shielding>("shielding", {"屏蔽", "Shielding"}),
                                          });
    return record;
}

} // namespace riser
