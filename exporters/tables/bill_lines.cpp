// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/bill_lines.h"

#include "exporters/tables/columns.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_lengths.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

constexpr std::int64_t one = 1000; // a unit, in thousandths

// A unit as the bill item says it, with its English where it is a usual one.
Text unit_text(const std::string& unit) {
    for (const auto& [zh, en] : std::initializer_list<std::pair<const char*, const char*>>{{"个", "pc"},
                                                                                           {"台", "pc"},
                                                                                           {"只", "pc"},
                                                                                           {"套", "set"},
                                                                                           {"箱", "box"},
                                                                                           {"盘", "drum"},
                                                                                           {"卷", "reel"},
                                                                                           {"根", "length"},
                                                                                           {"条", "pc"},
                                                                                           {"链路", "link"},
                                                                                           {"芯", "core"},
                                                                                           {"对", "pair"},
                                                                                           {"处", "place"},
                                                                                           {"点", "point"},
                                                                                           {"系统", "system"}})
        if (unit == zh)
            return {zh, en};
    return same_text(unit);
}

class Collector {
  public:
    explicit Collector(const Facts& facts) : facts_(facts), design_(facts.design()) {
        for (const BillItem& item : design_.bill_items)
            if (!item.measures.empty()) {
                const BillItem*& known = by_measure_[item.measures];
                if (!known || item.code < known->code)
                    known = &item;
            }
    }

    BillLines collect() && {
        cables();
        outlets();
        pathways();
        cabinets();
        equipment();
        power();
        tests_and_stopping();
        return std::move(out_);
    }

  private:
    struct Thing {
        BillSection section = BillSection::cables;
        std::string measures = {};
        AnyId type = {};
        std::optional<BillItemId> item = {};
        Text name = {};
        Text features = {};
        Text unit = {};
        bool in_metres = false;
    };

    // The line for a row, or null when the row is not ours to bill.
    BillLine* line(const PhysicalRow& row, AnyId subject, Thing thing) {
        if (row.scope != Scope::ours) {
            ++out_.other_scopes[row.scope];
            return nullptr;
        }
        if (row.status == Status::existing || row.status == Status::reserved) {
            ++out_.existing;
            return nullptr;
        }
        const BillItem* item = row.status == Status::remove ? nullptr : item_of(thing);
        if (row.status == Status::remove) {
            thing.section = BillSection::removal;
            thing.name = {"拆除：" + thing.name.zh, "Remove: " + thing.name.en};
        }
        out_.by_package = out_.by_package || !row.package.empty();
        const bool by_client = row.supplier == Supplier::client || (item && item->supplier == Supplier::client);
        BillLine& line =
            out_.lines[{thing.section, thing.measures, thing.type, thing.name.zh + '\n' + thing.features.zh,
                        thing.features.en, row.package, by_client ? Supplier::client : Supplier::contractor}];
        if (line.name.empty())
            begin(line, thing, item, subject);
        return &line;
    }

    static void begin(BillLine& line, const Thing& thing, const BillItem* item, AnyId subject) {
        line.item = item;
        line.name = item && !item->name.empty() ? item->name : thing.name;
        line.features = item && !item->features.empty() ? joined(thing.features, item->features) : thing.features;
        line.unit = item && !item->unit.empty() && !thing.in_metres ? unit_text(item->unit) : thing.unit;
        line.in_metres = thing.in_metres;
        line.subject = thing.type.value != 0 ? thing.type : subject;
        if (item && item->package > 1) {
            line.package = item->package;
            line.package_unit = item->package_unit.empty() ? Text{"包", "pack"} : unit_text(item->package_unit);
        }
    }

    static Text joined(const Text& a, const Text& b) {
        if (a.empty())
            return b;
        return {a.in(Language::zh) + "；" + b.in(Language::zh), a.in(Language::en) + "; " + b.in(Language::en)};
    }

    const BillItem* item_of(const Thing& thing) const {
        if (const BillItem* item = design_.find(thing.item))
            return item;
        for (std::string_view key = thing.measures; !key.empty();) {
            if (const auto found = by_measure_.find(key); found != by_measure_.end())
                return found->second;
            const std::size_t colon = key.rfind(':');
            key = colon == std::string_view::npos ? std::string_view() : key.substr(0, colon);
        }
        return nullptr;
    }

    void count(const PhysicalRow& row, AnyId subject, Thing thing, std::int64_t quantity = one) {
        if (BillLine* found = line(row, subject, std::move(thing)))
            found->net += quantity;
    }

    void cables();
    void outlets();
    void pathways();
    void cabinets();
    void equipment();
    void power();
    void tests_and_stopping();

    const Facts& facts_;
    const Design& design_;
    std::map<std::string, const BillItem*, std::less<>> by_measure_;
    BillLines out_;
};

Text and_more(std::initializer_list<std::string> words) {
    std::string out;
    for (const std::string& word : words)
        if (!word.empty())
            out += (out.empty() ? "" : ", ") + word;
    return same_text(out);
}

void Collector::cables() {
    const CableLengths& lengths = facts_.get<CableLengths>();
    for (const Cable& cable : design_.cables) {
        const CableType* type = design_.find(cable.type);
        const Text name = type ? name_of(design_, type->id) : Text{"未定型线缆", "Cable of no type"};
        Text features;
        if (type) {
            const bool fibre = type->element == ElementUnit::core;
            const std::string grade = category_name(type->category, type->screen);
            const std::string count = std::to_string(type->elements);
            features = {grade + "，" + count + (fibre ? " 芯" : " 对"),
                        grade + ", " + count + (fibre ? " cores" : " pairs")};
            if (type->fire != ReactionToFire::unclassified)
                features = joined(
                    features, {"燃烧性能 " + label_of(type->fire).zh, "reaction to fire " + label_of(type->fire).en});
        }
        const bool cord = cable.role == CableRole::cord;
        Thing thing{.section = BillSection::cables,
                    .measures = cord                                         ? "cord"
                                : type && type->element == ElementUnit::core ? "cable:fibre"
                                                                             : "cable:copper",
                    .type = type ? AnyId(type->id) : AnyId(),
                    .item = type ? type->bill_item : std::nullopt,
                    .name = name,
                    .features = features,
                    .unit = cord ? Text{"条", "pc"} : same_text("m"),
                    .in_metres = !cord};
        if (cord) {
            count(cable, cable.id, std::move(thing));
            continue;
        }
        BillLine* found = line(cable, cable.id, std::move(thing));
        if (!found)
            continue;
        if (found->package == 1 && type && type->package_length.value > 0) {
            found->package = type->package_length.value / 1000;
            found->package_unit = type->element == ElementUnit::core ? Text{"盘", "drum"} : Text{"箱", "box"};
        }
        const CableLength* length = lengths.of(cable.id);
        if (!length) {
            ++out_.unmeasured;
            continue;
        }
        found->net += length->total().value;
        found->cuts.push_back(length->total());
    }
}

void Collector::outlets() {
    const auto jacks = jacks_by_outlet(design_);
    for (const Jack& jack : design_.jacks) {
        const PointKind* kind = design_.find(jack.kind);
        const bool fibre = kind && kind->medium == Medium::fibre;
        const std::string grade = category_name(jack.category, fibre ? Screen::none : jack.screen);
        count(jack, jack.id,
              {.section = BillSection::outlets,
               .measures = fibre ? "jack:fibre" : "jack:copper",
               .type = kind ? AnyId(kind->id) : AnyId(),
               .item = kind ? kind->bill_item : std::nullopt,
               .name = {(kind ? name_of(design_, kind->id).zh : std::string("未定类型")) + "模块",
                        "Module, " + (kind ? name_of(design_, kind->id).in(Language::en) : std::string("no kind"))},
               .features = joined(kind ? same_text(kind->code) : Text(), same_text(grade)),
               .unit = {"个", "pc"}});
    }
    for (const Outlet& outlet : design_.outlets) {
        const auto found = jacks.find(outlet.id);
        const std::string ports = std::to_string(found == jacks.end() ? 0 : found->second.size());
        const Text mounting = label_of(outlet.mounting);
        count(outlet, outlet.id,
              {.section = BillSection::outlets,
               .measures = "faceplate:" + std::string(key_of(outlet.mounting)),
               .name = {"信息插座面板（" + mounting.zh + "）", "Faceplate, " + mounting.en},
               .features = {ports + " 口，含底盒",
                            ports + (ports == "1" ? " port, with its box" : " ports, with its box")},
               .unit = {"个", "pc"}});
    }
}

void Collector::pathways() {
    for (const PathwayRun& run : design_.pathway_runs) {
        const auto geometry = geometry_of(design_, run);
        const PathwayType* type = design_.find(run.type);
        const Text kind = label_of(run.kind);
        const std::string section = section_name(run.kind, run.width, run.height);
        Text features = section.empty() ? Text() : same_text(section + " mm");
        if (type && !type->material.empty())
            features = joined(features, same_text(type->material));
        if (run.mounting != Mounting::unspecified)
            features = joined(features, label_of(run.mounting));
        if (!run.compartments.empty())
            features = joined(features, {"隔板分 " + std::to_string(run.compartments.size()) + " 格",
                                         std::to_string(run.compartments.size()) + " compartments"});
        count(run, run.id,
              {.section = BillSection::pathways,
               .measures = "pathway:" + std::string(key_of(run.kind)),
               .type = type ? AnyId(type->id) : AnyId(),
               .item = type ? type->bill_item : std::nullopt,
               .name = kind,
               .features = features,
               .unit = same_text("m"),
               .in_metres = true},
              geometry ? geometry->length() : 0);
    }
    for (const OutdoorDuct& duct : design_.outdoor_ducts)
        count(duct, duct.id,
              {.section = BillSection::pathways,
               .measures = "duct",
               .name = {"室外管道", "Outdoor duct"},
               .features = {std::to_string(duct.ways) + " 孔 " +
                                section_name(PathwayKind::conduit, duct.inner_diameter, {}),
                            std::to_string(duct.ways) + " ways " +
                                section_name(PathwayKind::conduit, duct.inner_diameter, {})},
               .unit = same_text("m"),
               .in_metres = true},
              length(duct.route).value);
}

void Collector::cabinets() {
    for (const Rack& rack : design_.racks) {
        const std::string size = std::to_string(rack.units) + "U " + std::to_string(rack.width.value) + "×" +
                                 std::to_string(rack.depth.value) + " mm";
        count(rack, rack.id,
              {.section = BillSection::cabinets,
               .measures = "rack:" + std::to_string(rack.units) + ":" + std::to_string(rack.width.value) + "x" +
                           std::to_string(rack.depth.value),
               .name = {"机柜", "Cabinet"},
               .features = same_text(size),
               .unit = {"台", "pc"}});
    }
    for (const Panel& panel : design_.panels) {
        const Text kind = label_of(panel.kind);
        const std::string grade = category_name(panel.category, Screen::none);
        count(panel, panel.id,
              {.section = BillSection::cabinets,
               .measures = "panel:" + std::string(key_of(panel.kind)) + ":" + std::to_string(panel.positions),
               .name = kind,
               .features = {std::to_string(panel.positions) + " 口，" + grade,
                            std::to_string(panel.positions) + " positions, " + grade},
               .unit = {"个", "pc"}});
    }
    // What stands in racks without being a row of its own: cable managers, trays, blanking panels.
    for (const RackItem& item : design_.rack_items)
        if (const BillItem* thing =
                item.item.kind == Kind::bill_items ? design_.find(BillItemId{item.item.value}) : nullptr)
            count(item, item.id,
                  {.section = BillSection::cabinets,
                   .measures = thing->measures,
                   .item = thing->id,
                   .name = thing->name.empty() ? same_text(thing->code) : thing->name,
                   .unit = {"个", "pc"}});
    if (!design_.splices.empty())
        for (const Splice& splice : design_.splices)
            count(splice, splice.closure,
                  {.section = BillSection::cabinets,
                   .measures = "splice:core",
                   .name = {"光纤熔接", "Fibre splice"},
                   .unit = {"芯", "core"}});
}

void Collector::equipment() {
    const auto device = [&](const PhysicalRow& row, AnyId subject, const EquipmentType* type, Text untyped,
                            std::string measures) {
        Thing thing{.section = BillSection::equipment,
                    .measures = std::move(measures),
                    .name = std::move(untyped),
                    .unit = {"台", "pc"}};
        if (type) {
            thing.type = type->id;
            thing.item = type->bill_item;
            thing.name = type->name.empty() ? label_of(type->role) : type->name;
            thing.features = and_more({type->manufacturer, type->model, type->listing});
        }
        count(row, subject, std::move(thing));
    };
    for (const Equipment& row : design_.equipment)
        device(row, row.id, design_.find(row.type), {"未定型设备", "Device of no type"}, "equipment");
    for (const Card& row : design_.cards)
        device(row, row.id, design_.find(row.type), {"未定型板卡", "Card of no type"}, "card");
    for (const MonitoringPoint& row : design_.monitoring_points)
        if (row.type || row.kind == MonitoringKind::environment_sensor || row.kind == MonitoringKind::access_reader ||
            row.kind == MonitoringKind::camera || row.kind == MonitoringKind::access_point ||
            row.kind == MonitoringKind::tap)
            device(row, row.id, design_.find(row.type), label_of(row.kind),
                   "monitoring:" + std::string(key_of(row.kind)));
}

void Collector::power() {
    const auto thing = [](std::string measures, Text name, Text features = {}, Text unit = {"台", "pc"}) {
        return Thing{.section = BillSection::power,
                     .measures = std::move(measures),
                     .name = std::move(name),
                     .features = std::move(features),
                     .unit = std::move(unit)};
    };
    for (const Ups& row : design_.ups_units)
        count(row, row.id,
              thing("ups", {"不间断电源 UPS", "UPS"},
                    same_text(decimal_text(row.capacity.value, CellType::decimal, 1, Digits::shortest) + " kVA, " +
                              std::to_string(row.autonomy.value / 60) + " min")));
    for (const Ats& row : design_.transfer_switches)
        count(row, row.id, thing("ats", {"双电源切换装置", "Transfer switch"}));
    for (const Pdu& row : design_.pdus)
        count(row, row.id,
              thing("pdu", {"机柜配电单元 PDU", "PDU"},
                    {std::to_string(row.sockets) + " 位", std::to_string(row.sockets) + " sockets"}, {"个", "pc"}));
    for (const EarthBar& row : design_.earth_bars)
        count(row, row.id, thing("earth-bar", label_of(row.kind), {}, {"个", "pc"}));
    for (const Spd& row : design_.surge_protectors)
        count(row, row.id,
              thing("spd:" + std::string(key_of(row.place)), {"浪涌保护器", "Surge protector"}, label_of(row.place),
                    {"个", "pc"}));
    for (const Bond& row : design_.bonds) {
        Thing bond = thing("bond", {"接地线", "Bonding conductor"},
                           same_text(std::to_string(row.conductor.value) + " mm²"), same_text("m"));
        bond.in_metres = true;
        count(row, row.id, std::move(bond), row.length.value);
    }
}

void Collector::tests_and_stopping() {
    const auto test = [](std::string measures, Text name, Text unit) {
        return Thing{.section = BillSection::tests,
                     .measures = std::move(measures),
                     .name = std::move(name),
                     .unit = std::move(unit)};
    };
    for (const Cable& cable : design_.cables) {
        const CableType* type = design_.find(cable.type);
        if (cable.role == CableRole::cord || cable.status == Status::remove)
            continue;
        if (type && type->element == ElementUnit::core)
            count(cable, cable.id, test("test:core", {"光纤链路测试", "Fibre test"}, {"芯", "core"}),
                  type->elements * one);
        else if (type && type->elements > 4)
            count(cable, cable.id, test("test:pair", {"大对数电缆测试", "Multi-pair cable test"}, {"对", "pair"}),
                  type->elements * one);
        else
            count(cable, cable.id, test("test:link", {"双绞线链路测试", "Copper link test"}, {"链路", "link"}));
    }
    const auto stopping = [&](Text features) {
        Thing thing = test("fire-stopping", {"防火封堵", "Fire stopping"}, {"处", "place"});
        thing.features = std::move(features);
        return thing;
    };
    std::set<PathwayRunId> stopped;
    for (const Penetration& row : design_.penetrations) {
        if (row.run)
            stopped.insert(*row.run);
        const std::string section = section_name(PathwayKind::tray, row.width, row.height);
        const std::string size = section.empty() ? "" : section + " mm";
        if (!row.stopping.empty() || !row.sleeved) // a plain sleeve holds no fire back
            count(row, row.id, stopping(joined(label_of(row.host), and_more({size, row.stopping}))));
        if (!row.sleeved)
            continue;
        Thing sleeve = test("sleeve", {"预留套管（孔洞）", "Sleeve"}, {"个", "pc"});
        sleeve.features = joined(label_of(row.host), and_more({size}));
        count(row, row.id, std::move(sleeve));
    }
    for (const PathwayRun& run : design_.pathway_runs) {
        const std::string section = section_name(run.kind, run.width, run.height);
        if (!stopped.contains(run.id) && !run.crosses.empty())
            count(run, run.id,
                  stopping(
                      {"穿防火分区，桥架 " + section + " mm", "fire compartment crossed, pathway " + section + " mm"}),
                  static_cast<std::int64_t>(run.crosses.size()) * one);
    }
}

} // namespace

Text name_of(BillSection section) {
    switch (section) {
    case BillSection::cables:
        return {"线缆", "Cables"};
    case BillSection::outlets:
        return {"信息插座与模块", "Outlets and modules"};
    case BillSection::pathways:
        return {"桥架与管线", "Pathways"};
    case BillSection::cabinets:
        return {"机柜与配线架", "Cabinets and panels"};
    case BillSection::equipment:
        return {"设备", "Equipment"};
    case BillSection::power:
        return {"供电与接地", "Power and earthing"};
    case BillSection::tests:
        return {"测试与防火封堵", "Tests and fire stopping"};
    case BillSection::removal:
        return {"拆除", "Removal"};
    }
    return {};
}

BillLines bill_lines(const Facts& facts) { return Collector(facts).collect(); }

std::int64_t boxes_without_joints(std::vector<Millimetres> cuts, Millimetres package) {
    if (package.value <= 0)
        return 0;
    std::sort(cuts.begin(), cuts.end(), std::greater<>());
    std::int64_t boxes = 0;
    std::multiset<std::int32_t> rests; // of open boxes
    for (const Millimetres cut : cuts) {
        boxes += cut.value / package.value; // full boxes of a cut longer than one
        const std::int32_t rest = cut.value % package.value;
        if (rest == 0)
            continue;
        const auto box = rests.lower_bound(rest);
        if (box == rests.end()) {
            ++boxes;
            rests.insert(package.value - rest);
        } else {
            const std::int32_t left = *box - rest;
            rests.erase(box);
            rests.insert(left);
        }
    }
    return boxes;
}

} // namespace riser
