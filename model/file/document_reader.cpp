// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/document_reader.h"

#include "model/file/row_reader.h"
#include "model/file/scan.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace riser {

namespace {

constexpr unsigned parse_flags =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol | pugi::parse_comments;

class DocumentReader {
  public:
    DocumentReader(Reading& reading, const pugi::xml_document& document) : reading_(reading), document_(document) {}

    bool read(Design& design, Format format) {
        Extras extras;
        remember_format(extras, format);
        for (pugi::xml_attribute attribute : document_.document_element().attributes())
            if (attribute.name() != format_attribute &&
                !unknown_attribute(document_.document_element(), attribute, {format_attribute}, extras))
                return false;
        bool inside = false; // comments before the root keep their place, those after it move to its end
        for (pugi::xml_node child : document_.children()) {
            if (child.type() == pugi::node_comment)
                (inside ? extras.children : extras.before).push_back(reading_.markup_of(child));
            else if (child == document_.document_element() && !root(design, child, extras))
                return false;
            inside = inside || child == document_.document_element();
        }
        design.document_extras = ExtrasRef(std::move(extras));
        return true;
    }

    // The names that a brief defines, before anything refers to them.
    bool define(Symbols& symbols) {
        for (pugi::xml_node table : document_.document_element().children()) {
            const std::optional<Kind> kind = kind_of_table_element(table.name());
            if (!kind)
                continue;
            for (pugi::xml_node row : table.children()) {
                const pugi::xml_attribute id = row.attribute("id");
                const std::string_view name = id.value();
                if (Symbols::is_name(name))
                    symbols.define(*kind, name);
                else if (name.starts_with('#'))
                    return reading_.fail(
                        row, id.value(),
                        {fill(Text{"名称 {name} 不可用", "{name} is no name"}, {{"name", shortened(name)}}),
                         {"# 之后用字母、数字、汉字、- _ .", "after # use letters, digits, - _ ."}});
            }
        }
        return true;
    }

  private:
    bool root(Design& design, pugi::xml_node root, Extras& extras) {
        std::vector<std::string> comments;
        for (pugi::xml_node child : root.children()) {
            if (child.type() == pugi::node_comment) {
                comments.push_back(reading_.markup_of(child));
            } else if (is_text(child)) {
                if (!stray_text(reading_, root, child))
                    return false;
            } else if (const std::optional<Kind> kind = kind_of_table_element(child.name())) {
                if (!once(*kind, child) || !table(design, *kind, child, std::move(comments)))
                    return false;
                comments.clear();
            } else if (reading_.keep_unknown) {
                keep(comments, child, extras);
            } else if (!unknown_table(root, child)) {
                return false;
            }
        }
        extras.children.insert(extras.children.end(), comments.begin(), comments.end());
        return true;
    }

    bool once(Kind kind, pugi::xml_node node) {
        pugi::xml_node& first = tables_[static_cast<std::size_t>(kind)];
        if (first)
            return reading_.fail(node, {fill(Text{"<{name}> 出现了两次，第一次在第 {line} 行",
                                                  "<{name}> stands twice, first on line {line}"},
                                             {{"name", same_text(node.name())}, {"line", line_of(first)}}),
                                        {"合并为一个", "make them one"},
                                        ErrorCode::conflict});
        first = node;
        return true;
    }

    bool table(Design& design, Kind kind, pugi::xml_node node, std::vector<std::string> before) {
        const TableAccess& access = table_access(kind);
        const Layout& layout = layout_of(kind);
        Extras extras;
        extras.before = std::move(before);
        for (pugi::xml_attribute attribute : node.attributes())
            if (!unknown_attribute(node, attribute, {}, extras))
                return false;
        rows_.clear();
        nodes_.clear();
        std::vector<std::string> comments;
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_element && child.name() == layout.element) {
                std::shared_ptr<void> row = read_row(reading_, access, layout, child, std::move(comments));
                comments.clear();
                if (reading_.error)
                    return false;
                if (row) {
                    rows_.push_back(std::move(row));
                    nodes_.push_back(child);
                }
            } else if (child.type() == pugi::node_comment) {
                comments.push_back(reading_.markup_of(child));
            } else if (is_text(child)) {
                if (!stray_text(reading_, node, child))
                    return false;
            } else if (reading_.keep_unknown) {
                keep(comments, child, extras);
            } else if (!unknown_row(node, child, layout)) {
                return false;
            }
        }
        extras.children.insert(extras.children.end(), comments.begin(), comments.end());
        design.table_extras[static_cast<std::size_t>(kind)] = ExtrasRef(std::move(extras));
        if (!sort_rows(access))
            return false;
        access.assign(design, std::move(rows_));
        return true;
    }

    // By id, refusing doubles. Rows that Riser wrote are sorted already.
    bool sort_rows(const TableAccess& access) {
        const auto id = [&](std::size_t i) { return access.id(rows_[i].get()); };
        bool sorted = true;
        for (std::size_t i = 1; i < rows_.size() && sorted; ++i)
            sorted = id(i - 1) < id(i);
        if (sorted)
            return true;
        std::vector<std::size_t> order(rows_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return id(a) != id(b) ? id(a) < id(b) : a < b; });
        std::vector<std::shared_ptr<void>> sorted_rows;
        std::size_t first = 0;
        std::size_t second = rows_.size(); // the earliest row in the file that repeats an id
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i > 0 && id(order[i]) == id(order[i - 1])) {
                if (order[i] < second)
                    first = order[i - 1], second = order[i];
                ++reading_.left_out;
            } else {
                sorted_rows.push_back(rows_[order[i]]);
            }
        }
        if (second < rows_.size() && !reading_.lenient)
            return duplicate(access, first, second);
        rows_ = std::move(sorted_rows);
        return true;
    }

    bool duplicate(const TableAccess& access, std::size_t first, std::size_t second) {
        const pugi::xml_attribute id = nodes_[second].attribute("id");
        const std::string text =
            id ? std::string(id.value()) : to_string(AnyId(access.kind, access.id(rows_[second].get())));
        return reading_.fail(
            nodes_[second], id ? id.value() : nodes_[second].name(),
            {fill(Text{"编号 {id} 重复，第一次在第 {line} 行", "the id {id} stands twice, first on line {line}"},
                  {{"id", same_text(text)}, {"line", line_of(nodes_[first])}}),
             {"改用另一个编号，或删除其中一行", "give one row another id, or remove it"},
             ErrorCode::conflict});
    }

    Text line_of(pugi::xml_node node) const {
        return same_text(std::to_string(reading_.source.at(reading_.offset_of(node)).line));
    }

    void keep(std::vector<std::string>& comments, pugi::xml_node child, Extras& extras) {
        for (std::string& comment : comments)
            extras.children.push_back(std::move(comment));
        comments.clear();
        extras.children.push_back(reading_.markup_of(child));
    }

    bool unknown_attribute(pugi::xml_node node, pugi::xml_attribute attribute, std::vector<std::string_view> known,
                           Extras& extras) {
        if (reading_.keep_unknown) {
            extras.attributes.push_back({attribute.name(), attribute.value()});
            return true;
        }
        const Text sentence = fill(Text{"<{element}> 没有属性 {name}", "<{element}> has no attribute {name}"},
                                   {{"element", same_text(node.name())}});
        Complaint complaint = unknown_name(sentence, attribute.name(), known);
        complaint.fix = {"删除它", "remove it"};
        return reading_.fault(node, attribute.name(), std::move(complaint));
    }

    bool unknown_table(pugi::xml_node root, pugi::xml_node child) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < kind_count; ++i)
            names.push_back(table_element(static_cast<Kind>(i)));
        const std::vector<std::string_view> known(names.begin(), names.end());
        const Text sentence = fill(Text{"<{root}> 中没有表 <{name}>", "<{root}> has no table <{name}>"},
                                   {{"root", same_text(root.name())}});
        return reading_.fault(child, child.name(), unknown_name(sentence, child.name(), known));
    }

    bool unknown_row(pugi::xml_node node, pugi::xml_node child, const Layout& layout) {
        const Text sentence =
            fill(Text{"<{table}> 中没有 <{name}>", "<{table}> holds no <{name}>"}, {{"table", same_text(node.name())}});
        const std::string_view known[] = {layout.element};
        return reading_.fault(child, child.name(), unknown_name(sentence, child.name(), known));
    }

    Reading& reading_;
    const pugi::xml_document& document_;
    std::array<pugi::xml_node, kind_count> tables_;
    std::vector<std::shared_ptr<void>> rows_;
    std::vector<pugi::xml_node> nodes_;
};

bool check_root(Reading& reading, pugi::xml_node root, std::string_view wanted) {
    const std::string_view name = root.name();
    if (name == wanted)
        return true;
    const Text fix = name == brief_root    ? Text{"用 riser new --brief 读入", "read it with riser new --brief"}
                     : name == design_root ? Text{"用 riser info 等命令打开", "open it as a design, with riser info"}
                                           : Text{};
    return reading.fail(root, {fill(name == brief_root ? Text{"这是任务书，不是设计", "this is a brief, no design"}
                                    : name == design_root ? Text{"这是设计，不是任务书", "this is a design, no brief"}
                                                          : Text{"根元素是 <{name}>，应为 <{wanted}>",
                                                                 "the root element is <{name}>, not <{wanted}>"},
                                    {{"name", shortened(name)}, {"wanted", same_text(wanted)}}),
                               fix});
}

bool check_format(Reading& reading, pugi::xml_node root, Format& format, const ReadOptions& options) {
    const pugi::xml_attribute attribute = root.attribute("format");
    if (!attribute)
        return reading.fail(
            root, {fill(Text{"<{root}> 缺少 format", "<{root}> lacks its format"}, {{"root", same_text(root.name())}}),
                   fill(Text{"写 format=\"{format}\"", "write format=\"{format}\""},
                        {{"format", same_text(to_string(current_format))}})});
    const std::optional<Format> parsed = parse_format(attribute.value());
    if (!parsed)
        return reading.fail(root, attribute.value(),
                            {fill(Text{"format=\"{value}\" 格式不对", "format=\"{value}\" is malformed"},
                                  {{"value", shortened(attribute.value())}}),
                             {"应为 主.次，如 1.0", "write MAJOR.MINOR, such as 1.0"}});
    format = *parsed;
    if (format.major > current_format.major && options.newer_major == NewerMajor::refuse)
        return reading.fail(
            root, attribute.value(),
            {fill(Text{"文件格式 {format} 比本版本（{current}）新一代",
                       "the file's format {format} is a generation newer than this version's {current}"},
                  {{"format", same_text(to_string(format))}, {"current", same_text(to_string(current_format))}}),
             {"升级 Riser，或只读打开", "upgrade Riser, or open it read-only"},
             ErrorCode::unsupported});
    reading.lenient = format.major > current_format.major;
    reading.keep_unknown = !reading.lenient && format > current_format;
    return true;
}

void add_notes(const Reading& reading, OpenedDesign& opened) {
    const TextArgument format{"format", same_text(to_string(opened.format))};
    const TextArgument count{"n", same_text(std::to_string(reading.left_out))};
    if (reading.keep_unknown)
        opened.notes.push_back(
            fill(Text{"文件格式 {format} 较新，本版本不认识的内容原样保留",
                      "the file's format {format} is newer: what this version does not know is kept as it is"},
                 {format}));
    if (reading.lenient)
        opened.notes.push_back(
            fill(Text{"文件格式 {format} 新一代，只读打开，略去 {n} 处",
                      "the file's format {format} is a generation newer: read-only, {n} things left out"},
                 {format, count}));
}

Result<OpenedDesign> read_parsed(Reading& reading, pugi::xml_document& document, const ReadOptions& options,
                                 std::string_view root) {
    OpenedDesign opened;
    const pugi::xml_node element = document.document_element();
    if (!check_root(reading, element, root) || !check_format(reading, element, opened.format, options))
        return std::move(*reading.error);
    opened.read_only = reading.lenient;
    if (opened.format < current_format) {
        Result<std::vector<Text>> migrated = migrate(document, opened.format, current_format, options.migrations);
        if (!migrated) {
            Error error = std::move(migrated).error();
            if (error.where.line == 0)
                error.where = reading.source.at(reading.offset_of(element));
            return error;
        }
        opened.notes = std::move(*migrated);
    }
    DocumentReader reader(reading, document);
    if ((reading.symbols && !reader.define(*reading.symbols)) || !reader.read(opened.design, opened.format))
        return std::move(*reading.error);
    add_notes(reading, opened);
    return opened;
}

} // namespace

Result<OpenedDesign> read_document(std::string_view bytes, std::string file, const ReadOptions& options,
                                   std::string_view root, Symbols* symbols) {
    const SourceText source(bytes, std::move(file));
    if (bytes.size() > options.limits.bytes)
        return Error{
            ErrorCode::refused,
            fill(Text{"文件过大：{n} 字节", "the file is too large: {n} bytes"},
                 {{"n", same_text(std::to_string(bytes.size()))}}),
            fill(Text{"最多 {n} 字节", "at most {n} bytes"}, {{"n", same_text(std::to_string(options.limits.bytes))}}),
            {source.file(), 0, 0}};
    std::string buffer(bytes);
    if (const std::optional<ScanFault> fault = scan_xml(buffer, options.limits))
        return Error{fault->code, fault->message, fault->fix, source.at(fault->offset)};
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer_inplace(buffer.data(), buffer.size(), parse_flags, pugi::encoding_utf8);
    if (!parsed)
        return Error{ErrorCode::bad_input,
                     same_text(parsed.description()),
                     {},
                     source.at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)))};
    Reading reading{source, buffer.data(), buffer.size()};
    reading.symbols = symbols;
    return read_parsed(reading, document, options, root);
}

} // namespace riser
