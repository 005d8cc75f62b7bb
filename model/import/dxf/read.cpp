// SPDX-License-Identifier: GPL-3.0-or-later
// Sections, tables, blocks and entities: what is kept, what is left out and why. Structure that does not close is an
// error; an entity that makes no sense is left out and counted.
#include "model/import/dxf/adapter.h"
#include "model/import/dxf/drawing.h"
#include "model/import/dxf/left_out.h"
#include "model/import/dxf/scan.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace riser {

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

const DxfBlock* DxfDrawing::block(std::string_view name) const {
    const auto found = block_by_name.find(lower_ascii(name));
    return found == block_by_name.end() ? nullptr : &blocks[found->second];
}

namespace {

class Reader {
  public:
    Reader(std::string_view bytes, const std::string& file, std::stop_token stop)
        : bytes_(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes),
          file_(file),
          stop_(std::move(stop)),
          scanner_(bytes_, file_) {
        drawing_.file = file;
        drawing_.layers.push_back({.name = "0", .stripped = "0"});
        layer_by_name_["0"] = 0;
    }

    Result<DxfDrawing> read();

  private:
    Error fail(Text message, Text fix, std::uint32_t line) const {
        return {ErrorCode::bad_input, std::move(message), std::move(fix), {file_, line, 0}};
    }
    Error truncated(std::string_view open, std::uint32_t since) const;

    std::optional<Error> section(const std::string& name, std::uint32_t line);
    std::optional<Error> take(DxfGroups& object, const std::string& section);
    void header_variable(const DxfGroups& variable);
    void layer(const DxfGroups& groups);
    void entity(const DxfGroups& groups);
    void multiline(const DxfGroups& groups, const DxfEntityFrame& frame);
    void dimension(const DxfGroups& groups);
    std::optional<Error> begin_block(const DxfGroups& groups);
    SketchIndex layer_index(std::string_view raw);
    SketchIndex type_index(std::string_view type);
    DxfDecoder& decoder();
    DxfAdapter& adapter();
    // What stands in the pictures of dimensions is nobody's loss.
    LeftOut& left_out() { return block_ && block_->name.starts_with("*D") ? unlisted_ : left_out_; }
    std::string decoded(const DxfGroups& groups, int code) {
        const DxfGroup* group = find_group(groups, code);
        return group ? decoder().decode(group->word()) : std::string{};
    }

    std::string_view bytes_;
    const std::string& file_;
    std::stop_token stop_;
    DxfScanner scanner_;
    DxfDrawing drawing_;
    std::optional<DxfDecoder> decoder_;
    std::optional<DxfAdapter> adapter_;
    LeftOut left_out_;
    std::unordered_map<std::string, SketchIndex> layer_by_name_;
    std::unordered_map<std::string, SketchIndex> type_by_name_;
    std::optional<DxfBlock> block_;
    LeftOut unlisted_;
    bool has_entities_ = false;
    bool skipping_vertices_ = false; // of a mesh, or of a polyline that was left out
};

DxfDecoder& Reader::decoder() {
    if (!decoder_)
        decoder_.emplace(survey_bytes(bytes_), drawing_.header.code_page, drawing_.header.version >= "AC1021");
    return *decoder_;
}

DxfAdapter& Reader::adapter() {
    if (!adapter_) {
        adapter_.emplace(decoder());
        adapter_->into(drawing_.entities);
    }
    return *adapter_;
}

SketchIndex Reader::type_index(std::string_view type) {
    const auto [found, fresh] =
        type_by_name_.try_emplace(std::string(type), static_cast<SketchIndex>(drawing_.types.size()));
    if (fresh)
        drawing_.types.emplace_back(type);
    return found->second;
}

SketchIndex Reader::layer_index(std::string_view raw) {
    const std::string name = raw.empty() ? "0" : decoder().decode(raw);
    const auto [found, fresh] =
        layer_by_name_.try_emplace(lower_ascii(name), static_cast<SketchIndex>(drawing_.layers.size()));
    if (fresh)
        drawing_.layers.push_back({.name = name, .stripped = strip_layer_name(name)});
    return found->second;
}

void Reader::layer(const DxfGroups& groups) {
    const DxfGroup* name = find_group(groups, 2);
    if (!name || name->word().empty())
        return;
    SketchLayer& layer = drawing_.layers[layer_index(name->word())];
    const long flags = integer_of(groups, 70, 0);
    const long colour = integer_of(groups, 62, 7);
    layer.frozen = (flags & 1) != 0;
    layer.off = colour < 0;
    layer.colour = static_cast<int>(std::clamp(std::abs(colour), 0L, 256L));
}

void Reader::header_variable(const DxfGroups& groups) {
    const std::string_view name = groups.front().word();
    DxfHeader& header = drawing_.header;
    const auto word = [&](int code) {
        const DxfGroup* group = find_group(groups, code);
        return std::string(group ? group->word() : std::string_view{});
    };
    if (name == "$ACADVER")
        header.version = word(1);
    else if (name == "$DWGCODEPAGE")
        header.code_page = word(3);
    else if (name == "$INSUNITS")
        header.insert_units = integer_of(groups, 70, 0);
    else if (name == "$LUNITS")
        header.linear_units = integer_of(groups, 70, 2);
    else if (name == "$MEASUREMENT")
        header.metric = integer_of(groups, 70, 1);
    else if (name == "$DIMLFAC")
        header.dimension_factor = real_of(groups, 40, 1);
}

std::optional<Error> Reader::begin_block(const DxfGroups& groups) {
    if (block_)
        return fail(
            {"图块定义中又出现图块定义（第 " + std::to_string(block_->line) + " 行的图块没有 ENDBLK）",
             "a block begins inside a block (the one of line " + std::to_string(block_->line) + " has no ENDBLK)"},
            damaged_fix(), groups.front().line);
    block_.emplace();
    block_->name = decoded(groups, 2);
    block_->line = groups.front().line;
    block_->base_x = real_of(groups, 10, 0);
    block_->base_y = real_of(groups, 20, 0);
    block_->external = (integer_of(groups, 70, 0) & 4) != 0;
    adapter().into(block_->entities);
    return std::nullopt;
}

void Reader::dimension(const DxfGroups& groups) {
    left_out().add(groups.front().word(), LeftOutReason::dimension, groups.front().line);
    DxfDimension d;
    d.measured = real_of(groups, 42, 0);
    d.text = decoded(groups, 1);
    d.block = decoded(groups, 2);
    d.line = groups.front().line;
    // Angles are measured in degrees, not in drawing units.
    const long kind = integer_of(groups, 70, 0) & 7;
    if (!block_ && d.measured > 0 && kind != 2 && kind != 5)
        drawing_.dimensions.push_back(std::move(d));
}

// MLINE: dxflib does not know it, and old Chinese drawings draw walls with it. Each element of the style runs at
// vertex + miter * parameter.
void Reader::multiline(const DxfGroups& groups, const DxfEntityFrame& frame) {
    std::vector<DxfPolyline> elements;
    DxfVertex vertex;
    DxfVertex miter;
    std::size_t element = 0;
    std::size_t wanted = 0; // parameters of the current element still to come
    bool first = false;
    const bool closed = (integer_of(groups, 71, 0) & 2) != 0;
    for (const DxfGroup& group : groups) {
        const double value = parse_dxf_real(group.value).value_or(0);
        switch (group.code) {
        case 11:
            vertex = {value, 0, 0, 0, 1}, element = 0;
            break;
        case 21:
            vertex.y = value;
            break;
        case 13:
            miter.x = value;
            break;
        case 23:
            miter.y = value;
            break;
        case 74:
            wanted = static_cast<std::size_t>(std::max(0.0, value)), first = true;
            break;
        case 41:
            if (wanted > 0 && first) {
                if (element >= elements.size() && elements.size() < 16)
                    elements.emplace_back();
                if (element < elements.size())
                    elements[element].vertices.push_back(
                        {vertex.x + miter.x * value, vertex.y + miter.y * value, 0, 0, 1});
                ++element;
                first = false;
            }
            break;
        default:
            break;
        }
    }
    std::vector<DxfEntity>& container = block_ ? block_->entities : drawing_.entities;
    for (DxfPolyline& line : elements) {
        line.closed = closed;
        line.spatial = true;
        DxfEntity made;
        made.shape = std::move(line);
        made.layer = frame.layer;
        made.type = frame.type;
        made.colour = frame.colour;
        made.line = groups.front().line;
        container.push_back(std::move(made));
    }
    if (elements.empty())
        left_out().add("MLINE", LeftOutReason::nothing_in_it, groups.front().line);
}

void Reader::entity(const DxfGroups& groups) {
    const std::string_view type = groups.front().word();
    const std::uint32_t line = groups.front().line;
    const bool part = type == "VERTEX" || type == "SEQEND"; // of a POLYLINE or an INSERT
    if (!part) {
        adapter().close_polyline();
        skipping_vertices_ = false;
    }
    if (type == "SEQEND")
        return adapter().close_polyline();
    if (type == "VERTEX") {
        // 16: control frame of a spline-fit polyline; 64, 128: mesh
        if (!skipping_vertices_ && (integer_of(groups, 70, 0) & (16 | 64 | 128)) == 0) {
            if (unusable_number(groups))
                left_out().add(type, LeftOutReason::bad_number, line);
            else if (!adapter().feed(groups, {}))
                left_out().add(type, LeftOutReason::stray, line);
        }
        return;
    }
    const auto leave_out = [&](LeftOutReason reason) {
        left_out().add(type, reason, line);
        skipping_vertices_ = type == "POLYLINE";
    };
    if (integer_of(groups, 67, 0) == 1 && !block_)
        return leave_out(LeftOutReason::paper_space);
    if (integer_of(groups, 60, 0) == 1)
        return leave_out(LeftOutReason::invisible);
    if (type.find("DIMENSION") != std::string_view::npos)
        return dimension(groups);
    const bool table = type == "ACAD_TABLE";
    if (!is_known_to_adapter(type) && type != "MLINE" && !table)
        return leave_out(reason_for_unknown(type));
    if (type == "ATTRIB" && (integer_of(groups, 70, 0) & 1) != 0)
        return leave_out(LeftOutReason::invisible);
    if (type == "POLYLINE" && (integer_of(groups, 70, 0) & (16 | 64)) != 0)
        return leave_out(LeftOutReason::mesh);
    if (unusable_number(groups))
        return leave_out(LeftOutReason::bad_number);

    const DxfGroup* on = find_group(groups, 8);
    DxfEntityFrame frame;
    frame.layer = layer_index(on ? on->word() : std::string_view{});
    frame.type = type_index(type);
    frame.colour = static_cast<std::int16_t>(std::clamp(integer_of(groups, 62, 256), 0L, 256L));
    if (type == "MLINE")
        return multiline(groups, frame);
    if (table) {
        // The drawn table is an anonymous block.
        DxfGroups as_insert{{0, "INSERT", line}};
        for (const int code : {8, 2, 10, 20})
            if (const DxfGroup* group = find_group(groups, code))
                as_insert.push_back(*group);
        if (!adapter().feed(as_insert, frame))
            leave_out(LeftOutReason::nothing_in_it);
        return;
    }
    if (!adapter().feed(groups, frame))
        leave_out(LeftOutReason::nothing_in_it);
}

std::optional<Error> Reader::take(DxfGroups& object, const std::string& section) {
    if (object.empty())
        return std::nullopt;
    const std::string_view type = object.front().word();
    if (section == "HEADER") {
        header_variable(object);
    } else if (section == "TABLES") {
        if (type == "LAYER")
            layer(object);
    } else if (section == "BLOCKS") {
        if (type == "BLOCK") {
            if (auto error = begin_block(object))
                return error;
        } else if (type == "ENDBLK") {
            if (!block_)
                return fail({"ENDBLK 没有对应的 BLOCK", "an ENDBLK without its BLOCK"}, damaged_fix(),
                            object.front().line);
            adapter().close_polyline();
            drawing_.block_by_name.insert_or_assign(lower_ascii(block_->name),
                                                    static_cast<SketchIndex>(drawing_.blocks.size()));
            drawing_.blocks.push_back(std::move(*block_));
            block_.reset();
            adapter().into(drawing_.entities);
        } else if (block_) {
            entity(object);
        }
    } else if (section == "ENTITIES") {
        entity(object);
    }
    object.clear();
    return std::nullopt;
}

Error Reader::truncated(std::string_view open, std::uint32_t since) const {
    const std::string name = lossy_ascii(open.substr(0, 40));
    const std::string at = std::to_string(since);
    return fail({"文件被截断：第 " + at + " 行开始的 " + name + " 没有结束，也没有 EOF",
                 "the file is cut: " + name + ", begun on line " + at + ", does not end and there is no EOF"},
                {"请重新导出或传输", "export or transfer it again"}, scanner_.line());
}

std::optional<Error> Reader::section(const std::string& name, std::uint32_t since) {
    const bool wanted = name == "HEADER" || name == "TABLES" || name == "BLOCKS" || name == "ENTITIES";
    const std::string shown = lossy_ascii(name.substr(0, 40));
    DxfGroups object;
    DxfGroup group;
    while (scanner_.next(group)) {
        if (group.code == 999)
            continue;
        if (group.code == 0) {
            const std::string_view word = group.word();
            const bool ends = word == "ENDSEC";
            if (stop_.stop_requested())
                return reading_stopped();
            if (ends || wanted)
                if (auto error = take(object, name))
                    return error;
            if (ends) {
                if (block_)
                    return fail({"第 " + std::to_string(block_->line) + " 行的图块没有 ENDBLK",
                                 "the block of line " + std::to_string(block_->line) + " has no ENDBLK"},
                                damaged_fix(), group.line);
                return std::nullopt;
            }
            if (word == "SECTION" || word == "EOF")
                return fail({"第 " + std::to_string(since) + " 行开始的 " + shown + " 段没有 ENDSEC",
                             "section " + shown + " of line " + std::to_string(since) + " has no ENDSEC"},
                            damaged_fix(), group.line);
            object.clear();
            if (wanted)
                object.push_back(group);
        } else if (group.code == 9 && name == "HEADER") {
            if (auto error = take(object, name))
                return error;
            object.push_back(group);
        } else if (wanted && !object.empty()) {
            object.push_back(group);
        }
    }
    return scanner_.error() ? *scanner_.error() : truncated("SECTION " + name, since);
}

Result<DxfDrawing> Reader::read() {
    DxfGroup group;
    bool ended = false;
    while (!ended && scanner_.next(group)) {
        if (group.code == 999)
            continue;
        if (group.code == 0 && group.word() == "EOF") {
            ended = true;
        } else if (group.code == 0 && group.word() == "SECTION") {
            const std::uint32_t since = group.line;
            do {
                if (!scanner_.next(group))
                    return scanner_.error() ? *scanner_.error() : truncated("SECTION", since);
            } while (group.code == 999);
            if (group.code != 2)
                return fail({"SECTION 之后缺少段名（组码 2）", "a SECTION without its name (group code 2)"},
                            damaged_fix(), group.line);
            const std::string name(group.word());
            has_entities_ = has_entities_ || name == "ENTITIES";
            if (auto error = section(name, since))
                return *error;
        } else {
            const std::string found =
                "(" + std::to_string(group.code) + ", " + std::string(group.word().substr(0, 24)) + ")";
            return fail({"此处应为 SECTION 或 EOF，却是 " + lossy_ascii(found),
                         "expected SECTION or EOF here, found " + lossy_ascii(found)},
                        damaged_fix(), group.line);
        }
    }
    if (scanner_.error())
        return *scanner_.error();
    if (!ended)
        return fail({"文件被截断：没有 EOF", "the file is cut: it has no EOF"},
                    {"请重新导出或传输", "export or transfer it again"}, scanner_.line());
    if (!has_entities_)
        return fail({"没有 ENTITIES 段，图中没有图形", "no ENTITIES section: the drawing holds no drawing"},
                    {"请确认导出了模型空间", "see that model space was exported"}, scanner_.line());
    drawing_.encoding = decoder().encoding();
    drawing_.unreadable_texts = decoder().unreadable();
    drawing_.left_out = left_out_.take();
    return std::move(drawing_);
}

} // namespace

Error reading_stopped() { return {ErrorCode::stopped, {"已取消读取", "reading was stopped"}, {}, {}}; }

Result<DxfDrawing> read_dxf_drawing(std::string_view bytes, const std::string& file, std::stop_token stop) {
    if (auto error = wrong_kind_of_file(bytes, file))
        return *error;
    return Reader(bytes, file, std::move(stop)).read();
}

} // namespace riser
