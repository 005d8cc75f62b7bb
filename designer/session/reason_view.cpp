// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/reason_view.h"

#include "designer/session/words.h"

namespace riser {

ReasonView::ReasonView(Document& document, Selection& selection, QObject* parent)
    : QObject(parent), document_(document) {
    connect(&selection, &Selection::changed, this, &ReasonView::clear);
    connect(&document, &Document::changed, this, &ReasonView::clear);
}

void ReasonView::show(const Finding& finding) {
    lit_ = light(document_.facts(), finding);
    message_ = finding.message;
    emit changed();
}

void ReasonView::clear() {
    if (!lit())
        return;
    lit_ = {};
    message_ = {};
    emit changed();
}

void ReasonView::set_language(Language language) {
    language_ = language;
    emit changed();
}

QString ReasonView::sum() const {
    QStringList parts;
    bool lengths = false;
    for (const LitPart& part : lit_.parts) {
        parts << words(part.name, language_) + QLatin1Char(' ') + words(display(part.amount));
        lengths = lengths || std::holds_alternative<Millimetres>(part.amount);
    }
    if (parts.isEmpty())
        return {};
    if (!lengths)
        return parts.join(QStringLiteral("  ·  "));
    return parts.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + words(display(lit_.sum));
}

QVariantList ReasonView::floors() const {
    QVariantList out;
    for (const FloorId id : lit_.floors)
        if (const Floor* floor = document_.design().find(id))
            out << QVariantMap{{QStringLiteral("id"), words(AnyId(id))},
                               {QStringLiteral("label"), words(floor->label)}};
    return out;
}

} // namespace riser
