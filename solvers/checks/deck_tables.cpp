// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/deck_tables.h"

#include "solvers/base/decibels.h"
#include "solvers/base/poe_class.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace riser {

namespace {

bool read(std::string_view text, std::string& out) { return out = text, !text.empty(); }
bool read(std::string_view text, std::int32_t& out) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    return code == std::errc() && end == text.data() + text.size() && out > 0;
}
bool read(std::string_view text, MilliDecibels& out) { return parse_quantity(text, out); }
bool read(std::string_view text, Millimetres& out) { return parse_quantity(text, out) && out.value >= 0; }
bool read(std::string_view text, DeciCelsius& out) { return parse_quantity(text, out) && out.value >= 0; }
// "300000 h".
bool read(std::string_view text, Hours& out) {
    std::int32_t hours = 0;
    if (!text.ends_with(" h") || !read(text.substr(0, text.size() - 2), hours))
        return false;
    out = Hours(hours);
    return true;
}
// "4 h", "80 min".
bool read(std::string_view text, Seconds& out) {
    std::int32_t count = 0;
    const std::int64_t unit = text.ends_with(" h") ? 3'600 : 60;
    if ((unit == 60 && !text.ends_with(" min")) || !read(text.substr(0, text.rfind(' ')), count))
        return false;
    out = Seconds(count * unit);
    return true;
}
bool read(std::string_view text, BasisPoints& out) { return parse_quantity(text, out) && out.value >= 0; }
// "2.5G", "100M": how speeds are called; tenths are enough.
bool read(std::string_view text, BitRate& out) {
    if (text.empty() || (text.back() != 'G' && text.back() != 'M'))
        return false;
    const std::int64_t tenth = text.back() == 'G' ? 100'000'000 : 100'000;
    text.remove_suffix(1);
    std::int64_t tenths = 0;
    if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
        if (point + 2 != text.size() || text.back() < '0' || text.back() > '9')
            return false;
        tenths = text.back() - '0';
        text.remove_suffix(2);
    }
    std::int32_t whole = 0;
    if (text.empty() || text.front() == '-' || text.size() > 6 ||
        std::from_chars(text.data(), text.data() + text.size(), whole).ptr != text.data() + text.size())
        return false;
    out = BitRate((whole * 10 + tenths) * tenth);
    return out.value > 0;
}
template<class Enum> bool read_one_of(std::string_view text, Enum& out) {
    const std::optional<Enum> found = choice_of<Enum>(text);
    out = found.value_or(out);
    return found.has_value();
}
bool read(std::string_view text, Category& out) { return read_one_of(text, out); }
bool read(std::string_view text, JointKind& out) { return read_one_of(text, out); }
bool read(std::string_view text, FibreMode& out) { return read_one_of(text, out); }
bool read(std::string_view text, Control& out) { return read_one_of(text, out); }
bool read(std::string_view text, MeasureScope& out) { return read_one_of(text, out); }
bool read(std::string_view text, EquipmentRole& out) { return read_one_of(text, out); }
bool read(std::string_view text, ReliabilityKind& out) { return read_one_of(text, out); }
bool read(std::string_view text, ServiceMedium& out) { return read_one_of(text, out); }
std::string_view next_value(std::string_view& list);
template<class Value> bool read(std::string_view text, std::vector<Value>& out) {
    for (std::string_view one = next_value(text); !one.empty(); one = next_value(text))
        if (!read(one, out.emplace_back()))
            return false;
    return !out.empty();
}

Text expected(const std::string*) { return {"名称", "a name"}; }
Text expected(const std::int32_t*) { return {"正整数，如 24", "a whole number above 0, such as 24"}; }
Text expected(const MilliDecibels*) { return {"损耗，如 0.75 dB", "a loss, such as 0.75 dB"}; }
Text expected(const Millimetres*) { return {"长度，如 55 m", "a length, such as 55 m"}; }
Text expected(const DeciCelsius*) { return {"温升，如 5.5 degC", "a rise, such as 5.5 degC"}; }
Text expected(const Hours*) { return {"小时，如 300000 h", "hours, such as 300000 h"}; }
Text expected(const Seconds*) { return {"时长，如 4 h 或 80 min", "a time, such as 4 h or 80 min"}; }
Text expected(const BasisPoints*) { return {"百分数，如 20 %", "a share, such as 20 %"}; }
Text expected(const BitRate*) { return {"速率，如 2.5G", "a rate, such as 2.5G"}; }
template<class Enum>
requires std::is_enum_v<Enum> Text expected(const Enum*) {
    std::string known;
    for (const Choice& choice : choices(Enum{}))
        known += (known.empty() ? "" : ", ") + std::string(choice.key);
    return {"可用：" + known, "one of " + known};
}
template<class Value> Text expected(const std::vector<Value>*) { return expected(static_cast<const Value*>(nullptr)); }

template<class Row> struct Column {
    std::string_view name;
    bool (*read)(std::string_view text, Row& row);
    Text (*expected)();
};

template<class T> struct MemberOf;
template<class Row, class T> struct MemberOf<T Row::*> {
    using row = Row;
    using type = T;
};
template<auto member> constexpr auto column(std::string_view name) {
    using Row = typename MemberOf<decltype(member)>::row;
    using T = typename MemberOf<decltype(member)>::type;
    return Column<Row>{name, [](std::string_view text, Row& row) { return read(text, row.*member); },
                       [] { return expected(static_cast<const T*>(nullptr)); }};
}
// One value of a pair in a row: loss.design.
template<auto pair, auto member> constexpr auto pair_column(std::string_view name) {
    using Row = typename MemberOf<decltype(pair)>::row;
    return Column<Row>{name, [](std::string_view text, Row& row) { return read(text, row.*pair.*member); },
                       [] { return expected(static_cast<const MilliDecibels*>(nullptr)); }};
}

// A table: its columns, which of them may list several values, where its rows go, and what tells two of them apart.
template<class Row> struct TableSpec {
    std::string_view name;
    std::vector<Column<Row>> columns;
    std::string_view listed;
    std::vector<Row> LinkTables::*rows;
    bool (*same)(const Row& a, const Row& b);
};

TableSpec<FibreApplication> applications() {
    using R = FibreApplication;
    return {"fibre-applications",
            {column<&R::pmd>("pmd"), column<&R::rate>("rate"), column<&R::fibre>("fibre"),
             column<&R::wavelength>("wavelength"), column<&R::cores>("cores"), column<&R::reach>("reach"),
             column<&R::loss>("loss")},
            "fibre",
            &LinkTables::applications,
            [](const R& a, const R& b) { return a.pmd == b.pmd && a.fibre == b.fibre; }};
}
TableSpec<FibreAttenuation> attenuations() {
    using R = FibreAttenuation;
    return {"fibre-attenuation",
            {column<&R::fibre>("fibre"), column<&R::wavelength>("wavelength"),
             pair_column<&R::a_kilometre, &LossPair::design>("design"),
             pair_column<&R::a_kilometre, &LossPair::maximum>("maximum")},
            "fibre",
            &LinkTables::attenuations,
            [](const R& a, const R& b) { return a.fibre == b.fibre && a.wavelength == b.wavelength; }};
}
TableSpec<JointLoss> joints() {
    using R = JointLoss;
    return {"joint-losses",
            {column<&R::kind>("kind"), column<&R::mode>("mode"), pair_column<&R::loss, &LossPair::design>("design"),
             pair_column<&R::loss, &LossPair::maximum>("maximum")},
            "mode",
            &LinkTables::joints,
            [](const R& a, const R& b) { return a.kind == b.kind && a.mode == b.mode; }};
}
TableSpec<CopperReach> copper() {
    using R = CopperReach;
    return {"copper-reach",
            {column<&R::category>("category"), column<&R::rate>("rate"), column<&R::reach>("reach"),
             column<&R::screened>("screened"), column<&R::bundled>("bundled")},
            "rate",
            &LinkTables::copper,
            [](const R& a, const R& b) { return a.category == b.category && a.rate == b.rate; }};
}
TableSpec<BundleHeat> heat() {
    using R = BundleHeat;
    return {"bundle-heat",
            {column<&R::poe_class>("class"), column<&R::cables>("cables"), column<&R::open>("open"),
             column<&R::enclosed>("enclosed")},
            "class",
            &LinkTables::heat,
            [](const R& a, const R& b) { return a.poe_class == b.poe_class && a.cables == b.cables; }};
}
TableSpec<BoundaryMeasure> measures() {
    using R = BoundaryMeasure;
    return {"boundary-measures",
            {column<&R::control>("control"), column<&R::level>("level"), column<&R::scope>("scope"),
             column<&R::roles>("roles"), column<&R::devices>("devices"), column<&R::clause>("clause")},
            "level",
            &LinkTables::measures,
            [](const R& a, const R& b) { return a.control == b.control && a.level == b.level && a.scope == b.scope; }};
}
TableSpec<Reliability> reliability() {
    using R = Reliability;
    return {"reliability",
            {column<&R::kind>("kind"), column<&R::between>("between"), column<&R::repair>("repair")},
            "kind",
            &LinkTables::reliability,
            [](const R& a, const R& b) { return a.kind == b.kind; }};
}

TableSpec<TrafficKind> traffic() {
    using R = TrafficKind;
    return {"traffic",
            {column<&R::medium>("medium"), column<&R::rate>("rate"), column<&R::active>("active"),
             column<&R::other>("other")},
            "medium",
            &LinkTables::traffic,
            [](const R& a, const R& b) { return a.medium == b.medium; }};
}

// The next of the values that spaces separate; empty at the end.
std::string_view next_value(std::string_view& list) {
    list.remove_prefix(std::min(list.find_first_not_of(' '), list.size()));
    const std::string_view value = list.substr(0, list.find(' '));
    list.remove_prefix(value.size());
    return value;
}

template<class Row> class TableReader {
  public:
    TableReader(DeckXml& xml, const TableSpec<Row>& spec, const DeckTable& table, std::vector<Row>& rows)
        : xml_(xml), spec_(spec), table_(table), rows_(rows) {
        for (const Column<Row>& column : spec.columns)
            names_.push_back(column.name);
    }

    bool read(pugi::xml_node node) {
        constexpr std::array<std::string_view, 1> optional{"trust"};
        if (!xml_.shape(node, names_, optional) || !xml_.no_children(node))
            return false;
        Row like{};
        like.trust = table_.trust;
        if (node.attribute("trust") && !xml_.read_choice(node.attribute("trust"), like.trust))
            return false;
        for (const Column<Row>& column : spec_.columns)
            if (column.name != spec_.listed && !value(node, column, attribute(node, column).value(), like))
                return false;
        const auto listed = std::find_if(spec_.columns.begin(), spec_.columns.end(),
                                         [&](const Column<Row>& column) { return column.name == spec_.listed; });
        std::string_view list = attribute(node, *listed).value();
        std::string_view one = next_value(list);
        do {
            Row row = like;
            if (!value(node, *listed, one, row) || !add(node, std::move(row)))
                return false;
            one = next_value(list);
        } while (!one.empty());
        return true;
    }

  private:
    static pugi::xml_attribute attribute(pugi::xml_node node, const Column<Row>& column) {
        return node.attribute(std::string(column.name).c_str());
    }
    bool value(pugi::xml_node node, const Column<Row>& column, std::string_view text, Row& row) {
        return column.read(text, row) ||
               xml_.refuse(xml_.at(attribute(node, column)),
                           DeckXml::named("不是该列的值：", "not a value of this column:", text), column.expected());
    }
    bool add(pugi::xml_node node, Row row) {
        if (std::any_of(rows_.begin(), rows_.end(), [&](const Row& other) { return spec_.same(row, other); }))
            return xml_.refuse(xml_.at(node), {"此行与前面的行重复", "the row stands twice"}, {"只留一行", "keep one"});
        rows_.push_back(std::move(row));
        return true;
    }

    DeckXml& xml_;
    const TableSpec<Row>& spec_;
    const DeckTable& table_;
    std::vector<Row>& rows_;
    std::vector<std::string_view> names_;
};

template<class Row>
bool read_rows(DeckXml& xml, pugi::xml_node node, const TableSpec<Row>& spec, DeckTable& table, LinkTables& links) {
    TableReader<Row> reader(xml, spec, table, links.*spec.rows);
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "title" && table.title.empty()) {
            if (!xml.read_text(child, table.title))
                return false;
        } else if (name != "row") {
            return xml.refuse(xml.at(child), DeckXml::named("多余的元素", "unexpected element", name),
                              {"删除它", "remove it"});
        } else if (!reader.read(child)) {
            return false;
        }
    }
    return !table.title.empty() || xml.refuse(xml.at(node), {"缺少 title", "title is missing"}, {"补上它", "add it"});
}

constexpr std::array<std::string_view, 8> names{
    "fibre-applications", "fibre-attenuation", "joint-losses", "copper-reach",
    "bundle-heat",        "boundary-measures", "reliability",  "traffic"};

bool read_known(DeckXml& xml, pugi::xml_node node, DeckTable& table, LinkTables& links) {
    if (table.name == names[0])
        return read_rows(xml, node, applications(), table, links);
    if (table.name == names[1])
        return read_rows(xml, node, attenuations(), table, links);
    if (table.name == names[2])
        return read_rows(xml, node, joints(), table, links);
    if (table.name == names[3])
        return read_rows(xml, node, copper(), table, links);
    if (table.name == names[4])
        return read_rows(xml, node, heat(), table, links);
    if (table.name == names[5])
        return read_rows(xml, node, measures(), table, links);
    if (table.name == names[6])
        return read_rows(xml, node, reliability(), table, links);
    return read_rows(xml, node, traffic(), table, links);
}

} // namespace

std::span<const std::string_view> deck_table_names() { return names; }

bool read_table(DeckXml& xml, pugi::xml_node node, Deck& deck) {
    if (!xml.shape(node, {"name", "trust"}, {"basis", "edition"}))
        return false;
    DeckTable table;
    table.name = node.attribute("name").value();
    if (std::find(names.begin(), names.end(), table.name) == names.end())
        return xml.refuse(xml.at(node.attribute("name")),
                          DeckXml::named("没有这张表：", "there is no table", table.name),
                          {"见规则集说明", "the decks' notes list them all"});
    if (deck.table(table.name))
        return xml.refuse(xml.at(node.attribute("name")),
                          DeckXml::named("表重复：", "the table stands twice:", table.name), {"只留一张", "keep one"});
    if (!xml.read_choice(node.attribute("trust"), table.trust))
        return false;
    table.basis = node.attribute("basis").value();
    table.edition = node.attribute("edition").value();
    if (table.basis.empty() && table.trust != Trust::practice)
        return xml.refuse(xml.at(node), {"缺少依据 basis", "basis is missing"},
                          {"写上标准与条文，或 trust=\"P\"", "cite standard and clause, or say trust=\"P\""});
    if (!read_known(xml, node, table, deck.links))
        return false;
    deck.tables.push_back(std::move(table));
    return true;
}

} // namespace riser
