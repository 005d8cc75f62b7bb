// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(Stage) {
    static constexpr Choice list[] = {{"concept", {"方案", "Concept"}},
                                      {"preliminary", {"初步设计", "Preliminary"}},
                                      {"construction", {"施工图", "Construction"}},
                                      {"as-built", {"竣工", "As built"}}};
    return list;
}

std::span<const Choice> choices(SheetSize) {
    static constexpr Choice list[] = {
        {"a0", {"A0", "A0"}}, {"a1", {"A1", "A1"}}, {"a2", {"A2", "A2"}}, {"a3", {"A3", "A3"}}, {"a4", {"A4", "A4"}}};
    return list;
}

std::span<const Choice> choices(SheetContent) {
    static constexpr Choice list[] = {
        {"floor-plan", {"平面图", "Floor plan"}}, {"system-diagram", {"系统图", "System diagram"}},
        {"topology", {"拓扑图", "Topology"}},     {"zones", {"安全域划分图", "Zones"}},
        {"racks", {"机柜布置图", "Racks"}},       {"schedule", {"表", "Schedule"}},
        {"notes", {"设计说明", "Notes"}},         {"legend", {"图例", "Legend"}}};
    return list;
}

std::span<const Choice> choices(AnnotationKind) {
    static constexpr Choice list[] = {{"text", {"文字", "Text"}},
                                      {"leader", {"引线", "Leader"}},
                                      {"dimension", {"尺寸", "Dimension"}},
                                      {"moved-label", {"移动的标注", "Moved label"}}};
    return list;
}

const Record& record_of(const Project*) {
    using F = FieldsOf<Project>;
    static const Record record = describe<Project>(
        Label{"项目", "Project"}, {
                                      F::of<&Project::number>("number", {"工程编号", "Number"}),
                                      F::of<&Project::name>("name", {"项目名称", "Name"}),
                                      F::of<&Project::client>("client", {"建设单位", "Client"}),
                                      F::of<&Project::institute>("institute", {"设计单位", "Institute"}),
                                      F::of<&Project::certificate>("certificate", {"资质证书", "Certificate"}),
                                      F::of<&Project::sub_project>("sub-project", {"子项", "Sub-project"}),
                                      F::of<&Project::discipline>("discipline", {"专业", "Discipline"}),
                                      F::of<&Project::stage>("stage", {"阶段", "Stage"}),
                                      F::of<&Project::designed_by>("designed-by", {"设计", "Designed by"}),
                                      F::of<&Project::checked_by>("checked-by", {"校对", "Checked by"}),
                                      F::of<&Project::reviewed_by>("reviewed-by", {"审核", "Reviewed by"}),
                                      F::of<&Project::approved_by>("approved-by", {"审定", "Approved by"}),
                                      F::of<&Project::deck>("deck", {"规则集", "Rule deck"}),
                                      F::of<&Project::languages>("languages", {"语言", "Languages"}),
                                      F::of<&Project::currency>("currency", {"币种", "Currency"}),
                                      F::of<&Project::tax>("tax", {"税率", "Tax"}).range(0, 10000),
                                      F::of<&Project::date>("date", {"日期", "Date"}),
                                  });
    return record;
}

const Record& record_of(const Edition*) {
    using F = FieldsOf<Edition>;
    static const Record record = describe<Edition>(
        Label{"现行版本", "Edition in force"}, {
                                                   F::of<&Edition::standard>("standard", {"标准", "Standard"}).need(),
                                                   F::of<&Edition::edition>("edition", {"版本", "Edition"}).need(),
                                                   F::of<&Edition::note>("note", {"备注", "Note"}),
                                               });
    return record;
}

const Record& record_of(const Revision*) {
    using F = FieldsOf<Revision>;
    static const Record record = describe<Revision>(
        Label{"修改", "Revision"}, {
                                       F::of<&Revision::number>("number", {"版次", "Number"}).need(),
                                       F::of<&Revision::date>("date", {"日期", "Date"}),
                                       F::of<&Revision::author>("author", {"修改人", "Author"}),
                                       F::of<&Revision::description>("description", {"内容", "Description"}),
                                   });
    return record;
}

const Record& record_of(const Sheet*) {
    using F = FieldsOf<Sheet>;
    static const Record record =
        describe<Sheet>(Label{"图纸", "Sheet"}, {
                                                    F::of<&Sheet::number>("number", {"图号", "Number"}).need(),
                                                    F::of<&Sheet::title>("title", {"图名", "Title"}),
                                                    F::of<&Sheet::size>("size", {"图幅", "Size"}),
                                                    F::of<&Sheet::scale>("scale", {"比例", "Scale"}).range(1, 100000),
                                                    F::of<&Sheet::content>("content", {"内容", "Content"}),
                                                    F::of<&Sheet::revision>("revision", {"版次", "Revision"}),
                                                    F::of<&Sheet::issued>("issued", {"签发日期", "Issued"}),
                                                });
    return record;
}

const Record& record_of(const Viewport*) {
    using F = FieldsOf<Viewport>;
    static const Record record = describe<Viewport>(
        Label{"视口", "Viewport"}, {
                                       F::of<&Viewport::sheet>("sheet", {"图纸", "Sheet"}).need(),
                                       F::of<&Viewport::floor>("floor", {"楼层", "Floor"}),
                                       F::of<&Viewport::window_low>("window-low", {"左下角", "Lower left"}),
                                       F::of<&Viewport::window_high>("window-high", {"右上角", "Upper right"}),
                                       F::of<&Viewport::place>("place", {"图上位置", "Place on paper"}),
                                       F::of<&Viewport::scale>("scale", {"比例", "Scale"}).range(1, 100000),
                                   });
    return record;
}

const Record& record_of(const Annotation*) {
    using F = FieldsOf<Annotation>;
    static const Record record = describe<Annotation>(Label{"标注", "Annotation"},
                                                      {
                                                          F::of<&Annotation::kind>("kind", {"种类", "Kind"}),
                                                          F::of<&Annotation::floor>("floor", {"楼层", "Floor"}),
                                                          F::of<&Annotation::sheet>("sheet", {"图纸", "Sheet"}),
                                                          F::of<&Annotation::subject>("subject", {"对象", "Subject"}),
                                                          F::of<&Annotation::text>("text", {"文字", "Text"}),
                                                          F::of<&Annotation::points>("points", {"位置", "Points"}),
                                                      });
    return record;
}

const Record& record_of(const LabelTemplate*) {
    using F = FieldsOf<LabelTemplate>;
    static const Record record = describe<LabelTemplate>(
        Label{"编号规则", "Label template"}, {
                                                 F::of<&LabelTemplate::subject>("subject", {"对象", "Subject"}).need(),
                                                 F::of<&LabelTemplate::pattern>("pattern", {"格式", "Pattern"}).need(),
                                             });
    return record;
}

const Record& record_of(const RetiredLabel*) {
    using F = FieldsOf<RetiredLabel>;
    static const Record record = describe<RetiredLabel>(
        Label{"停用编号", "Retired label"}, {
                                                F::of<&RetiredLabel::label>("label", {"编号", "Label"}).need(),
                                                F::of<&RetiredLabel::subject>("subject", {"对象", "Subject"}).need(),
                                                F::of<&RetiredLabel::retired>("retired", {"停用日期", "Retired on"}),
                                            });
    return record;
}

} // namespace riser
