// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/sheets.h"

#include "designer/session/words.h"
#include "model/edits/issue_edits.h"
#include "model/fields/field.h"

#include <QStringList>

#include <algorithm>

namespace riser {

namespace {

IssueRequest request_of(const QStringList& sheets, const QString& revision, const QString& author,
                        const QString& description) {
    IssueRequest out;
    for (const QString& sheet : sheets)
        if (const AnyId id = id_of(sheet); id.kind == Kind::sheets)
            out.sheets.push_back(SheetId{id.value});
    out.day = date_of_today();
    out.revision = revision.trimmed().toStdString();
    out.author = author.trimmed().toStdString();
    const std::string text = description.trimmed().toStdString();
    out.description = {text, text};
    return out;
}

} // namespace

Sheets::Sheets(Document& document, QObject* parent) : QObject(parent), document_(document) {
    connect(&document, &Document::changed, this, [this] {
        const ChangeSet& changes = document_.changes();
        if (!changes.of(Kind::sheets).empty() || !changes.of(Kind::viewports).empty() ||
            !changes.of(Kind::floors).empty() || !changes.of(Kind::revisions).empty())
            emit changed();
    });
    connect(&document, &Document::replaced, this, &Sheets::changed);
}

void Sheets::set_language(Language language) {
    language_ = language;
    emit changed();
}

QVariantList Sheets::list() const {
    const Design& design = document_.design();
    std::vector<const Sheet*> sheets;
    for (const Sheet& sheet : design.sheets)
        sheets.push_back(&sheet);
    std::sort(sheets.begin(), sheets.end(),
              [](const Sheet* a, const Sheet* b) { return std::tie(a->number, a->id) < std::tie(b->number, b->id); });
    QVariantList out;
    for (const Sheet* sheet : sheets) {
        QString shows = words(label_of(sheet->content), language_);
        for (const Viewport& viewport : design.viewports)
            if (const Floor* floor = design.find(viewport.floor); floor && viewport.sheet == sheet->id)
                shows += u' ' + words(floor->label);
        QString state =
            sheet->issued ? words(to_string(*sheet->issued)) : words(Text{"未签发", "not issued"}, language_);
        if (const Revision* revision = design.find(sheet->revision))
            state += u' ' + words(revision->number);
        out << QVariantMap{{QStringLiteral("id"), words(AnyId(sheet->id))},
                           {QStringLiteral("number"), words(sheet->number)},
                           {QStringLiteral("shows"), shows},
                           {QStringLiteral("state"), state},
                           {QStringLiteral("issued"), sheet->issued.has_value()}};
    }
    return out;
}

QVariantList Sheets::contents() const {
    QVariantList out;
    for (const SheetContent content : {SheetContent::floor_plan, SheetContent::system_diagram, SheetContent::topology,
                                       SheetContent::racks, SheetContent::schedule})
        out << QVariantMap{{QStringLiteral("key"), words(key_of(content))},
                           {QStringLiteral("name"), words(label_of(content), language_)}};
    return out;
}

QString Sheets::nextNumber() const {
    const Table<Sheet>& sheets = document_.design().sheets;
    for (int n = 2;; ++n) { // the first is the cover
        const std::string number = "ELV-" + std::string(n < 10 ? "0" : "") + std::to_string(n);
        if (std::none_of(sheets.begin(), sheets.end(), [&](const Sheet& sheet) { return sheet.number == number; }))
            return words(number);
    }
}

bool Sheets::perform(const Text& name, const Document::Verb& verb) {
    const Result<void> result = document_.perform(name, verb);
    if (!result)
        emit refused(result.error());
    return result.has_value();
}

bool Sheets::add(const QString& number, const QString& content, const QString& floor) {
    SheetWish wish{.number = number.trimmed().toStdString()};
    wish.content = choice_of<SheetContent>(content.toStdString()).value_or(SheetContent::floor_plan);
    if (const AnyId id = id_of(floor); id.kind == Kind::floors)
        wish.floors.push_back(FloorId{id.value});
    return perform({"新建图纸 " + wish.number, "New sheet " + wish.number}, [&](Edit& edit) -> Result<void> {
        const Result<SheetId> added = add_sheet(edit, wish);
        return added ? Result<void>() : Result<void>(added.error());
    });
}

bool Sheets::issue(const QStringList& sheets, const QString& revision, const QString& author,
                   const QString& description) {
    const IssueRequest request = request_of(sheets, revision, author, description);
    Issue issued;
    if (!perform({"签发图纸", "Issue sheets"}, [&](Edit& edit) -> Result<void> {
            Result<Issue> result = issue_sheets(edit, request);
            if (!result)
                return result.error();
            issued = *result;
            return {};
        }))
        return false;
    const std::string count = std::to_string(issued.sheets), labels = std::to_string(issued.labels);
    emit done(words(Text{"已签发 " + count + " 张图纸，冻结 " + labels + " 个编号",
                         "Sheets issued: " + count + ", labels frozen: " + labels},
                    language_));
    return true;
}

bool Sheets::withdraw(const QStringList& sheets, const QString& revision, const QString& author,
                      const QString& description) {
    const IssueRequest request = request_of(sheets, revision, author, description);
    if (!perform({"撤回签发", "Withdraw the issue"}, [&](Edit& edit) -> Result<void> {
            const Result<Issue> result = withdraw_issue(edit, request);
            return result ? Result<void>() : Result<void>(result.error());
        }))
        return false;
    emit done(
        words(Text{"已撤回，记为修改 " + request.revision, "Withdrawn, as revision " + request.revision}, language_));
    return true;
}

} // namespace riser
