// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(RoomUse) {
    static constexpr Choice list[] = {{"other", {"其他", "Other"}},
                                      {"office", {"办公室", "Office"}},
                                      {"leader-office", {"领导办公室", "Leader's office"}},
                                      {"meeting", {"会议室", "Meeting room"}},
                                      {"council-hall", {"议事厅", "Council hall"}},
                                      {"reception", {"接待室", "Reception"}},
                                      {"service-hall", {"服务大厅", "Service hall"}},
                                      {"duty", {"值班室", "Duty room"}},
                                      {"archive", {"档案室", "Archive"}},
                                      {"registry", {"机要室", "Confidential registry"}},
                                      {"classified-meeting", {"保密会议室", "Classified meeting room"}},
                                      {"printing", {"文印室", "Printing"}},
                                      {"library", {"图书室", "Library"}},
                                      {"training", {"培训室", "Training"}},
                                      {"dining", {"餐厅", "Dining"}},
                                      {"kitchen", {"厨房", "Kitchen"}},
                                      {"corridor", {"走廊", "Corridor"}},
                                      {"lobby", {"门厅", "Lobby"}},
                                      {"lift-lobby", {"电梯厅", "Lift lobby"}},
                                      {"stair", {"楼梯", "Stair"}},
                                      {"lift", {"电梯", "Lift"}},
                                      {"toilet", {"卫生间", "Toilet"}},
                                      {"telecom-room", {"弱电间", "Telecom room"}},
                                      {"elv-shaft", {"弱电井", "ELV shaft"}},
                                      {"electrical-room", {"强电间", "Electrical room"}},
                                      {"core-machine-room", {"核心机房", "Core machine room"}},
                                      {"equipment-room", {"设备间", "Equipment room"}},
                                      {"ups-room", {"UPS间", "UPS room"}},
                                      {"entrance-room", {"进线间", "Entrance room"}},
                                      {"control-room", {"控制室", "Control room"}},
                                      {"plant", {"设备机房", "Plant"}},
                                      {"pump-room", {"水泵房", "Pump room"}},
                                      {"air-shaft", {"风井", "Air shaft"}},
                                      {"pipe-shaft", {"管井", "Pipe shaft"}},
                                      {"parking", {"车库", "Parking"}},
                                      {"storage", {"库房", "Storage"}},
                                      {"balcony", {"阳台", "Balcony"}},
                                      {"atrium", {"中庭", "Atrium"}},
                                      {"living", {"居室", "Living room"}},
                                      {"outdoor", {"室外", "Outdoor"}}};
    return list;
}

std::span<const Choice> choices(FireClass) {
    static constexpr Choice list[] = {
        {"first", {"一类", "First"}}, {"second", {"二类", "Second"}}, {"third", {"三类", "Third"}}};
    return list;
}

std::span<const Choice> choices(Importance) {
    static constexpr Choice list[] = {{"ordinary", {"一般", "Ordinary"}},
                                      {"important", {"重要", "Important"}},
                                      {"very-important", {"特别重要", "Very important"}}};
    return list;
}

std::span<const Choice> choices(WallMaterial) {
    static constexpr Choice list[] = {{"unknown", {"未知", "Unknown"}},     {"brick", {"砖", "Brick"}},
                                      {"concrete", {"混凝土", "Concrete"}}, {"block", {"砌块", "Block"}},
                                      {"drywall", {"轻质隔墙", "Drywall"}}, {"glass", {"玻璃", "Glass"}},
                                      {"metal", {"金属", "Metal"}},         {"shielded", {"屏蔽", "Shielded"}}};
    return list;
}

std::span<const Choice> choices(OpeningKind) {
    static constexpr Choice list[] = {{"door", {"门", "Door"}},
                                      {"window", {"窗", "Window"}},
                                      {"passage", {"门洞", "Passage"}},
                                      {"shaft", {"井口", "Shaft"}}};
    return list;
}

std::span<const Choice> choices(UnderlayKind) {
    static constexpr Choice list[] = {
        {"dxf", {"DXF", "DXF"}}, {"ifc", {"IFC", "IFC"}}, {"picture", {"图片", "Picture"}}};
    return list;
}

std::span<const Choice> choices(PenetrationHost) {
    static constexpr Choice list[] = {{"wall", {"墙", "Wall"}}, {"slab", {"楼板", "Slab"}}};
    return list;
}

std::span<const Choice> choices(SpaceRole) {
    static constexpr Choice list[] = {{"campus-distributor", {"建筑群配线设备", "Campus distributor"}},
                                      {"building-distributor", {"建筑物配线设备", "Building distributor"}},
                                      {"floor-distributor", {"楼层配线设备", "Floor distributor"}},
                                      {"equipment-room", {"设备间", "Equipment room"}},
                                      {"core-machine-room", {"核心机房", "Core machine room"}},
                                      {"elv-shaft", {"弱电竖井", "ELV shaft"}},
                                      {"entrance-room", {"进线间", "Entrance room"}}};
    return list;
}

std::span<const Choice> choices(RoomGrade) {
    static constexpr Choice list[] = {{"a", {"A级", "Grade A"}}, {"b", {"B级", "Grade B"}}, {"c", {"C级", "Grade C"}}};
    return list;
}

const Record& record_of(const Site*) {
    using F = FieldsOf<Site>;
    static const Record record =
        describe<Site>(Label{"场地", "Site"},
                       {
                           F::of<&Site::name>("name", {"名称", "Name"}),
                           F::of<&Site::coordinate_system>("coordinate-system", {"坐标系", "Coordinate system"}),
                           F::of<&Site::origin_east>("origin-east", {"原点东坐标（毫米）", "Origin east, mm"}),
                           F::of<&Site::origin_north>("origin-north", {"原点北坐标（毫米）", "Origin north, mm"}),
                       });
    return record;
}

const Record& record_of(const OutdoorDuct*) {
    using F = FieldsOf<OutdoorDuct>;
    static const Record record = describe<OutdoorDuct>(
        Label{"室外管道", "Outdoor duct"},
        {
            F::of<&OutdoorDuct::site>("site", {"场地", "Site"}).need(),
            F::of<&OutdoorDuct::label>("label", {"编号", "Label"}),
            F::of<&OutdoorDuct::from>("from", {"起点建筑", "From"}),
            F::of<&OutdoorDuct::to>("to", {"终点建筑", "To"}),
            F::of<&OutdoorDuct::route>("route", {"路由", "Route"}),
            F::of<&OutdoorDuct::ways>("ways", {"孔数", "Ways"}).range(1, 1000),
            F::of<&OutdoorDuct::inner_diameter>("inner-diameter", {"内径", "Inner diameter"}).range(0, 2000),
        });
    return record;
}

const Record& record_of(const Building*) {
    using F = FieldsOf<Building>;
    static const Record record = describe<Building>(
        Label{"建筑", "Building"},
        {
            F::of<&Building::site>("site", {"场地", "Site"}),
            F::of<&Building::name>("name", {"名称", "Name"}),
            F::of<&Building::origin_east>("origin-east", {"原点东坐标（毫米）", "Origin east, mm"}),
            F::of<&Building::origin_north>("origin-north", {"原点北坐标（毫米）", "Origin north, mm"}),
            F::of<&Building::rotation>("rotation", {"转角", "Rotation"}).range(-360000, 360000),
            F::of<&Building::height>("height", {"建筑高度", "Height"}).range(0, 1000000),
            F::of<&Building::fire_class>("fire-class", {"防火类别", "Fire class"}),
            F::of<&Building::importance>("importance", {"重要性", "Importance"}),
        });
    return record;
}

const Record& record_of(const Floor*) {
    using F = FieldsOf<Floor>;
    static const Record record =
        describe<Floor>(Label{"楼层", "Floor"},
                        {
                            F::of<&Floor::building>("building", {"建筑", "Building"}).need(),
                            F::of<&Floor::label>("label", {"编号", "Label"}).need(),
                            F::of<&Floor::name>("name", {"名称", "Name"}),
                            F::of<&Floor::order>("order", {"次序", "Order"}),
                            F::of<&Floor::elevation>("elevation", {"标高", "Elevation"}).range(-1000000, 1000000),
                            F::of<&Floor::storey_height>("storey-height", {"层高", "Storey height"}).range(0, 100000),
                            F::of<&Floor::typical_of>("typical-of", {"标准层", "Typical of"}),
                        });
    return record;
}

const Record& record_of(const Room*) {
    using F = FieldsOf<Room>;
    static const Record record = describe<Room>(
        Label{"房间", "Room"},
        {
            F::of<&Room::floor>("floor", {"楼层", "Floor"}).need(),
            F::of<&Room::number>("number", {"房间号", "Number"}),
            F::of<&Room::door_number>("door-number", {"门牌号", "Door number"}),
            F::of<&Room::name>("name", {"名称", "Name"}),
            F::of<&Room::use>("use", {"用途", "Use"}),
            F::of<&Room::grade>("grade", {"级别", "Grade"}),
            F::of<&Room::body>("body", {"机构", "Body"}),
            F::of<&Room::occupants>("occupants", {"人数", "Occupants"}).range(0, 100000),
            F::of<&Room::seats>("seats", {"席位", "Seats"}).range(0, 100000),
            F::of<&Room::ceiling_height>("ceiling-height", {"吊顶高度", "Ceiling height"}).range(0, 100000),
            F::of<&Room::clear_height>("clear-height", {"净高", "Clear height"}).range(0, 100000),
            F::of<&Room::raised_floor>("raised-floor", {"架空地板高度", "Raised floor"}).range(0, 10000),
            F::of<&Room::floor_load>("floor-load", {"楼面荷载（N/m²）", "Floor load, N/m²"}).range(0, 1000000),
            F::of<&Room::outline>("outline", {"轮廓", "Outline"}),
        });
    return record;
}

const Record& record_of(const Wall*) {
    using F = FieldsOf<Wall>;
    static const Record record = describe<Wall>(
        Label{"墙", "Wall"}, {
                                 F::of<&Wall::floor>("floor", {"楼层", "Floor"}).need(),
                                 F::of<&Wall::line>("line", {"中线", "Centreline"}),
                                 F::of<&Wall::thickness>("thickness", {"厚度", "Thickness"}).range(0, 10000),
                                 F::of<&Wall::height>("height", {"高度", "Height"}).range(0, 100000),
                                 F::of<&Wall::material>("material", {"材料", "Material"}),
                                 F::of<&Wall::fire_wall_of>("fire-wall-of", {"防火墙", "Fire wall of"}),
                             });
    return record;
}

const Record& record_of(const Opening*) {
    using F = FieldsOf<Opening>;
    static const Record record = describe<Opening>(
        Label{"洞口", "Opening"}, {
                                      F::of<&Opening::floor>("floor", {"楼层", "Floor"}).need(),
                                      F::of<&Opening::kind>("kind", {"种类", "Kind"}),
                                      F::of<&Opening::label>("label", {"编号", "Label"}),
                                      F::of<&Opening::from>("from", {"起点", "From"}),
                                      F::of<&Opening::to>("to", {"终点", "To"}),
                                      F::of<&Opening::height>("height", {"高度", "Height"}).range(0, 100000),
                                      F::of<&Opening::sill>("sill", {"底标高", "Sill"}).range(0, 100000),
                                      F::of<&Opening::room_a>("room-a", {"一侧房间", "Room on one side"}),
                                      F::of<&Opening::room_b>("room-b", {"另一侧房间", "Room on the other"}),
                                  });
    return record;
}

const Record& record_of(const Column*) {
    using F = FieldsOf<Column>;
    static const Record record =
        describe<Column>(Label{"柱", "Column"}, {
                                                    F::of<&Column::floor>("floor", {"楼层", "Floor"}).need(),
                                                    F::of<&Column::outline>("outline", {"轮廓", "Outline"}),
                                                });
    return record;
}

const Record& record_of(const AxisLine*) {
    using F = FieldsOf<AxisLine>;
    static const Record record =
        describe<AxisLine>(Label{"轴线", "Axis line"}, {
                                                           F::of<&AxisLine::floor>("floor", {"楼层", "Floor"}).need(),
                                                           F::of<&AxisLine::label>("label", {"编号", "Label"}),
                                                           F::of<&AxisLine::from>("from", {"起点", "From"}),
                                                           F::of<&AxisLine::to>("to", {"终点", "To"}),
                                                       });
    return record;
}

const Record& record_of(const Underlay*) {
    using F = FieldsOf<Underlay>;
    static const Record record = describe<Underlay>(
        Label{"底图", "Underlay"},
        {
            F::of<&Underlay::floor>("floor", {"楼层", "Floor"}).need(),
            F::of<&Underlay::kind>("kind", {"种类", "Kind"}),
            F::of<&Underlay::file>("file", {"文件", "File"}),
            F::of<&Underlay::asset>("asset", {"内嵌副本", "Embedded copy"}),
            F::of<&Underlay::scale_ppm>("scale-ppm", {"比例（百万分之一）", "Millimetres a unit, millionths"})
                .range(1, INT64_MAX),
            F::of<&Underlay::rotation>("rotation", {"转角", "Rotation"}).range(-360000, 360000),
            F::of<&Underlay::offset_x>("offset-x", {"平移 x（毫米）", "Offset x, mm"}),
            F::of<&Underlay::offset_y>("offset-y", {"平移 y（毫米）", "Offset y, mm"}),
        });
    return record;
}

const Record& record_of(const FireCompartment*) {
    using F = FieldsOf<FireCompartment>;
    static const Record record = describe<FireCompartment>(
        Label{"防火分区", "Fire compartment"}, {
                                                   F::of<&FireCompartment::floor>("floor", {"楼层", "Floor"}).need(),
                                                   F::of<&FireCompartment::label>("label", {"编号", "Label"}),
                                                   F::of<&FireCompartment::outline>("outline", {"轮廓", "Outline"}),
                                               });
    return record;
}

const Record& record_of(const Penetration*) {
    using F = FieldsOf<Penetration>;
    static const Record record = describe<Penetration>(
        Label{"穿墙穿板", "Penetration"}, {
                                              F::of<&Penetration::floor>("floor", {"楼层", "Floor"}).need(),
                                              F::of<&Penetration::host>("host", {"位置", "Host"}),
                                              F::of<&Penetration::label>("label", {"编号", "Label"}),
                                              F::of<&Penetration::place>("place", {"坐标", "Place"}),
                                              F::of<&Penetration::width>("width", {"宽", "Width"}).range(0, 100000),
                                              F::of<&Penetration::height>("height", {"高", "Height"}).range(0, 100000),
                                              F::of<&Penetration::run>("run", {"管槽", "Run"}),
                                              F::of<&Penetration::sleeved>("sleeved", {"套管", "Sleeved"}),
                                              F::of<&Penetration::stopping>("stopping", {"防火封堵", "Fire stopping"}),
                                          });
    return record;
}

const Record& record_of(const RestrictedArea*) {
    using F = FieldsOf<RestrictedArea>;
    static const Record record = describe<RestrictedArea>(
        Label{"限制区域", "Restricted area"},
        {
            F::of<&RestrictedArea::floor>("floor", {"楼层", "Floor"}).need(),
            F::of<&RestrictedArea::name>("name", {"名称", "Name"}),
            F::of<&RestrictedArea::room>("room", {"房间", "Room"}),
            F::of<&RestrictedArea::outline>("outline", {"轮廓", "Outline"}),
            F::of<&RestrictedArea::no_camera>("no-camera", {"禁摄像", "No cameras"}),
            F::of<&RestrictedArea::no_wireless>("no-wireless", {"禁无线", "No wireless"}),
            F::of<&RestrictedArea::no_microphone>("no-microphone", {"禁拾音", "No microphones"}),
        });
    return record;
}

const Record& record_of(const Space*) {
    using F = FieldsOf<Space>;
    static const Record record = describe<Space>(Label{"弱电用房", "Telecom space"},
                                                 {
                                                     F::of<&Space::room>("room", {"房间", "Room"}).need(),
                                                     F::of<&Space::role>("role", {"用途", "Role"}),
                                                     F::of<&Space::label>("label", {"编号", "Label"}),
                                                     F::of<&Space::grade>("grade", {"机房等级", "Grade"}),
                                                     F::of<&Space::plane>("plane", {"专用网络", "Plane"}),
                                                     F::of<&Space::serves>("serves", {"服务楼层", "Serves"}),
                                                     F::of<&Space::place>("place", {"进线位置", "Entry place"}),
                                                 });
    return record;
}

} // namespace riser
