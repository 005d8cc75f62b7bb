// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/layer_map.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

struct RoleName {
    LayerRole role;
    std::string_view word;
    std::string_view zh;
    std::string_view en;
};
constexpr std::array<RoleName, 21> role_names{{
    {LayerRole::unknown, "unknown", "未知", "unknown"},
    {LayerRole::wall, "wall", "墙", "walls"},
    {LayerRole::column, "column", "柱", "columns"},
    {LayerRole::door, "door", "门", "doors"},
    {LayerRole::window, "window", "窗", "windows"},
    {LayerRole::opening, "opening", "门窗", "doors and windows"},
    {LayerRole::stair, "stair", "楼梯", "stairs"},
    {LayerRole::lift, "lift", "电梯", "lifts"},
    {LayerRole::room_text, "room_text", "房间文字", "room texts"},
    {LayerRole::opening_text, "opening_text", "门窗编号", "door and window marks"},
    {LayerRole::text, "text", "文字", "texts"},
    {LayerRole::room_outline, "room_outline", "房间轮廓", "room outlines"},
    {LayerRole::axis, "axis", "轴线", "axes"},
    {LayerRole::dimension, "dimension", "尺寸", "dimensions"},
    {LayerRole::level, "level", "标高", "levels"},
    {LayerRole::furniture, "furniture", "家具设备", "furniture"},
    {LayerRole::sanitary, "sanitary", "洁具", "sanitary ware"},
    {LayerRole::hatch, "hatch", "填充", "hatching"},
    {LayerRole::roof, "roof", "屋面与室外轮廓", "roofs and outlines"},
    {LayerRole::sheet, "sheet", "图框", "frames"},
    {LayerRole::ignored, "ignored", "忽略", "ignored"},
}};

const RoleName& named(LayerRole role) {
    return *std::find_if(role_names.begin(), role_names.end(), [&](const RoleName& n) { return n.role == role; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// * any run of bytes, ? one byte of ASCII or one whole letter.
bool matches(std::string_view pattern, std::string_view name) {
    std::size_t p = 0, n = 0;
    std::size_t star = std::string_view::npos, resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            ++n;
            while (n < name.size() && (static_cast<unsigned char>(name[n]) & 0xC0) == 0x80)
                ++n;
        } else if (p < pattern.size() && lower(pattern[p]) == lower(name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

// The first match counts: what says "text", "hatch" or "dimension" stands before what says "wall".
std::vector<LayerRule> default_rules() {
    struct Group {
        LayerRole role;
        std::vector<std::string_view> patterns;
    };
    const std::vector<Group> groups{
        {LayerRole::ignored,
         {"defpoints", "*footer*", "*fndn*", "*stem-wall*", "*foundation*", "*joist*", "*truss*", "*beam*", "*header*",
          "*梁*", "*基础*", "temp"}},
        {LayerRole::hatch, {"*-patt*", "*hatch*", "*_fill", "*填充*", "*图案*"}},
        {LayerRole::level, {"*-levl*", "*-lev?", "*level*", "dim_elev*", "*标高*"}},
        {LayerRole::dimension,
         {"*dims*", "*_dim", "*-dim", "dim", "dim_*", "dimension*", "pub_dim*", "*尺寸*", "*标注*"}},
        {LayerRole::opening_text,
         {"window_text", "door_text", "door_fire_text", "*door*-iden*", "*glaz*-iden*", "*win*-text*", "*门窗*号*",
          "*门窗*文字*", "*门号*", "*窗号*"}},
        {LayerRole::room_outline, {"*area-bound*", "*space-bound*", "space", "*-area", "*房间轮廓*", "*房间边界*"}},
        {LayerRole::room_text,
         {"*area-iden*", "*area-name*", "*flor-iden*", "*room*", "*space*", "*raum*", "*房间*", "*房号*", "*功能*名*"}},
        {LayerRole::axis, {"dote*", "axis*", "*-axis*", "*-grid*", "grid*", "*轴*"}},
        {LayerRole::sheet,
         {"*clud*", "*revs*", "*tblk*", "*ttlb*", "*title*", "*frame*", "*viewport*", "view port", "*vport*", "tk",
          "*图框*", "*图签*"}},
        {LayerRole::text,
         {"*text*", "*-note*", "*-anno*", "*notes*", "*-iden*", "pub_tab", "*文字*", "*说明*", "*注释*"}},
        {LayerRole::sanitary,
         {"*fixture*", "*flor-fixt*", "*-fixt*", "*plumb*", "*-sprn*", "lvtry", "latrine", "*sanitary*", "*toilet*",
          "*洁具*", "*卫生*", "*厕*"}},
        {LayerRole::lift, {"evtr*", "*-evtr*", "*elevator*", "*lift*", "*escalator*", "*电梯*", "*扶梯*", "*货梯*"}},
        {LayerRole::stair,
         {"stair*", "*-strs*", "*-stair*", "*hral*", "handrail*", "*ramp*", "*step*", "*treppe*", "*楼梯*", "*台阶*",
          "*栏杆*", "*坡道*"}},
        {LayerRole::furniture,
         {"*furn*", "*case*", "*eqpm*", "*equip*", "*parking*", "*车位*", "*appl*", "*couch*", "*bench*", "*shelves*",
          "*table*", "*möbel*", "*家具*", "*家私*", "*设备*", "*柜*"}},
        {LayerRole::column, {"*cols*", "*colu*", "*pillar*", "*stütze*", "*柱*"}},
        {LayerRole::opening,
         {"*doors*win*", "*door*window*", "*opening*", "window", "opng*", "*-opng*", "*门窗*", "*洞口*"}},
        {LayerRole::door, {"*door*", "*tür*", "*porte", "*门*"}},
        {LayerRole::window,
         {"*glaz*", "*window*", "*-win*", "win", "*curtwall*", "*curtain*", "*fenster*", "*fenêtre*", "*窗*",
          "*幕墙*"}},
        {LayerRole::roof,
         {"*roof*", "*overhang*", "*footprint*", "*outline*", "balcony*", "surface*", "*slab*", "ground*", "*site*",
          "*屋面*", "*屋顶*", "*阳台*", "*散水*", "*雨篷*"}},
        {LayerRole::wall, {"*wall*", "*wand*", "*mauer*", "*partition*", "mur", "murs*", "*-mur", "*muro*", "*墙*"}},
    };
    std::vector<LayerRule> rules;
    for (const Group& group : groups)
        for (std::string_view pattern : group.patterns)
            rules.push_back({std::string(pattern), group.role});
    return rules;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string known_roles() {
    std::string out;
    for (const RoleName& name : role_names)
        if (name.role != LayerRole::unknown)
            out += (out.empty() ? "" : ", ") + std::string(name.word);
    return out;
}

Error bad_role(std::string_view word, Where where) {
    return {ErrorCode::bad_input,
            {"没有“" + std::string(word) + "”这种图层用途", "there is no layer role '" + std::string(word) + "'"},
            {"可用：" + known_roles(), "use one of: " + known_roles()},
            std::move(where)};
}

// A pattern with its quotes taken off, and where the rest begins; nothing when the quotes do not close.
std::optional<std::pair<std::string, std::size_t>> take_pattern(std::string_view line) {
    if (line.front() == '"') {
        const std::size_t end = line.find('"', 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        return std::pair{std::string(line.substr(1, end - 1)), end + 1};
    }
    const std::size_t equals = line.find('=');
    return std::pair{std::string(trimmed(line.substr(0, equals))), std::min(equals, line.size())};
}

} // namespace

std::string_view to_string(LayerRole role) { return named(role).word; }

std::optional<LayerRole> parse_layer_role(std::string_view word) {
    for (const RoleName& name : role_names)
        if (name.word == word)
            return name.role;
    return std::nullopt;
}

Text name_of(LayerRole role) { return {std::string(named(role).zh), std::string(named(role).en)}; }

LayerMap::LayerMap() {
    static const std::vector<LayerRule> rules = default_rules();
    rules_ = rules;
}

Result<void> LayerMap::read(std::string_view text, const std::string& file_name) {
    std::vector<LayerRule> rules;
    std::uint32_t number = 0;
    if (std::size_t good = 0; !is_utf8(text, &good))
        return Error{ErrorCode::bad_input,
                     {"图层文件不是 UTF-8 编码", "the layer file is not UTF-8"},
                     {"请以 UTF-8 保存", "save it as UTF-8"},
                     {file_name,
                      static_cast<std::uint32_t>(
                          1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(good), '\n')),
                      0}};
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    while (!text.empty()) {
        ++number;
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view whole = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view line = trimmed(whole);
        if (line.empty() || line.front() == '#')
            continue;
        const auto column = [&](const char* at) { return static_cast<std::uint32_t>(at - whole.data()) + 1; };
        const auto fail = [&](Text message, const char* at) {
            return Error{
                ErrorCode::bad_input,
                std::move(message),
                {"每行写作：图层 = 用途，例如 A-WALL* = wall", "write: layer = role, for example A-WALL* = wall"},
                {file_name, number, column(at)}};
        };
        const auto pattern = take_pattern(line);
        if (!pattern)
            return fail({"引号没有结束", "the quotation mark does not close"}, line.data());
        std::string_view rest = trimmed(line.substr(pattern->second));
        if (pattern->first.empty())
            return fail({"缺少图层名", "the layer name is missing"}, line.data());
        if (rest.empty() || rest.front() != '=')
            return fail({"缺少等号", "the equals sign is missing"},
                        rest.empty() ? line.data() + line.size() : rest.data());
        rest = rest.substr(1);
        const std::string_view word = trimmed(rest.substr(0, rest.find('#')));
        const auto role = parse_layer_role(word);
        if (!role)
            return bad_role(word, {file_name, number, column(word.empty() ? line.data() + line.size() : word.data())});
        rules.push_back({pattern->first, *role});
    }
    rules_.insert(rules_.begin(), rules.begin(), rules.end());
    return {};
}

Result<void> LayerMap::add(std::string_view flag) {
    const std::size_t equals = flag.rfind('=');
    const std::string_view pattern = trimmed(flag.substr(0, std::min(equals, flag.size())));
    if (equals == std::string_view::npos || pattern.empty())
        return Error{ErrorCode::bad_input,
                     {"“" + std::string(flag) + "”不是 图层=用途", "'" + std::string(flag) + "' is not LAYER=role"},
                     {"例如 A-WALL*=wall", "for example A-WALL*=wall"},
                     {}};
    const std::string_view word = trimmed(flag.substr(equals + 1));
    const auto role = parse_layer_role(word);
    if (!role)
        return bad_role(word, {});
    rules_.insert(rules_.begin(), {std::string(pattern), *role});
    return {};
}

const LayerRule* LayerMap::rule(std::string_view layer) const {
    const std::string stripped = strip_layer_name(layer);
    // A prefix is a drawing's name and may hold any word: only patterns that spell one out are compared with it.
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const LayerRule& r) {
        return matches(r.pattern, stripped) ||
               (r.pattern.find_first_of("$|") != std::string::npos && matches(r.pattern, layer));
    });
    return found == rules_.end() ? nullptr : &*found;
}

LayerRole LayerMap::role(std::string_view layer) const {
    const LayerRule* found = rule(layer);
    return found ? found->role : LayerRole::unknown;
}

std::vector<LayerRole> layer_roles(const PlanSketch& sketch, const LayerMap& map) {
    std::vector<LayerRole> roles;
    roles.reserve(sketch.layers.size());
    for (const SketchLayer& layer : sketch.layers)
        roles.push_back(map.role(layer.name));
    return roles;
}

} // namespace riser
