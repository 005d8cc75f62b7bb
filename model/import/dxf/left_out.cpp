// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/left_out.h"

#include <cmath>

namespace riser {

Text explanation(LeftOutReason reason) {
    switch (reason) {
    case LeftOutReason::not_read:
        return {"此类对象与房间无关，不读取", "objects of this kind are not read"};
    case LeftOutReason::filling:
        return {"填充不读取", "filling is not read"};
    case LeftOutReason::dimension:
        return {"尺寸标注不当作墙线，只用来判断单位", "dimensions are not walls; they only help to tell the unit"};
    case LeftOutReason::paper_space:
        return {"位于图纸空间（布局）", "it stands in paper space (a layout)"};
    case LeftOutReason::invisible:
        return {"对象自身设为不可见", "it is set invisible itself"};
    case LeftOutReason::hidden_layer:
        return {"图层被冻结或关闭", "its layer is frozen or off"};
    case LeftOutReason::mesh:
        return {"网格曲面不读取", "meshes are not read"};
    case LeftOutReason::infinite:
        return {"无限长的构造线", "an infinite construction line"};
    case LeftOutReason::bad_number:
        return {"数值不可用（不是数字、无穷大或超过 1e12）", "an unusable number (not one, infinite, or beyond 1e12)"};
    case LeftOutReason::nothing_in_it:
        return {"对象不完整", "it is incomplete"};
    case LeftOutReason::stray:
        return {"顶点不属于任何多段线", "a vertex of no polyline"};
    case LeftOutReason::no_block:
        return {"所插入的图块没有定义", "the block it inserts is not defined"};
    case LeftOutReason::external:
        return {"外部参照未绑定，其内容不在文件中（请在 CAD 中绑定后再导出）",
                "an external drawing that is not bound, so not in the file (bind it in CAD and export again)"};
    case LeftOutReason::flat:
        return {"图块比例为零", "the block is scaled to nothing"};
    case LeftOutReason::custom:
        return {
            "软件自定义对象（如天正），须先转为普通图形（天正：图形导出为 T3）",
            "an application's own object (such as Tangent's); convert to plain entities first (Tangent: export as T3)"};
    }
    return {};
}

LeftOutReason reason_for_unknown(std::string_view type) {
    if (type == "HATCH" || type == "MPOLYGON" || type == "WIPEOUT")
        return LeftOutReason::filling;
    if (type == "XLINE" || type == "RAY")
        return LeftOutReason::infinite;
    if (type == "3DFACE" || type == "MESH" || type == "POLYFACE" || type == "3DSOLID" || type == "SURFACE")
        return LeftOutReason::mesh;
    if (type.starts_with("TCH_") || type.starts_with("TDB") || type.starts_with("AEC_") ||
        type == "ACAD_PROXY_ENTITY" || type == "PROXY")
        return LeftOutReason::custom;
    return LeftOutReason::not_read;
}

void LeftOut::add(std::string_view type, LeftOutReason reason, std::uint32_t line) {
    // Hostile files may invent a new type each time.
    const std::string what = counts_.size() < 200 ? lossy_ascii(type.substr(0, 40)) : "(other)";
    for (std::size_t i = 0; i < counts_.size(); ++i)
        if (reasons_[i] == reason && counts_[i].what == what) {
            ++counts_[i].left_out;
            return;
        }
    counts_.push_back({.what = what, .read = 0, .left_out = 1, .why = explanation(reason), .first_line = line});
    reasons_.push_back(reason);
}

std::uint32_t LeftOut::count(LeftOutReason reason) const {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i)
        sum += reasons_[i] == reason ? counts_[i].left_out : 0;
    return sum;
}

bool unusable_number(const DxfGroups& groups) {
    for (const DxfGroup& group : groups) {
        const int code = group.code;
        if (code == 101)
            return false; // what follows belongs to an embedded object
        if ((code >= 10 && code <= 59) || (code >= 210 && code <= 239)) {
            const auto value = parse_dxf_real(group.value);
            if (!value || std::abs(*value) > 1e12)
                return true;
        } else if ((code >= 60 && code <= 79) || (code >= 90 && code <= 99)) {
            if (!parse_dxf_integer(group.value))
                return true;
        }
    }
    return false;
}

Text damaged_fix() {
    return {"文件结构损坏，请在 CAD 中修复（AUDIT）后重新导出",
            "the structure is damaged; repair it in CAD (AUDIT) and export again"};
}

std::string lossy_ascii(std::string_view bytes) {
    std::string out;
    for (char c : bytes)
        out += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f ? '?' : c;
    return out;
}

} // namespace riser
