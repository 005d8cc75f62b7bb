// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(SourceKind) {
    static constexpr Choice list[] = {
        {"mains", {"市电", "Mains"}}, {"generator", {"发电机", "Generator"}}, {"battery", {"蓄电池", "Battery"}}};
    return list;
}

std::span<const Choice> choices(UpsTopology) {
    static constexpr Choice list[] = {{"single", {"单机", "Single"}},
                                      {"parallel-n+1", {"并机N+1", "Parallel N+1"}},
                                      {"dual-bus", {"双母线", "Dual bus"}}};
    return list;
}

std::span<const Choice> choices(EarthBarKind) {
    static constexpr Choice list[] = {{"main", {"总等电位", "Main"}},
                                      {"local", {"局部等电位", "Local"}},
                                      {"telecommunications", {"弱电接地排", "Telecommunications"}}};
    return list;
}

std::span<const Choice> choices(SpdPlace) {
    static constexpr Choice list[] = {{"power", {"电源", "Power"}}, {"signal", {"信号", "Signal"}}};
    return list;
}

const Record& record_of(const PowerSource*) {
    using F = FieldsOf<PowerSource>;
    static const Record record =
        describe<PowerSource>(Label{"电源", "Power source"},
                              {
                                  F::of<&PowerSource::label>("label", {"编号", "Label"}),
                                  F::of<&PowerSource::kind>("kind", {"种类", "Kind"}),
                                  F::of<&PowerSource::capacity>("capacity", {"容量", "Capacity"}).range(0, INT64_MAX),
                              });
    return record;
}

const Record& record_of(const Ats*) {
    using F = FieldsOf<Ats>;
    static const Record record =
        describe<Ats>(Label{"双电源切换", "Transfer switch"},
                      {
                          F::of<&Ats::label>("label", {"编号", "Label"}),
                          F::of<&Ats::normal>("normal", {"常用电源", "Normal source"}).need(),
                          F::of<&Ats::standby>("standby", {"备用电源", "Standby source"}).need(),
                          F::of<&Ats::space>("space", {"弱电用房", "Telecom space"}),
                      });
    return record;
}

const Record& record_of(const Ups*) {
    using F = FieldsOf<Ups>;
    static const Record record = describe<Ups>(
        Label{"不间断电源", "UPS"}, {
                                        F::of<&Ups::label>("label", {"编号", "Label"}),
                                        F::of<&Ups::space>("space", {"弱电用房", "Telecom space"}),
                                        F::of<&Ups::fed_by>("fed-by", {"上级电源", "Fed by"}),
                                        F::of<&Ups::capacity>("capacity", {"容量", "Capacity"}).range(0, INT64_MAX),
                                        F::of<&Ups::autonomy>("autonomy", {"后备时间", "Autonomy"}).range(0, INT64_MAX),
                                        F::of<&Ups::topology>("topology", {"结构", "Topology"}),
                                        F::of<&Ups::efficiency>("efficiency", {"效率", "Efficiency"}).range(0, 10000),
                                    });
    return record;
}

const Record& record_of(const Circuit*) {
    using F = FieldsOf<Circuit>;
    static const Record record = describe<Circuit>(
        Label{"回路", "Circuit"}, {
                                      F::of<&Circuit::label>("label", {"编号", "Label"}),
                                      F::of<&Circuit::fed_by>("fed-by", {"上级电源", "Fed by"}).need(),
                                      F::of<&Circuit::capacity>("capacity", {"容量", "Capacity"}).range(0, INT64_MAX),
                                  });
    return record;
}

const Record& record_of(const Pdu*) {
    using F = FieldsOf<Pdu>;
    static const Record record = describe<Pdu>(
        Label{"机柜配电", "PDU"}, {
                                      F::of<&Pdu::label>("label", {"编号", "Label"}),
                                      F::of<&Pdu::rack>("rack", {"机柜", "Rack"}),
                                      F::of<&Pdu::circuit>("circuit", {"回路", "Circuit"}),
                                      F::of<&Pdu::sockets>("sockets", {"插口", "Sockets"}).range(0, 100),
                                      F::of<&Pdu::capacity>("capacity", {"容量", "Capacity"}).range(0, INT64_MAX),
                                  });
    return record;
}

const Record& record_of(const EarthBar*) {
    using F = FieldsOf<EarthBar>;
    static const Record record = describe<EarthBar>(
        Label{"接地排", "Earth bar"},
        {
            F::of<&EarthBar::kind>("kind", {"种类", "Kind"}),
            F::of<&EarthBar::label>("label", {"编号", "Label"}),
            F::of<&EarthBar::space>("space", {"弱电用房", "Telecom space"}),
            F::of<&EarthBar::floor>("floor", {"楼层", "Floor"}),
            F::of<&EarthBar::place>("place", {"坐标", "Place"}),
            F::of<&EarthBar::measured>("measured", {"实测电阻", "Measured resistance"}).range(0, INT64_MAX),
        });
    return record;
}

const Record& record_of(const Bond*) {
    using F = FieldsOf<Bond>;
    static const Record record =
        describe<Bond>(Label{"等电位联结", "Bond"},
                       {
                           F::of<&Bond::from>("from", {"起", "From"}).need(),
                           F::of<&Bond::to>("to", {"止", "To"}).need(),
                           F::of<&Bond::conductor>("conductor", {"导体截面", "Conductor"}).range(0, INT64_MAX),
                           F::of<&Bond::length>("length", {"长度", "Length"}).range(0, INT64_MAX),
                       });
    return record;
}

const Record& record_of(const Spd*) {
    using F = FieldsOf<Spd>;
    static const Record record = describe<Spd>(Label{"电涌保护器", "Surge protector"},
                                               {
                                                   F::of<&Spd::label>("label", {"编号", "Label"}),
                                                   F::of<&Spd::place>("place", {"位置", "Place"}),
                                                   F::of<&Spd::protects>("protects", {"保护对象", "Protects"}).need(),
                                                   F::of<&Spd::earth>("earth", {"接地", "Earth"}),
                                               });
    return record;
}

const Record& record_of(const ProviderHandoff*) {
    using F = FieldsOf<ProviderHandoff>;
    static const Record record = describe<ProviderHandoff>(
        Label{"运营商界面", "Provider handoff"},
        {
            F::of<&ProviderHandoff::provider>("provider", {"运营商", "Provider"}),
            F::of<&ProviderHandoff::plane>("plane", {"网络", "Plane"}),
            F::of<&ProviderHandoff::demarcation>("demarcation", {"分界点", "Demarcation"}),
            F::of<&ProviderHandoff::entrance>("entrance", {"进线间", "Entrance"}),
            F::of<&ProviderHandoff::medium>("medium", {"介质", "Medium"}),
            F::of<&ProviderHandoff::bandwidth>("bandwidth", {"带宽", "Bandwidth"}).range(0, INT64_MAX),
            F::of<&ProviderHandoff::zone>("zone", {"安全域", "Zone"}),
            F::of<&ProviderHandoff::port>("port", {"端口", "Port"}),
            F::of<&ProviderHandoff::link>("link", {"互联网段", "Link prefix"}),
            F::of<&ProviderHandoff::peer>("peer", {"对端地址", "Peer"}),
            F::of<&ProviderHandoff::outside>("outside", {"公网地址段", "Outside prefix"}),
        });
    return record;
}

} // namespace riser
