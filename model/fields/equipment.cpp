// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(PortMode) {
    static constexpr Choice list[] = {{"access", {"接入", "Access"}},
                                      {"trunk", {"中继", "Trunk"}},
                                      {"routed", {"路由", "Routed"}},
                                      {"unused", {"未用", "Unused"}}};
    return list;
}

std::span<const Choice> choices(LagKind) {
    static constexpr Choice list[] = {{"lacp", {"动态LACP", "LACP"}}, {"fixed", {"静态", "Static"}}};
    return list;
}

std::span<const Choice> choices(SpanningTreeMode) {
    static constexpr Choice list[] = {
        {"rstp", {"RSTP", "RSTP"}}, {"mstp", {"MSTP", "MSTP"}}, {"pvst", {"PVST", "PVST"}}, {"none", {"无", "None"}}};
    return list;
}

std::span<const Choice> choices(CauseKind) {
    static constexpr Choice list[] = {{"shaft", {"竖井", "Shaft"}},
                                      {"supply", {"电源", "Supply"}},
                                      {"software", {"软件", "Software"}},
                                      {"location", {"位置", "Location"}},
                                      {"maintenance", {"维护", "Maintenance"}}};
    return list;
}

const Record& record_of(const Equipment*) {
    using F = FieldsOf<Equipment>;
    static const Record record = describe<Equipment>(
        Label{"设备", "Equipment"}, {
                                        F::of<&Equipment::type>("type", {"型号", "Type"}).need(),
                                        F::of<&Equipment::label>("label", {"编号", "Label"}),
                                        F::of<&Equipment::space>("space", {"弱电用房", "Telecom space"}),
                                        F::of<&Equipment::floor>("floor", {"楼层", "Floor"}),
                                        F::of<&Equipment::place>("place", {"坐标", "Place"}),
                                        F::of<&Equipment::plane>("plane", {"网络", "Plane"}),
                                        F::of<&Equipment::zone>("zone", {"安全域", "Zone"}),
                                        F::of<&Equipment::address>("address", {"管理地址", "Management address"}),
                                        F::of<&Equipment::serial>("serial", {"序列号", "Serial number"}),
                                    });
    return record;
}

const Record& record_of(const Card*) {
    using F = FieldsOf<Card>;
    static const Record record =
        describe<Card>(Label{"板卡", "Card"}, {
                                                  F::of<&Card::equipment>("equipment", {"设备", "Equipment"}).need(),
                                                  F::of<&Card::slot>("slot", {"槽位", "Slot"}).range(0, 1000),
                                                  F::of<&Card::type>("type", {"型号", "Type"}).need(),
                                              });
    return record;
}

const Record& record_of(const PowerSupply*) {
    using F = FieldsOf<PowerSupply>;
    static const Record record =
        describe<PowerSupply>(Label{"电源模块", "Power supply"},
                              {
                                  F::of<&PowerSupply::equipment>("equipment", {"设备", "Equipment"}).need(),
                                  F::of<&PowerSupply::slot>("slot", {"槽位", "Slot"}).range(0, 1000),
                                  F::of<&PowerSupply::capacity>("capacity", {"功率", "Capacity"}).range(0, INT64_MAX),
                                  F::of<&PowerSupply::pdu>("pdu", {"PDU", "PDU"}),
                              });
    return record;
}

const Record& record_of(const Port*) {
    using F = FieldsOf<Port>;
    static const Record record = describe<Port>(
        Label{"端口", "Port"}, {
                                   F::of<&Port::equipment>("equipment", {"设备", "Equipment"}).need(),
                                   F::of<&Port::card>("card", {"板卡", "Card"}),
                                   F::of<&Port::name>("name", {"名称", "Name"}),
                                   F::of<&Port::position>("position", {"序号", "Position"}).range(1, 100000),
                                   F::of<&Port::rate>("rate", {"速率", "Rate"}).range(0, INT64_MAX),
                                   F::of<&Port::medium>("medium", {"介质", "Medium"}),
                                   F::of<&Port::mode>("mode", {"模式", "Mode"}),
                                   F::of<&Port::access_vlan>("access-vlan", {"接入VLAN", "Access VLAN"}),
                                   F::of<&Port::trunk_vlans>("trunk-vlans", {"中继VLAN", "Trunk VLANs"}),
                                   F::of<&Port::poe_class>("poe-class", {"PoE级别", "PoE class"}).range(0, 8),
                                   F::of<&Port::lag>("lag", {"聚合组", "LAG"}),
                                   F::of<&Port::zone>("zone", {"安全域", "Zone"}),
                               });
    return record;
}

const Record& record_of(const Lag*) {
    using F = FieldsOf<Lag>;
    static const Record record =
        describe<Lag>(Label{"链路聚合", "Link aggregation"},
                      {
                          F::of<&Lag::name>("name", {"名称", "Name"}),
                          F::of<&Lag::kind>("kind", {"方式", "Kind"}),
                          F::of<&Lag::across>("across", {"设备", "Across"}),
                          F::of<&Lag::minimum_links>("minimum-links", {"最少链路", "Minimum links"}).range(1, 64),
                      });
    return record;
}

const Record& record_of(const Stack*) {
    using F = FieldsOf<Stack>;
    static const Record record =
        describe<Stack>(Label{"堆叠", "Stack"}, {
                                                    F::of<&Stack::name>("name", {"名称", "Name"}),
                                                    F::of<&Stack::members>("members", {"成员", "Members"}),
                                                });
    return record;
}

const Record& record_of(const SpanningTree*) {
    using F = FieldsOf<SpanningTree>;
    static const Record record =
        describe<SpanningTree>(Label{"生成树", "Spanning tree"},
                               {
                                   F::of<&SpanningTree::equipment>("equipment", {"设备", "Equipment"}).need(),
                                   F::of<&SpanningTree::mode>("mode", {"模式", "Mode"}),
                                   F::of<&SpanningTree::instance>("instance", {"实例", "Instance"}).range(0, 4094),
                                   F::of<&SpanningTree::priority>("priority", {"优先级", "Priority"}).range(0, 61440),
                               });
    return record;
}

const Record& record_of(const CommonCause*) {
    using F = FieldsOf<CommonCause>;
    static const Record record = describe<CommonCause>(
        Label{"共因组", "Common cause"}, {
                                             F::of<&CommonCause::name>("name", {"名称", "Name"}),
                                             F::of<&CommonCause::kind>("kind", {"种类", "Kind"}),
                                             F::of<&CommonCause::members>("members", {"成员", "Members"}),
                                             F::of<&CommonCause::beta>("beta", {"共因比例", "Beta"}).range(0, 10000),
                                         });
    return record;
}

} // namespace riser
