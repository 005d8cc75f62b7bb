// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(Medium) {
    static constexpr Choice list[] = {
        {"copper", {"铜缆", "Copper"}}, {"fibre", {"光纤", "Fibre"}}, {"coaxial", {"同轴", "Coaxial"}}};
    return list;
}

std::span<const Choice> choices(ReactionToFire) {
    static constexpr Choice list[] = {
        {"unclassified", {"未定级", "Unclassified"}}, {"b1", {"B1", "B1"}}, {"b2", {"B2", "B2"}}, {"b3", {"B3", "B3"}}};
    return list;
}

std::span<const Choice> choices(ElementUnit) {
    static constexpr Choice list[] = {{"pair", {"对", "Pair"}}, {"core", {"芯", "Core"}}};
    return list;
}

std::span<const Choice> choices(EquipmentRole) {
    static constexpr Choice list[] = {{"access-switch", {"接入交换机", "Access switch"}},
                                      {"distribution-switch", {"汇聚交换机", "Distribution switch"}},
                                      {"core-switch", {"核心交换机", "Core switch"}},
                                      {"router", {"路由器", "Router"}},
                                      {"firewall", {"防火墙", "Firewall"}},
                                      {"ips", {"入侵防御", "Intrusion prevention"}},
                                      {"av-gateway", {"防病毒网关", "Anti-virus gateway"}},
                                      {"waf", {"Web应用防火墙", "Web application firewall"}},
                                      {"isolation-gateway", {"网闸", "Isolation gateway"}},
                                      {"behaviour-audit", {"上网行为管理", "Behaviour audit"}},
                                      {"bastion", {"堡垒机", "Bastion host"}},
                                      {"log-audit", {"日志审计", "Log audit"}},
                                      {"nac", {"准入控制", "Network admission control"}},
                                      {"wireless-controller", {"无线控制器", "Wireless controller"}},
                                      {"access-point", {"无线接入点", "Access point"}},
                                      {"server", {"服务器", "Server"}},
                                      {"storage", {"存储", "Storage"}},
                                      {"camera", {"摄像机", "Camera"}},
                                      {"recorder", {"录像机", "Recorder"}},
                                      {"management-station", {"网管工作站", "Management station"}},
                                      {"probe", {"探针", "Probe"}},
                                      {"collector", {"采集器", "Collector"}},
                                      {"telephone-system", {"电话交换机", "Telephone system"}},
                                      {"optical-terminal", {"光终端", "Optical terminal"}},
                                      {"other", {"其他", "Other"}}};
    return list;
}

std::span<const Choice> choices(Criticality) {
    static constexpr Choice list[] = {{"ordinary", {"一般", "Ordinary"}},
                                      {"network-critical", {"网络关键设备", "Network-critical"}},
                                      {"security-product", {"网络安全专用产品", "Security product"}}};
    return list;
}

const Record& record_of(const PointKind*) {
    using F = FieldsOf<PointKind>;
    static const Record record = describe<PointKind>(
        Label{"点位种类", "Point kind"}, {
                                             F::of<&PointKind::code>("code", {"代号", "Code"}).need(),
                                             F::of<&PointKind::name>("name", {"名称", "Name"}),
                                             F::of<&PointKind::medium>("medium", {"介质", "Medium"}),
                                             F::of<&PointKind::poe>("poe", {"受电功率", "PoE power"}).range(0, 100000),
                                             F::of<&PointKind::wireless>("wireless", {"无线", "Wireless"}),
                                             F::of<&PointKind::camera>("camera", {"摄像", "Camera"}),
                                             F::of<&PointKind::microphone>("microphone", {"拾音", "Microphone"}),
                                             F::of<&PointKind::bill_item>("bill-item", {"清单项目", "Bill item"}),
                                         });
    return record;
}

const Record& record_of(const CableType*) {
    using F = FieldsOf<CableType>;
    static const Record record = describe<CableType>(
        Label{"缆线型号", "Cable type"},
        {
            F::of<&CableType::code>("code", {"代号", "Code"}).need(),
            F::of<&CableType::name>("name", {"名称", "Name"}),
            F::of<&CableType::category>("category", {"类别", "Category"}),
            F::of<&CableType::screen>("screen", {"屏蔽", "Screen"}),
            F::of<&CableType::element>("element", {"单元", "Element"}),
            F::of<&CableType::elements>("elements", {"对数或芯数", "Elements"}).range(1, 10000),
            F::of<&CableType::package_length>("package-length", {"包装长度", "Package length"}).range(0, 100000000),
            F::of<&CableType::diameter_um>("diameter-um", {"外径（微米）", "Outer diameter, micrometres"})
                .range(100, 200000),
            F::of<&CableType::awg>("awg", {"线规（AWG）", "Wire gauge, AWG"}).range(0, 40),
            F::of<&CableType::bend_radius>("bend-radius", {"弯曲半径", "Bend radius"}).range(0, 10000),
            F::of<&CableType::fire>("fire", {"燃烧性能", "Reaction to fire"}),
            F::of<&CableType::bill_item>("bill-item", {"清单项目", "Bill item"}),
        });
    return record;
}

const Record& record_of(const PathwayType*) {
    using F = FieldsOf<PathwayType>;
    static const Record record = describe<PathwayType>(
        Label{"管槽型号", "Pathway type"}, {
                                               F::of<&PathwayType::code>("code", {"代号", "Code"}).need(),
                                               F::of<&PathwayType::name>("name", {"名称", "Name"}),
                                               F::of<&PathwayType::kind>("kind", {"种类", "Kind"}),
                                               F::of<&PathwayType::width>("width", {"宽", "Width"}).range(0, 10000),
                                               F::of<&PathwayType::height>("height", {"高", "Height"}).range(0, 10000),
                                               F::of<&PathwayType::material>("material", {"材质", "Material"}),
                                               F::of<&PathwayType::bill_item>("bill-item", {"清单项目", "Bill item"}),
                                           });
    return record;
}

const Record& record_of(const PortGroup*) {
    using F = FieldsOf<PortGroup>;
    static const Record record = {"port-group",
                                  {"端口组", "Port group"},
                                  {
                                      F::of<&PortGroup::prefix>("prefix", {"前缀", "Prefix"}),
                                      F::of<&PortGroup::count>("count", {"数量", "Count"}).range(0, 10000),
                                      F::of<&PortGroup::rate>("rate", {"速率", "Rate"}).range(0, INT64_MAX),
                                      F::of<&PortGroup::medium>("medium", {"介质", "Medium"}),
                                      F::of<&PortGroup::poe_class>("poe-class", {"PoE级别", "PoE class"}).range(0, 8),
                                      F::of<&PortGroup::uplink>("uplink", {"上联", "Uplink"}),
                                  }};
    return record;
}

const Record& record_of(const EquipmentType*) {
    using F = FieldsOf<EquipmentType>;
    static const Record record = describe<EquipmentType>(
        Label{"设备型号", "Equipment type"},
        {
            F::of<&EquipmentType::code>("code", {"代号", "Code"}).need(),
            F::of<&EquipmentType::name>("name", {"名称", "Name"}),
            F::of<&EquipmentType::manufacturer>("manufacturer", {"厂商", "Manufacturer"}),
            F::of<&EquipmentType::model>("model", {"型号", "Model"}),
            F::of<&EquipmentType::role>("role", {"用途", "Role"}),
            F::of<&EquipmentType::poe_budget>("poe-budget", {"PoE总功率", "PoE budget"}).range(0, INT64_MAX),
            F::of<&EquipmentType::power>("power", {"功耗", "Power"}).range(0, INT64_MAX),
            F::of<&EquipmentType::heat>("heat", {"发热", "Heat"}).range(0, INT64_MAX),
            F::of<&EquipmentType::rack_units>("rack-units", {"高度U", "Rack units"}).range(0, 60),
            F::of<&EquipmentType::weight>("weight", {"重量", "Weight"}).range(0, INT64_MAX),
            F::of<&EquipmentType::mtbf>("mtbf", {"平均无故障时间", "MTBF"}).range(0, INT64_MAX),
            F::of<&EquipmentType::power_supplies>("power-supplies", {"电源数", "Power supplies"}).range(0, 16),
            F::of<&EquipmentType::listing>("listing", {"信创目录", "Procurement listing"}),
            F::of<&EquipmentType::criticality>("criticality", {"类别", "Criticality"}),
            F::of<&EquipmentType::certificate>("certificate", {"证书编号", "Certificate"}),
            F::of<&EquipmentType::certificate_expires>("certificate-expires", {"证书有效期", "Certificate expires"}),
            F::of<&EquipmentType::evidence>("evidence", {"证明", "Evidence"}),
            F::of<&EquipmentType::bill_item>("bill-item", {"清单项目", "Bill item"}),
            F::parts<&EquipmentType::ports>("ports", {"端口", "Ports"}),
        });
    return record;
}

const Record& record_of(const BillItem*) {
    using F = FieldsOf<BillItem>;
    static const Record record = describe<BillItem>(
        Label{"清单项目", "Bill item"},
        {
            F::of<&BillItem::code>("code", {"项目编码", "Code"}).need(),
            F::of<&BillItem::edition>("edition", {"清单版本", "Edition"}),
            F::of<&BillItem::name>("name", {"项目名称", "Name"}),
            F::of<&BillItem::features>("features", {"项目特征", "Features"}),
            F::of<&BillItem::unit>("unit", {"单位", "Unit"}).need(),
            F::of<&BillItem::quota_code>("quota-code", {"定额编号", "Quota code"}),
            F::of<&BillItem::loss>("loss", {"损耗率", "Loss"}).range(0, 100000),
            F::of<&BillItem::package>("package-size", {"包装数量", "Package size"}).range(1, 1000000),
            F::of<&BillItem::package_unit>("package-unit", {"包装单位", "Package unit"}),
            F::of<&BillItem::price>("price", {"单价", "Price"}).range(0, INT64_MAX),
            F::of<&BillItem::supplier>("supplier", {"供货", "Supplied by"}),
            F::of<&BillItem::measures>("measures", {"计量对象", "Measures"}),
        });
    return record;
}

} // namespace riser
