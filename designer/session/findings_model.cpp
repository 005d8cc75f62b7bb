// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/findings_model.h"

#include "designer/session/words.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

QString severity_key(Severity severity) {
    return severity == Severity::error     ? QStringLiteral("error")
           : severity == Severity::warning ? QStringLiteral("warning")
                                           : QStringLiteral("information");
}

bool unchecked(const RuleReport& rule) {
    return rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::cancelled ||
           rule.outcome == RuleOutcome::failed;
}

QString name_of_finding(const Finding& finding) {
    QString out = words(finding.rule);
    for (const AnyId subject : finding.subjects)
        out += QLatin1Char(' ') + words(subject);
    return out;
}

} // namespace

FindingsModel::FindingsModel(Document& document, Checker& checker, QObject* parent)
    : QAbstractListModel(parent), document_(document), checker_(checker) {
    connect(&checker_, &Checker::changed, this, [this] {
        if (checker_.is_nearly_current() && !(checker_.report() == report_)) {
            beginResetModel(); // before the report goes that the lines point into
            report_ = checker_.report();
            make_lines();
            endResetModel();
            emit shapeChanged();
        }
    });
}

void FindingsModel::rebuild() {
    beginResetModel();
    make_lines();
    endResetModel();
    emit shapeChanged();
}

void FindingsModel::make_lines() {
    lines_.clear();
    struct Group {
        QString name;
        Severity severity = Severity::information;
        const RuleReport* rule = nullptr;
        std::vector<const Finding*> findings;
    };
    std::map<QString, Group> groups;
    for (const Finding& finding : report_.findings) {
        if (finding.waiver && !with_waived_)
            continue;
        const RuleReport* rule = report_.find(finding.rule);
        const Floor* floor = document_.design().find(finding.floor);
        const QString floor_name = floor ? words(floor->label) : QStringLiteral("—");
        if (!filter_.isEmpty() && !(words(finding.message, language_) + words(finding.rule) + floor_name)
                                       .contains(filter_, Qt::CaseInsensitive))
            continue;
        const QString key = by_floor_ ? floor_name : words(finding.rule);
        Group& group = groups[key];
        group.name = key;
        group.rule = by_floor_ ? nullptr : rule;
        group.severity = std::max(group.severity, finding.severity);
        group.findings.push_back(&finding);
    }
    std::vector<const Group*> order;
    for (const auto& [key, group] : groups)
        order.push_back(&group);
    std::stable_sort(order.begin(), order.end(),
                     [](const Group* a, const Group* b) { return a->severity > b->severity; });
    for (const Group* group : order) {
        lines_.push_back(
            {nullptr, group->rule, group->name, group->severity, static_cast<int>(group->findings.size())});
        if (std::find(shut_.begin(), shut_.end(), group->name) != shut_.end())
            continue;
        for (const Finding* finding : group->findings)
            lines_.push_back({finding, report_.find(finding->rule), group->name, finding->severity, 0});
    }
    for (const RuleReport& rule : report_.rules)
        if (unchecked(rule) && filter_.isEmpty())
            lines_.push_back({nullptr, &rule, {}, Severity::information, -1});
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Line& line = lines_[static_cast<std::size_t>(index.row())];
    const Finding* finding = line.finding;
    switch (role) {
    case KindRole:
        return finding          ? QStringLiteral("finding")
               : line.count < 0 ? QStringLiteral("unchecked")
                                : QStringLiteral("group");
    case RuleRole:
        return finding ? words(finding->rule) : line.rule ? words(line.rule->id) : line.group;
    case SeverityRole:
        return severity_key(line.severity);
    case TitleRole:
        return line.rule ? words(line.rule->title, language_) : line.group;
    case Qt::DisplayRole:
    case MessageRole:
        if (!finding && line.count < 0 && !line.rule->notes.empty())
            return words(line.rule->notes.front(), language_);
        return finding ? words(finding->message, language_) : QString();
    case FixRole:
        return line.rule ? words(line.rule->fix, language_) : QString();
    case BasisRole:
        return line.rule ? words(line.rule->basis, language_) : QString();
    case SubjectRole:
        return finding ? words(finding->subject, language_) : QString();
    case FloorRole: {
        const Floor* floor = finding ? document_.design().find(finding->floor) : nullptr;
        return floor ? words(floor->label) : QString();
    }
    case WaivedRole:
        return finding && finding->waiver.has_value();
    case CountRole:
        return line.count;
    case OpenRole:
        return std::find(shut_.begin(), shut_.end(), line.group) == shut_.end();
    default:
        return {};
    }
}

QHash<int, QByteArray> FindingsModel::roleNames() const {
    return {{KindRole, "kind"},       {RuleRole, "rule"},     {SeverityRole, "severity"}, {TitleRole, "title"},
            {MessageRole, "message"}, {FixRole, "fix"},       {BasisRole, "basis"},       {SubjectRole, "subject"},
            {FloorRole, "floor"},     {WaivedRole, "waived"}, {CountRole, "count"},       {OpenRole, "open"}};
}

void FindingsModel::set_by_floor(bool on) {
    if (on == by_floor_)
        return;
    by_floor_ = on;
    shut_.clear();
    rebuild();
}

void FindingsModel::set_filter(const QString& filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    rebuild();
}

void FindingsModel::set_with_waived(bool on) {
    if (on == with_waived_)
        return;
    with_waived_ = on;
    rebuild();
}

void FindingsModel::set_language(Language language) {
    language_ = language;
    rebuild();
}

void FindingsModel::toggle(int row) {
    if (row < 0 || row >= rowCount() || lines_[static_cast<std::size_t>(row)].finding)
        return;
    const QString group = lines_[static_cast<std::size_t>(row)].group;
    if (std::erase(shut_, group) == 0)
        shut_.push_back(group);
    rebuild();
}

int FindingsModel::next(int row, int step) const {
    const int n = rowCount();
    for (int k = 1; k <= n; ++k) {
        const int at = ((row + step * k) % n + n) % n;
        if (lines_[static_cast<std::size_t>(at)].finding)
            return at;
    }
    return -1;
}

const Finding* FindingsModel::finding(int row) const {
    return row >= 0 && row < rowCount() ? lines_[static_cast<std::size_t>(row)].finding : nullptr;
}

QString FindingsModel::nameOf(int row) const {
    const Finding* at = finding(row);
    return at ? name_of_finding(*at) : QString();
}

const Finding* FindingsModel::named(const QString& name) const {
    const auto found = std::ranges::find(report_.findings, name, name_of_finding);
    return found == report_.findings.end() ? nullptr : &*found;
}

} // namespace riser
