// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(OutletMounting) {
    static constexpr Choice list[] = {{"wall", {"墙装", "Wall"}},
                                      {"floor-box", {"地插", "Floor box"}},
                                      {"furniture", {"家具", "Furniture"}},
                                      {"ceiling", {"吸顶", "Ceiling"}},
                                      {"surface", {"明装", "Surface"}}};
    return list;
}

std::span<const Choice> choices(Category) {
    static constexpr Choice list[] = {
        {"cat5e", {"超五类", "Cat5e"}}, {"cat6", {"六类", "Cat6"}},    {"cat6a", {"超六类", "Cat6A"}},
        {"cat7", {"七类", "Cat7"}},     {"cat7a", {"Cat7A", "Cat7A"}}, {"cat8", {"八类", "Cat8"}},
        {"cat3", {"三类", "Cat3"}},     {"om1", {"OM1", "OM1"}},       {"om2", {"OM2", "OM2"}},
        {"om3", {"OM3", "OM3"}},        {"om4", {"OM4", "OM4"}},       {"om5", {"OM5", "OM5"}},
        {"os2", {"OS2", "OS2"}}};
    return list;
}

std::span<const Choice> choices(Screen) {
    static constexpr Choice list[] = {{"utp", {"非屏蔽", "U/UTP"}},
                                      {"ftp", {"F/UTP", "F/UTP"}},
                                      {"sftp", {"S/FTP", "S/FTP"}},
                                      {"none", {"无", "None"}}};
    return list;
}

std::span<const Choice> choices(ElementState) {
    static constexpr Choice list[] = {
        {"lit", {"在用", "Lit"}}, {"spare", {"备用", "Spare"}}, {"dark", {"空闲", "Dark"}}};
    return list;
}

std::span<const Choice> choices(CableRole) {
    static constexpr Choice list[] = {{"horizontal", {"水平", "Horizontal"}},
                                      {"backbone", {"干线", "Backbone"}},
                                      {"campus", {"建筑群", "Campus"}},
                                      {"cord", {"跳线", "Cord"}},
                                      {"provider", {"运营商", "Provider"}}};
    return list;
}

std::span<const Choice> choices(CableEnd) {
    static constexpr Choice list[] = {{"a", {"甲端", "A"}}, {"b", {"乙端", "B"}}};
    return list;
}

std::span<const Choice> choices(PanelKind) {
    static constexpr Choice list[] = {{"copper", {"铜缆配线架", "Copper panel"}},
                                      {"odf", {"光纤配线架", "ODF"}},
                                      {"mdf-110", {"110配线架", "110 block"}},
                                      {"splice-closure", {"接头盒", "Splice closure"}},
                                      {"consolidation-point", {"集合点", "Consolidation point"}}};
    return list;
}

std::span<const Choice> choices(RackSide) {
    static constexpr Choice list[] = {{"front", {"前", "Front"}}, {"rear", {"后", "Rear"}}, {"both", {"前后", "Both"}}};
    return list;
}

const Record& record_of(const Outlet*) {
    using F = FieldsOf<Outlet>;
    static const Record record =
        describe<Outlet>(Label{"信息插座", "Outlet"},
                         {
                             F::of<&Outlet::floor>("floor", {"楼层", "Floor"}).need(),
                             F::of<&Outlet::room>("room", {"房间", "Room"}),
                             F::of<&Outlet::label>("label", {"编号", "Label"}),
                             F::of<&Outlet::place>("place", {"坐标", "Place"}),
                             F::of<&Outlet::mounting>("mounting", {"安装方式", "Mounting"}),
                             F::of<&Outlet::height>("height", {"安装高度", "Height"}).range(0, 100000),
                             F::of<&Outlet::sockets>("sockets", {"电源插座", "Power sockets"}).range(0, 100),
                         });
    return record;
}

const Record& record_of(const Jack*) {
    using F = FieldsOf<Jack>;
    static const Record record = describe<Jack>(
        Label{"信息点", "Jack"}, {
                                     F::of<&Jack::outlet>("outlet", {"插座", "Outlet"}).need(),
                                     F::of<&Jack::position>("position", {"位置", "Position"}).range(1, 1000),
                                     F::of<&Jack::label>("label", {"编号", "Label"}),
                                     F::of<&Jack::kind>("kind", {"种类", "Point kind"}).need(),
                                     F::of<&Jack::plane>("plane", {"网络", "Plane"}),
                                     F::of<&Jack::category>("category", {"类别", "Category"}),
                                     F::of<&Jack::screen>("screen", {"屏蔽", "Screen"}),
                                     F::of<&Jack::served_from>("served-from", {"指定电信间", "Served from"}),
                                     F::of<&Jack::vlan_wish>("vlan", {"VLAN", "VLAN"}),
                                 });
    return record;
}

const Record& record_of(const RouteStep*) {
    using F = FieldsOf<RouteStep>;
    static const Record record = {
        "step",
        {"路由段", "Route step"},
        {
            F::of<&RouteStep::run>("run", {"管槽", "Run"}).need(),
            F::of<&RouteStep::compartment>("compartment", {"分隔", "Compartment"}).range(0, 100),
        }};
    return record;
}

const Record& record_of(const ElementRange*) {
    using F = FieldsOf<ElementRange>;
    static const Record record = {"elements",
                                  {"线芯", "Elements"},
                                  {
                                      F::of<&ElementRange::first>("first", {"起", "First"}).need().range(1, 100000),
                                      F::of<&ElementRange::last>("last", {"止", "Last"}).need().range(1, 100000),
                                      F::of<&ElementRange::state>("state", {"状态", "State"}),
                                  }};
    return record;
}

const Record& record_of(const Cable*) {
    using F = FieldsOf<Cable>;
    static const Record record = describe<Cable>(
        Label{"缆线", "Cable"},
        {
            F::of<&Cable::label>("label", {"编号", "Label"}),
            F::of<&Cable::type>("type", {"型号", "Type"}).need(),
            F::of<&Cable::role>("role", {"用途", "Role"}),
            F::of<&Cable::plane>("plane", {"网络", "Plane"}),
            F::of<&Cable::entry_offset>("entry-offset", {"入槽位置", "Entry offset"}).range(0, INT64_MAX),
            F::of<&Cable::exit_offset>("exit-offset", {"出槽位置", "Exit offset"}).range(0, INT64_MAX),
            F::of<&Cable::entry_drop>("entry-drop", {"机柜侧引线", "Entry drop"}).range(0, INT64_MAX),
            F::of<&Cable::exit_drop>("exit-drop", {"插座侧引线", "Exit drop"}).range(0, INT64_MAX),
            F::of<&Cable::slack_a>("slack-a", {"甲端余量", "Slack at A"}).range(0, INT64_MAX),
            F::of<&Cable::slack_b>("slack-b", {"乙端余量", "Slack at B"}).range(0, INT64_MAX),
            F::of<&Cable::route_pinned>("route-pinned", {"路由锁定", "Route pinned"}),
            F::parts<&Cable::route>("route", {"路由", "Route"}),
            F::parts<&Cable::elements>("elements", {"线芯", "Elements"}),
        });
    return record;
}

const Record& record_of(const Termination*) {
    using F = FieldsOf<Termination>;
    static const Record record =
        describe<Termination>(Label{"端接", "Termination"},
                              {
                                  F::of<&Termination::cable>("cable", {"缆线", "Cable"}).need(),
                                  F::of<&Termination::end>("end", {"端", "End"}),
                                  F::of<&Termination::first>("first", {"起", "First"}).range(1, 100000),
                                  F::of<&Termination::last>("last", {"止", "Last"}).range(1, 100000),
                                  F::of<&Termination::on>("on", {"端接于", "On"}).need(),
                                  F::of<&Termination::position>("position", {"位置", "Position"}).range(1, 100000),
                              });
    return record;
}

const Record& record_of(const Splice*) {
    using F = FieldsOf<Splice>;
    static const Record record = describe<Splice>(
        Label{"熔接", "Splice"}, {
                                     F::of<&Splice::closure>("closure", {"接头盒", "Closure"}).need(),
                                     F::of<&Splice::cable_a>("cable-a", {"缆线甲", "Cable A"}).need(),
                                     F::of<&Splice::element_a>("element-a", {"芯甲", "Element A"}).range(1, 100000),
                                     F::of<&Splice::cable_b>("cable-b", {"缆线乙", "Cable B"}).need(),
                                     F::of<&Splice::element_b>("element-b", {"芯乙", "Element B"}).range(1, 100000),
                                 });
    return record;
}

const Record& record_of(const Panel*) {
    using F = FieldsOf<Panel>;
    static const Record record = describe<Panel>(
        Label{"配线架", "Panel"}, {
                                      F::of<&Panel::kind>("kind", {"种类", "Kind"}),
                                      F::of<&Panel::label>("label", {"编号", "Label"}),
                                      F::of<&Panel::space>("space", {"弱电用房", "Telecom space"}),
                                      F::of<&Panel::floor>("floor", {"楼层", "Floor"}),
                                      F::of<&Panel::place>("place", {"坐标", "Place"}),
                                      F::of<&Panel::positions>("positions", {"端口数", "Positions"}).range(1, 10000),
                                      F::of<&Panel::category>("category", {"类别", "Category"}),
                                      F::of<&Panel::plane>("plane", {"网络", "Plane"}),
                                  });
    return record;
}

const Record& record_of(const Rack*) {
    using F = FieldsOf<Rack>;
    static const Record record =
        describe<Rack>(Label{"机柜", "Rack"},
                       {
                           F::of<&Rack::space>("space", {"弱电用房", "Telecom space"}).need(),
                           F::of<&Rack::label>("label", {"编号", "Label"}),
                           F::of<&Rack::place>("place", {"坐标", "Place"}),
                           F::of<&Rack::rotation>("rotation", {"转角", "Rotation"}).range(-360000, 360000),
                           F::of<&Rack::units>("units", {"高度U", "Units"}).range(1, 60),
                           F::of<&Rack::width>("width", {"宽", "Width"}).range(0, 10000),
                           F::of<&Rack::depth>("depth", {"深", "Depth"}).range(0, 10000),
                           F::of<&Rack::load_limit>("load-limit", {"承重", "Load limit"}).range(0, INT64_MAX),
                           F::of<&Rack::power_limit>("power-limit", {"供电容量", "Power limit"}).range(0, INT64_MAX),
                           F::of<&Rack::plane>("plane", {"网络", "Plane"}),
                       });
    return record;
}

const Record& record_of(const RackItem*) {
    using F = FieldsOf<RackItem>;
    static const Record record = describe<RackItem>(
        Label{"柜内设备", "Rack item"}, {
                                            F::of<&RackItem::rack>("rack", {"机柜", "Rack"}).need(),
                                            F::of<&RackItem::item>("item", {"设备", "Item"}).need(),
                                            F::of<&RackItem::unit>("unit", {"U位", "Unit"}).range(1, 60),
                                            F::of<&RackItem::height>("height", {"占U数", "Height"}).range(1, 60),
                                            F::of<&RackItem::side>("side", {"面", "Side"}),
                                        });
    return record;
}

} // namespace riser
