// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(Disclosure) {
    static constexpr Choice list[] = {
        {"open", {"公开", "Open"}}, {"restricted", {"受限", "Restricted"}}, {"secret", {"涉密", "Secret"}}};
    return list;
}

std::span<const Choice> choices(Grading) {
    static constexpr Choice list[] = {{"none", {"未定级", "None"}},
                                      {"mlps-1", {"等保一级", "MLPS level 1"}},
                                      {"mlps-2", {"等保二级", "MLPS level 2"}},
                                      {"mlps-3", {"等保三级", "MLPS level 3"}},
                                      {"mlps-4", {"等保四级", "MLPS level 4"}},
                                      {"secret-mi", {"秘密", "Secret (秘密)"}},
                                      {"secret-jimi", {"机密", "Secret (机密)"}},
                                      {"secret-juemi", {"绝密", "Secret (绝密)"}}};
    return list;
}

std::span<const Choice> choices(GradingState) {
    static constexpr Choice list[] = {
        {"draft", {"拟定", "Draft"}}, {"declared", {"已备案", "Declared"}}, {"approved", {"已批准", "Approved"}}};
    return list;
}

std::span<const Choice> choices(AclAction) {
    static constexpr Choice list[] = {{"permit", {"允许", "Permit"}}, {"deny", {"拒绝", "Deny"}}};
    return list;
}

std::span<const Choice> choices(AclDirection) {
    static constexpr Choice list[] = {{"in", {"入", "In"}}, {"out", {"出", "Out"}}};
    return list;
}

std::span<const Choice> choices(NatKind) {
    static constexpr Choice list[] = {{"source", {"源地址转换", "Source addresses"}},
                                      {"service", {"服务发布", "Published service"}}};
    return list;
}

std::span<const Choice> choices(ZoneRole) {
    static constexpr Choice list[] = {{"desks", {"办公终端", "Desks"}},
                                      {"servers", {"服务器", "Servers"}},
                                      {"things", {"设备终端", "Things"}},
                                      {"guests", {"访客", "Guests"}},
                                      {"edge", {"边界", "Edge"}}};
    return list;
}

std::span<const Choice> choices(WirelessSecurity) {
    static constexpr Choice list[] = {{"wpa2-enterprise", {"WPA2企业", "WPA2 Enterprise"}},
                                      {"wpa3-enterprise", {"WPA3企业", "WPA3 Enterprise"}},
                                      {"wpa3-personal", {"WPA3个人", "WPA3 Personal"}},
                                      {"open-portal", {"开放认证", "Open with portal"}}};
    return list;
}

std::span<const Choice> choices(ServiceMedium) {
    static constexpr Choice list[] = {{"data", {"数据", "Data"}},
                                      {"voice", {"语音", "Voice"}},
                                      {"video-conference", {"视频会议", "Video conference"}},
                                      {"wireless", {"无线", "Wireless"}},
                                      {"multicast", {"组播", "Multicast"}}};
    return list;
}

std::span<const Choice> choices(Control) {
    static constexpr Choice list[] = {{"access-control", {"访问控制", "Access control"}},
                                      {"stateful-firewall", {"状态防火墙", "Stateful firewall"}},
                                      {"application-control", {"应用控制", "Application control"}},
                                      {"isolation-gateway", {"网闸", "Isolation gateway"}},
                                      {"admission-control", {"准入控制", "Admission control"}},
                                      {"intrusion-detection", {"入侵检测", "Intrusion detection"}},
                                      {"intrusion-prevention", {"入侵防御", "Intrusion prevention"}},
                                      {"malware-gateway", {"防病毒网关", "Malware gateway"}},
                                      {"mail-gateway", {"邮件网关", "Mail gateway"}},
                                      {"audit", {"审计", "Audit"}},
                                      {"behaviour-audit", {"上网行为管理", "Behaviour audit"}},
                                      {"vpn", {"VPN", "VPN"}},
                                      {"bastion", {"堡垒机", "Bastion host"}},
                                      {"logging", {"日志", "Logging"}}};
    return list;
}

const Record& record_of(const Body*) {
    using F = FieldsOf<Body>;
    static const Record record = describe<Body>(
        Label{"机构", "Body"}, {
                                   F::of<&Body::code>("code", {"代号", "Code"}).need(),
                                   F::of<&Body::name>("name", {"名称", "Name"}),
                                   F::of<&Body::letter>("letter", {"字母", "Letter"}),
                                   F::of<&Body::colour>("colour", {"颜色", "Colour"}),
                                   F::of<&Body::vlan_first>("vlan-first", {"VLAN起", "First VLAN"}).range(0, 4094),
                                   F::of<&Body::vlan_last>("vlan-last", {"VLAN止", "Last VLAN"}).range(0, 4094),
                               });
    return record;
}

const Record& record_of(const Plane*) {
    using F = FieldsOf<Plane>;
    static const Record record =
        describe<Plane>(Label{"网络", "Plane"}, {
                                                    F::of<&Plane::code>("code", {"代号", "Code"}).need(),
                                                    F::of<&Plane::name>("name", {"名称", "Name"}),
                                                    F::of<&Plane::disclosure>("disclosure", {"密级类型", "Disclosure"}),
                                                    F::of<&Plane::colour>("colour", {"颜色", "Colour"}),
                                                });
    return record;
}

const Record& record_of(const Region*) {
    using F = FieldsOf<Region>;
    static const Record record =
        describe<Region>(Label{"区域", "Region"}, {
                                                      F::of<&Region::plane>("plane", {"网络", "Plane"}).need(),
                                                      F::of<&Region::code>("code", {"代号", "Code"}).need(),
                                                      F::of<&Region::name>("name", {"名称", "Name"}),
                                                  });
    return record;
}

const Record& record_of(const GradedSystem*) {
    using F = FieldsOf<GradedSystem>;
    static const Record record =
        describe<GradedSystem>(Label{"定级对象", "Graded system"},
                               {
                                   F::of<&GradedSystem::name>("name", {"名称", "Name"}),
                                   F::of<&GradedSystem::owner>("owner", {"责任单位", "Owner"}),
                                   F::of<&GradedSystem::level_s>("level-s", {"业务信息S级", "Level S"}).range(0, 5),
                                   F::of<&GradedSystem::level_a>("level-a", {"系统服务A级", "Level A"}).range(0, 5),
                                   F::of<&GradedSystem::grading>("grading", {"等级", "Grading"}),
                                   F::of<&GradedSystem::filing_number>("filing-number", {"备案号", "Filing number"}),
                                   F::of<&GradedSystem::state>("state", {"状态", "State"}),
                               });
    return record;
}

const Record& record_of(const Zone*) {
    using F = FieldsOf<Zone>;
    static const Record record =
        describe<Zone>(Label{"安全域", "Zone"}, {
                                                    F::of<&Zone::code>("code", {"代号", "Code"}).need(),
                                                    F::of<&Zone::name>("name", {"名称", "Name"}),
                                                    F::of<&Zone::plane>("plane", {"网络", "Plane"}).need(),
                                                    F::of<&Zone::region>("region", {"区域", "Region"}),
                                                    F::of<&Zone::grading>("grading", {"等级", "Grading"}),
                                                    F::of<&Zone::systems>("systems", {"定级对象", "Graded systems"}),
                                                    F::of<&Zone::management>("management", {"管理区", "Management"}),
                                                    F::of<&Zone::role>("role", {"类别", "Role"}),
                                                    F::of<&Zone::bodies>("bodies", {"机构", "Bodies"}),
                                                    F::of<&Zone::uses>("uses", {"房间用途", "Room uses"}),
                                                    F::of<&Zone::kinds>("kinds", {"点位类型", "Point kinds"}),
                                                });
    return record;
}

const Record& record_of(const Vrf*) {
    using F = FieldsOf<Vrf>;
    static const Record record =
        describe<Vrf>(Label{"虚拟路由域", "VRF"},
                      {
                          F::of<&Vrf::name>("name", {"名称", "Name"}).need(),
                          F::of<&Vrf::plane>("plane", {"网络", "Plane"}).need(),
                          F::of<&Vrf::route_distinguisher>("route-distinguisher", {"RD", "Route distinguisher"}),
                      });
    return record;
}

const Record& record_of(const AddressPool*) {
    using F = FieldsOf<AddressPool>;
    static const Record record = describe<AddressPool>(
        Label{"地址池", "Address pool"}, {
                                             F::of<&AddressPool::name>("name", {"名称", "Name"}),
                                             F::of<&AddressPool::owner>("owner", {"机构", "Owner"}),
                                             F::of<&AddressPool::region>("region", {"区域", "Region"}),
                                             F::of<&AddressPool::plane>("plane", {"网络", "Plane"}).need(),
                                             F::of<&AddressPool::prefix>("prefix", {"地址段", "Prefix"}),
                                             F::of<&AddressPool::authority>("authority", {"分配机关", "Authority"}),
                                         });
    return record;
}

const Record& record_of(const Prefix*) {
    using F = FieldsOf<Prefix>;
    static const Record record =
        describe<Prefix>(Label{"网段", "Prefix"}, {
                                                      F::of<&Prefix::pool>("pool", {"地址池", "Pool"}).need(),
                                                      F::of<&Prefix::prefix>("prefix", {"地址段", "Prefix"}),
                                                      F::of<&Prefix::vlan>("vlan", {"VLAN", "VLAN"}),
                                                      F::of<&Prefix::vrf>("vrf", {"VRF", "VRF"}),
                                                      F::of<&Prefix::purpose>("purpose", {"用途", "Purpose"}),
                                                  });
    return record;
}

const Record& record_of(const DhcpScope*) {
    using F = FieldsOf<DhcpScope>;
    static const Record record = describe<DhcpScope>(
        Label{"DHCP作用域", "DHCP scope"}, {
                                               F::of<&DhcpScope::prefix>("prefix", {"网段", "Prefix"}).need(),
                                               F::of<&DhcpScope::first>("first", {"起", "First"}),
                                               F::of<&DhcpScope::last>("last", {"止", "Last"}),
                                               F::of<&DhcpScope::server>("server", {"服务器", "Server"}),
                                               F::of<&DhcpScope::lease>("lease", {"租期", "Lease"}).range(0, INT64_MAX),
                                           });
    return record;
}

const Record& record_of(const Route*) {
    using F = FieldsOf<Route>;
    static const Record record = describe<Route>(
        Label{"路由", "Route"}, {
                                    F::of<&Route::vrf>("vrf", {"VRF", "VRF"}),
                                    F::of<&Route::equipment>("equipment", {"设备", "Equipment"}),
                                    F::of<&Route::destination>("destination", {"目的", "Destination"}),
                                    F::of<&Route::next_hop>("next-hop", {"下一跳", "Next hop"}),
                                    F::of<&Route::preference>("preference", {"优先级", "Preference"}).range(0, 255),
                                });
    return record;
}

const Record& record_of(const AclRule*) {
    using F = FieldsOf<AclRule>;
    static const Record record = {"acl-rule",
                                  {"规则", "Rule"},
                                  {
                                      F::of<&AclRule::action>("action", {"动作", "Action"}),
                                      F::of<&AclRule::protocol>("protocol", {"协议", "Protocol"}),
                                      F::of<&AclRule::source>("source", {"源", "Source"}),
                                      F::of<&AclRule::destination>("destination", {"目的", "Destination"}),
                                      F::of<&AclRule::ports>("ports", {"端口", "Ports"}),
                                  }};
    return record;
}

const Record& record_of(const Acl*) {
    using F = FieldsOf<Acl>;
    static const Record record = describe<Acl>(Label{"访问控制列表", "Access control list"},
                                               {
                                                   F::of<&Acl::name>("name", {"名称", "Name"}).need(),
                                                   F::of<&Acl::equipment>("equipment", {"设备", "Equipment"}),
                                                   F::of<&Acl::vlan>("vlan", {"VLAN", "VLAN"}),
                                                   F::of<&Acl::direction>("direction", {"方向", "Direction"}),
                                                   F::parts<&Acl::rules>("rules", {"规则", "Rules"}),
                                               });
    return record;
}

const Record& record_of(const Nat*) {
    using F = FieldsOf<Nat>;
    static const Record record =
        describe<Nat>(Label{"地址转换", "Address translation"},
                      {
                          F::of<&Nat::equipment>("equipment", {"设备", "Equipment"}),
                          F::of<&Nat::handoff>("handoff", {"运营商界面", "Provider handoff"}),
                          F::of<&Nat::kind>("kind", {"种类", "Kind"}),
                          F::of<&Nat::source>("source", {"源", "Source"}),
                          F::of<&Nat::translated>("translated", {"转换后", "Translated"}),
                          F::of<&Nat::service>("service", {"发布的业务", "Published service"}),
                          F::of<&Nat::protocol>("protocol", {"协议", "Protocol"}),
                          F::of<&Nat::outside>("outside", {"外部地址", "Outside address"}),
                          F::of<&Nat::ports>("ports", {"外部端口", "Outside ports"}),
                          F::of<&Nat::inside>("inside", {"内部地址", "Inside address"}),
                          F::of<&Nat::inside_port>("inside-port", {"内部端口", "Inside port"}).range(0, 65535),
                      });
    return record;
}

const Record& record_of(const Vlan*) {
    using F = FieldsOf<Vlan>;
    static const Record record =
        describe<Vlan>(Label{"VLAN", "VLAN"}, {
                                                  F::of<&Vlan::number>("number", {"编号", "Number"}),
                                                  F::of<&Vlan::name>("name", {"名称", "Name"}),
                                                  F::of<&Vlan::plane>("plane", {"网络", "Plane"}).need(),
                                                  F::of<&Vlan::body>("body", {"机构", "Body"}),
                                                  F::of<&Vlan::zone>("zone", {"安全域", "Zone"}),
                                                  F::of<&Vlan::vrf>("vrf", {"VRF", "VRF"}),
                                                  F::of<&Vlan::block>("block", {"汇聚块", "Distribution block"}),
                                              });
    return record;
}

const Record& record_of(const Gateway*) {
    using F = FieldsOf<Gateway>;
    static const Record record = describe<Gateway>(
        Label{"网关", "Gateway"}, {
                                      F::of<&Gateway::vlan>("vlan", {"VLAN", "VLAN"}).need(),
                                      F::of<&Gateway::equipment>("equipment", {"设备", "Equipment"}),
                                      F::of<&Gateway::address>("address", {"地址", "Address"}),
                                      F::of<&Gateway::redundant>("redundant", {"冗余", "Redundant"}),
                                      F::of<&Gateway::shared>("shared", {"虚拟地址", "Shared address"}),
                                      F::of<&Gateway::priority>("priority", {"优先级", "Priority"}).range(1, 254),
                                  });
    return record;
}

const Record& record_of(const Ssid*) {
    using F = FieldsOf<Ssid>;
    static const Record record =
        describe<Ssid>(Label{"无线网络名", "SSID"}, {
                                                        F::of<&Ssid::name>("name", {"名称", "Name"}).need(),
                                                        F::of<&Ssid::vlan>("vlan", {"VLAN", "VLAN"}),
                                                        F::of<&Ssid::security>("security", {"安全", "Security"}),
                                                    });
    return record;
}

const Record& record_of(const Service*) {
    using F = FieldsOf<Service>;
    static const Record record = describe<Service>(
        Label{"业务", "Service"},
        {
            F::of<&Service::code>("code", {"代号", "Code"}).need(),
            F::of<&Service::name>("name", {"名称", "Name"}),
            F::of<&Service::medium>("medium", {"类型", "Medium"}),
            F::of<&Service::qos_class>("qos", {"服务等级", "QoS class"}),
            F::of<&Service::zone>("zone", {"安全域", "Zone"}),
            F::of<&Service::hosts>("hosts", {"承载设备", "Hosts"}),
            F::of<&Service::address>("address", {"地址", "Address"}),
            F::of<&Service::ports>("ports", {"端口", "Ports"}),
            F::of<&Service::entitled>("entitled", {"使用机构", "Entitled"}),
            F::of<&Service::published>("published", {"对外发布于", "Published at"}),
            F::of<&Service::busy_hour_rate>("busy-hour-rate", {"忙时速率", "Busy-hour rate"}).range(0, INT64_MAX),
            F::of<&Service::availability_ppm>("availability-ppm",
                                              {"可用性目标（百万分之一）", "Availability target, ppm"})
                .range(0, 1000000),
            F::of<&Service::works_on_power_failure>("works-on-power-failure", {"停电可用", "Works on power failure"}),
            F::of<&Service::system>("system", {"定级对象", "Graded system"}),
        });
    return record;
}

const Record& record_of(const MustReach*) {
    using F = FieldsOf<MustReach>;
    static const Record record = describe<MustReach>(
        Label{"必须可达", "Must reach"},
        {
            F::of<&MustReach::service>("service", {"业务", "Service"}).need(),
            F::of<&MustReach::body>("body", {"机构", "Body"}).need(),
            F::of<&MustReach::after_single_failure>("after-single-failure", {"单点故障后", "After a single failure"}),
        });
    return record;
}

const Record& record_of(const MustNotReach*) {
    using F = FieldsOf<MustNotReach>;
    static const Record record = describe<MustNotReach>(Label{"必须隔离", "Must not reach"},
                                                        {
                                                            F::of<&MustNotReach::a>("a", {"甲", "A"}).need(),
                                                            F::of<&MustNotReach::b>("b", {"乙", "B"}).need(),
                                                            F::of<&MustNotReach::reason>("reason", {"理由", "Reason"}),
                                                        });
    return record;
}

const Record& record_of(const Policy*) {
    using F = FieldsOf<Policy>;
    static const Record record = describe<Policy>(
        Label{"安全策略", "Policy"}, {
                                         F::of<&Policy::from>("from", {"源域", "From"}).need(),
                                         F::of<&Policy::to>("to", {"目的域", "To"}).need(),
                                         F::of<&Policy::services>("services", {"业务", "Services"}),
                                         F::of<&Policy::action>("action", {"动作", "Action"}),
                                         F::of<&Policy::controls>("controls", {"控制措施", "Controls"}),
                                         F::of<&Policy::enforced_by>("enforced-by", {"执行设备", "Enforced by"}),
                                     });
    return record;
}

const Record& record_of(const Authorization*) {
    using F = FieldsOf<Authorization>;
    static const Record record = describe<Authorization>(
        Label{"授权", "Authorization"}, {
                                            F::of<&Authorization::authority>("authority", {"批准机关", "Authority"}),
                                            F::of<&Authorization::number>("number", {"文号", "Number"}),
                                            F::of<&Authorization::date>("date", {"日期", "Date"}),
                                            F::of<&Authorization::scope>("scope-text", {"范围", "Scope"}),
                                            F::of<&Authorization::subjects>("subjects", {"对象", "Subjects"}),
                                        });
    return record;
}

} // namespace riser
