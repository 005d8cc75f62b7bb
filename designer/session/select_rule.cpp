// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/select_rule.h"

#include "designer/session/related.h"
#include "designer/session/rule_words.h"
#include "designer/session/words.h"
#include "model/base/geometry.h"
#include "model/fields/row_text.h"
#include "model/fields/table_access.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/pathway_fill.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace riser {

namespace {

using Holds = std::function<bool(const void* row, AnyId id)>;

Error wrong(const RuleToken& at, Text message, Text expected = {}) {
    return {.code = ErrorCode::bad_input,
            .message = std::move(message),
            .fix = std::move(expected),
            .where = {.file = {}, .line = 0, .column = at.column}};
}
Text quoted(const QString& word, std::string_view zh, std::string_view en) {
    const std::string text = word.toStdString();
    return {"“" + text + "”" + std::string(zh), '"' + text + "\" " + std::string(en)};
}
bool is_any(const QString& word, std::initializer_list<const char16_t*> of) {
    return std::any_of(of.begin(), of.end(), [&](const char16_t* text) { return word == QStringView(text); });
}
bool called(std::string_view name, const QString& folded) { return words(name).toCaseFolded() == folded; }
bool compare(double a, Comparison how, double b) {
    switch (how) {
    case Comparison::equal:
    case Comparison::holds:
        return a == b;
    case Comparison::differs:
        return a != b;
    case Comparison::less:
        return a < b;
    case Comparison::at_most:
        return a <= b;
    case Comparison::more:
        return a > b;
    case Comparison::at_least:
        return a >= b;
    }
    return false;
}

// The texts by which people call a row: its label or code, number, name in both languages.
std::vector<QString> names_of(const Design& design, AnyId id) {
    std::vector<QString> out;
    const TableAccess& table = table_access(id.kind);
    const void* row = table.find(design, id.value);
    for (const std::string_view key : {"code", "label", "number", "letter", "name"}) {
        const Field* field = row ? table.record->find(key) : nullptr;
        if (!field)
            continue;
        if (field->type == FieldType::bilingual) {
            out.push_back(words(field->bilingual(row)->zh).toCaseFolded());
            out.push_back(words(field->bilingual(row)->en).toCaseFolded());
        } else if (field->type == FieldType::text) {
            out.push_back(words(field_text(*field, row)).toCaseFolded());
        }
    }
    std::erase_if(out, [](const QString& name) { return name.isEmpty(); });
    return out;
}
bool is_called(const Design& design, AnyId id, const QString& word) {
    const std::vector<QString> names = names_of(design, id);
    return std::find(names.begin(), names.end(), word) != names.end();
}

std::optional<double> value_of(RuleFact fact, const Facts& facts, const void* row, AnyId id) {
    if (fact == RuleFact::area)
        return static_cast<double>(area(static_cast<const Room*>(row)->outline).value);
    if (fact == RuleFact::fill) {
        const RunFill* fill = facts.get<PathwayFill>().runs.find(PathwayRunId{id.value});
        std::optional<double> most;
        if (fill)
            for (const CompartmentFill& part : fill->compartments)
                if (part.share)
                    most = std::max(most.value_or(0), static_cast<double>(part.share->value));
        return most;
    }
    const CableLength* length = facts.get<CableLengths>().of(CableId{id.value});
    if (!length)
        return std::nullopt;
    return fact == RuleFact::length  ? length->total().value
           : fact == RuleFact::tray  ? length->tray.value
           : fact == RuleFact::riser ? length->riser.value
           : fact == RuleFact::drop  ? length->drop.value
                                     : length->slack.value;
}

bool is_unrouted(const Facts& facts, JackId jack) {
    const JackLink* link = facts.get<JackLinks>().jacks.find(jack);
    if (!link || link->cables.empty())
        return true;
    const MeasuredCable* cable = facts.get<CableLengths>().cables.find(link->cables.front());
    return !cable || !cable->routed;
}

class Parser {
  public:
    Parser(std::vector<RuleToken> tokens, const Facts& facts, const CheckReport& report)
        : tokens_(std::move(tokens)), facts_(facts), design_(facts.design()), report_(report) {}

    Result<std::vector<AnyId>> select() {
        if (Result<void> found = find_kind(); !found)
            return found.error();
        record_ = table_access(kind_).record;
        while (at_ < tokens_.size())
            if (Result<void> done = condition(); !done)
                return done.error();
        std::vector<AnyId> out;
        Related related(design_);
        const TableAccess& table = table_access(kind_);
        table.for_each(design_, [&](const void* row) {
            const AnyId id(kind_, table.id(row));
            if (!std::all_of(holds_.begin(), holds_.end(), [&](const Holds& holds) { return holds(row, id); }))
                return;
            const std::vector<AnyId> at = places_.empty() ? std::vector<AnyId>() : related.of(id);
            if (std::all_of(places_.begin(), places_.end(), [&](const std::set<AnyId>& places) {
                    return std::any_of(at.begin(), at.end(), [&](AnyId to) { return places.contains(to); });
                }))
                out.push_back(id);
        });
        return out;
    }

  private:
    bool compares(std::size_t at) const { return at < tokens_.size() && tokens_[at].comparison.has_value(); }
    bool is_value(std::size_t at) const { return at > 0 && compares(at - 1); }
    static bool is_preposition(const RuleToken& token) {
        return !token.quoted && is_any(token.text, {u"on", u"in", u"of", u"在", u"属于"});
    }

    Result<void> find_kind() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].quoted || compares(i) || compares(i + 1) || is_value(i) ||
                (i > 0 && is_preposition(tokens_[i - 1])))
                continue;
            if (const std::optional<Kind> kind = kind_called(tokens_[i].text)) {
                kind_ = *kind;
                kind_at_ = i;
                return {};
            }
        }
        return wrong(tokens_.empty() ? RuleToken{} : tokens_.front(),
                     {"没有说要选哪一类", "it does not say what kind of thing to select"},
                     {"应有类别，如 插座、信息点、房间、缆线、桥架",
                      "expected a kind, such as outlets, jacks, rooms, cables, trays"});
    }

    Result<void> condition() {
        const RuleToken& token = tokens_[at_];
        if (at_ == kind_at_ || (!token.quoted && is_any(token.text, {u"and", u"且", u"with", u"the"}))) {
            ++at_;
            return {};
        }
        if (token.comparison)
            return wrong(token, quoted(token.text, "之前缺字段", "has no field before it"), fields());
        if (compares(at_ + 1))
            return comparison();
        if (is_preposition(token) && at_ + 1 < tokens_.size() && at_ + 1 != kind_at_) {
            ++at_;
            if (const std::optional<Kind> named = kind_called(tokens_[at_].text);
                named && !tokens_[at_].quoted && at_ + 1 < tokens_.size() && at_ + 1 != kind_at_)
                ++at_; // "in room 301"
            return place(token.text);
        }
        if (is_preposition(token))
            return wrong(token, quoted(token.text, "之后缺名称", "has no name after it"));
        bool wanted = true;
        if (!token.quoted && is_any(token.text, {u"not", u"非", u"no", u"without"})) {
            wanted = false;
            if (++at_ == tokens_.size() || at_ == kind_at_ || compares(at_))
                return wrong(token, quoted(token.text, "之后缺条件", "has no condition after it"));
        }
        if (std::optional<Result<void>> done = flag(wanted))
            return *done;
        if (!wanted)
            return wrong(tokens_[at_],
                         quoted(tokens_[at_].text, "不是是或否的条件", "is no condition that is yes or no"), fields());
        return place({});
    }

    // A field that is yes or no, unrouted, findings, the id of a rule; nothing when the word is none of these.
    std::optional<Result<void>> flag(bool wanted) {
        const RuleToken& token = tokens_[at_];
        if (token.quoted)
            return std::nullopt;
        const auto keep = [&](Holds holds) {
            holds_.push_back([holds, wanted](const void* row, AnyId id) { return holds(row, id) == wanted; });
            ++at_;
            return std::optional<Result<void>>(Result<void>());
        };
        if (is_any(token.text, {u"unrouted", u"未布线"}))
            return unrouted(keep);
        const bool any = is_any(token.text, {u"finding", u"findings", u"有问题"});
        const RuleReport* rule = nullptr;
        for (const RuleReport& known : report_.rules)
            if (called(known.id, token.text))
                rule = &known;
        if (any || rule) {
            auto subjects = std::make_shared<std::set<AnyId>>();
            for (const Finding& finding : report_.findings)
                if (!finding.waiver && (any || finding.rule == rule->id))
                    subjects->insert(finding.subjects.begin(), finding.subjects.end());
            return keep([subjects](const void*, AnyId id) { return subjects->contains(id); });
        }
        const Field* field = field_called(token.text);
        if (!field || field->type != FieldType::flag)
            return std::nullopt;
        return keep([field](const void* row, AnyId) { return field_text(*field, row) == "true"; });
    }

    template<class Keep> std::optional<Result<void>> unrouted(Keep keep) {
        if (kind_ == Kind::jacks)
            return keep([this](const void*, AnyId id) { return is_unrouted(facts_, JackId{id.value}); });
        if (kind_ == Kind::cables)
            return keep([this](const void*, AnyId id) {
                const MeasuredCable* cable = facts_.get<CableLengths>().cables.find(CableId{id.value});
                return !cable || !cable->routed;
            });
        if (kind_ != Kind::outlets)
            return wrong(tokens_[at_],
                         {"只有插座、信息点、缆线可以未布线", "only outlets, jacks and cables can be unrouted"});
        auto outlets = std::make_shared<std::unordered_set<std::uint64_t>>();
        for (const Jack& jack : design_.jacks)
            if (is_unrouted(facts_, jack.id))
                outlets->insert(jack.outlet.value);
        return keep([outlets](const void*, AnyId id) { return outlets->contains(id.value); });
    }

    Result<void> place(const QString& preposition) {
        const RuleToken& token = tokens_[at_];
        std::vector<Kind> kinds{Kind::floors, Kind::rooms, Kind::bodies, Kind::planes, Kind::spaces, Kind::buildings};
        if (is_any(preposition, {u"on"}))
            kinds = {Kind::floors, Kind::planes};
        else if (is_any(preposition, {u"of"}))
            kinds = {Kind::bodies, Kind::planes, Kind::rooms};
        std::set<AnyId> found;
        for (const Kind kind : kinds)
            for_each_id(kind, [&](AnyId id) {
                if (is_called(design_, id, token.text))
                    found.insert(id);
            });
        if (found.empty() || token.comparison)
            return wrong(
                token,
                quoted(token.text,
                       preposition.isEmpty() ? "不是条件，也不是楼层、房间、机构或网络的名称" : "不是这样的名称",
                       preposition.isEmpty() ? "is no condition, and no floor, room, body or plane is called so"
                                             : "is no such name"),
                examples(kinds));
        places_.push_back(std::move(found));
        ++at_;
        return {};
    }

    template<class Visit> void for_each_id(Kind kind, Visit visit) const {
        const TableAccess& table = table_access(kind);
        table.for_each(design_, [&](const void* row) { visit(AnyId(kind, table.id(row))); });
    }

    Text examples(const std::vector<Kind>& kinds) const {
        QStringList names;
        for (const Kind kind : kinds) {
            int count = 0;
            for_each_id(kind, [&](AnyId id) {
                if (const std::vector<QString> all = names_of(design_, id); !all.empty() && count++ < 4)
                    names << all.front();
            });
        }
        const std::string list = names.mid(0, 8).join(QStringLiteral(", ")).toStdString();
        return list.empty() ? Text{} : Text{"应为名称，如 " + list, "expected a name, such as " + list};
    }

    const Field* field_called(const QString& word) const {
        for (const Field& field : record_->fields)
            if (called(field.key, word) || called(field.label.zh, word) || called(field.label.en, word))
                return &field;
        return nullptr;
    }
    Text fields() const {
        std::string zh, en;
        for (const Field& field : record_->fields) {
            zh += (zh.empty() ? "" : "、") + std::string(field.label.zh);
            en += (en.empty() ? "" : ", ") + std::string(field.key);
        }
        return {"应为字段：" + zh, "expected a field: " + en};
    }

    Result<void> comparison() {
        const RuleToken& name = tokens_[at_];
        const Comparison how = *tokens_[at_ + 1].comparison;
        const std::size_t at = at_ + 2;
        if (at >= tokens_.size() || tokens_[at].comparison)
            return wrong(tokens_[at_ + 1], quoted(tokens_[at_ + 1].text, "之后缺值", "has no value after it"));
        const RuleToken& value = tokens_[at];
        if (const std::optional<RuleFact> fact = fact_called(name.text); fact && kind_of_fact(*fact) == kind_) {
            const std::string_view stored = *fact == RuleFact::fill ? "0.01 %" : *fact == RuleFact::area ? "mm2" : "mm";
            const char* usual = *fact == RuleFact::fill ? "%" : *fact == RuleFact::area ? "m2" : "m";
            return number(value, at, how, stored, QString::fromLatin1(usual),
                          [this, fact](const void* row, AnyId id) { return value_of(*fact, facts_, row, id); });
        }
        const Field* field = field_called(name.text);
        if (!field)
            return wrong(name, quoted(name.text, "不是该类的字段", "is no field of this kind"), fields());
        if (field->type == FieldType::whole)
            return number(value, at, how, field->unit, words(field->unit), [field](const void* row, AnyId) {
                return field_text(*field, row).empty() ? std::nullopt
                                                       : std::optional(static_cast<double>(field->number(row)));
            });
        at_ = at + 1;
        const bool ordered = field->type == FieldType::text || field->type == FieldType::date;
        if (how != Comparison::equal && how != Comparison::differs && how != Comparison::holds && !ordered)
            return wrong(tokens_[at - 1], quoted(name.text, "没有大小之分", "has no order"),
                         {"应为 = ≠ ~", "expected = != ~"});
        return worded(*field, how, value);
    }

    template<class Value>
    Result<void> number(const RuleToken& token, std::size_t at, Comparison how, std::string_view stored,
                        const QString& usual, Value value) {
        bool used = false;
        const QString unit = at + 1 < tokens_.size() && !compares(at + 2) ? tokens_[at + 1].text : QString();
        const std::optional<double> wanted = amount_in(token.text, unit, stored, usual, used);
        if (!wanted)
            return wrong(token, quoted(token.text, "不是这里能用的数", "is no number that fits here"),
                         {"应为数，可带单位（" + usual.toStdString() + "）",
                          "expected a number, with a unit if you like (" + usual.toStdString() + ")"});
        holds_.push_back([how, wanted, value](const void* row, AnyId id) {
            const std::optional<double> is = value(row, id);
            return is && compare(*is, how, *wanted);
        });
        at_ = at + (used ? 2 : 1);
        return {};
    }

    // Any of the texts that a field shows: of a choice its key and labels, of a reference the names of its row.
    std::vector<QString> texts(const Field& field, const void* row) const {
        if (field.type == FieldType::bilingual)
            return {words(field.bilingual(row)->zh).toCaseFolded(), words(field.bilingual(row)->en).toCaseFolded()};
        std::vector<QString> out{words(field_text(field, row)).toCaseFolded()};
        for (const Choice& choice : field.choice_list)
            if (called(choice.key, out.front())) {
                out.push_back(words(choice.label.zh).toCaseFolded());
                out.push_back(words(choice.label.en).toCaseFolded());
                break;
            }
        if (field.type == FieldType::flag)
            for (const char* word :
                 out.front() == QLatin1String("true") ? std::array{"yes", "是"} : std::array{"no", "否"})
                out.push_back(QString::fromUtf8(word));
        if (field.for_each_reference) {
            struct To {
                const Design& design;
                std::vector<QString>& out;
            } to{design_, out};
            field.for_each_reference(
                row,
                [](void* context, AnyId id) {
                    const To& t = *static_cast<To*>(context);
                    for (QString& name : names_of(t.design, id))
                        t.out.push_back(std::move(name));
                },
                &to);
        }
        return out;
    }

    Result<void> worded(const Field& field, Comparison how, const RuleToken& value) {
        if (field.type == FieldType::choice && how != Comparison::holds &&
            std::none_of(field.choice_list.begin(), field.choice_list.end(), [&](const Choice& choice) {
                return called(choice.key, value.text) || called(choice.label.zh, value.text) ||
                       called(choice.label.en, value.text);
            })) {
            std::string zh, en;
            for (const Choice& choice : field.choice_list) {
                zh += (zh.empty() ? "" : "、") + std::string(choice.label.zh);
                en += (en.empty() ? "" : ", ") + std::string(choice.key);
            }
            return wrong(value, quoted(value.text, "不是其中之一", "is none of them"),
                         {"应为：" + zh, "expected one of: " + en});
        }
        holds_.push_back([this, &field, how, word = value.text](const void* row, AnyId) {
            const std::vector<QString> all = texts(field, row);
            const bool some = std::any_of(all.begin(), all.end(), [&](const QString& text) {
                switch (how) {
                case Comparison::holds:
                    return text.contains(word);
                case Comparison::equal:
                case Comparison::differs:
                    return text == word;
                default:
                    return !text.isEmpty() && compare(QString::compare(text, word), how, 0);
                }
            });
            return some != (how == Comparison::differs);
        });
        return {};
    }

    std::vector<RuleToken> tokens_;
    const Facts& facts_;
    const Design& design_;
    const CheckReport& report_;
    Kind kind_{};
    const Record* record_ = nullptr;
    std::size_t kind_at_ = 0;
    std::size_t at_ = 0;
    std::vector<Holds> holds_;
    std::vector<std::set<AnyId>> places_; // each must hold one that the row belongs to
};

} // namespace

bool names_a_kind(const QString& text) {
    const Result<std::vector<RuleToken>> tokens = rule_tokens(text);
    return tokens && std::any_of(tokens->begin(), tokens->end(), [](const RuleToken& token) {
               return !token.quoted && !token.comparison && kind_called(token.text);
           });
}

Result<std::vector<AnyId>> select_by_rule(const QString& text, const Facts& facts, const CheckReport& report) {
    Result<std::vector<RuleToken>> tokens = rule_tokens(text);
    if (!tokens)
        return tokens.error();
    return Parser(std::move(*tokens), facts, report).select();
}

} // namespace riser
