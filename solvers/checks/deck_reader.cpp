// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/deck.h"
#include "solvers/checks/deck_tables.h"
#include "solvers/checks/deck_xml.h"

#include <algorithm>

namespace riser {

namespace {

Text expected_amount(const ParameterSpec& spec) {
    switch (spec.dimension) {
    case Dimension::length:
        return {"长度，如 90 m", "a length, such as 90 m"};
    case Dimension::area:
        return {"面积，如 5 m2", "an area, such as 5 m2"};
    case Dimension::share:
        return {"百分比，如 50 %", "a share, such as 50 %"};
    case Dimension::temperature:
        return {"温度，如 20 degC", "a temperature, such as 20 degC"};
    case Dimension::count:
        return {"整数，如 400", "a whole number, such as 400"};
    }
    return {};
}

class DeckReader {
  public:
    DeckReader(std::string_view bytes, std::string file) : xml_(bytes, std::move(file)) {}

    Result<Deck> read() {
        pugi::xml_document document;
        if (xml_.parse(document))
            read_root(document.document_element());
        if (xml_.error())
            return *xml_.error();
        return std::move(deck_);
    }

  private:
    void read_root(pugi::xml_node root) {
        if (std::string_view(root.name()) != "riser-deck") {
            xml_.refuse(xml_.at(root),
                        DeckXml::named("根元素应是 riser-deck，而不是", "the root element must be riser-deck, not",
                                       root.name()),
                        {"这不是规则集文件", "this is no deck file"});
            return;
        }
        if (!xml_.shape(root, {"format", "name"}))
            return;
        if (std::string_view(root.attribute("format").value()) != "1.0") {
            xml_.refuse(xml_.at(root.attribute("format")), {"规则集格式须为 1.0", "the deck's format must be 1.0"},
                        {"请升级 Riser，或改用 1.0", "use a newer Riser, or format 1.0"});
            return;
        }
        deck_.name = root.attribute("name").value();
        if (deck_.name.empty()) {
            xml_.refuse(xml_.at(root.attribute("name")), {"规则集没有名称", "the deck has no name"},
                        {"写上名称", "name it"});
            return;
        }
        bool titled = false;
        for (const pugi::xml_node child : root.children()) {
            const std::string_view name = child.name();
            if (name == "title" && !titled)
                titled = xml_.read_text(child, deck_.title);
            else if (name == "rule")
                read_rule(child);
            else if (name == "table")
                read_table(xml_, child, deck_);
            else
                xml_.refuse(xml_.at(child), DeckXml::named("多余的元素", "unexpected element", name),
                            {"删除它", "remove it"});
            if (xml_.error())
                return;
        }
        if (!titled)
            xml_.refuse(xml_.at(root), {"缺少 title", "title is missing"}, {"补上它", "add it"});
        for (const Rule* rule : rule_catalogue())
            if (rule->locked() && !deck_.find(rule->id))
                xml_.refuse(xml_.at(root),
                            DeckXml::named("规则集缺少不可停用的规则",
                                           "the deck lacks a rule that none may leave out:", rule->id),
                            {"补上它，force=\"law\"", "add it, with force=\"law\""});
        each_rule_has_its_tables(root);
        sort_by_catalogue();
    }

    // Tables may stand before or behind the rules that read them.
    void each_rule_has_its_tables(pugi::xml_node root) {
        for (const DeckRule& record : deck_.rules)
            for (const std::string_view table : find_rule(record.id)->tables)
                if (!table.empty() && !deck_.table(table))
                    xml_.refuse(xml_.at(root),
                                DeckXml::named("缺少表", "missing table", std::string(table) + " (" + record.id + ")"),
                                {"补上它，或删除该规则", "add it, or leave out the rule"});
    }

    void sort_by_catalogue() {
        const auto place = [](const DeckRule& rule) {
            const auto all = rule_catalogue();
            return std::find_if(all.begin(), all.end(), [&](const Rule* r) { return r->id == rule.id; }) - all.begin();
        };
        std::stable_sort(deck_.rules.begin(), deck_.rules.end(),
                         [&](const DeckRule& a, const DeckRule& b) { return place(a) < place(b); });
    }

    bool read_rule(pugi::xml_node node) {
        if (!xml_.shape(node, {"id", "force", "trust"}, {"basis", "edition", "state"}))
            return false;
        DeckRule out;
        const pugi::xml_attribute id = node.attribute("id");
        out.id = id.value();
        const Rule* rule = find_rule(out.id);
        if (!rule)
            return xml_.refuse(xml_.at(id), DeckXml::named("没有这条规则：", "there is no rule", out.id),
                               {"riser check --help 列出全部规则", "the catalogue of rules lists them all"});
        if (deck_.find(out.id))
            return xml_.refuse(xml_.at(id), DeckXml::named("规则重复：", "the rule stands twice:", out.id),
                               {"只留一条", "keep one"});
        if (!xml_.read_choice(node.attribute("force"), out.force) ||
            !xml_.read_choice(node.attribute("trust"), out.trust))
            return false;
        if (node.attribute("state") && !xml_.read_choice(node.attribute("state"), out.state))
            return false;
        out.basis = node.attribute("basis").value();
        out.edition = node.attribute("edition").value();
        if (out.basis.empty() && out.trust != Trust::practice)
            return xml_.refuse(xml_.at(node), {"缺少依据 basis", "basis is missing"},
                               {"写上标准与条文，或 trust=\"P\"", "cite standard and clause, or say trust=\"P\""});
        if (rule->locked() && (out.force != Force::law || out.state != RuleState::on))
            return xml_.refuse(xml_.at(node.attribute(out.force != Force::law ? "force" : "state")),
                               DeckXml::named("不可降级或停用：", "may not be downgraded or switched off:", out.id),
                               {"force=\"law\" 且启用", "force=\"law\", and on"});
        if (out.force == Force::law && out.state != RuleState::on)
            return xml_.refuse(xml_.at(node.attribute("state")),
                               DeckXml::named("法律法规类规则不可停用：", "a rule of law may not be off:", out.id),
                               {"启用它", "leave it on"});
        if (!read_parts(node, *rule, out))
            return false;
        deck_.rules.push_back(std::move(out));
        return true;
    }

    bool read_parts(pugi::xml_node node, const Rule& rule, DeckRule& out) {
        struct Part {
            std::string_view name;
            Text* text;
        };
        const Part parts[] = {{"title", &out.title}, {"sentence", &out.sentence}, {"fix", &out.fix}};
        for (const pugi::xml_node child : node.children()) {
            const std::string_view name = child.name();
            const auto* part =
                std::find_if(std::begin(parts), std::end(parts), [&](const Part& p) { return p.name == name; });
            if (part != std::end(parts)) {
                if (!part->text->empty())
                    return xml_.refuse(xml_.at(child), DeckXml::named("元素重复：", "the element stands twice:", name),
                                       {"只留一个", "keep one"});
                if (!xml_.read_text(child, *part->text))
                    return false;
                for (const char* language : {"zh", "en"})
                    if (!known_words(child.attribute(language), rule, name))
                        return false;
            } else if (name == "parameter") {
                if (!read_parameter(child, rule, out))
                    return false;
            } else {
                return xml_.refuse(xml_.at(child), DeckXml::named("多余的元素", "unexpected element", name),
                                   {"删除它", "remove it"});
            }
        }
        for (const Part& part : parts)
            if (part.text->empty())
                return xml_.refuse(xml_.at(node), DeckXml::named("缺少元素", "missing element", part.name),
                                   {"补上它", "add it"});
        return all_parameters(node, rule, out);
    }

    bool read_parameter(pugi::xml_node node, const Rule& rule, DeckRule& out) {
        if (!xml_.shape(node, {"name", "value"}) || !xml_.no_children(node))
            return false;
        RuleParameter parameter{node.attribute("name").value(), node.attribute("value").value()};
        const ParameterSpec* spec = rule.parameter(parameter.name);
        if (!spec)
            return xml_.refuse(xml_.at(node.attribute("name")),
                               DeckXml::named("这条规则没有参数", "the rule has no parameter", parameter.name),
                               {"删除它", "remove it"});
        if (std::any_of(out.parameters.begin(), out.parameters.end(),
                        [&](const RuleParameter& p) { return p.name == parameter.name; }))
            return xml_.refuse(xml_.at(node.attribute("name")),
                               DeckXml::named("参数重复：", "the parameter stands twice:", parameter.name),
                               {"只留一个", "keep one"});
        if (!fits(*spec, parameter.value))
            return xml_.refuse(xml_.at(node.attribute("value")),
                               DeckXml::named("参数值不对：", "not a value of this parameter:", parameter.value),
                               {"应为" + expected_amount(*spec).zh, "write " + expected_amount(*spec).en});
        out.parameters.push_back(std::move(parameter));
        return true;
    }

    // Each of the rule's parameters is there; they are kept in the rule's order.
    bool all_parameters(pugi::xml_node node, const Rule& rule, DeckRule& out) {
        std::vector<RuleParameter> ordered;
        for (const ParameterSpec& spec : rule.parameters) {
            if (spec.name.empty())
                continue;
            const auto found = std::find_if(out.parameters.begin(), out.parameters.end(),
                                            [&](const RuleParameter& p) { return p.name == spec.name; });
            if (found == out.parameters.end())
                return xml_.refuse(xml_.at(node), DeckXml::named("缺少参数", "missing parameter", spec.name),
                                   {"补上：" + expected_amount(spec).zh, "add it: " + expected_amount(spec).en});
            ordered.push_back(*found);
        }
        out.parameters = std::move(ordered);
        return true;
    }

    // Placeholders of a sentence are ones that the rule fills; titles and fixes have none.
    bool known_words(pugi::xml_attribute attribute, const Rule& rule, std::string_view element) {
        const std::string_view text = attribute.value();
        for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
            const std::size_t close = text.find('}', open);
            const std::string_view word =
                close == std::string_view::npos ? text.substr(open) : text.substr(open + 1, close - open - 1);
            if (close == std::string_view::npos || element != "sentence" || !rule.knows_word(word))
                return xml_.refuse(xml_.at(attribute), DeckXml::named("不认识的占位符", "unknown placeholder", word),
                                   {"用 {subject} {limit} {actual} {margin} 或规则自己的占位符",
                                    "use {subject} {limit} {actual} {margin} or the rule's own"});
        }
        return true;
    }

    DeckXml xml_;
    Deck deck_;
};

} // namespace

Result<Deck> read_deck(std::string_view bytes, std::string file) { return DeckReader(bytes, std::move(file)).read(); }

} // namespace riser
