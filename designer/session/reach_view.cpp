// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/reach_view.h"

#include "designer/session/reach_words.h"
#include "designer/session/words.h"
#include "solvers/forwarding/reach_matrix.h"
#include "solvers/proof/reach_reason.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t most_pairs = 60; // listed; one that is wrong is found among all of them

QString key_of(ReachVerdict state) {
    switch (state) {
    case ReachVerdict::nothing_to_ask:
        return QStringLiteral("none");
    case ReachVerdict::apart:
        return QStringLiteral("apart");
    case ReachVerdict::reached:
        return QStringLiteral("reached");
    case ReachVerdict::missing:
        return QStringLiteral("missing");
    case ReachVerdict::forbidden:
        return QStringLiteral("forbidden");
    }
    return {};
}

QString of(int part, int all) {
    return part == all ? QString::number(all) : QStringLiteral("%1/%2").arg(part).arg(all);
}

} // namespace

struct ReachView::Known {
    NetworkRows rows;
    Table<MustReach> must;
    Table<MustNotReach> must_not;
    ReachIntents intents;
    ReachMatrix matrix;
};
struct ReachView::Told {
    struct Pair {
        ReachPair pair;
        ReachReason reason;
    };
    std::vector<Pair> pairs;
    std::size_t first = 0; // to be looked at
    int more = 0;          // not listed
};

ReachView::ReachView(Document& document, ReasonView& reason, QObject* parent)
    : QAbstractTableModel(parent),
      document_(document),
      reason_(reason),
      known_(std::make_shared<const Known>()),
      told_(std::make_shared<const Told>()) {
    connect(&document_, &Document::changed, this, &ReachView::follow);
    connect(&work_, &Background::changed, this, &ReachView::stateChanged);
    connect(&asking_, &Background::changed, this, &ReachView::reasonChanged);
}

ReachView::~ReachView() = default;

const ReachMatrix& ReachView::matrix() const { return known_->matrix; }
bool ReachView::known() const { return matrix().outcome != Outcome::limit_reached; }
int ReachView::missing() const { return static_cast<int>(matrix().count(ReachVerdict::missing)); }
int ReachView::forbidden() const { return static_cast<int>(matrix().count(ReachVerdict::forbidden)); }
int ReachView::more_pairs() const { return told_->more; }

int ReachView::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matrix().rows.size());
}
int ReachView::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matrix().columns.size());
}

QVariant ReachView::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ReachCell& cell =
        matrix().cells[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == StateRole)
        return key_of(cell.state);
    if (role == WantedRole)
        return cell.must_not ? QStringLiteral("apart") : cell.must ? QStringLiteral("must") : QString();
    if (role != Qt::DisplayRole)
        return {};
    switch (cell.state) {
    case ReachVerdict::nothing_to_ask:
        return QString();
    case ReachVerdict::apart:
        return QStringLiteral("–");
    case ReachVerdict::missing:
        return of(cell.whole, cell.pairs);
    default:
        return of(cell.reached, cell.pairs);
    }
}

QHash<int, QByteArray> ReachView::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {StateRole, "verdict"}, {WantedRole, "wanted"}};
}

void ReachView::set_language(Language language) {
    language_ = language;
    emit shapeChanged();
    emit cellChanged();
    emit reasonChanged();
}

void ReachView::setShown(bool shown) {
    shown_ = shown;
    if (shown_ && !current())
        begin();
}

void ReachView::follow() {
    emit stateChanged(); // no longer current
    if (shown_)
        begin();
}

// A run is let finish, as a check is: edit upon edit must not keep the matrix from ever coming.
void ReachView::begin() {
    if (work_.is_running()) {
        again_ = true;
        return;
    }
    again_ = false;
    auto next = std::make_shared<Known>();
    auto same = std::make_shared<bool>(false);
    const std::uint64_t version = document_.version();
    work_.start(
        {"互通矩阵", "Who reaches whom"},
        [next, same, before = known_, facts = document_.facts()](const Run& run) {
            const Design& design = facts.design();
            next->rows = facts.get<NetworkRows>();
            next->must = design.must_reach;
            next->must_not = design.must_not_reach;
            *same = next->rows == before->rows && next->must == before->must && next->must_not == before->must_not &&
                    !before->matrix.columns.empty();
            if (*same)
                return;
            next->intents = facts.get<ReachIntents>();
            next->matrix = reach_matrix({.rows = next->rows,
                                         .net = *facts.get<WholeNetwork>().net,
                                         .must = next->must,
                                         .must_not = next->must_not,
                                         .intents = next->intents},
                                        run);
        },
        [this, next, same, version](bool) {
            version_ = version;
            if (!*same)
                take(next);
            else {
                emit shapeChanged(); // names may be others
                emit cellChanged();
            }
            if (again_ && shown_)
                begin();
        });
}

// The cell that is looked at is found again by what it is of.
void ReachView::take(std::shared_ptr<const Known> next) {
    std::optional<ReachSide> side;
    AnyId target;
    if (cell()) {
        side = matrix().rows[static_cast<std::size_t>(row_)];
        target = matrix().columns[static_cast<std::size_t>(column_)];
    }
    beginResetModel();
    known_ = std::move(next);
    row_ = column_ = -1;
    endResetModel();
    emit shapeChanged();
    if (side) {
        const auto row = std::find_if(matrix().rows.begin(), matrix().rows.end(), [&](const ReachSide& one) {
            return one.zone == side->zone && one.bodies == side->bodies;
        });
        const auto column = std::find(matrix().columns.begin(), matrix().columns.end(), target);
        if (row != matrix().rows.end() && column != matrix().columns.end()) {
            row_ = static_cast<int>(row - matrix().rows.begin());
            column_ = static_cast<int>(column - matrix().columns.begin());
        }
    }
    explain();
}

const ReachCell* ReachView::cell() const {
    return row_ < 0 ? nullptr : &matrix().cells[static_cast<std::size_t>(row_)][static_cast<std::size_t>(column_)];
}

QVariantMap ReachView::rowHead(int row) const {
    if (row < 0 || row >= rowCount())
        return {};
    const Design& design = document_.design();
    const ReachSide& side = matrix().rows[static_cast<std::size_t>(row)];
    const bool first = row == 0 || matrix().rows[static_cast<std::size_t>(row) - 1].plane != side.plane;
    const Zone* zone = design.find(side.zone);
    const Plane* plane = design.find(side.plane);
    QString letters, colour;
    for (const BodyId id : side.bodies)
        if (const Body* body = design.find(id)) {
            letters += words(body->letter.empty() ? body->name.in(language_) : body->letter);
            colour = side.bodies.size() == 1 ? words(body->colour) : QString();
        }
    return {{QStringLiteral("zone"), zone ? zone_name(*zone, language_) : QString()},
            {QStringLiteral("bodies"), letters},
            {QStringLiteral("colour"), colour},
            {QStringLiteral("plane"), first && plane ? words(plane->name, language_) : QString()},
            {QStringLiteral("vlans"), static_cast<int>(side.vlans.size())},
            {QStringLiteral("whole"), side_words(document_.design(), side, language_)}};
}

QVariantMap ReachView::columnHead(int column) const {
    if (column < 0 || column >= columnCount())
        return {};
    const Design& design = document_.design();
    const AnyId id = matrix().columns[static_cast<std::size_t>(column)];
    return {{QStringLiteral("name"), target_words(design, id, language_)},
            {QStringLiteral("kind"), id.kind == Kind::services ? QStringLiteral("service") : QStringLiteral("zone")}};
}

QString ReachView::title() const {
    if (!cell())
        return {};
    return side_words(document_.design(), matrix().rows[static_cast<std::size_t>(row_)], language_) +
           QStringLiteral(" → ") + columnHead(column_).value(QStringLiteral("name")).toString();
}

QString ReachView::verdict() const { return cell() ? verdict_words(*cell(), language_) : QString(); }

void ReachView::look(int row, int column) {
    const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    row_ = inside ? row : -1;
    column_ = inside ? column : -1;
    explain();
}

bool ReachView::nextWrong() {
    const int count = rowCount() * columnCount();
    const int from = cell() ? row_ * columnCount() + column_ : -1;
    for (int step = 1; step <= count; ++step) {
        const int at = (from + step) % count;
        const ReachCell& found =
            matrix().cells[static_cast<std::size_t>(at / columnCount())][static_cast<std::size_t>(at % columnCount())];
        if (found.state != ReachVerdict::missing && found.state != ReachVerdict::forbidden)
            continue;
        look(at / columnCount(), at % columnCount());
        return true;
    }
    return false;
}

// Those that must hold after a failure first, as they fail.
std::vector<ReachPair> ReachView::pairs_of_cell() const {
    std::vector<ReachPair> out;
    const ReachSide& side = matrix().rows[static_cast<std::size_t>(row_)];
    const AnyId to = matrix().columns[static_cast<std::size_t>(column_)];
    if (to.kind == Kind::services) {
        for (const MustReachAnswer& answer : known_->intents.must) {
            const MustReach* intent = known_->must.find(answer.id);
            if (intent && AnyId(intent->service) == to && answer.without && answer.from &&
                std::binary_search(side.vlans.begin(), side.vlans.end(), *answer.from))
                out.push_back({*answer.from, to, answer.without});
        }
        for (const VlanId from : side.vlans)
            out.push_back({from, to, {}});
        return out;
    }
    for (const VlanId from : side.vlans)
        for (const ReachSide& other : matrix().rows)
            if (AnyId(other.zone) == to)
                for (const VlanId there : other.vlans)
                    if (there != from)
                        out.push_back({from, there, {}});
    return out;
}

void ReachView::explain() {
    told_ = std::make_shared<const Told>();
    pair_ = -1;
    asking_.drop();
    emit cellChanged();
    emit reasonChanged();
    const ReachCell* looked = cell();
    if (!looked || looked->state == ReachVerdict::nothing_to_ask)
        return;
    const auto is_told_by = [state = looked->state](const ReachReason& reason) {
        return state == ReachVerdict::missing ? !reason.whole : state == ReachVerdict::apart || reason.reached;
    };
    auto told = std::make_shared<Told>();
    asking_.start(
        {"路径", "The way"},
        [told, is_told_by, pairs = pairs_of_cell(), facts = document_.facts()](const Run& run) {
            bool found = false;
            for (const ReachPair& pair : pairs) {
                if (run.stopped() || (found && told->pairs.size() == most_pairs))
                    break;
                const ReachReason& reason = facts.get<ReachReason>(pair);
                const bool tells = !found && is_told_by(reason);
                if (tells)
                    told->first = std::min(told->pairs.size(), most_pairs - 1);
                found = found || tells;
                if (told->pairs.size() == most_pairs && tells)
                    told->pairs.pop_back();
                if (told->pairs.size() < most_pairs)
                    told->pairs.push_back({pair, reason});
            }
            told->more = static_cast<int>(pairs.size() - told->pairs.size());
        },
        [this, told](bool) {
            told_ = told;
            pair_ = told_->pairs.empty() ? -1 : static_cast<int>(told_->first);
            emit reasonChanged();
        });
}

QVariantList ReachView::pairs() const {
    const Design& design = document_.design();
    QVariantList out;
    for (const Told::Pair& one : told_->pairs) {
        QString name = vlan_words(design, one.pair.from);
        if (one.pair.to.kind == Kind::vlans)
            name += QStringLiteral(" → ") + vlan_words(design, VlanId{one.pair.to.value});
        if (one.pair.without)
            name += (language_ == Language::zh ? QStringLiteral(" · 失去 ") : QStringLiteral(" · without ")) +
                    name_of(design, *one.pair.without, language_);
        out << QVariantMap{{QStringLiteral("name"), name},
                           {QStringLiteral("state"), one.reason.whole     ? QStringLiteral("whole")
                                                     : one.reason.reached ? QStringLiteral("partly")
                                                                          : QStringLiteral("apart")}};
    }
    return out;
}

const ReachReason* ReachView::reason_in_sight() const {
    return pair_ < 0 ? nullptr : &told_->pairs[static_cast<std::size_t>(pair_)].reason;
}

QVariantList ReachView::lines() const {
    QVariantList out;
    const ReachReason* reason = reason_in_sight();
    if (!reason)
        return out;
    for (const ReachLine& line : reason->lines) {
        const char* const keys[] = {"sent", "hop", "arrives", "ends", "note"};
        out << QVariantMap{{QStringLiteral("what"), QString::fromLatin1(keys[static_cast<std::size_t>(line.what)])},
                           {QStringLiteral("words"), words(line.words, language_)}};
    }
    return out;
}

void ReachView::choosePair(int pair) {
    if (pair < 0 || pair >= static_cast<int>(told_->pairs.size()) || pair == pair_)
        return;
    pair_ = pair;
    emit reasonChanged();
}

bool ReachView::light(int line) {
    const ReachReason* reason = reason_in_sight();
    if (!reason)
        return false;
    Finding lit;
    for (std::size_t i = 0; i < reason->lines.size(); ++i)
        if (line < 0 || i == static_cast<std::size_t>(line))
            for (const AnyId id : reason->lines[i].lights)
                if (document_.design().contains(id) &&
                    std::find(lit.subjects.begin(), lit.subjects.end(), id) == lit.subjects.end())
                    lit.subjects.push_back(id);
    if (lit.subjects.empty())
        return false;
    const std::string zh = title().toStdString();
    lit.message = line < 0 ? same_text(zh) : reason->lines[static_cast<std::size_t>(line)].words;
    reason_.show(lit);
    return true;
}

} // namespace riser
