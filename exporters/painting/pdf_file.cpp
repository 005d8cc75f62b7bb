// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/pdf_file.h"

#include "model/file/sha256.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

namespace riser {

namespace {

constexpr auto npos = std::string::npos;

// The number that follows a word, as in "/Size 42".
std::optional<std::size_t> number_after(std::string_view text, std::string_view word, std::size_t from = 0) {
    std::size_t at = text.find(word, from);
    if (at == npos)
        return std::nullopt;
    at = text.find_first_not_of(" \r\n", at + word.size());
    std::size_t value = 0;
    if (at == npos || std::from_chars(text.data() + at, text.data() + text.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

// Objects of "[ 4 0 R 9 0 R ]" behind the word.
std::vector<std::size_t> references_after(std::string_view text, std::string_view word) {
    std::vector<std::size_t> out;
    const std::size_t at = text.find(word);
    const std::size_t open = at == npos ? npos : text.find('[', at);
    const std::size_t close = open == npos ? npos : text.find(']', open);
    if (close == npos)
        return out;
    for (std::size_t i = open + 1; i < close;) {
        i = text.find_first_of("0123456789", i);
        std::size_t object = 0;
        if (i >= close || std::from_chars(text.data() + i, text.data() + close, object).ec != std::errc())
            break;
        out.push_back(object);
        i = text.find('R', i);
        if (i == npos)
            break;
    }
    return out;
}

// The date of the design in place of the clock's, in as many bytes; spaces where the design has none, for the entry may
// be absent.
void set_date(std::string& bytes, const std::optional<Date>& date) {
    const std::size_t at = bytes.rfind("/CreationDate");
    const std::size_t close = at == npos ? npos : bytes.find(')', at);
    if (close == npos)
        return;
    std::string entry;
    if (date) {
        char day[32];
        std::snprintf(day, sizeof day, "/CreationDate (D:%04d%02d%02d", static_cast<int>(date->year),
                      static_cast<int>(date->month), static_cast<int>(date->day));
        entry = std::string(day) + ")";
    }
    entry.resize(close + 1 - at, ' ');
    bytes.replace(at, entry.size(), entry);
}

std::string hex_utf16(const QString& text) {
    std::string out = "<FEFF";
    char digits[8];
    for (const QChar c : text) {
        std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(c.unicode()));
        out += digits;
    }
    return out + ">";
}

// Objects put behind the file, with a cross-reference section of their own.
class Update {
  public:
    explicit Update(std::string& bytes) : bytes_(bytes) {}
    void object(std::size_t number, const std::string& body) {
        places_.emplace_back(number, bytes_.size());
        bytes_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    void close(std::size_t size, std::size_t root, const std::string& rest, std::size_t previous) {
        const std::size_t start = bytes_.size();
        bytes_ += "xref\n";
        for (const auto& [number, offset] : places_) {
            char line[64];
            std::snprintf(line, sizeof line, "%zu 1\n%010zu 00000 n \n", number, offset);
            bytes_ += line;
        }
        bytes_ += "trailer\n<<\n/Size " + std::to_string(size) + "\n/Root " + std::to_string(root) + " 0 R\n" + rest +
                  "/Prev " + std::to_string(previous) + "\n>>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    }

  private:
    std::string& bytes_;
    std::vector<std::pair<std::size_t, std::size_t>> places_;
};

// The dictionary of an object without its last ">>".
std::string open_dictionary(const std::string& bytes, std::size_t object) {
    const std::size_t at = bytes.find("\n" + std::to_string(object) + " 0 obj");
    const std::size_t begin = at == npos ? npos : bytes.find("<<", at);
    const std::size_t end = begin == npos ? npos : bytes.find("endobj", begin);
    const std::size_t close = end == npos ? npos : bytes.rfind(">>", end);
    return close == npos || close <= begin ? std::string() : bytes.substr(begin, close - begin);
}

void add_bookmarks(std::string& bytes, const QStringList& bookmarks, Language language) {
    const std::size_t trailer = bytes.rfind("trailer");
    if (trailer == npos)
        return;
    const std::optional<std::size_t> size = number_after(bytes, "/Size", trailer);
    const std::optional<std::size_t> root = number_after(bytes, "/Root", trailer);
    const std::optional<std::size_t> info = number_after(bytes, "/Info", trailer);
    const std::optional<std::size_t> previous = number_after(bytes, "startxref", trailer);
    const std::vector<std::size_t> pages = references_after(bytes, "/Kids");
    if (!size || !root || !previous)
        return;
    const std::string catalogue = open_dictionary(bytes, *root);
    if (catalogue.empty())
        return;
    const bool outlined = !bookmarks.empty() && pages.size() == static_cast<std::size_t>(bookmarks.size());
    const std::string hash = sha256(bytes).substr(0, 32);
    const std::string kept =
        (info ? "/Info " + std::to_string(*info) + " 0 R\n" : std::string()) + "/ID [<" + hash + "> <" + hash + ">]\n";
    const std::size_t outline = *size, count = outlined ? pages.size() : 0;
    const auto reference = [](std::size_t object) { return std::to_string(object) + " 0 R"; };
    Update update(bytes);
    update.object(*root, catalogue + "/Lang (" + (language == Language::zh ? "zh-CN" : "en") +
                             ")\n/ViewerPreferences << /DisplayDocTitle true >>\n" +
                             (outlined ? std::string(count > 1 ? "/PageMode /UseOutlines\n" : "") + "/Outlines " +
                                             reference(outline) + "\n"
                                       : std::string()) +
                             ">>");
    if (outlined)
        update.object(outline, "<< /Type /Outlines /First " + reference(outline + 1) + " /Last " +
                                   reference(outline + count) + " /Count " + std::to_string(count) + " >>");
    for (std::size_t i = 0; i < count; ++i)
        update.object(outline + 1 + i, "<< /Title " + hex_utf16(bookmarks[static_cast<qsizetype>(i)]) + " /Parent " +
                                           reference(outline) +
                                           (i > 0 ? " /Prev " + reference(outline + i) : std::string()) +
                                           (i + 1 < count ? " /Next " + reference(outline + i + 2) : std::string()) +
                                           " /Dest [" + reference(pages[i]) + " /Fit] >>");
    update.close(outline + (outlined ? count + 1 : 0), *root, kept, *previous);
}

} // namespace

std::string finished_pdf(std::string bytes, const QStringList& bookmarks, const DrawingProperties& properties) {
    set_date(bytes, properties.date);
    add_bookmarks(bytes, bookmarks, properties.language);
    return bytes;
}

} // namespace riser
