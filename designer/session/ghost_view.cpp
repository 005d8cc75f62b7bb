// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/ghost_view.h"

#include "designer/session/words.h"

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t most_reasons = 400; // lines, each with up to some subjects
constexpr std::size_t most_subjects = 50;

QString figure(const StepTotal& total, Language language) {
    const QString rounded = QString::number((total.value + 500) / 1000);
    const QString value = total.unit == StepTotal::Unit::count        ? QString::number(total.value)
                          : total.unit == StepTotal::Unit::milliwatts ? rounded + QStringLiteral(" W")
                                                                      : rounded + QStringLiteral(" m");
    return words(total.what, language) + QLatin1Char(' ') + value;
}

} // namespace

GhostView::GhostView(Document& document, Planner& planner, QObject* parent)
    : QObject(parent), document_(document), planner_(planner) {
    connect(&planner, &Planner::changed, this, [this] {
        if (ghost_ != planner_.whole_ghost()) {
            ghost_ = planner_.whole_ghost();
            stage_ = ghost_ ? ghost_->stages.size() - 1 : 0;
            alone_ = false;
        }
        emit changed();
    });
    connect(&document, &Document::changed, this, [this] {
        if (ghost_)
            emit changed(); // it may be stale now
    });
}

void GhostView::set_stage(int stage) {
    if (!ghost_)
        return;
    const auto wanted = static_cast<std::size_t>(std::clamp(stage, 0, static_cast<int>(ghost_->stages.size()) - 1));
    if (wanted == stage_)
        return;
    stage_ = wanted;
    emit changed();
}

void GhostView::set_alone(bool alone) {
    if (alone == alone_)
        return;
    alone_ = alone;
    emit changed();
}

void GhostView::set_language(Language language) {
    language_ = language;
    emit changed();
}

const Facts& GhostView::before() const {
    return alone_ && stage_ > 0 ? ghost_->stages[stage_ - 1].facts : ghost_->before;
}

QString GhostView::step() const { return words(planner_.background().step(), language_); }

QVariantList GhostView::steps() const {
    QVariantList out;
    if (!ghost_)
        return out;
    for (const Ghost::Stage& stage : ghost_->stages) {
        QStringList totals;
        for (const StepTotal& total : stage.report.totals)
            totals << figure(total, language_);
        out << QVariantMap{{QStringLiteral("key"), words(stage.report.step)},
                           {QStringLiteral("title"), words(stage.report.title, language_)},
                           {QStringLiteral("added"), static_cast<int>(stage.report.added)},
                           {QStringLiteral("changed"), static_cast<int>(stage.report.changed)},
                           {QStringLiteral("removed"), static_cast<int>(stage.report.removed)},
                           {QStringLiteral("reasons"), static_cast<int>(stage.report.reasons.size())},
                           {QStringLiteral("totals"), totals}};
    }
    return out;
}

QVariantList GhostView::floors() const {
    QVariantList out;
    if (!ghost_)
        return out;
    const Ghost::Stage& shown = ghost_->stages[stage_];
    for (const FloorCounts& counts : alone_ ? shown.own : shown.floors) {
        const Floor* floor = after().design().find(counts.floor);
        out << QVariantMap{{QStringLiteral("id"), words(AnyId(counts.floor))},
                           {QStringLiteral("label"), floor ? words(floor->label) : QString()},
                           {QStringLiteral("added"), static_cast<int>(counts.added)},
                           {QStringLiteral("changed"), static_cast<int>(counts.changed)},
                           {QStringLiteral("removed"), static_cast<int>(counts.removed)}};
    }
    return out;
}

QVariantList GhostView::reasons() const {
    QVariantList out;
    if (!ghost_)
        return out;
    for (const Reason& reason : ghost_->stages[stage_].report.reasons) {
        if (static_cast<std::size_t>(out.size()) == most_reasons)
            break;
        QVariantList subjects;
        for (const AnyId subject : reason.subjects) {
            if (static_cast<std::size_t>(subjects.size()) == most_subjects)
                break;
            const Design* home = home_of(subject);
            subjects << QVariantMap{{QStringLiteral("id"), words(subject)},
                                    {QStringLiteral("name"), home ? name_of(*home, subject, language_) : QString()}};
        }
        out << QVariantMap{{QStringLiteral("sentence"), words(reason.sentence, language_)},
                           {QStringLiteral("count"), static_cast<int>(reason.subjects.size())},
                           {QStringLiteral("subjects"), subjects}};
    }
    return out;
}

const Design* GhostView::home_of(AnyId id) const {
    if (document_.design().contains(id))
        return &document_.design();
    if (!ghost_)
        return nullptr;
    if (after().design().contains(id))
        return &after().design();
    return ghost_->before.design().contains(id) ? &ghost_->before.design() : nullptr;
}

} // namespace riser
