// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(PointBasis) {
    static constexpr Choice list[] = {{"room", {"每间", "Per room"}},
                                      {"occupant", {"每人", "Per occupant"}},
                                      {"seat", {"每席", "Per seat"}},
                                      {"area", {"每面积", "Per area"}}};
    return list;
}

std::span<const Choice> choices(RedundancyClass) {
    static constexpr Choice list[] = {{"n", {"N", "N"}},
                                      {"n+1", {"N+1", "N+1"}},
                                      {"diverse-route", {"异路由", "Diverse route"}},
                                      {"2n", {"2N", "2N"}}};
    return list;
}

const Record& record_of(const Brief*) {
    using F = FieldsOf<Brief>;
    static const Record record = describe<Brief>(
        Label{"任务书", "Brief"},
        {
            F::of<&Brief::title>("title", {"标题", "Title"}),
            F::of<&Brief::growth_per_year>("growth", {"年增长率", "Growth a year"}).range(0, 10000),
            F::of<&Brief::horizon_years>("horizon", {"规划年限", "Horizon, years"}).range(0, 100),
            F::of<&Brief::video_retention_days>("video-retention", {"录像保存天数", "Video retention, days"})
                .range(0, 3650),
            F::of<&Brief::ceiling_ambient>("ceiling-ambient", {"吊顶内温度", "Ambient in the ceiling"}),
            F::of<&Brief::signed_by>("signed-by", {"签署", "Signed by"}),
            F::of<&Brief::signed_on>("signed-on", {"签署日期", "Signed on"}),
        });
    return record;
}

const Record& record_of(const HeadCount*) {
    using F = FieldsOf<HeadCount>;
    static const Record record =
        describe<HeadCount>(Label{"编制人数", "Head count"},
                            {
                                F::of<&HeadCount::body>("body", {"机构", "Body"}).need(),
                                F::of<&HeadCount::grade>("grade", {"级别", "Grade"}),
                                F::of<&HeadCount::people>("people", {"人数", "People"}).need().range(0, 1000000),
                                F::of<&HeadCount::department>("department", {"部门", "Department"}),
                            });
    return record;
}

const Record& record_of(const PointRule*) {
    using F = FieldsOf<PointRule>;
    static const Record record = describe<PointRule>(
        Label{"点位配置", "Point rule"},
        {
            F::of<&PointRule::use>("use", {"房间用途", "Room use"}).need(),
            F::of<&PointRule::grade>("grade", {"级别", "Grade"}),
            F::of<&PointRule::body>("body", {"机构", "Body"}),
            F::of<&PointRule::plane>("plane", {"网络", "Plane"}).need(),
            F::of<&PointRule::kind>("kind", {"点位种类", "Point kind"}).need(),
            F::of<&PointRule::jacks>("jacks", {"数量", "Jacks"}).need().range(0, 10000),
            F::of<&PointRule::basis>("basis", {"计算基数", "Basis"}),
            F::of<&PointRule::per_area>("per-area", {"面积基数", "Area basis"}).range(0, INT64_MAX),
            F::of<&PointRule::minimum>("minimum", {"每间至少", "At least a room"}).range(0, 10000),
            F::of<&PointRule::mounting>("mounting", {"安装方式", "Mounting"}),
            F::of<&PointRule::height>("height", {"安装高度", "Height"}).range(0, 20000),
            F::of<&PointRule::sockets>("sockets", {"电源插座", "Power sockets"}).range(0, 100),
            F::of<&PointRule::jacks_per_outlet>("jacks-per-outlet", {"每面板模块数", "Jacks an outlet"}).range(1, 24),
        });
    return record;
}

const Record& record_of(const ApprovedPoint*) {
    using F = FieldsOf<ApprovedPoint>;
    static const Record record =
        describe<ApprovedPoint>(Label{"批准的涉密点位", "Approved classified point"},
                                {
                                    F::of<&ApprovedPoint::plane>("plane", {"网络", "Plane"}).need(),
                                    F::of<&ApprovedPoint::floor>("floor", {"楼层", "Floor"}).need(),
                                    F::of<&ApprovedPoint::room>("room", {"房间号", "Room"}).need(),
                                    F::of<&ApprovedPoint::kind>("kind", {"点位种类", "Point kind"}).need(),
                                    F::of<&ApprovedPoint::jacks>("jacks", {"数量", "Jacks"}).range(1, 1000),
                                    F::of<&ApprovedPoint::authority>("authority", {"批准机关", "Authority"}),
                                    F::of<&ApprovedPoint::document>("document", {"文号", "Document"}),
                                    F::of<&ApprovedPoint::date>("date", {"日期", "Date"}),
                                });
    return record;
}

const Record& record_of(const RequirementClass*) {
    using F = FieldsOf<RequirementClass>;
    static const Record record = describe<RequirementClass>(
        Label{"可靠性要求", "Requirement class"},
        {
            F::of<&RequirementClass::subject>("subject", {"对象", "Subject"}).need(),
            F::of<&RequirementClass::redundancy>("redundancy", {"等级", "Redundancy"}).need(),
            F::of<&RequirementClass::reason>("reason", {"理由", "Reason"}),
        });
    return record;
}

const Record& record_of(const ScopeItem*) {
    using F = FieldsOf<ScopeItem>;
    static const Record record = describe<ScopeItem>(Label{"承包界面", "Scope item"},
                                                     {
                                                         F::of<&ScopeItem::subject>("subject", {"内容", "Subject"}),
                                                         F::of<&ScopeItem::scope>("scope", {"范围", "Scope"}),
                                                         F::of<&ScopeItem::boundary>("boundary", {"界面", "Boundary"}),
                                                     });
    return record;
}

const Record& record_of(const RoomUseName*) {
    using F = FieldsOf<RoomUseName>;
    static const Record record = describe<RoomUseName>(Label{"房间名称对照", "Room use name"},
                                                       {
                                                           F::of<&RoomUseName::name>("name", {"名称", "Name"}).need(),
                                                           F::of<&RoomUseName::use>("use", {"用途", "Use"}).need(),
                                                       });
    return record;
}

} // namespace riser
