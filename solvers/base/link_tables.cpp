// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/link_tables.h"

#include "model/fields/field.h"

#include <algorithm>

namespace riser {

namespace {

template<class Row, class Is> const Row* first(const std::vector<Row>& rows, Is is) {
    const auto found = std::find_if(rows.begin(), rows.end(), is);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

const FibreApplication* LinkTables::application(std::string_view pmd, Category fibre) const {
    return first(applications, [&](const FibreApplication& row) { return row.pmd == pmd && row.fibre == fibre; });
}

const FibreAttenuation* LinkTables::attenuation(Category fibre, std::int32_t wavelength) const {
    return first(attenuations,
                 [&](const FibreAttenuation& row) { return row.fibre == fibre && row.wavelength == wavelength; });
}

const JointLoss* LinkTables::joint(JointKind kind, FibreMode mode) const {
    return first(joints, [&](const JointLoss& row) { return row.kind == kind && row.mode == mode; });
}

const CopperReach* LinkTables::reach(Category category, BitRate rate) const {
    return first(copper, [&](const CopperReach& row) { return row.category == category && row.rate == rate; });
}

const BundleHeat* LinkTables::bundle(std::int32_t poe_class, std::int32_t cables) const {
    const BundleHeat* best = nullptr;
    for (const BundleHeat& row : heat)
        if (row.poe_class == poe_class && row.cables >= cables && (!best || row.cables < best->cables))
            best = &row;
    return best;
}

const Reliability* LinkTables::reliability_of(ReliabilityKind kind) const {
    return first(reliability, [&](const Reliability& row) { return row.kind == kind; });
}

bool is_fibre(Category category) {
    switch (category) {
    case Category::om1:
    case Category::om2:
    case Category::om3:
    case Category::om4:
    case Category::om5:
    case Category::os2:
        return true;
    default:
        return false;
    }
}

std::span<const Choice> choices(Trust) {
    static constexpr Choice list[] = {{"V", {"已核对原文", "Read in the standard"}},
                                      {"W", {"转引", "Read in a secondary text"}},
                                      {"D", {"推算", "Derived"}},
                                      {"U", {"待核对", "To be checked"}},
                                      {"P", {"工程默认", "Engineering default"}}};
    return list;
}

std::span<const Choice> choices(JointKind) {
    static constexpr Choice list[] = {{"connection", {"连接器", "Connection"}},
                                      {"array-connection", {"阵列连接器", "Array connection"}},
                                      {"splice", {"熔接点", "Splice"}},
                                      {"pigtail", {"尾纤熔接点", "Pigtail splice"}},
                                      {"ageing", {"老化与维修余量", "Ageing and repair"}}};
    return list;
}

std::span<const Choice> choices(FibreMode) {
    static constexpr Choice list[] = {{"single", {"单模", "Single-mode"}}, {"multi", {"多模", "Multimode"}}};
    return list;
}

std::span<const Choice> choices(ReliabilityKind) {
    static constexpr Choice list[] = {{"device", {"设备", "Device"}},
                                      {"card", {"板卡", "Card"}},
                                      {"supply", {"电源模块", "Power supply"}},
                                      {"port", {"端口", "Port"}},
                                      {"cable", {"线缆", "Cable"}},
                                      {"panel", {"配线架", "Panel"}},
                                      {"pathway", {"桥架管线", "Pathway"}},
                                      {"shaft", {"竖井", "Shaft"}},
                                      {"rack", {"机柜", "Rack"}},
                                      {"room", {"房间", "Room"}},
                                      {"compartment", {"防火分区", "Fire compartment"}},
                                      {"strip", {"机柜插座", "Power strip"}},
                                      {"circuit", {"配电回路", "Circuit"}},
                                      {"transfer-switch", {"双电源转换", "Transfer switch"}},
                                      {"ups", {"UPS", "UPS"}},
                                      {"mains", {"市电", "Mains"}},
                                      {"generator", {"发电机", "Generator"}},
                                      {"battery", {"电池", "Battery"}},
                                      {"entrance", {"进线", "Entrance"}},
                                      {"handoff", {"运营商接入", "Provider's access"}}};
    return list;
}

} // namespace riser
