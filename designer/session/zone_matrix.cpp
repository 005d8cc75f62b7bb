// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/zone_matrix.h"

#include "designer/session/words.h"
#include "exporters/tables/schedules.h"
#include "model/edits/field_edits.h"
#include "model/fields/field.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

std::string list_of(const std::vector<BodyId>& ids) {
    std::string out;
    for (const BodyId id : ids)
        out += (out.empty() ? "" : " ") + to_string(AnyId(id));
    return out;
}

} // namespace

ZoneMatrix::ZoneMatrix(Document& document, Checker& checker, QObject* parent)
    : QAbstractTableModel(parent), document_(document), checker_(checker) {
    connect(&document_, &Document::changed, this, &ZoneMatrix::follow);
    connect(&checker_, &Checker::changed, this, [this] {
        if (!zones_.empty() && checker_.is_nearly_current())
            emit shapeChanged(); // problems beside the zones
    });
    refresh();
}

int ZoneMatrix::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(zones_.size());
}
int ZoneMatrix::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : body_count() + figures; }

void ZoneMatrix::follow() {
    const Design& design = document_.design();
    const auto gone = [&](const auto& ids) {
        return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return !design.contains(id); });
    };
    if (zones_.size() != design.zones.size() || bodies_.size() != design.bodies.size() || gone(zones_) || gone(bodies_))
        refresh();
    else if (!zones_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit shapeChanged();
    }
    if (shown_)
        measure();
}

void ZoneMatrix::refresh() {
    const Design& design = document_.design();
    beginResetModel();
    zones_.clear();
    bodies_.clear();
    for (const Zone& zone : design.zones)
        zones_.push_back(zone.id);
    for (const Body& body : design.bodies)
        bodies_.push_back(body.id);
    const auto code = [&](ZoneId id) {
        const Zone& zone = *design.find(id);
        const Plane* plane = design.find(zone.plane);
        return std::tuple(plane ? plane->code : std::string(), zone.plane, zone.code, id);
    };
    std::sort(zones_.begin(), zones_.end(), [&](ZoneId a, ZoneId b) { return code(a) < code(b); });
    endResetModel();
    emit shapeChanged();
}

const Zone& ZoneMatrix::zone(int row) const { return *document_.design().find(zones_[static_cast<std::size_t>(row)]); }

QString ZoneMatrix::state_of(const Zone& zone, BodyId body) const {
    if (std::find(zone.bodies.begin(), zone.bodies.end(), body) != zone.bodies.end())
        return QStringLiteral("named");
    const ZoneBodies::Of* desks = document_.facts().get<ZoneBodies>().find(zone.id);
    return desks && std::binary_search(desks->bodies.begin(), desks->bodies.end(), body) ? QStringLiteral("implied")
                                                                                         : QString();
}

QString ZoneMatrix::figure(const Zone& zone, int which) const {
    if (which == 0)
        return words(label_of(zone.grading), language_);
    const auto found = uses_.find(zone.id);
    if (found == uses_.end() || found->second.vlans == 0)
        return {};
    const Use& use = found->second;
    if (which == 1)
        return QString::number(use.vlans);
    if (use.room <= 0)
        return {};
    if (which == 2)
        return QStringLiteral("%1 / %2").arg(use.hosts).arg(use.room);
    return use.least ? QString::number(*use.least) : QString();
}

QVariant ZoneMatrix::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Zone& row = zone(index.row());
    const int figure_at = index.column() - body_count();
    switch (role) {
    case Qt::DisplayRole:
        if (figure_at >= 0)
            return figure(row, figure_at);
        return state_of(row, bodies_[static_cast<std::size_t>(index.column())]).isEmpty() ? QString()
                                                                                          : QStringLiteral("●");
    case StateRole:
        if (figure_at < 0)
            return state_of(row, bodies_[static_cast<std::size_t>(index.column())]);
        return figure_at == 0 ? words(key_of(row.grading)) : QString();
    case PlaneRole:
        return index.row() == 0 || zone(index.row() - 1).plane != row.plane;
    case ShareRole: { // of the prefixes in use, 0 to 1; below 0: not known
        const auto found = uses_.find(row.id);
        if (figure_at != 2 || found == uses_.end() || found->second.room <= 0)
            return -1.0;
        return static_cast<double>(found->second.hosts) / static_cast<double>(found->second.room);
    }
    case ProblemRole: // of the grade alone: the rest stands beside the zone
        return figure_at == 0 && !findings_of(row.id).empty();
    default:
        return {};
    }
}

QHash<int, QByteArray> ZoneMatrix::roleNames() const {
    return {{Qt::DisplayRole, "display"},
            {StateRole, "mark"},
            {PlaneRole, "firstOfPlane"},
            {ShareRole, "share"},
            {ProblemRole, "problem"}};
}

QVariantList ZoneMatrix::grades() const {
    QVariantList out;
    for (const Choice& choice : choices(Grading{}))
        out << QVariantMap{
            {QStringLiteral("key"), words(choice.key)},
            {QStringLiteral("name"), words(language_ == Language::zh ? choice.label.zh : choice.label.en)}};
    return out;
}

void ZoneMatrix::set_language(Language language) {
    language_ = language;
    if (!zones_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit shapeChanged();
}

std::vector<const Finding*> ZoneMatrix::findings_of(ZoneId zone) const {
    std::vector<const Finding*> out;
    for (const Finding& finding : checker_.report().findings)
        if (!finding.waiver && !finding.subjects.empty() && finding.subjects.front() == AnyId(zone))
            out.push_back(&finding);
    return out;
}

QVariantMap ZoneMatrix::rowHead(int row) const {
    if (row < 0 || row >= rowCount())
        return {};
    const Zone& at = zone(row);
    const Plane* plane = document_.design().find(at.plane);
    const bool first = row == 0 || zone(row - 1).plane != at.plane;
    QStringList problems;
    Severity worst = Severity::information;
    for (const Finding* finding : findings_of(at.id)) {
        problems << words(finding->message, language_);
        worst = std::max(worst, finding->severity);
    }
    const auto use = uses_.find(at.id);
    return {{QStringLiteral("id"), words(AnyId(at.id))},
            {QStringLiteral("name"), zone_name(at, language_)},
            {QStringLiteral("plane"), first && plane ? words(plane->name, language_) : QString()},
            {QStringLiteral("role"), words(label_of(at.role), language_)},
            {QStringLiteral("grade"), words(key_of(at.grading))},
            {QStringLiteral("tightest"), use == uses_.end() ? QString() : use->second.tightest},
            {QStringLiteral("severity"), problems.isEmpty() ? QString() : words(key_of(worst))},
            {QStringLiteral("problems"), problems}};
}

QVariantMap ZoneMatrix::columnHead(int column) const {
    if (column < 0 || column >= columnCount())
        return {};
    if (column >= body_count()) {
        static const Text names[figures] = {
            {"等级", "Grade"}, {"VLAN 数", "VLANs"}, {"终端／可用地址", "Hosts / usable"}, {"最少余量", "Least left"}};
        return {{QStringLiteral("name"), words(names[column - body_count()], language_)}};
    }
    const Body& body = *document_.design().find(bodies_[static_cast<std::size_t>(column)]);
    return {{QStringLiteral("name"), words(body.name, language_)},
            {QStringLiteral("letter"), words(body.letter)},
            {QStringLiteral("colour"), words(body.colour)}};
}

bool ZoneMatrix::perform(const Text& name, const Document::Verb& verb) {
    const Result<void> done = document_.perform(name, verb);
    if (!done)
        emit refused(done.error());
    return static_cast<bool>(done);
}

bool ZoneMatrix::toggle(int row, int column) {
    if (row < 0 || row >= rowCount() || column < 0 || column >= body_count())
        return false;
    const Zone& at = zone(row);
    const Body& body = *document_.design().find(bodies_[static_cast<std::size_t>(column)]);
    std::vector<BodyId> bodies = at.bodies;
    const bool added = std::erase(bodies, body.id) == 0;
    if (added)
        bodies.push_back(body.id);
    const auto said = [&](Language language, const char* uses) {
        return body.name.in(language) + uses + zone_name(at, language).toStdString();
    };
    const Text name{said(Language::zh, added ? " 使用 " : " 不再使用 "),
                    said(Language::en, added ? " uses " : " no longer uses ")};
    return perform(
        name, [id = AnyId(at.id), text = list_of(bodies)](Edit& edit) { return set_field(edit, id, "bodies", text); });
}

bool ZoneMatrix::setGrade(int row, const QString& key) {
    if (row < 0 || row >= rowCount() || words(key_of(zone(row).grading)) == key)
        return false;
    const Zone& at = zone(row);
    const std::optional<Grading> grade = choice_of<Grading>(key.toStdString());
    if (!grade)
        return false;
    const Text label = label_of(*grade);
    return perform(
        {zone_name(at, Language::zh).toStdString() + " 定级：" + label.zh,
         "Grade of " + zone_name(at, Language::en).toStdString() + ": " + label.en},
        [id = AnyId(at.id), text = key.toStdString()](Edit& edit) { return set_field(edit, id, "grading", text); });
}

void ZoneMatrix::setShown(bool shown) {
    shown_ = shown;
    if (shown_ && measured_ != document_.version())
        measure();
}

// The figures of the address plan, by zone.
void ZoneMatrix::measure() {
    if (work_.is_running()) {
        again_ = true;
        return;
    }
    again_ = false;
    auto uses = std::make_shared<std::map<ZoneId, Use>>();
    const std::uint64_t version = document_.version();
    work_.start(
        {"地址余量", "Headroom of addresses"},
        [uses, facts = document_.facts()](const Run&) {
            const Design& design = facts.design();
            for (const Vlan& vlan : design.vlans)
                if (vlan.zone)
                    ++(*uses)[*vlan.zone].vlans;
            const TableDocument plan = address_plan(facts);
            const std::size_t hosts = plan.column("hosts"), room = plan.column("room"), left = plan.column("headroom");
            for (const TableGroup& group : plan.groups)
                for (const TableRow& row : group.rows) {
                    const Vlan* vlan =
                        row.subject.kind == Kind::vlans ? design.find(VlanId{row.subject.value}) : nullptr;
                    if (!vlan || !vlan->zone || !is_number(row.cells[room]))
                        continue;
                    Use& use = (*uses)[*vlan->zone];
                    use.hosts += number_of(row.cells[hosts]);
                    use.room += number_of(row.cells[room]);
                    const std::int64_t here = number_of(row.cells[left]);
                    if (use.least && *use.least <= here)
                        continue;
                    use.least = here;
                    use.tightest = (vlan->number ? QString::number(vlan->number->number()) : QString()) +
                                   QLatin1Char(' ') + words(vlan->name);
                }
        },
        [this, uses, version](bool) {
            measured_ = version;
            if (uses_ != *uses) {
                uses_ = std::move(*uses);
                if (!zones_.empty())
                    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
                emit shapeChanged();
            }
            if (again_ && shown_)
                measure();
        });
}

} // namespace riser
