// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/rule_selector.h"

#include "designer/session/select_rule.h"
#include "designer/session/words.h"

namespace riser {

RuleSelector::RuleSelector(Document& document, Checker& checker, Selection& selection, QObject* parent)
    : QObject(parent), document_(document), checker_(checker), selection_(selection) {}

void RuleSelector::set_query(const QString& query) {
    query_ = query;
    found_.clear();
    error_.reset();
    is_rule_ = names_a_kind(query);
    if (is_rule_) {
        Result<std::vector<AnyId>> found = select_by_rule(query, document_.facts(), checker_.report());
        if (found)
            found_ = std::move(*found);
        else
            error_ = std::move(found).error();
    }
    emit changed();
}

void RuleSelector::set_language(Language language) {
    language_ = language;
    emit changed();
}

QString RuleSelector::problem() const {
    if (!error_)
        return {};
    const QString at = (language_ == Language::zh ? QStringLiteral("第 %1 字：") : QStringLiteral("Column %1: "))
                           .arg(error_->where.column);
    const QString fix = words(error_->fix, language_);
    return at + words(error_->message, language_) +
           (fix.isEmpty() ? QString()
                          : (language_ == Language::zh ? QStringLiteral("；") : QStringLiteral("; ")) + fix);
}

void RuleSelector::become(std::vector<AnyId> ids) {
    selection_.set(std::move(ids));
    emit selected();
}

void RuleSelector::select() {
    set_query(query_); // the design may have changed since it was typed
    if (is_rule_ && !error_)
        become(found_);
}

void RuleSelector::same(Same what) {
    if (!selection_.empty())
        become(same_as(document_.design(), selection_.ids(), what));
}

void RuleSelector::sameKind() { same(Same::kind); }
void RuleSelector::sameType() { same(Same::type); }
void RuleSelector::sameRoom() { same(Same::room); }
void RuleSelector::connected() {
    if (!selection_.empty())
        become(connected_to(document_.facts(), selection_.ids()));
}

} // namespace riser
