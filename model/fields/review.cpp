// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(RuleState) {
    static constexpr Choice list[] = {{"on", {"启用", "On"}}, {"off", {"停用", "Off"}}};
    return list;
}

std::span<const Choice> choices(CommentState) {
    static constexpr Choice list[] = {{"open", {"未处理", "Open"}}, {"resolved", {"已处理", "Resolved"}}};
    return list;
}

const Record& record_of(const RuleParameter*) {
    using F = FieldsOf<RuleParameter>;
    static const Record record = {"parameter",
                                  {"参数", "Parameter"},
                                  {
                                      F::of<&RuleParameter::name>("name", {"名称", "Name"}).need(),
                                      F::of<&RuleParameter::value>("value", {"值", "Value"}).need(),
                                  }};
    return record;
}

const Record& record_of(const RuleSetting*) {
    using F = FieldsOf<RuleSetting>;
    static const Record record = describe<RuleSetting>(
        Label{"规则设置", "Rule setting"}, {
                                               F::of<&RuleSetting::rule>("rule", {"规则", "Rule"}).need(),
                                               F::of<&RuleSetting::state>("state", {"状态", "State"}),
                                               F::of<&RuleSetting::reason>("reason", {"理由", "Reason"}),
                                               F::parts<&RuleSetting::parameters>("parameters", {"参数", "Parameters"}),
                                           });
    return record;
}

const Record& record_of(const Waiver*) {
    using F = FieldsOf<Waiver>;
    static const Record record =
        describe<Waiver>(Label{"豁免", "Waiver"}, {
                                                      F::of<&Waiver::rule>("rule", {"规则", "Rule"}).need(),
                                                      F::of<&Waiver::subjects>("subjects", {"对象", "Subjects"}).need(),
                                                      F::of<&Waiver::reason>("reason", {"理由", "Reason"}).need(),
                                                      F::of<&Waiver::author>("author", {"批准人", "Author"}).need(),
                                                      F::of<&Waiver::date>("date", {"日期", "Date"}),
                                                  });
    return record;
}

const Record& record_of(const Comment*) {
    using F = FieldsOf<Comment>;
    static const Record record =
        describe<Comment>(Label{"意见", "Comment"}, {
                                                        F::of<&Comment::subjects>("subjects", {"对象", "Subjects"}),
                                                        F::of<&Comment::floor>("floor", {"楼层", "Floor"}),
                                                        F::of<&Comment::text>("text", {"内容", "Text"}),
                                                        F::of<&Comment::author>("author", {"提出人", "Author"}),
                                                        F::of<&Comment::date>("date", {"日期", "Date"}),
                                                        F::of<&Comment::state>("state", {"状态", "State"}),
                                                    });
    return record;
}

const Record& record_of(const Approval*) {
    using F = FieldsOf<Approval>;
    static const Record record = describe<Approval>(
        Label{"审批", "Approval"}, {
                                       F::of<&Approval::role>("role", {"角色", "Role"}),
                                       F::of<&Approval::author>("author", {"审批人", "Author"}),
                                       F::of<&Approval::date>("date", {"日期", "Date"}),
                                       F::of<&Approval::design_hash>("design-hash", {"设计文件哈希", "Design hash"}),
                                   });
    return record;
}

} // namespace riser
