// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/inspector_model.h"

#include "designer/session/words.h"
#include "model/edits/cell_edits.h"
#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

namespace {

// Geometry is edited on the plan, parts in tables of their own.
bool shown_as_line(const Field& field) {
    switch (field.type) {
    case FieldType::points:
    case FieldType::polygon:
    case FieldType::parts:
        return false;
    default:
        return field.key != "origin";
    }
}

// A bilingual text without its languages' suffix.
std::string plain(const Field& field) { return std::string(field.key); }

} // namespace

InspectorModel::InspectorModel(Document& document, Selection& selection, QObject* parent)
    : QAbstractListModel(parent), document_(document), selection_(selection) {
    connect(&selection_, &Selection::changed, this, &InspectorModel::rebuild);
    connect(&document_, &Document::changed, this, &InspectorModel::refresh);
}

void InspectorModel::rebuild() {
    if (!rows_.empty() && std::ranges::all_of(rows_, [&](AnyId id) { return document_.design().contains(id); }))
        emit leaving();
    emit left();
    beginResetModel();
    rows_.clear();
    lines_.clear();
    record_ = nullptr;
    for (const AnyId id : selection_.ids())
        if (document_.design().contains(id) && (rows_.empty() || rows_.front().kind == id.kind))
            rows_.push_back(id);
    if (!rows_.empty()) {
        record_ = table_access(rows_.front().kind).record;
        for (const Field& field : record_->fields) {
            if (!shown_as_line(field))
                continue;
            if (field.type == FieldType::bilingual) {
                lines_.push_back({&field, language_ == Language::zh ? ".zh" : ".en"});
                lines_.push_back({&field, language_ == Language::zh ? ".en" : ".zh"});
            } else {
                lines_.push_back({&field, {}});
            }
        }
    }
    endResetModel();
    emit headChanged();
}

void InspectorModel::refresh() {
    const auto gone = [&](AnyId id) { return !document_.design().contains(id); };
    std::vector<AnyId> ids = selection_.ids();
    if (std::erase_if(ids, gone) > 0) {
        selection_.set(std::move(ids));
        return;
    }
    if (!lines_.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit headChanged();
}

int InspectorModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QString InspectorModel::text_of(const Line& line, AnyId id) const {
    const void* row = table_access(id.kind).find(document_.design(), id.value);
    if (!row)
        return {};
    if (line.field->type == FieldType::bilingual) {
        const Text* text = line.field->bilingual(row);
        return words(line.suffix == ".zh" ? text->zh : text->en);
    }
    std::string out;
    line.field->write(row, out);
    return words(out);
}

bool InspectorModel::mixed(const Line& line) const {
    const QString first = text_of(line, rows_.front());
    return std::any_of(rows_.begin() + 1, rows_.end(), [&](AnyId id) { return text_of(line, id) != first; });
}

QString InspectorModel::shown(const Line& line) const {
    const Field& field = *line.field;
    const void* row = table_access(rows_.front().kind).find(document_.design(), rows_.front().value);
    if (!row || (field.type != FieldType::choice && field.type != FieldType::choices && !field.for_each_reference))
        return text_of(line, rows_.front());
    return words(Spoken(document_.design()).shown(field, row, language_));
}

QVariant InspectorModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = lines_[static_cast<std::size_t>(index.row())];
    const Field& field = *line.field;
    switch (role) {
    case KeyRole:
        return words(plain(field) + line.suffix);
    case LabelRole: {
        QString label = words(language_ == Language::zh ? field.label.zh : field.label.en);
        if (line.suffix == ".en")
            label += language_ == Language::zh ? QStringLiteral("（英）") : QString();
        if (line.suffix == ".zh" && language_ == Language::en)
            label += QStringLiteral(" (Chinese)");
        return label;
    }
    case ValueRole:
        return mixed(line) ? QString() : text_of(line, rows_.front());
    case Qt::DisplayRole:
    case ShownRole:
        return mixed(line) ? QString() : shown(line);
    case KindRole:
        switch (field.type) {
        case FieldType::whole:
            return QStringLiteral("number");
        case FieldType::flag:
            return QStringLiteral("flag");
        case FieldType::choice:
            return QStringLiteral("choice");
        case FieldType::reference:
            return QStringLiteral("reference");
        case FieldType::any_reference:
        case FieldType::references:
        case FieldType::any_references:
        case FieldType::choices:
            return QStringLiteral("fixed");
        default:
            return QStringLiteral("text");
        }
    case UnitRole:
        return words(field.unit);
    case ChoicesRole: {
        QStringList out;
        for (const Choice& choice : field.choice_list)
            out << words(language_ == Language::zh ? choice.label.zh : choice.label.en);
        if (field.type == FieldType::reference && field.target) {
            out << QStringLiteral("—");
            table_access(*field.target).for_each(document_.design(), [&](const void* row) {
                out << name_of(document_.design(), {*field.target, table_access(*field.target).id(row)}, language_);
            });
        }
        return out;
    }
    case KeysRole: {
        QStringList out;
        for (const Choice& choice : field.choice_list)
            out << words(choice.key);
        if (field.type == FieldType::reference && field.target) {
            out << QString();
            table_access(*field.target).for_each(document_.design(), [&](const void* row) {
                out << words(AnyId{*field.target, table_access(*field.target).id(row)});
            });
        }
        return out;
    }
    case MixedRole:
        return mixed(line);
    case PinnedRole:
        return std::any_of(rows_.begin(), rows_.end(),
                           [&](AnyId id) { return is_pinned(document_.design(), id, field.key); });
    case OptionalRole:
        return field.optional;
    default:
        return {};
    }
}

QHash<int, QByteArray> InspectorModel::roleNames() const {
    return {{KeyRole, "key"},     {LabelRole, "label"},   {ValueRole, "value"},      {ShownRole, "shown"},
            {KindRole, "kind"},   {UnitRole, "unit"},     {ChoicesRole, "choices"},  {KeysRole, "keys"},
            {MixedRole, "mixed"}, {PinnedRole, "pinned"}, {OptionalRole, "optional"}};
}

void InspectorModel::set_language(Language language) {
    language_ = language;
    rebuild();
}

QString InspectorModel::title() const {
    if (rows_.empty())
        return {};
    if (rows_.size() == 1)
        return name_of(document_.design(), rows_.front(), language_);
    const QString kind = words(language_ == Language::zh ? record_->label.zh : record_->label.en);
    return language_ == Language::zh ? QStringLiteral("%1 × %2").arg(kind).arg(rows_.size())
                                     : QStringLiteral("%2 × %1").arg(kind).arg(rows_.size());
}

QString InspectorModel::subtitle() const {
    return record_ ? words(language_ == Language::zh ? record_->label.zh : record_->label.en) : QString();
}

QString InspectorModel::origin() const {
    if (rows_.size() != 1)
        return {};
    const TableAccess& table = table_access(rows_.front().kind);
    const void* row = table.find(document_.design(), rows_.front().value);
    if (!row)
        return {};
    const Origin& origin = table.base(row)->origin;
    QString out = words(label_of(origin.kind), language_);
    for (const std::string& part : {origin.source, origin.key})
        if (!part.empty())
            out += QStringLiteral(" · ") + words(part);
    return out;
}

InspectorModel::Line InspectorModel::line_of(const QString& key) const {
    for (const Line& line : lines_)
        if (words(plain(*line.field) + line.suffix) == key)
            return line;
    return {};
}

QString InspectorModel::set(const QString& key, const QString& text) {
    const Line line = line_of(key);
    if (!line.field || rows_.empty())
        return {};
    if (!mixed(line) && text_of(line, rows_.front()) == text)
        return {};
    const Text name{"设置" + std::string(line.field->label.zh), "Set " + std::string(line.field->label.en)};
    const std::vector<AnyId> rows = rows_;
    const Result<void> done = document_.perform(name, [&](Edit& edit) -> Result<void> {
        Spoken spoken(edit.design());
        std::vector<CellChange> changes;
        for (const AnyId id : rows)
            changes.push_back({id, key.toStdString(), text.toStdString(), 1}); // numbers are shown in stored units
        const std::vector<RefusedCell> refused = set_cells(edit, spoken, changes);
        return refused.empty() ? Result<void>() : Result<void>(refused.front().error);
    });
    return done ? QString() : words(done.error(), language_);
}

void InspectorModel::unpin(const QString& key) {
    const Line line = line_of(key);
    if (!line.field)
        return;
    const std::vector<AnyId> rows = rows_;
    (void)document_.perform({"解除锁定", "Let go"}, [&](Edit& edit) -> Result<void> {
        for (const AnyId id : rows)
            if (Result<void> let = riser::unpin(edit, id, line.field->key); !let)
                return let;
        return {};
    });
}

} // namespace riser
