// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/floor_editor.h"

#include "designer/session/words.h"
#include "model/edits/cascade.h"
#include "model/edits/field_edits.h"
#include "model/edits/refusals.h"
#include "model/edits/storey_edits.h"
#include "model/fields/spoken_number.h"
#include "model/fields/table_access.h"
#include "model/import/floor_list.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace riser {

namespace {

FloorId floor_of(const QString& text) {
    const AnyId id = id_of(text);
    return id.kind == Kind::floors ? FloorId{id.value} : FloorId();
}

QString length_text(Millimetres length) { return QString::number(length.value); }

Result<Millimetres> length_from(const QString& text, const Text& what) {
    const std::optional<std::int64_t> value = spoken_number(text.toStdString(), "mm", 1);
    if (!value || *value < -max_coordinate || *value > max_coordinate)
        return bad_value({what.zh + "不是长度", what.en + " is no length"},
                         {"如 4200 或 4.2 m", "give one such as 4200 or 4.2 m"});
    return Millimetres(static_cast<std::int32_t>(*value));
}

const Text height_words = {"层高", "the storey height"};

} // namespace

FloorEditor::FloorEditor(Document& document, QObject* parent) : QObject(parent), document_(document) {}

bool FloorEditor::perform(const Text& name, const Document::Verb& verb) {
    const Result<void> done = document_.perform(name, verb);
    if (!done)
        emit refused(done.error());
    return done.has_value();
}

QVariantMap FloorEditor::describe(const QString& floor) const {
    const Design& design = document_.design();
    const Floor* row = design.find(floor_of(floor));
    if (!row)
        return {};
    int count = 0, index = 0;
    for (const Floor& other : design.floors)
        if (other.building == row->building) {
            ++count;
            index += other.elevation < row->elevation ? 1 : 0;
        }
    return {{QStringLiteral("label"), words(row->label)},
            {QStringLiteral("name"), words(row->name, language_)},
            {QStringLiteral("elevation"), length_text(row->elevation)},
            {QStringLiteral("height"), length_text(row->storey_height)},
            {QStringLiteral("index"), index},
            {QStringLiteral("count"), count}};
}

QString FloorEditor::nextLabel(const QString& floor, bool above) const {
    const Design& design = document_.design();
    const Floor* row = design.find(floor_of(floor));
    if (!row)
        return {};
    const auto taken = [&](const std::string& label) {
        return std::ranges::any_of(
            design.floors, [&](const Floor& other) { return other.building == row->building && other.label == label; });
    };
    if (StoreyNumber storey; parse_storey_number(row->label, storey)) {
        storey.number += above ? 1 : -1;
        if (storey.number == 0) // there is none between B1 and 1F
            storey.number = above ? 1 : -1;
        if (const std::string next = floor_label(storey); !taken(next))
            return words(next);
    }
    int n = 1;
    while (taken(row->label + "-" + std::to_string(n)))
        ++n;
    return words(row->label + "-" + std::to_string(n));
}

QString FloorEditor::add(const QString& floor, bool above, const QString& label, const QString& name,
                         const QString& height, bool copy) {
    const FloorId beside = floor_of(floor);
    FloorId added;
    const std::string called = label.trimmed().toStdString();
    const Text step = copy ? Text{"复制楼层为 " + called, "Copy the floor as " + called}
                           : Text{"新增楼层 " + called, "Add floor " + called};
    const bool done = perform(step, [&](Edit& edit) -> Result<void> {
        FloorWish wish;
        wish.label = called;
        wish.name = same_text(name.trimmed().isEmpty() ? called : name.trimmed().toStdString());
        const Result<Millimetres> high = length_from(height, height_words);
        if (!high)
            return high.error();
        wish.storey_height = *high;
        const Result<FloorId> put =
            insert_floor(edit, beside, above, std::move(wish), copy ? std::optional(beside) : std::nullopt);
        if (!put)
            return put.error();
        added = *put;
        return {};
    });
    return done ? words(AnyId(added)) : QString();
}

bool FloorEditor::move(const QString& floor, bool up) {
    const FloorId id = floor_of(floor);
    const Floor* row = document_.design().find(id);
    const std::string label = row ? row->label : std::string();
    return perform(up ? Text{"上移楼层 " + label, "Move floor " + label + " up"}
                      : Text{"下移楼层 " + label, "Move floor " + label + " down"},
                   [&](Edit& edit) { return move_floor(edit, id, up); });
}

bool FloorEditor::change(const QString& floor, const QString& label, const QString& name, const QString& elevation,
                         const QString& height) {
    const FloorId id = floor_of(floor);
    const Floor* now = document_.design().find(id);
    if (!now)
        return false;
    const Floor row = *now;
    return perform({"修改楼层 " + row.label, "Change floor " + row.label}, [&](Edit& edit) -> Result<void> {
        const std::string called = label.trimmed().toStdString();
        if (called.empty())
            return bad_value({"楼层没有编号", "the floor has no label"}, {"如 3F、B1", "give one such as 3F or B1"});
        for (const Floor& other : edit.design().floors)
            if (other.id != id && other.building == row.building && other.label == called)
                return conflicting({"该建筑已有楼层 " + called, "the building has a floor " + called + " already"},
                                   {"换一个编号", "choose another label"});
        if (called != row.label)
            if (Result<void> set = set_field(edit, id, "label", called); !set)
                return set;
        if (const std::string text = name.trimmed().toStdString(); text != row.name.in(language_))
            if (Result<void> set = set_field(edit, id, language_ == Language::zh ? "name.zh" : "name.en", text); !set)
                return set;
        const Result<Millimetres> high = length_from(height, height_words);
        if (!high)
            return high.error();
        if (*high != row.storey_height)
            if (Result<void> set = set_storey_height(edit, id, *high); !set)
                return set;
        const Result<Millimetres> at = length_from(elevation, {"标高", "the elevation"});
        if (!at)
            return at.error();
        return *at != row.elevation ? set_floor_elevation(edit, id, *at) : Result<void>();
    });
}

QString FloorEditor::goesWith(const QString& floor) const {
    std::map<Kind, int> counts;
    for (const AnyId id : cascade_of(document_.design(), floor_of(floor)))
        ++counts[id.kind];
    counts.erase(Kind::floors);
    QStringList out;
    for (const auto& [kind, count] : counts) {
        const Label label = table_access(kind).record->label;
        out << words(language_ == Language::zh ? label.zh : label.en) + QStringLiteral(" × %1").arg(count);
    }
    return out.join(language_ == Language::zh ? QStringLiteral("，") : QStringLiteral(", "));
}

bool FloorEditor::remove(const QString& floor) {
    const FloorId id = floor_of(floor);
    const Floor* row = document_.design().find(id);
    const std::string label = row ? row->label : std::string();
    return perform({"删除楼层 " + label, "Delete floor " + label}, [&](Edit& edit) { return delete_floor(edit, id); });
}

} // namespace riser
