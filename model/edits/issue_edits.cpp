// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/issue_edits.h"

#include "model/edits/label_edits.h"
#include "model/edits/refusals.h"
#include "model/fields/table_access.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

Text join(const std::string& zh, const std::string& number, const std::string& en_before, const std::string& en_after) {
    return {"图纸 " + number + zh, en_before + number + en_after};
}

// The sheets as they stand, or what is wrong with the request.
Result<std::vector<Sheet>> sheets_of(const Design& design, const IssueRequest& request) {
    if (request.sheets.empty())
        return bad_value({"没有指明图纸", "no sheet is named"}, {"指明要签发的图纸", "say which sheets"});
    if (!request.day)
        return bad_value({"没有日期", "there is no day"}, {"写明签发日期", "say the day of issue"});
    for (const Revision& row : design.revisions)
        if (!request.revision.empty() && row.number == request.revision)
            return bad_value({"修改版次 " + row.number + " 已存在", "revision " + row.number + " exists already"},
                             {"用下一个版次", "take the next one"});
    std::vector<Sheet> out;
    for (const SheetId id : std::set<SheetId>(request.sheets.begin(), request.sheets.end())) {
        const Sheet* sheet = design.find(id);
        if (!sheet)
            return missing_row(id);
        out.push_back(*sheet);
    }
    return out;
}

RevisionId put_revision(Edit& edit, const IssueRequest& request) {
    Revision row;
    row.number = request.revision;
    row.date = request.day;
    row.author = request.author;
    row.description = request.description;
    return edit.put(std::move(row));
}

// 1:n at which the floors' rooms fit on A1 inside its frame.
std::int32_t fitting_scale(const Design& design, const std::vector<FloorId>& floors) {
    constexpr std::int64_t wide = 780, high = 540; // of 841 x 594 mm, without frame and title block
    Box box{{INT32_MAX, INT32_MAX}, {INT32_MIN, INT32_MIN}};
    for (const Room& room : design.rooms)
        if (std::find(floors.begin(), floors.end(), room.floor) != floors.end())
            for (const Point corner : room.outline.outer) {
                box.low = {std::min(box.low.x, corner.x), std::min(box.low.y, corner.y)};
                box.high = {std::max(box.high.x, corner.x), std::max(box.high.y, corner.y)};
            }
    for (const std::int32_t scale : {100, 150})
        if (std::int64_t{box.high.x} - box.low.x <= wide * scale &&
            std::int64_t{box.high.y} - box.low.y <= high * scale)
            return scale;
    return 200;
}

using Labelled = std::map<std::string, std::vector<AnyId>>;

Labelled labels_of(const Design& design, Kind kind) {
    Labelled out;
    const TableAccess& table = table_access(kind);
    table.for_each(design, [&](const void* row) {
        const AnyId id(kind, table.id(row));
        if (std::string label = label_of_row(design, id); !label.empty())
            out[std::move(label)].push_back(id);
    });
    return out;
}

// How many labels stand on the sheets, or which must not be frozen as they are.
Result<std::size_t> frozen_by(const Design& design, std::span<const SheetId> sheets) {
    const IssuedRows paper(design, sheets);
    std::size_t count = 0;
    for (const Kind kind : frozen_kinds())
        for (const auto& [label, rows] : labels_of(design, kind)) {
            if (std::none_of(rows.begin(), rows.end(), [&](AnyId id) { return paper.holds(id); }))
                continue;
            ++count;
            if (rows.size() > 1)
                return conflicting({"编号 " + label + " 用在多处：" + some_ids(rows),
                                    "the label " + label + " stands on several rows: " + some_ids(rows)},
                                   {"签发前先改好编号", "relabel them before the sheet is issued"});
            if (is_retired_label(design, kind, label))
                return conflicting({"编号 " + label + " 已停用：" + some_ids(rows),
                                    "the label " + label + " was retired: " + some_ids(rows)},
                                   {"签发前先改好编号", "relabel it before the sheet is issued"});
        }
    return count;
}

} // namespace

Result<SheetId> add_sheet(Edit& edit, const SheetWish& wish) {
    if (wish.number.empty())
        return bad_value({"图号不能为空", "a sheet needs a number"},
                         {"写明图号，如 ELV-03", "give one, such as ELV-03"});
    for (const Sheet& sheet : edit.design().sheets)
        if (sheet.number == wish.number)
            return conflicting({"图号 " + wish.number + " 已有", "there is a sheet " + wish.number + " already"},
                               {"换一个图号", "take another number"});
    for (const FloorId floor : wish.floors)
        if (!edit.design().floors.contains(floor))
            return missing_row(floor);
    Sheet sheet;
    sheet.number = wish.number;
    sheet.content = wish.content;
    sheet.scale = wish.content == SheetContent::floor_plan ? fitting_scale(edit.design(), wish.floors) : 100;
    const std::int32_t scale = sheet.scale;
    const SheetId id = edit.put(std::move(sheet));
    for (const FloorId floor : wish.floors) {
        Viewport viewport;
        viewport.sheet = id;
        viewport.floor = floor;
        viewport.scale = scale;
        edit.put(viewport);
    }
    return id;
}

Result<Issue> issue_sheets(Edit& edit, const IssueRequest& request) {
    Result<std::vector<Sheet>> sheets = sheets_of(edit.design(), request);
    if (!sheets)
        return sheets.error();
    for (const Sheet& sheet : *sheets)
        if (sheet.issued && request.revision.empty())
            return refused(join(" 已于 " + to_string(*sheet.issued) + " 签发", sheet.number, "sheet ",
                                " was issued on " + to_string(*sheet.issued)),
                           {"写明修改版次后再次签发", "give a revision to issue it again"});
    std::vector<SheetId> ids;
    for (const Sheet& sheet : *sheets)
        ids.push_back(sheet.id);
    const Result<std::size_t> labels = frozen_by(edit.design(), ids);
    if (!labels)
        return labels.error();
    Issue out{.sheets = sheets->size(), .labels = *labels, .revision = {}};
    if (!request.revision.empty())
        out.revision = put_revision(edit, request);
    for (Sheet& sheet : *sheets) {
        sheet.issued = request.day;
        if (out.revision)
            sheet.revision = out.revision;
        edit.put(std::move(sheet));
    }
    return out;
}

Result<Issue> withdraw_issue(Edit& edit, const IssueRequest& request) {
    Result<std::vector<Sheet>> sheets = sheets_of(edit.design(), request);
    if (!sheets)
        return sheets.error();
    if (request.revision.empty())
        return bad_value({"撤回签发须记录修改版次", "an issue is taken back only by a revision"},
                         {"写明版次，如 A", "give its number, such as A"});
    for (const Sheet& sheet : *sheets)
        if (!sheet.issued)
            return refused(join(" 尚未签发", sheet.number, "sheet ", " is not issued"),
                           {"只能撤回已签发的图纸", "only an issued sheet can be withdrawn"});
    Issue out{.sheets = sheets->size(), .labels = 0, .revision = put_revision(edit, request)};
    for (Sheet& sheet : *sheets) {
        sheet.issued.reset();
        sheet.revision = out.revision;
        edit.put(std::move(sheet));
    }
    return out;
}

std::optional<Error> issue_refusal(const Design& design, AnyId row, std::string_view field) {
    const Sheet* sheet = nullptr;
    if (row.kind == Kind::sheets && (field.empty() || field == "issued" || field == "content" || field == "number"))
        sheet = design.find(SheetId{row.value});
    else if (row.kind == Kind::viewports)
        if (const Viewport* viewport = design.find(ViewportId{row.value}))
            sheet = design.find(viewport->sheet);
    if (sheet && sheet->issued)
        return refused(join(" 已签发，其内容与编号已定", sheet->number, "sheet ",
                            " is issued: what it shows and its labels are settled"),
                       {"先以修改版次撤回签发", "withdraw the issue by a revision first"});
    if (row.kind != Kind::label_templates || field == "origin")
        return std::nullopt;
    const LabelTemplate* pattern = design.find(LabelTemplateId{row.value});
    const bool printed = pattern && (pattern->subject == "cable-end" || pattern->subject == "panel-position");
    if (printed && IssuedRows(design).shows(SheetContent::schedule))
        return refused({"端标签已随签发的图表定稿", "end labels stand on an issued schedule as they are"},
                       {"先以修改版次撤回签发", "withdraw the issue by a revision first"});
    return std::nullopt;
}

RetiredLabel retired_label(const Design& design, Kind kind, std::string label, std::optional<Date> day) {
    const std::string key = std::string(element_name(kind)) + '|' + label;
    RetiredLabel row;
    row.id = derived_id<RetiredLabel>("labels", key);
    if (const RetiredLabel* stands = design.find(row.id))
        return *stands;
    row.label = std::move(label);
    row.subject = element_name(kind);
    row.retired = day;
    row.origin = {.kind = OriginKind::planned, .source = "labels", .key = key};
    return row;
}

std::size_t retire_given_up(const Design& before, Design& after, std::optional<Date> day) {
    const IssuedRows issued(before);
    if (!issued.any())
        return 0;
    std::size_t retired = 0;
    for (const Kind kind : frozen_kinds()) {
        const TableChanges changes = changes_between(before, after, kind);
        std::set<std::string> given_up;
        for (const auto* list : {&changes.removed, &changes.changed})
            for (const std::uint64_t value : *list) {
                const AnyId id(kind, value);
                std::string label = label_of_row(before, id);
                if (!label.empty() && label != label_of_row(after, id) && issued.holds(id))
                    given_up.insert(std::move(label));
            }
        if (given_up.empty())
            continue;
        const Labelled borne = labels_of(after, kind);
        for (const std::string& label : given_up)
            if (!borne.contains(label) && !is_retired_label(after, kind, label)) {
                after.retired_labels.put(retired_label(after, kind, label, day));
                ++retired;
            }
    }
    if (!day)
        return retired;
    for (const std::uint64_t value : changes_between(before, after, Kind::retired_labels).added)
        if (RetiredLabel row = *after.find(RetiredLabelId{value}); !row.retired) {
            row.retired = day;
            after.retired_labels.put(std::move(row));
        }
    return retired;
}

} // namespace riser
