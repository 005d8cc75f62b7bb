// SPDX-License-Identifier: GPL-3.0-or-later
// The whole set in a folder: every file that is listed is there, well-formed, and holds no word of a secret network;
// what fails or is stopped leaves nothing behind.
#include "exporters/package.h"

#include "exporters/reports/design_basis.h"
#include "exporters/tables/findings_table.h"
#include "exporters/tables/schedules.h"
#include "exporters/writers/html.h"
#include "tests/exporters/reports/guarded.h"
#include "tests/solvers/checks/fibre_link.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

namespace riser::test {
namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "riser-package-XXXXXX").string();
        ensure(mkdtemp(pattern.data()) != nullptr, "no temporary folder");
        path_ = pattern;
    }
    ~Folder() { fs::remove_all(path_); }
    const fs::path& path() const { return path_; }
    std::set<std::string> names() const {
        std::set<std::string> out;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path_))
            out.insert(fs::relative(entry.path(), path_).string());
        return out;
    }

  private:
    fs::path path_;
};

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

// What is in a workbook, unpacked.
std::string unpacked(const fs::path& path) {
    std::string out;
    FILE* pipe = popen(("unzip -p '" + path.string() + "'").c_str(), "r");
    EXPECT_TRUE(pipe);
    std::array<char, 65536> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    EXPECT_EQ(pclose(pipe), 0);
    return out;
}
std::string content_of(const fs::path& path) { return path.extension() == ".xlsx" ? unpacked(path) : bytes_of(path); }

void expect_page(const std::string& page, const std::string& name) {
    pugi::xml_document xml;
    const pugi::xml_parse_result result =
        xml.load_buffer(page.data(), page.size(), pugi::parse_default | pugi::parse_doctype);
    EXPECT_TRUE(result) << name << ": " << result.description() << " at " << result.offset;
    EXPECT_EQ(page.find("http://", page.find("xmlns=") + 40), std::string::npos) << name;
    EXPECT_EQ(page.find("<script"), std::string::npos) << name;
    EXPECT_EQ(page.find("url("), std::string::npos) << name;
}

struct Exported {
    Design design = guarded_tower();
    CheckReport report = checked(design);
    Facts facts{design};
    Result<PackageReport> run(const fs::path& directory, Language language, Profile profile = {},
                              std::vector<std::string> planes = {}, const Run& run = {}) const {
        return export_package(facts, report,
                              {.directory = directory,
                               .only = {},
                               .language = language,
                               .profile = std::move(profile),
                               .planes = std::move(planes)},
                              run);
    }
};

// The links' tables are reckoned by the deck's numbers, in the workbook and beside it.
TEST(Package, LinksAreReckonedByTheDeck) {
    test::Office office;
    const test::FibreLink link(office, Category::os2, 494);
    const Facts facts(office.design);
    const Deck& deck = *built_in_deck("cn-government");
    ExportOptions options;
    const Folder folder;
    options.directory = folder.path();
    options.only = {"schedules"};
    options.language = Language::en;
    options.links = link_allowances(deck);
    EXPECT_EQ(options.links.work_area_cord, metres(5));
    const Result<PackageReport> done = export_package(facts, run_checks(facts, deck), options);
    ASSERT_TRUE(done) << to_string(done.error(), Language::en);
    const std::string csv = bytes_of(folder.path() / "fibre-links.csv");
    // 0.5 km x 0.4 + 2 x 0.5 + 2 x 0.15 + 0.15 = 1.65 dB of 6.2.
    EXPECT_NE(csv.find("10GBASE-LR"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",1.65,6.2,4.55,"), std::string::npos) << csv;
    const std::string book = unpacked(folder.path() / "schedules.xlsx");
    EXPECT_NE(book.find("Fibre links"), std::string::npos);
    EXPECT_NE(book.find("Copper margins"), std::string::npos);
    EXPECT_NE(book.find("10GBASE-LR"), std::string::npos);
    EXPECT_TRUE(fs::exists(folder.path() / "copper-margins.csv"));
}

TEST(Package, EveryListedFileIsThereAndKeepsTheSecret) {
    const Exported exported;
    for (const Language language : {Language::zh, Language::en})
        for (const Profile& profile :
             {Profile{Audience::contractor, {}}, Profile{Audience::reviewer, {}}, Profile{Audience::body, "party"}}) {
            const Folder folder;
            const Result<PackageReport> done = exported.run(folder.path(), language, profile);
            ASSERT_TRUE(done) << to_string(done.error(), Language::en);
            std::set<std::string> listed;
            const std::string index = bytes_of(folder.path() / "index.html");
            for (const PackageFile& file : done->files) {
                EXPECT_TRUE(listed.insert(file.name).second) << "twice: " << file.name;
                EXPECT_EQ(fs::file_size(folder.path() / file.name), file.bytes) << file.name;
                EXPECT_GT(file.bytes, 0u) << file.name;
                const std::string content = content_of(folder.path() / file.name);
                EXPECT_EQ(leak_in(content), "") << file.name << " for " << to_string(profile);
                if (file.name.ends_with(".html"))
                    expect_page(content, file.name);
                if (file.name != "index.html") {
                    EXPECT_NE(index.find("href=\"" + file.name + "\""), std::string::npos) << file.name;
                }
            }
            for (const std::string name : {"configs", "configs/vrp", "netbox", "proof"})
                EXPECT_TRUE(listed.insert(name).second) << "their folders";
            EXPECT_EQ(folder.names(), listed);
        }
}

TEST(Package, AReviewerFindsTheNamedSecretPlane) {
    const Exported exported;
    const Folder folder;
    const Result<PackageReport> done = exported.run(folder.path(), Language::zh, {Audience::reviewer, {}}, {"REDSTAR"});
    ASSERT_TRUE(done);
    EXPECT_NE(leak_in(bytes_of(folder.path() / "outlet-schedule.csv")), "");
    EXPECT_NE(leak_in(unpacked(folder.path() / "schedules.xlsx")), "") << "the search in workbooks finds nothing";
    EXPECT_NE(leak_in(bytes_of(folder.path() / "design-basis.html")), "");
    // Configurations and what NetBox imports tell nothing of it even then.
    std::size_t told = 0;
    for (const PackageFile& file : done->files)
        if (file.group == "configs" || file.group == "netbox") {
            ++told;
            EXPECT_EQ(leak_in(bytes_of(folder.path() / file.name)), "") << file.name;
        }
    EXPECT_GT(told, 10u);
}

TEST(Package, ADevicesNameCannotLeaveTheFolder) {
    Design design = guarded_tower();
    std::vector<Equipment> devices(design.equipment.begin(), design.equipment.end());
    for (Equipment& device : devices) {
        device.label = "../../etc/" + device.label;
        design.equipment.put(device);
    }
    const Folder folder;
    const fs::path inner = folder.path() / "x" / "documents";
    const Result<PackageReport> done =
        export_package(Facts(design), checked(design), {.directory = inner, .only = {"configs", "netbox"}});
    ASSERT_TRUE(done) << to_string(done.error(), Language::en);
    EXPECT_GT(done->files.size(), 10u);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path() / "x"), fs::directory_iterator{}), 1);
    EXPECT_EQ(std::distance(fs::directory_iterator(inner), fs::directory_iterator{}), 3) << "configs, netbox, index";
}

TEST(Package, AFileInThePlaceOfAFolderIsAnIoError) {
    const Exported exported;
    const Folder folder;
    std::ofstream(folder.path() / "configs") << "a file, no folder";
    const Result<PackageReport> failed = exported.run(folder.path(), Language::zh);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::io);
    EXPECT_EQ(folder.names(), std::set<std::string>{"configs"});
}

// A format that writes what it is asked for in words.
DrawingFormat words(const std::string& name, bool bound) {
    const auto put = [](const fs::path& path, const std::string& text) {
        std::ofstream(path) << text;
        return Result<void>();
    };
    DrawingFormat format{
        .name = name,
        .write = [put](const Drawing& drawing, const DrawingProperties& properties, const fs::path& path) {
            return put(path, properties.title.en + drawing.title.en);
        }};
    if (bound)
        format.bind = [put](const DrawingProperties& properties, const fs::path& path) -> Result<Binder> {
            const auto all = std::make_shared<std::string>(properties.title.en + "\n");
            return Binder{.add = [all](const Drawing& drawing) -> Result<void> {
                              *all += drawing.title.en + "\n";
                              return {};
                          },
                          .close = [all, put, path] { return put(path, *all); }};
        };
    return format;
}

TEST(Package, DrawingsAreWrittenInEveryFormatAndBoundInTheOrderOfTheirNumbers) {
    const Exported exported;
    const Folder folder;
    const Result<PackageReport> done = export_package(
        exported.facts, exported.report,
        {.directory = folder.path(), .only = {"drawings"}, .formats = {words("one", false), words("many", true)}});
    ASSERT_TRUE(done) << to_string(done.error(), Language::en);
    std::vector<std::string> ones, manys;
    for (const PackageFile& file : done->files) {
        const fs::path name = file.name;
        if (name.extension() == ".one")
            ones.push_back(name.stem());
        else if (name.extension() == ".many" && name.stem() != "drawings")
            manys.push_back(name.stem());
    }
    EXPECT_GE(ones.size(), 3u);
    EXPECT_EQ(ones, manys);
    EXPECT_TRUE(ones.front().starts_with("system-diagram")) << ones.front();
    EXPECT_FALSE(fs::exists(folder.path() / "drawings.one"));
    EXPECT_NE(bytes_of(folder.path() / "index.html").find("href=\"drawings.many\""), std::string::npos);
    std::istringstream bound(bytes_of(folder.path() / "drawings.many"));
    std::string line;
    std::getline(bound, line);
    EXPECT_TRUE(line.starts_with("All drawings")) << line;
    std::size_t sheets = 0;
    for (; std::getline(bound, line); ++sheets) {
        ASSERT_LT(sheets, manys.size());
        const std::string own = bytes_of(folder.path() / (manys[sheets] + ".many"));
        EXPECT_TRUE(own.ends_with(line)) << own << " at the place of " << line;
    }
    EXPECT_EQ(sheets, manys.size());
}

TEST(Package, AFormatThatFailsLeavesNothingBehind) {
    const Exported exported;
    DrawingFormat bad = words("bad", true);
    bad.bind = [](const DrawingProperties&, const fs::path&) -> Result<Binder> {
        return Binder{.add = [](const Drawing&) -> Result<void> { return {}; },
                      .close = []() -> Result<void> {
                          return Error{ErrorCode::io, {"满", "full"}, {}, {}};
                      }};
    };
    const Folder folder;
    const Result<PackageReport> done = export_package(
        exported.facts, exported.report, {.directory = folder.path(), .only = {"drawings"}, .formats = {bad}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message.en, "full");
    EXPECT_TRUE(folder.names().empty());
}

TEST(Package, AFloorsLabelCannotLeaveTheFolderNorHideAnotherFloor) {
    Design design = guarded_tower();
    std::vector<Floor> floors(design.floors.begin(), design.floors.end());
    ASSERT_GE(floors.size(), 3u);
    floors[0].label = "../../B1";
    floors[1].label = floors[2].label = "一层";
    for (const Floor& floor : floors)
        design.floors.put(floor);
    const Facts facts(design);
    const Folder folder;
    const fs::path inner = folder.path() / "x" / "documents";
    const Result<PackageReport> done =
        export_package(facts, checked(design), {.directory = inner, .only = {"drawings"}});
    ASSERT_TRUE(done) << to_string(done.error(), Language::en);
    EXPECT_TRUE(fs::exists(inner / "floor-plan-..-..-B1.svg"));
    EXPECT_TRUE(fs::exists(inner / "floor-plan-一层.svg"));
    EXPECT_TRUE(fs::exists(inner / "floor-plan-一层-2.svg"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path() / "x"), fs::directory_iterator{}), 1);
}

TEST(Package, NoTwoSheetsShareANumber) {
    Design design = guarded_tower();
    // Points of a second open network, so that there are two system diagrams.
    Plane other;
    other.id = PlaneId{77};
    other.code = "Q";
    design.planes.put(other);
    Jack jack = *design.jacks.begin();
    jack.plane = other.id;
    design.jacks.put(jack);
    const Folder folder;
    const Result<PackageReport> done =
        export_package(Facts(design), checked(design), {.directory = folder.path(), .only = {"drawings"}});
    ASSERT_TRUE(done) << to_string(done.error(), Language::en);
    std::set<std::string> numbers;
    std::size_t diagrams = 0;
    for (const PackageFile& file : done->files) {
        if (!file.name.ends_with(".svg"))
            continue;
        diagrams += file.name.starts_with("system-diagram");
        std::string text = bytes_of(folder.path() / file.name);
        const std::string& project = design.project().number; // looks like a sheet's
        for (std::size_t at = text.find(project); at != std::string::npos; at = text.find(project))
            text.erase(at, project.size());
        const std::size_t at = text.find("ELV-");
        ASSERT_NE(at, std::string::npos) << file.name;
        const std::string number = text.substr(at, text.find('<', at) - at);
        EXPECT_TRUE(numbers.insert(number).second) << number << " on " << file.name;
    }
    EXPECT_GE(diagrams, 2u);
}

TEST(Package, GroupsAreChosenAndUnknownOnesRefused) {
    const Exported exported;
    const Folder folder;
    const Result<PackageReport> done =
        export_package(exported.facts, exported.report, {.directory = folder.path() / "a" / "b", .only = {"report"}});
    ASSERT_TRUE(done);
    EXPECT_EQ(folder.names(),
              (std::set<std::string>{"a", "a/b", "a/b/design-basis.html", "a/b/design-basis.md", "a/b/index.html"}));
    const Folder other;
    const Result<PackageReport> refused =
        export_package(exported.facts, exported.report, {.directory = other.path(), .only = {"everything"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
    EXPECT_TRUE(other.names().empty());
}

TEST(Package, WhatIsOnRequestIsMadeWhenItIsNamed) {
    const Exported exported;
    for (const bool named : {false, true}) {
        const Folder folder;
        const Result<PackageReport> done =
            export_package(exported.facts, exported.report,
                           {.directory = folder.path(),
                            .only = named ? std::vector<std::string>{"slips"} : std::vector<std::string>{}});
        ASSERT_TRUE(done) << to_string(done.error(), Language::en);
        EXPECT_EQ(fs::exists(folder.path() / "proof" / "slips.csv"), named);
        EXPECT_EQ(std::ranges::count(done->files, "slips", &PackageFile::group), named ? 2 : 0);
    }
}

TEST(Package, ExportingAgainReplacesAndKeepsWhatIsNotOurs) {
    const Exported exported;
    const Folder folder;
    std::ofstream(folder.path() / "notes.txt") << "mine";
    ASSERT_TRUE(exported.run(folder.path(), Language::en));
    const std::set<std::string> names = folder.names();
    const std::string first = bytes_of(folder.path() / "outlet-schedule.csv");
    ASSERT_TRUE(exported.run(folder.path(), Language::en));
    EXPECT_EQ(folder.names(), names);
    EXPECT_EQ(bytes_of(folder.path() / "outlet-schedule.csv"), first);
    EXPECT_EQ(bytes_of(folder.path() / "notes.txt"), "mine");
}

TEST(Package, AFolderThatCannotBeWrittenIsAnIoErrorAndNothingIsLeft) {
    const Exported exported;
    const Folder folder;
    std::ofstream(folder.path() / "file") << "a file, no folder";
    for (const fs::path& wrong : {folder.path() / "file", folder.path() / "file" / "deeper" / "out"}) {
        const Result<PackageReport> failed = exported.run(wrong, Language::zh);
        ASSERT_FALSE(failed) << wrong;
        EXPECT_EQ(failed.error().code, ErrorCode::io);
        EXPECT_EQ(folder.names(), std::set<std::string>{"file"});
    }
    // A folder stands where a document would: found before anything is moved.
    fs::create_directory(folder.path() / "rules.html");
    const Result<PackageReport> blocked = exported.run(folder.path(), Language::zh);
    ASSERT_FALSE(blocked);
    EXPECT_EQ(blocked.error().code, ErrorCode::io);
    EXPECT_EQ(folder.names(), (std::set<std::string>{"file", "rules.html"}));
}

TEST(Package, StoppedItLeavesNothing) {
    const Exported exported;
    const Folder folder;
    std::stop_source stop;
    int steps = 0;
    riser::Run run;
    run.stop = stop.get_token();
    run.progress = [&](double share, const Text&) {
        EXPECT_GE(share, 0);
        EXPECT_LE(share, 1);
        if (++steps == 5)
            stop.request_stop();
    };
    const Result<PackageReport> stopped = exported.run(folder.path() / "new", Language::zh, {}, {}, run);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::stopped);
    EXPECT_TRUE(folder.names().empty());
}

TEST(DesignBasis, SaysWhatIsThereAndWhatWasNotChecked) {
    const Design design = redacted(guarded_tower(), {}, {});
    const CheckReport report = checked(design);
    const Facts facts(design);
    const Report basis = design_basis(facts, report);
    std::size_t jacks = 0;
    for (const Jack& jack : design.jacks)
        jacks += jack.status != Status::remove;
    for (const Language language : {Language::zh, Language::en}) {
        const std::string page = report_html(basis, language);
        const std::string plain = report_markdown(basis, language);
        expect_page(page, "design basis");
        EXPECT_EQ(leak_in(page), "");
        EXPECT_EQ(leak_in(plain), "");
        EXPECT_NE(page.find(language == Language::zh ? "模型中无共用对象；不构成"
                                                     : "no shared modelled object; not an emission"),
                  std::string::npos);
        EXPECT_NE(page.find(language == Language::zh ? "预留 1" : "Reservation 1"), std::string::npos);
        EXPECT_NE(page.find("GB 50311-2016"), std::string::npos);
        EXPECT_NE(page.find("<td class=\"n\">" + std::to_string(jacks) + "</td>"), std::string::npos);
        EXPECT_EQ(page.find("<td></td><td></td>"), std::string::npos);
        for (const RuleReport& rule : report.rules) {
            const std::string line = (language == Language::zh ? "未检查：" : "Not checked: ") + rule.id + " ";
            const bool missed = rule.outcome == RuleOutcome::needs_input || rule.outcome == RuleOutcome::failed ||
                                rule.outcome == RuleOutcome::cancelled;
            EXPECT_EQ(page.find(line) != std::string::npos, missed) << rule.id;
        }
    }
    EXPECT_GT(report.not_checked(), 0u);
}

TEST(Html, ATableIsWellFormedAndComplete) {
    const Design design = tower({});
    TableDocument table = point_summary(Facts(design));
    table.groups[0].rows[0].cells[1] = Text{"<层> & \"一\"", "<floor> & 'one'"};
    for (const Language language : {Language::zh, Language::en}) {
        const std::string page = html(table, language);
        expect_page(page, table.name);
        pugi::xml_document xml;
        ASSERT_TRUE(xml.load_string(page.c_str()));
        const pugi::xml_node body = xml.child("html").child("body").child("table").child("tbody");
        std::size_t rows = 0;
        for (const pugi::xml_node row : body.children("tr")) {
            rows += row.attribute("class").as_string() == std::string();
            std::size_t cells = 0;
            for (const pugi::xml_node cell : row.children("td"))
                cells += 1 + static_cast<std::size_t>(std::max(0, cell.attribute("colspan").as_int() - 1));
            EXPECT_EQ(cells, table.columns.size());
        }
        EXPECT_EQ(rows, table.row_count());
        EXPECT_NE(page.find(language == Language::zh ? "&lt;层&gt; &amp; &quot;一&quot;" : "&lt;floor&gt;"),
                  std::string::npos);
    }
}

} // namespace
} // namespace riser::test
