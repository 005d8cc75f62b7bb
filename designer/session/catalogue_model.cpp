// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/catalogue_model.h"

#include "designer/session/row_filter.h"
#include "designer/session/words.h"
#include "model/fields/row_text.h"
#include "model/fields/spoken_number.h"
#include "model/fields/table_access.h"
#include "model/file/disk.h"
#include "model/import/device_type.h"

#include <QRegularExpression>

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t most_users = 200;
constexpr std::size_t most_bytes = 4U << 20; // of a file that describes a type

// "price<500", "单价>=20": what compares a price.
const QRegularExpression& price_word() {
    static const QRegularExpression word(QStringLiteral("^(?:price|单价)(<=|>=|<|>|=)(.+)$"));
    return word;
}

} // namespace

CatalogueModel::CatalogueModel(Document& document, Selection& selection, QObject* parent)
    : QAbstractListModel(parent), document_(document), selection_(selection), form_(document, chosen_, this) {
    connect(&document_, &Document::changed, this, [this] {
        stale_ = true;
        if (shown_)
            rebuild();
    });
    connect(&chosen_, &Selection::changed, this, &CatalogueModel::chosenChanged);
}

void CatalogueModel::setShown(bool shown) {
    shown_ = shown;
    if (shown_ && stale_)
        rebuild();
}

void CatalogueModel::rebuild() {
    beginResetModel();
    if (stale_)
        uses_ = uses_of_types(document_.design());
    stale_ = false;
    types_.clear();
    QStringList rest, prices;
    for (const QString& word : query_.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        (price_word().match(word).hasMatch() ? prices : rest) << word;
    const std::string query = rest.join(QLatin1Char(' ')).toStdString();
    for (const Kind kind : catalogue_kinds()) {
        if (kind_ && *kind_ != kind)
            continue;
        const Grid grid = Grid::of_rows(document_.design(), kind);
        const RowFilter filter(grid, query, language_);
        for (std::size_t row = 0; row < grid.size(); ++row) {
            const auto allows = [&](const QString& word) { return price_allows(grid.subject(row), word); };
            if (filter.holds(row) && std::ranges::all_of(prices, allows))
                types_.push_back(grid.subject(row));
        }
    }
    endResetModel();
    emit shapeChanged();
    emit chosenChanged();
}

std::optional<Money> CatalogueModel::price_of(AnyId type) const {
    const TableAccess& table = table_access(type.kind);
    const void* row = table.find(document_.design(), type.value);
    AnyId item = type.kind == Kind::bill_items ? type : AnyId();
    if (const Field* field = row ? table.record->find("bill-item") : nullptr)
        field->for_each_reference(
            row, [](void* found, AnyId id) { *static_cast<AnyId*>(found) = id; }, &item);
    const BillItem* bill = item.value ? document_.design().find(BillItemId{item.value}) : nullptr;
    return bill && bill->price.value != 0 ? std::optional(bill->price) : std::nullopt;
}

bool CatalogueModel::price_allows(AnyId type, const QString& word) const {
    const QRegularExpressionMatch match = price_word().match(word);
    const auto limit = spoken_number(match.captured(2).toStdString(), Money::unit::symbol, 100);
    const std::optional<Money> price = price_of(type);
    if (!limit || !price)
        return false;
    const QString sign = match.captured(1);
    const auto value = price->value;
    return sign == QLatin1String("<")    ? value < *limit
           : sign == QLatin1String(">")  ? value > *limit
           : sign == QLatin1String("<=") ? value <= *limit
           : sign == QLatin1String(">=") ? value >= *limit
                                         : value == *limit;
}

// What sets the type apart: its fields that say something, and of devices how many ports it has.
QString CatalogueModel::facts_of(AnyId type) const {
    const TableAccess& table = table_access(type.kind);
    const void* row = table.find(document_.design(), type.value);
    const Spoken spoken(document_.design());
    QStringList out;
    for (const Field& field : table.record->fields) {
        constexpr std::string_view said[] = {"code", "name", "bill-item", "origin", "price", "certificate", "evidence"};
        if (std::ranges::find(said, field.key) != std::end(said) || field.is_default(row) || out.size() == 5)
            continue;
        if (field.type == FieldType::parts || field.type == FieldType::bilingual)
            continue;
        const QString label = words(language_ == Language::zh ? field.label.zh : field.label.en);
        const QString value = words(spoken.shown(field, row, language_));
        const QString unit = words(spoken_unit(field.unit).symbol, language_);
        out << (field.type == FieldType::choice || field.type == FieldType::text ? value
                : field.type == FieldType::flag
                    ? label
                    : label + QLatin1Char(' ') + value + (unit.isEmpty() ? QString() : QLatin1Char(' ') + unit));
    }
    if (type.kind == Kind::equipment_types) {
        int ports = 0;
        for (const PortGroup& group : static_cast<const EquipmentType*>(row)->ports)
            ports += group.count;
        if (ports > 0)
            out << (language_ == Language::zh ? QStringLiteral("%1 口") : QStringLiteral("%1 ports")).arg(ports);
    }
    return out.join(QStringLiteral(" · "));
}

int CatalogueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(types_.size());
}

QVariant CatalogueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const AnyId type = types_[static_cast<std::size_t>(index.row())];
    const TableAccess& table = table_access(type.kind);
    const void* row = table.find(document_.design(), type.value);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return words(type);
    case KindRole:
        return words(language_ == Language::zh ? table.record->label.zh : table.record->label.en);
    case Qt::DisplayRole:
    case CodeRole:
        return words(field_text(*table.record->find("code"), row));
    case NameRole:
        return words(*table.record->find("name")->bilingual(row), language_);
    case FactsRole:
        return facts_of(type);
    case PriceRole: {
        const std::optional<Money> price = price_of(type);
        return price ? words(scaled_text(price->value, 100)) : QString();
    }
    case UsesRole: {
        const auto found = uses_.find(type);
        return found == uses_.end() ? 0 : static_cast<int>(found->second.size());
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> CatalogueModel::roleNames() const {
    return {{IdRole, "typeId"},   {KindRole, "kind"},   {CodeRole, "code"}, {NameRole, "name"},
            {FactsRole, "facts"}, {PriceRole, "price"}, {UsesRole, "uses"}};
}

void CatalogueModel::set_language(Language language) {
    language_ = language;
    form_.set_language(language);
    rebuild();
}

QVariantList CatalogueModel::kinds() const {
    QVariantList out;
    for (const Kind kind : catalogue_kinds()) {
        const Label& label = table_access(kind).record->label;
        out << QVariantMap{{QStringLiteral("key"), words(table_name(kind))},
                           {QStringLiteral("name"), words(language_ == Language::zh ? label.zh : label.en)},
                           {QStringLiteral("types"), static_cast<int>(document_.design().rows(kind).size())}};
    }
    return out;
}

QString CatalogueModel::kind() const { return kind_ ? words(table_name(*kind_)) : QString(); }

void CatalogueModel::set_kind(const QString& wanted) {
    kind_.reset();
    for (const Kind kind : catalogue_kinds())
        if (words(table_name(kind)) == wanted)
            kind_ = kind;
    rebuild();
}

void CatalogueModel::set_query(const QString& query) {
    if (query == query_)
        return;
    query_ = query;
    rebuild();
}

QString CatalogueModel::chosen() const { return words(id()); }

void CatalogueModel::choose(const QString& text) {
    const AnyId type = id_of(text);
    if (is_catalogue_kind(type.kind) && document_.design().contains(type))
        chosen_.set({type});
    else
        chosen_.clear();
}

QString CatalogueModel::chosen_name() const {
    return id().value ? name_of(document_.design(), id(), language_) : QString();
}

QVariantList CatalogueModel::users() const {
    QVariantList out;
    if (const auto found = uses_.find(id()); found != uses_.end())
        for (std::size_t i = 0; i < std::min(found->second.size(), most_users); ++i)
            out << QVariantMap{
                {QStringLiteral("id"), words(found->second[i])},
                {QStringLiteral("name"), words(row_title(document_.design(), found->second[i]), language_)}};
    return out;
}

int CatalogueModel::user_count() const {
    const auto found = uses_.find(id());
    return found == uses_.end() ? 0 : static_cast<int>(found->second.size());
}

QString CatalogueModel::words_of(const Error& error) const { return words(error, language_); }

QString CatalogueModel::duplicate() {
    AnyId copy;
    const Text name = row_title(document_.design(), id());
    const QString why = done(document_.perform({"复制" + name.zh, "Copy " + name.en}, [&](Edit& edit) -> Result<void> {
        const Result<AnyId> made = copy_type(edit, id());
        if (!made)
            return made.error();
        copy = *made;
        return {};
    }));
    if (why.isEmpty())
        chosen_.set({copy});
    return why;
}

QString CatalogueModel::importTypes(const QList<QUrl>& files) {
    std::vector<DeviceTypeFile> types;
    for (const QUrl& file : files) {
        const std::string path = path_of(file).string();
        const Result<std::string> bytes = read_whole(path, most_bytes);
        Result<DeviceTypeFile> read = bytes ? read_device_type(*bytes, path) : Result<DeviceTypeFile>(bytes.error());
        if (!read)
            return words_of(read.error());
        types.push_back(std::move(*read));
    }
    EquipmentTypeId last;
    const QString why =
        done(document_.perform({"导入设备型号", "Import types of devices"}, [&](Edit& edit) -> Result<void> {
            for (const DeviceTypeFile& file : types) {
                const Result<EquipmentTypeId> id = add_device_type(edit, file.type);
                if (!id)
                    return id.error();
                last = *id;
            }
            return {};
        }));
    if (!why.isEmpty() || types.empty())
        return why;
    notes_ = {last, std::move(types.back().notes)};
    set_kind(words(table_name(Kind::equipment_types)));
    chosen_.set({last});
    emit chosenChanged(); // chosen or not before, its notes are new
    return {};
}

QString CatalogueModel::notes() const {
    QStringList out;
    if (notes_.first == id())
        for (const Text& note : notes_.second)
            out << words(note, language_);
    return out.join(QLatin1Char('\n'));
}

QString CatalogueModel::remove() {
    const AnyId type = id();
    const Text name = row_title(document_.design(), type);
    return done(document_.perform({"删除" + name.zh, "Delete " + name.en},
                                  [&](Edit& edit) { return delete_type(edit, type); }));
}

QString CatalogueModel::useForSelected() {
    const AnyId type = id();
    if (selection_.empty())
        return language_ == Language::zh ? QStringLiteral("没有选中对象；请先在平面图上选择")
                                         : QStringLiteral("nothing is selected; select it on the plan first");
    const std::vector<AnyId> rows = selection_.ids();
    const Text name = row_title(document_.design(), type);
    return done(document_.perform({"采用" + name.zh, "Use " + name.en},
                                  [&](Edit& edit) { return use_type(edit, type, rows); }));
}

} // namespace riser
