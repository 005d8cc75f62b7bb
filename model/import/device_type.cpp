// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/device_type.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr std::size_t most_bytes = 4U << 20;
constexpr std::size_t most_ports = 4'096;

struct Refused {
    Error error;
};

class Reader {
  public:
    Reader(const YAML::Node& root, const std::string& file) : root_(root), file_(file) {}

    DeviceTypeFile read() {
        if (!root_.IsMap())
            refuse(root_, {"不是设备型号文件", "is no description of a device type"});
        type().manufacturer = text("manufacturer", true);
        type().model = text("model", true);
        const std::string part = text("part_number", false);
        type().code = part.empty() ? type().model : part;
        type().name = {type().manufacturer + " " + type().model, type().manufacturer + " " + type().model};
        type().rack_units = static_cast<std::int32_t>(std::ceil(number("u_height", 1, 100)));
        type().weight = Grams(static_cast<Grams::rep>(std::llround(number("weight", 0, 1e5) * grams_a_unit())));
        type().evidence = text("comments", false);
        type().origin = {OriginKind::imported, file_.substr(file_.find_last_of('/') + 1), text("slug", false)};
        read_power();
        read_ports();
        guess_role();
        left_out("module-bays", {"插槽及其板卡", "module bays and their cards"});
        return std::move(out_);
    }

  private:
    EquipmentType& type() { return out_.type; }

    [[noreturn]] void refuse(const YAML::Node& at, Text what) const {
        const YAML::Mark mark = at.Mark();
        const bool known = !mark.is_null();
        throw Refused{{.code = ErrorCode::bad_input,
                       .message = std::move(what),
                       .fix = {"只接受 NetBox 设备型号库格式的 YAML，一个文件一个型号",
                               "give YAML of the NetBox device type library, one type a file"},
                       .where = {file_, known ? static_cast<std::uint32_t>(mark.line) + 1 : 0,
                                 known ? static_cast<std::uint32_t>(mark.column) + 1 : 0}}};
    }

    std::string scalar(const YAML::Node& node, const char* key, bool needed) const {
        const YAML::Node value = node[key];
        if (!value || value.IsNull()) {
            if (needed)
                refuse(node, {std::string("缺少 ") + key, std::string("has no ") + key});
            return {};
        }
        if (!value.IsScalar())
            refuse(value, {std::string(key) + " 应是一个值", std::string(key) + " has to be one value"});
        return value.Scalar();
    }
    std::string text(const char* key, bool needed) const { return scalar(root_, key, needed); }

    double number_of(const YAML::Node& node, const char* key, double otherwise, double most) const {
        const std::string word = scalar(node, key, false);
        if (word.empty())
            return otherwise;
        double out = 0;
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), out);
        if (problem != std::errc() || end != word.data() + word.size() || !(out >= 0) || out > most)
            refuse(node[key],
                   {std::string(key) + " 不是合理的数：" + word, std::string(key) + " is no sensible number: " + word});
        return out;
    }
    double number(const char* key, double otherwise, double most) const {
        return number_of(root_, key, otherwise, most);
    }

    double grams_a_unit() const {
        const std::string unit = text("weight_unit", false);
        if (unit.empty() || unit == "kg")
            return 1000;
        if (unit == "g")
            return 1;
        if (unit == "lb")
            return 453.59237;
        if (unit == "oz")
            return 28.349523125;
        refuse(root_["weight_unit"], {"重量单位不识：" + unit, "is no unit of weight: " + unit});
    }

    // The maps of a list; none when it is absent.
    std::vector<YAML::Node> list(const char* key) const {
        const YAML::Node node = root_[key];
        std::vector<YAML::Node> out;
        if (!node || node.IsNull())
            return out;
        if (!node.IsSequence() || node.size() > most_ports)
            refuse(node, {std::string(key) + " 应是列表", std::string(key) + " has to be a list of at most 4,096"});
        for (const auto& entry : node) {
            if (!entry.IsMap())
                refuse(entry, {std::string(key) + " 的项应有 name 与 type",
                               std::string(key) + " holds entries with name and type"});
            out.push_back(YAML::Node(entry));
        }
        return out;
    }

    void left_out(const char* key, Text what) {
        if (const std::size_t count = list(key).size(); count > 0)
            note({"未导入：" + what.zh + " " + std::to_string(count) + " 个",
                  "left out: " + std::to_string(count) + " " + what.en});
    }
    void note(Text sentence) { out_.notes.push_back(std::move(sentence)); }

    // Supplies of one device share its load or stand in for one another: the largest draw is the device's.
    void read_power() {
        const std::vector<YAML::Node> supplies = list("power-ports");
        double draw = 0;
        for (const YAML::Node& supply : supplies)
            draw = std::max(draw, number_of(supply, "maximum_draw", 0, 1e6));
        type().power_supplies = static_cast<std::int32_t>(supplies.size());
        type().power = watts(std::llround(draw));
        type().heat = type().power;
        if (draw <= 0)
            note({"文件没有写明功耗", "the file does not say what it draws"});
    }

    // A port of a row of ports "GE1/0/" 1, 2, …
    struct Port {
        PortGroup as; // its group, of one
        std::int64_t number = 0;
        bool operator==(const Port&) const = default;
    };

    static std::optional<BitRate> rate_of(std::string_view type) {
        const std::size_t base = type.find("base-");
        if (base == std::string_view::npos || base == 0)
            return std::nullopt;
        std::string_view amount = type.substr(0, base);
        double scale = 1e6;
        if (amount.ends_with('g')) {
            scale = 1e9;
            amount.remove_suffix(1);
        }
        double value = 0;
        const auto [end, problem] = std::from_chars(amount.data(), amount.data() + amount.size(), value);
        if (problem != std::errc() || end != amount.data() + amount.size() || !(value > 0) || value > 1e5)
            return std::nullopt;
        return BitRate(std::llround(value * scale));
    }

    // The class of power sourcing equipment that IEEE 802.3 types give at most.
    static std::int32_t poe_class_of(const std::string& type) {
        if (type.starts_with("type1"))
            return 3;
        if (type.starts_with("type2"))
            return 4;
        if (type.starts_with("type3"))
            return 6;
        return type.starts_with("type4") ? 8 : 0;
    }

    std::optional<Port> port_of(const YAML::Node& entry) const {
        const std::string name = scalar(entry, "name", true);
        const std::string kind = scalar(entry, "type", true);
        const std::optional<BitRate> rate = rate_of(kind);
        if (!rate || scalar(entry, "mgmt_only", false) == "true")
            return std::nullopt;
        Port out;
        const std::size_t digits = name.find_last_not_of("0123456789") + 1;
        out.as.prefix = name.substr(0, digits);
        std::from_chars(name.data() + digits, name.data() + name.size(), out.number);
        out.as.count = 1;
        out.as.rate = *rate;
        const std::string_view after = std::string_view(kind).substr(kind.find("base-") + 5);
        out.as.medium = after.starts_with('t') ? Medium::copper : Medium::fibre;
        if (scalar(entry, "poe_mode", false) == "pse")
            out.as.poe_class = poe_class_of(scalar(entry, "poe_type", false));
        return out;
    }

    void read_ports() {
        std::size_t unused = 0;
        std::int64_t last = 0;
        for (const YAML::Node& entry : list("interfaces")) {
            const std::optional<Port> port = port_of(entry);
            if (!port) {
                ++unused;
                continue;
            }
            PortGroup* group = type().ports.empty() ? nullptr : &type().ports.back();
            PortGroup alike = port->as;
            if (group)
                alike.count = group->count;
            if (group && alike == *group && port->number == last + 1)
                ++group->count;
            else
                type().ports.push_back(port->as);
            last = port->number;
        }
        if (unused > 0)
            note({"未导入：管理口、堆叠口等 " + std::to_string(unused) + " 个",
                  "left out: " + std::to_string(unused) + " ports for management, stacking or of unknown kinds"});
        if (std::any_of(type().ports.begin(), type().ports.end(), [](const PortGroup& g) { return g.poe_class > 0; }))
            note({"供电预算不在文件中，请在目录中填写；功耗含 PoE",
                  "the PoE budget is not in the file: give it in the catalogue; what it draws includes PoE"});
    }

    // Many copper ports and a few faster ones: an access switch, whose faster ports lead up. Many fibre ports: one that
    // gathers others.
    void guess_role() {
        std::int32_t copper = 0, fibre = 0;
        BitRate slow;
        for (const PortGroup& group : type().ports) {
            (group.medium == Medium::copper ? copper : fibre) += group.count;
            if (group.medium == Medium::copper)
                slow = std::max(slow, group.rate);
        }
        if (copper >= 8 && copper > fibre) {
            type().role = EquipmentRole::access_switch;
            for (PortGroup& group : type().ports)
                group.uplink = group.medium == Medium::fibre && group.rate >= slow;
            note({"按端口判断为接入交换机；如不对请在目录中改",
                  "taken for an access switch by its ports: change it in the catalogue if not"});
        } else if (fibre >= 12) {
            type().role = EquipmentRole::distribution_switch;
            const PortGroup* most = &*std::max_element(type().ports.begin(), type().ports.end(),
                                                       [](const auto& a, const auto& b) { return a.count < b.count; });
            const BitRate usual = most->rate;
            for (PortGroup& group : type().ports)
                group.uplink = group.medium == Medium::fibre && group.rate > usual;
            note({"按端口判断为汇聚交换机；如不对请在目录中改",
                  "taken for a distribution switch by its ports: change it in the catalogue if not"});
        } else {
            note({"用途无从判断，请在目录中填写", "what it is for cannot be told: say it in the catalogue"});
        }
    }

    const YAML::Node& root_;
    const std::string& file_;
    DeviceTypeFile out_;
};

} // namespace

Result<DeviceTypeFile> read_device_type(std::string_view bytes, const std::string& file) {
    if (bytes.size() > most_bytes)
        return Error{.code = ErrorCode::bad_input,
                     .message = {"文件过大，不是设备型号文件", "is too large to describe a device type"},
                     .fix = {},
                     .where = {.file = file, .line = 0, .column = 0}};
    try {
        const YAML::Node root = YAML::Load(std::string(bytes));
        return Reader(root, file).read();
    } catch (Refused& refused) {
        return std::move(refused.error);
    } catch (const YAML::Exception& problem) {
        const bool known = !problem.mark.is_null();
        return Error{.code = ErrorCode::bad_input,
                     .message = {"不是合格的 YAML：" + problem.msg, "is no well-formed YAML: " + problem.msg},
                     .fix = {"检查该行的缩进与冒号", "look at indentation and colons of that line"},
                     .where = {file, known ? static_cast<std::uint32_t>(problem.mark.line) + 1 : 0,
                               known ? static_cast<std::uint32_t>(problem.mark.column) + 1 : 0}};
    }
}

Result<EquipmentTypeId> add_device_type(Edit& edit, EquipmentType type) {
    std::set<std::string> codes;
    for (const EquipmentType& other : edit.design().equipment_types) {
        if (other.manufacturer == type.manufacturer && other.model == type.model)
            return Error{.code = ErrorCode::conflict,
                         .message = {"目录中已有 " + type.manufacturer + " " + type.model,
                                     "the catalogue holds " + type.manufacturer + " " + type.model + " already"},
                         .fix = {"如要重新导入，先删除或改名", "delete or rename it to import it anew"},
                         .where = {}};
        codes.insert(other.code);
    }
    const std::string code = type.code;
    for (int n = 2; codes.contains(type.code); ++n)
        type.code = code + "-" + std::to_string(n);
    type.id = edit.ids().next<EquipmentType>();
    const EquipmentTypeId id = type.id;
    edit.put(std::move(type));
    return id;
}

} // namespace riser
