// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/failure_names.h"

#include "exporters/tables/names.h"
#include "solvers/analysis/backbone_diversity.h"

namespace riser {

Text label_of(ElementKind kind) {
    switch (kind) {
    case ElementKind::device:
        return {"设备", "device"};
    case ElementKind::card:
        return {"板卡", "card"};
    case ElementKind::supply:
        return {"电源模块", "power supply"};
    case ElementKind::port:
        return {"端口", "port"};
    case ElementKind::cable:
        return {"线缆", "cable"};
    case ElementKind::panel:
        return {"配线架", "panel"};
    case ElementKind::pathway:
        return {"桥架管线", "pathway"};
    case ElementKind::shaft:
        return {"竖井", "shaft"};
    case ElementKind::rack:
        return {"机柜", "rack"};
    case ElementKind::room:
        return {"房间", "room"};
    case ElementKind::compartment:
        return {"防火分区", "fire compartment"};
    case ElementKind::strip:
        return {"插座条", "power strip"};
    case ElementKind::circuit:
        return {"配电回路", "circuit"};
    case ElementKind::transfer_switch:
        return {"双电源切换", "transfer switch"};
    case ElementKind::ups:
        return {"不间断电源", "UPS"};
    case ElementKind::source:
        return {"电源", "power source"};
    case ElementKind::entrance:
        return {"进线", "entrance"};
    case ElementKind::handoff:
        return {"运营商接入", "provider handoff"};
    case ElementKind::cause:
        return {"共因", "common cause"};
    }
    return {};
}

Text name_of(const Design& design, const ReachTarget& target) {
    switch (target.of) {
    case ReachTarget::Of::core:
        return {"核心", "the core"};
    case ReachTarget::Of::internet:
        return {"互联网", "the Internet"};
    case ReachTarget::Of::service:
        return name_of(design, target.service);
    }
    return {};
}

namespace {

std::optional<Text> shaft_name(const Facts& facts, AnyId shows) {
    const RiskGroups& risks = *facts.get<RunRisks>().groups;
    for (std::uint32_t group = 0; group < risks.groups().size(); ++group)
        if (risks[group].kind == RiskKind::shaft && risks[group].shows == shows)
            return risks[group].label;
    return std::nullopt;
}

// Parts are named with the device that they are of.
std::optional<EquipmentId> device_of(const Design& design, const FailureElement& element) {
    if (const Card* row = element.kind == ElementKind::card ? design.find(CardId{element.row.value}) : nullptr)
        return row->equipment;
    if (const PowerSupply* row =
            element.kind == ElementKind::supply ? design.find(PowerSupplyId{element.row.value}) : nullptr)
        return row->equipment;
    if (const Port* row = element.kind == ElementKind::port ? design.find(PortId{element.row.value}) : nullptr)
        return row->equipment;
    return std::nullopt;
}

} // namespace

Text name_of(const Facts& facts, const FailureElement& element) {
    const Design& design = facts.design();
    if (element.kind == ElementKind::shaft)
        if (const auto name = shaft_name(facts, element.row))
            return *name;
    Text out = name_of(design, element.row);
    if (const auto device = device_of(design, element)) {
        const Text owner = name_of(design, *device);
        out = {owner.zh + " " + out.zh, owner.en + " " + out.en};
    }
    if (element.unit != 0) {
        const std::string unit = std::to_string(element.unit);
        out = {out.zh + " 的一台（" + unit + "）", out.en + ", block " + unit};
    }
    return out;
}

Text names_of(const Facts& facts, std::span<const FailureElement> elements) {
    Text out;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Text name = name_of(facts, elements[i]);
        out.zh += (i > 0 ? "；" : "") + name.zh;
        out.en += (i > 0 ? "; " : "") + name.en;
    }
    return out;
}

} // namespace riser
