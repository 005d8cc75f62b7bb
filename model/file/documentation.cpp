// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/complaints.h"
#include "model/file/format.h"
#include "model/file/layout.h"
#include "model/file/schema.h"

namespace riser {

namespace {

constexpr std::string_view rules_zh = R"(# Riser 文件格式

设计保存为一个 UTF-8 的 XML 文件 `*.riser`。根元素是 `<riser format="主.次">`，其下每个表一个元素，表中每行一个元素、占一行。

- 表按下文次序，行按编号（`id`）排序，属性按下表次序；空表与默认值不写。同一设计只有一种写法，版本比较因此就是改动清单。
- 编号是两个字母的前缀加十个字符（`rm-7k3qx9m2pv`），随机产生，合并两个分支不会相撞。`project` 与 `brief` 各只有一行，编号固定。
- 引用写编号；多个引用以单个空格分隔。可以悬空：那是检查结果，不是读入错误。必填的引用尚无所指时写 `""`。
- 数字是整数，单位见下表；不写加号，不补零。
- 双语文字是两个属性：`名称.zh` 与 `名称.en`，可只写一个。
- `pins` 列出由人确定、规划不得改动的字段。
- 注释保留在它后面的行之前；行内的注释保留在行内。
- 不接受：DOCTYPE、处理指令、UTF-8 以外的编码、重复的属性、元素之间的文字、不认识的名称。
- 次版本更新的文件可以编辑，不认识的属性、子元素、表原样保留；主版本更新的文件只能只读打开；旧版本逐级升级。
- 任务书 `<riser-brief format="主.次">` 含同样的表，编号可写成 `#名称`，引用同样写 `#名称`；不被引用的行可不写编号。
- JSON（`riser info` 等）用同样的键；默认值不写。
)";

constexpr std::string_view rules_en = R"(# The format of Riser's files

A design is one XML file in UTF-8, `*.riser`. Its root is `<riser format="MAJOR.MINOR">`; in it one element a table, in a table one
element a row, each on one line.

- Tables stand in the order below, rows by their id, attributes in the order of their table; empty tables and default values are
  left out. A design has one spelling, so comparing two versions gives a list of changes.
- An id is a prefix of two letters and ten characters (`rm-7k3qx9m2pv`), drawn at random, so that merging two branches brings no
  clash. There is one `project` and one `brief`, of fixed ids.
- A reference is an id; several stand with single spaces between. It may dangle: that is a finding, no error. A needed reference
  that refers to nothing yet is `""`.
- Numbers are whole, in the unit given below, without plus sign or leading zeros.
- A text in two languages is two attributes, `name.zh` and `name.en`; one may be absent.
- `pins` lists the fields that a person decided and no planner changes.
- A comment is kept before the row that follows it; one inside a row is kept inside.
- Refused: DOCTYPE, processing instructions, encodings other than UTF-8, an attribute that stands twice, text between elements,
  unknown names.
- A file of a newer minor version can be edited: unknown attributes, children and tables are kept. One of a newer major version
  opens read-only. Older ones are brought forward step by step.
- A brief, `<riser-brief format="MAJOR.MINOR">`, holds the same tables; its ids may be `#name`, and references to them likewise;
  rows that nothing refers to may have none.
- JSON (of `riser info` and others) uses the same keys; default values are left out.
)";

std::string in(const Text& text, Language language) { return text.in(language); }
std::string in(const Label& label, Language language) {
    return std::string(language == Language::zh ? label.zh : label.en);
}

// A cell of a Markdown table holds no bar.
std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '\\');
    return text;
}

// All choices, with their labels; elsewhere what messages say.
std::string value_text(const Field& field, Language language) {
    if (field.choice_list.empty())
        return in(expected_by(field), language);
    std::string out;
    for (const Choice& choice : field.choice_list) {
        if (!out.empty())
            out += language == Language::zh ? "，" : ", ";
        out += '`' + std::string(choice.key) + "` " + in(choice.label, language);
    }
    return out;
}

std::string default_text(const Field& field, const void* fresh) {
    std::string out;
    if (field.write && field.optional &&
        (field.type == FieldType::whole || field.type == FieldType::choice || field.type == FieldType::flag ||
         field.type == FieldType::text))
        if (!(field.type == FieldType::whole && field.number(fresh) == 0))
            field.write(fresh, out);
    return out.empty() ? out : '`' + out + '`';
}

class Documentation {
  public:
    explicit Documentation(Language language) : language_(language) {}

    std::string write() {
        out_ = language_ == Language::zh ? rules_zh : rules_en;
        for (const TableAccess& table : all_tables()) {
            const Layout& layout = layout_of(table.kind);
            out_ += "\n## `" + table_element(table.kind) + "` / `" + layout.element + "` – " +
                    in(layout.record->label, language_) + "\n\n" + said({"编号前缀 ", "Ids begin with "}) + '`' +
                    std::string(id_prefix(table.kind)) + "-`" + said({"。", "."}) + "\n\n";
            fields(layout, table.make().get());
            parts(layout);
        }
        return std::move(out_);
    }

  private:
    std::string said(const Text& text) const { return text.in(language_); }

    void fields(const Layout& layout, const void* fresh) {
        out_ += said({"| 属性 | 含义 | 值 | 默认 |\n", "| attribute | meaning | value | default |\n"}) +
                "|---|---|---|---|\n";
        for (const Field& field : layout.record->fields) {
            if (field.type == FieldType::parts)
                continue;
            std::string key(field.key);
            if (field.type == FieldType::bilingual)
                key += ".zh`, `" + std::string(field.key) + ".en";
            out_ += "| `" + key + "` | " + cell(in(field.label, language_)) + " | " +
                    cell(value_text(field, language_)) + " | " +
                    (field.optional ? fresh ? cell(default_text(field, fresh)) : "" : said({"必填", "needed"})) +
                    " |\n";
        }
    }

    void parts(const Layout& layout) {
        for (const PartLayout& part : layout.parts) {
            out_ += "\n### `" + layout.element + "` / `" + part.layout.element + "` – " +
                    in(part.field->label, language_) + "\n\n";
            fields(part.layout, nullptr);
            parts(part.layout);
        }
    }

    Language language_;
    std::string out_;
};

} // namespace

std::string format_documentation(Language language) { return Documentation(language).write(); }

} // namespace riser
