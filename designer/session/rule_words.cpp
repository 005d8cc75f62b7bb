// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/rule_words.h"

#include "designer/session/words.h"
#include "model/fields/table_access.h"

#include <array>
#include <charconv>
#include <cmath>

namespace riser {

namespace {

struct Operator {
    const char16_t* text;
    Comparison comparison;
};
// Longer ones before those they begin with.
constexpr std::array operators{
    Operator{u"不大于", Comparison::at_most}, Operator{u"不小于", Comparison::at_least},
    Operator{u"不等于", Comparison::differs}, Operator{u"大于", Comparison::more},
    Operator{u"小于", Comparison::less},      Operator{u"等于", Comparison::equal},
    Operator{u"超过", Comparison::more},      Operator{u"包含", Comparison::holds},
    Operator{u"<=", Comparison::at_most},     Operator{u">=", Comparison::at_least},
    Operator{u"!=", Comparison::differs},     Operator{u"<>", Comparison::differs},
    Operator{u"==", Comparison::equal},       Operator{u"≤", Comparison::at_most},
    Operator{u"≥", Comparison::at_least},     Operator{u"≠", Comparison::differs},
    Operator{u"<", Comparison::less},         Operator{u">", Comparison::more},
    Operator{u"＜", Comparison::less},        Operator{u"＞", Comparison::more},
    Operator{u"=", Comparison::equal},        Operator{u"＝", Comparison::equal},
    Operator{u":", Comparison::equal},        Operator{u"：", Comparison::equal},
    Operator{u"~", Comparison::holds},        Operator{u"含", Comparison::holds},
};

const Operator* operator_at(const QString& text, qsizetype at) {
    for (const Operator& op : operators)
        if (QStringView(text).mid(at).startsWith(QStringView(op.text)))
            return &op;
    return nullptr;
}

QChar closing(QChar open) { return open == QChar(u'“') ? QChar(u'”') : open == QChar(u'‘') ? QChar(u'’') : open; }
bool is_quote(QChar c) { return c == u'"' || c == u'\'' || c == QChar(u'“') || c == QChar(u'‘'); }
bool is_gap(QChar c) { return c.isSpace() || c == u',' || c == QChar(u'，') || c == QChar(u'、') || c == QChar(u'的'); }

struct KindWord {
    const char16_t* text;
    Kind kind;
};
constexpr std::array kind_words{
    KindWord{u"插座", Kind::outlets},          KindWord{u"点位", Kind::jacks},
    KindWord{u"points", Kind::jacks},          KindWord{u"point", Kind::jacks},
    KindWord{u"线缆", Kind::cables},           KindWord{u"电缆", Kind::cables},
    KindWord{u"桥架", Kind::pathway_runs},     KindWord{u"线槽", Kind::pathway_runs},
    KindWord{u"trays", Kind::pathway_runs},    KindWord{u"runs", Kind::pathway_runs},
    KindWord{u"pathways", Kind::pathway_runs}, KindWord{u"电信间", Kind::spaces},
    KindWord{u"弱电间", Kind::spaces},         KindWord{u"设备", Kind::equipment},
    KindWord{u"devices", Kind::equipment},
};

struct Unit {
    const char16_t* text;
    std::string_view stored; // the unit of the field
    double factor;
};
constexpr std::array units{
    Unit{u"mm", "mm", 1},        Unit{u"cm", "mm", 10},       Unit{u"m", "mm", 1000},     Unit{u"米", "mm", 1000},
    Unit{u"毫米", "mm", 1},      Unit{u"厘米", "mm", 10},     Unit{u"m2", "mm2", 1e6},    Unit{u"m²", "mm2", 1e6},
    Unit{u"㎡", "mm2", 1e6},     Unit{u"平方米", "mm2", 1e6}, Unit{u"平米", "mm2", 1e6},  Unit{u"mm2", "mm2", 1},
    Unit{u"mm²", "mm2", 1},      Unit{u"%", "0.01 %", 100},   Unit{u"％", "0.01 %", 100}, Unit{u"℃", "0.1 degC", 10},
    Unit{u"°c", "0.1 degC", 10}, Unit{u"w", "mW", 1000},      Unit{u"kg", "g", 1000},     Unit{u"公斤", "g", 1000},
};

} // namespace

Result<std::vector<RuleToken>> rule_tokens(const QString& text) {
    std::vector<RuleToken> out;
    for (qsizetype at = 0; at < text.size();) {
        const auto column = static_cast<std::uint32_t>(at + 1);
        if (is_gap(text[at])) {
            ++at;
        } else if (is_quote(text[at])) {
            const qsizetype end = text.indexOf(closing(text[at]), at + 1);
            if (end < 0)
                return Error{.code = ErrorCode::bad_input,
                             .message = {"引号没有闭合", "the quote is not closed"},
                             .fix = {},
                             .where = {.file = {}, .line = 0, .column = column}};
            out.push_back({text.mid(at + 1, end - at - 1).toCaseFolded(), column, {}, true});
            at = end + 1;
        } else if (const Operator* op = operator_at(text, at)) {
            const QString sign = QString::fromUtf16(op->text);
            out.push_back({sign, column, op->comparison, false});
            at += sign.size();
        } else {
            qsizetype end = at + 1;
            while (end < text.size() && !is_gap(text[end]) && !is_quote(text[end]) && !operator_at(text, end))
                ++end;
            out.push_back({text.mid(at, end - at).toCaseFolded(), column, {}, false});
            at = end;
        }
    }
    return out;
}

std::optional<Kind> kind_called(const QString& word) {
    for (const KindWord& known : kind_words)
        if (word == QStringView(known.text))
            return known.kind;
    for (const TableAccess& table : all_tables())
        for (const std::string_view name :
             {table_name(table.kind), element_name(table.kind), table.record->label.zh, table.record->label.en})
            if (words(name).toCaseFolded() == word || words(name).toCaseFolded().replace(u'_', u'-') == word)
                return table.kind;
    return std::nullopt;
}

std::optional<RuleFact> fact_called(const QString& word) {
    static const std::vector<std::pair<QString, RuleFact>> known{
        {QStringLiteral("length"), RuleFact::length}, {QStringLiteral("长度"), RuleFact::length},
        {QStringLiteral("tray"), RuleFact::tray},     {QStringLiteral("水平"), RuleFact::tray},
        {QStringLiteral("riser"), RuleFact::riser},   {QStringLiteral("竖向"), RuleFact::riser},
        {QStringLiteral("drop"), RuleFact::drop},     {QStringLiteral("引下"), RuleFact::drop},
        {QStringLiteral("slack"), RuleFact::slack},   {QStringLiteral("余量"), RuleFact::slack},
        {QStringLiteral("fill"), RuleFact::fill},     {QStringLiteral("填充率"), RuleFact::fill},
        {QStringLiteral("area"), RuleFact::area},     {QStringLiteral("面积"), RuleFact::area},
    };
    for (const auto& [name, fact] : known)
        if (name == word)
            return fact;
    return std::nullopt;
}

Kind kind_of_fact(RuleFact fact) {
    return fact == RuleFact::fill ? Kind::pathway_runs : fact == RuleFact::area ? Kind::rooms : Kind::cables;
}

std::optional<double> amount_in(const QString& number, const QString& unit, std::string_view stored,
                                const QString& usual, bool& used_unit) {
    used_unit = false;
    const std::string text = number.toStdString();
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || !std::isfinite(value))
        return std::nullopt;
    const auto known = [](const QString& word) -> const Unit* {
        for (const Unit& entry : units)
            if (word == QStringView(entry.text))
                return &entry;
        return nullptr;
    };
    QString said = QString::fromStdString(std::string(end, text.data() + text.size()));
    if (said.isEmpty() && (known(unit) || (!unit.isEmpty() && words(stored) == unit))) {
        said = unit;
        used_unit = true;
    }
    if (said.isEmpty())
        said = usual;
    if (said == words(stored))
        return value;
    const Unit* of = known(said);
    if (!of || of->stored != stored)
        return std::nullopt;
    return value * of->factor;
}

} // namespace riser
