// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/field.h"
#include "model/file/scan.h"
#include "model/file/source_text.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/deck.h"

#include <pugixml.hpp>

#include <algorithm>

namespace riser {

namespace {

constexpr std::size_t largest_deck = std::size_t{4} << 20;

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
    DeckReader(std::string_view bytes, std::string file)
        : bytes_(bytes), source_(bytes, std::move(file)), buffer_(bytes) {}

    Result<Deck> read() {
        if (buffer_.size() > largest_deck)
            return Error{.code = ErrorCode::bad_input,
                         .message = {"规则集文件过大", "the deck file is too large"},
                         .fix = {"规则集不超过 4 MB", "a deck has at most 4 MB"},
                         .where = {source_.file(), 0, 0}};
        if (const auto fault = scan_xml(buffer_, ReadLimits{}))
            return Error{
                .code = fault->code, .message = fault->message, .fix = fault->fix, .where = source_.at(fault->offset)};
        pugi::xml_document document;
        const pugi::xml_parse_result parsed =
            document.load_buffer_inplace(buffer_.data(), buffer_.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!parsed)
            return complaint(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                             {"XML 有误", "the XML is malformed"}, {});
        read_root(document.document_element());
        if (error_)
            return std::move(*error_);
        return std::move(deck_);
    }

  private:
    Error complaint(std::size_t offset, Text message, Text fix) const {
        return {.code = ErrorCode::bad_input,
                .message = std::move(message),
                .fix = std::move(fix),
                .where = source_.at(offset)};
    }
    // The first complaint stands.
    bool refuse(std::size_t offset, Text message, Text fix) {
        if (!error_)
            error_ = complaint(offset, std::move(message), std::move(fix));
        return false;
    }
    static std::size_t at(pugi::xml_node node) {
        return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    }
    std::size_t at(pugi::xml_attribute attribute) const {
        return static_cast<std::size_t>(attribute.value() - buffer_.data());
    }
    static Text named(std::string_view zh, std::string_view en, std::string_view name) {
        return {std::string(zh) + " " + std::string(name), std::string(en) + " " + std::string(name)};
    }

    // Attributes known, all present but the optional one; no text between elements.
    bool shape(pugi::xml_node node, std::initializer_list<std::string_view> needed,
               std::initializer_list<std::string_view> optional = {}) {
        const auto in = [](std::initializer_list<std::string_view> list, std::string_view name) {
            return std::find(list.begin(), list.end(), name) != list.end();
        };
        for (const pugi::xml_attribute attribute : node.attributes())
            if (!in(needed, attribute.name()) && !in(optional, attribute.name()))
                return refuse(at(attribute), named("未知的属性", "unknown attribute", attribute.name()),
                              {"删除它", "remove it"});
        for (const std::string_view name : needed)
            if (!node.attribute(std::string(name).c_str()))
                return refuse(at(node), named("缺少属性", "missing attribute", name), {"补上它", "add it"});
        for (const pugi::xml_node child : node.children())
            if (child.type() != pugi::node_element) // pugixml counts the space before it as part of it
                return refuse(std::min(bytes_.find_first_not_of(" \t\r\n", at(child)), bytes_.size()),
                              {"元素之间有文字", "there is text between elements"}, {"删除它", "remove it"});
        return true;
    }
    template<class Enum> bool read_choice(pugi::xml_attribute attribute, Enum& out) {
        if (const std::optional<Enum> found = choice_of<Enum>(attribute.value())) {
            out = *found;
            return true;
        }
        std::string known;
        for (const Choice& choice : choices(Enum{}))
            known += (known.empty() ? "" : ", ") + std::string(choice.key);
        return refuse(at(attribute), named("不认识的值", "unknown value", attribute.value()),
                      {"可用：" + known, "one of " + known});
    }
    bool read_text(pugi::xml_node node, Text& out) {
        if (!shape(node, {"zh", "en"}) || !no_children(node))
            return false;
        out = {node.attribute("zh").value(), node.attribute("en").value()};
        for (const char* language : {"zh", "en"})
            if (*node.attribute(language).value() == '\0')
                return refuse(at(node.attribute(language)), {"文字为空", "the text is empty"},
                              {"中英文都要写", "write it in both languages"});
        return true;
    }
    bool no_children(pugi::xml_node node) {
        const pugi::xml_node child = node.first_child();
        return child
                   ? refuse(at(child), named("多余的元素", "unexpected element", child.name()), {"删除它", "remove it"})
                   : true;
    }

    void read_root(pugi::xml_node root) {
        if (std::string_view(root.name()) != "riser-deck") {
            refuse(at(root),
                   named("根元素应是 riser-deck，而不是", "the root element must be riser-deck, not", root.name()),
                   {"这不是规则集文件", "this is no deck file"});
            return;
        }
        if (!shape(root, {"format", "name"}))
            return;
        if (std::string_view(root.attribute("format").value()) != "1.0") {
            refuse(at(root.attribute("format")), {"规则集格式须为 1.0", "the deck's format must be 1.0"},
                   {"请升级 Riser，或改用 1.0", "use a newer Riser, or format 1.0"});
            return;
        }
        deck_.name = root.attribute("name").value();
        if (deck_.name.empty()) {
            refuse(at(root.attribute("name")), {"规则集没有名称", "the deck has no name"}, {"写上名称", "name it"});
            return;
        }
        bool titled = false;
        for (const pugi::xml_node child : root.children()) {
            const std::string_view name = child.name();
            if (name == "title" && !titled)
                titled = read_text(child, deck_.title);
            else if (name == "rule")
                read_rule(child);
            else
                refuse(at(child), named("多余的元素", "unexpected element", name), {"删除它", "remove it"});
            if (error_)
                return;
        }
        if (!titled)
            refuse(at(root), {"缺少 title", "title is missing"}, {"补上它", "add it"});
        for (const Rule* rule : rule_catalogue())
            if (rule->locked() && !deck_.find(rule->id))
                refuse(at(root),
                       named("规则集缺少不可停用的规则", "the deck lacks a rule that none may leave out:", rule->id),
                       {"补上它，force=\"law\"", "add it, with force=\"law\""});
        sort_by_catalogue();
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
        if (!shape(node, {"id", "force", "trust"}, {"basis", "edition", "state"}))
            return false;
        DeckRule out;
        const pugi::xml_attribute id = node.attribute("id");
        out.id = id.value();
        const Rule* rule = find_rule(out.id);
        if (!rule)
            return refuse(at(id), named("没有这条规则：", "there is no rule", out.id),
                          {"riser check --help 列出全部规则", "the catalogue of rules lists them all"});
        if (deck_.find(out.id))
            return refuse(at(id), named("规则重复：", "the rule stands twice:", out.id), {"只留一条", "keep one"});
        if (!read_choice(node.attribute("force"), out.force) || !read_choice(node.attribute("trust"), out.trust))
            return false;
        if (node.attribute("state") && !read_choice(node.attribute("state"), out.state))
            return false;
        out.basis = node.attribute("basis").value();
        out.edition = node.attribute("edition").value();
        if (out.basis.empty() && out.trust != Trust::practice)
            return refuse(at(node), {"缺少依据 basis", "basis is missing"},
                          {"写上标准与条文，或 trust=\"P\"", "cite standard and clause, or say trust=\"P\""});
        if (rule->locked() && (out.force != Force::law || out.state != RuleState::on))
            return refuse(at(node.attribute(out.force != Force::law ? "force" : "state")),
                          named("不可降级或停用：", "may not be downgraded or switched off:", out.id),
                          {"force=\"law\" 且启用", "force=\"law\", and on"});
        if (out.force == Force::law && out.state != RuleState::on)
            return refuse(at(node.attribute("state")),
                          named("法律法规类规则不可停用：", "a rule of law may not be off:", out.id),
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
                    return refuse(at(child), named("元素重复：", "the element stands twice:", name),
                                  {"只留一个", "keep one"});
                if (!read_text(child, *part->text))
                    return false;
                for (const char* language : {"zh", "en"})
                    if (!known_words(child.attribute(language), rule, name))
                        return false;
            } else if (name == "parameter") {
                if (!read_parameter(child, rule, out))
                    return false;
            } else {
                return refuse(at(child), named("多余的元素", "unexpected element", name), {"删除它", "remove it"});
            }
        }
        for (const Part& part : parts)
            if (part.text->empty())
                return refuse(at(node), named("缺少元素", "missing element", part.name), {"补上它", "add it"});
        return all_parameters(node, rule, out);
    }

    bool read_parameter(pugi::xml_node node, const Rule& rule, DeckRule& out) {
        if (!shape(node, {"name", "value"}) || !no_children(node))
            return false;
        RuleParameter parameter{node.attribute("name").value(), node.attribute("value").value()};
        const ParameterSpec* spec = rule.parameter(parameter.name);
        if (!spec)
            return refuse(at(node.attribute("name")),
                          named("这条规则没有参数", "the rule has no parameter", parameter.name),
                          {"删除它", "remove it"});
        if (std::any_of(out.parameters.begin(), out.parameters.end(),
                        [&](const RuleParameter& p) { return p.name == parameter.name; }))
            return refuse(at(node.attribute("name")),
                          named("参数重复：", "the parameter stands twice:", parameter.name), {"只留一个", "keep one"});
        if (!fits(*spec, parameter.value))
            return refuse(at(node.attribute("value")),
                          named("参数值不对：", "not a value of this parameter:", parameter.value),
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
                return refuse(at(node), named("缺少参数", "missing parameter", spec.name),
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
                return refuse(at(attribute), named("不认识的占位符", "unknown placeholder", word),
                              {"用 {subject} {limit} {actual} {margin} 或规则自己的占位符",
                               "use {subject} {limit} {actual} {margin} or the rule's own"});
        }
        return true;
    }

    std::string_view bytes_;
    SourceText source_;
    std::string buffer_;
    Deck deck_;
    std::optional<Error> error_;
};

} // namespace

Result<Deck> read_deck(std::string_view bytes, std::string file) { return DeckReader(bytes, std::move(file)).read(); }

} // namespace riser
