// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of planes on random designs: two programs that share no code must agree. And the program itself.
#include "model/fields/table_access.h"
#include "solvers/proof/claims.h"
#include "tests/designer/verified_planes.h"
#include "tests/support/planes_apart.h"

#include <pugixml.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <unistd.h>

namespace riser {
namespace {

using test::certificate_of;
using test::checked;
using test::PlanesApart;
using test::why;
using test::with_digest_of;
using verify::Ground;

class Spoiler {
  public:
    explicit Spoiler(std::uint64_t seed) : dice_(seed) {}

    // Erases a row, or gives one of its fields another value of its sort.
    void spoil(Design& design) {
        static const std::array kinds{Kind::cables,         Kind::terminations,  Kind::jacks,  Kind::panels,
                                      Kind::equipment,      Kind::ports,         Kind::racks,  Kind::rack_items,
                                      Kind::pathway_runs,   Kind::outlets,       Kind::spaces, Kind::planes,
                                      Kind::power_supplies, Kind::must_not_reach};
        const TableAccess& table = table_access(kinds[below(kinds.size())]);
        const std::vector<const void*> rows = rows_of(design, table.kind);
        if (rows.empty())
            return;
        const void* row = rows[below(rows.size())];
        if (below(8) == 0) {
            table.erase(design, table.id(row));
            return;
        }
        const std::shared_ptr<void> next = table.clone(row);
        if (table.kind == Kind::cables && below(3) == 0) {
            auto& cable = *static_cast<Cable*>(next.get());
            if (const auto runs = rows_of(design, Kind::pathway_runs); !runs.empty())
                cable.route = {{static_cast<const PathwayRun*>(runs[below(runs.size())])->id,
                                static_cast<std::int32_t>(below(2))}};
        } else {
            change_field(design, *table.record, next.get());
        }
        table.put(design, next);
    }

  private:
    std::size_t below(std::size_t n) { return dice_() % n; }
    static std::vector<const void*> rows_of(const Design& design, Kind kind) {
        std::vector<const void*> out;
        table_access(kind).for_each(design, [&](const void* row) { out.push_back(row); });
        return out;
    }
    std::string any_of(const Design& design, Kind kind) {
        const std::vector<const void*> rows = rows_of(design, kind);
        return rows.empty() ? std::string() : to_string(AnyId(kind, table_access(kind).id(rows[below(rows.size())])));
    }
    void change_field(const Design& design, const Record& record, void* row) {
        const Field& field = record.fields[below(record.fields.size())];
        std::string value;
        if (field.type == FieldType::reference || field.type == FieldType::references)
            value = below(5) == 0 && field.optional ? "" : any_of(design, *field.target);
        else if (field.type == FieldType::any_reference)
            value = any_of(design, std::array{Kind::panels, Kind::ports, Kind::jacks, Kind::equipment, Kind::outlets,
                                              Kind::planes}[below(6)]);
        else if (field.type == FieldType::whole)
            value = std::to_string(below(14));
        else if (field.type == FieldType::choice)
            value = std::string(field.choice_list[below(field.choice_list.size())].key);
        else
            return;
        field.read(value, row);
    }

    std::mt19937_64 dice_;
};

bool all_hold(const Facts& facts) {
    for (const ApartClaim& claim : facts.get<ApartClaims>().claims)
        if (!claim.holds())
            return false;
    return true;
}
std::vector<std::tuple<std::optional<PlaneId>, std::optional<PlaneId>, Strictness>> asked(const Facts& facts) {
    std::vector<std::tuple<std::optional<PlaneId>, std::optional<PlaneId>, Strictness>> out;
    for (const ApartClaim& claim : facts.get<ApartClaims>().claims)
        out.emplace_back(claim.a, claim.b, claim.strictness);
    return out;
}

TEST(Verify, RandomDesignsAreReadAlikeByBoth) {
    std::size_t held = 0;
    std::size_t failed = 0;
    std::size_t stale_refuted = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        PlanesApart house;
        const Facts before(house.design);
        const std::string honest = certificate_xml(before);
        Spoiler spoiler(seed);
        for (std::uint64_t n = 0; n <= seed % 8; ++n)
            spoiler.spoil(house.design);
        const Facts after = before.advance(house.design);
        ASSERT_EQ(after.get<ApartSentences>(), Facts(house.design).get<ApartSentences>()) << "seed " << seed;
        ASSERT_EQ(after.get<PlaneUses>(), Facts(house.design).get<PlaneUses>()) << "seed " << seed;
        const bool holds = all_hold(after);
        (holds ? held : failed) += 1;
        const verify::Verdict fresh = checked(certificate_xml(after), house.design);
        ASSERT_EQ(!fresh.refutation, holds) << "seed " << seed << ": " << why(fresh);
        ASSERT_TRUE(holds || fresh.refutation->ground == Ground::shared || fresh.refutation->ground == Ground::meets)
            << "seed " << seed << ": " << why(fresh);
        // The old one is believed only where it still says what is so.
        const bool same = before.get<PlaneUses>() == after.get<PlaneUses>() && asked(before) == asked(after);
        const verify::Verdict stale = checked(with_digest_of(honest, house.design), house.design);
        ASSERT_EQ(!stale.refutation, same && holds) << "seed " << seed << ": " << why(stale);
        stale_refuted += stale.refutation.has_value();
    }
    EXPECT_GT(held, 100U);
    EXPECT_GT(failed, 100U);
    EXPECT_GT(stale_refuted, 200U);
}

// What a certificate says, in one text: without its sentences and what is said of shared objects, on which nothing
// rests.
std::string said_by(const std::string& certificate) {
    pugi::xml_document document;
    if (!document.load_string(certificate.c_str()))
        return "malformed";
    std::ostringstream out;
    const pugi::xml_node root = document.document_element();
    out << root.name() << root.attribute("format").value() << root.attribute("design").value();
    std::multiset<std::string> parts; // the order of claims and lists says nothing
    for (const pugi::xml_node node : root.children()) {
        std::ostringstream part;
        part << node.name();
        for (const char* name : {"plane", "a", "b", "strictness", "holds", "claims"})
            part << '|' << node.attribute(name).value();
        std::multiset<std::string> lists;
        if (std::string_view(node.name()) == "uses")
            for (const pugi::xml_node list : node.children()) {
                std::string words;
                std::istringstream in(list.child_value());
                for (std::string word; in >> word;)
                    words += ' ' + word;
                lists.insert(std::string(list.attribute("kind").value()) + list.attribute("withheld").value() + words);
            }
        for (const std::string& list : lists)
            part << list;
        parts.insert(part.str());
    }
    for (const std::string& part : parts)
        out << '\n' << part;
    return out.str();
}

TEST(Verify, RandomChangesOfACertificateAreRefutedOrSayNothing) {
    const PlanesApart house;
    const std::string honest = certificate_of(house.design);
    std::vector<std::string> lines;
    std::istringstream in(honest);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::size_t refuted = 0;
    std::size_t malformed = 0;
    std::size_t harmless = 0;
    std::mt19937_64 dice(3);
    for (int round = 0; round < 1'000; ++round) {
        std::vector<std::string> changed = lines;
        const std::size_t at = dice() % changed.size();
        switch (dice() % 5) {
        case 0:
            changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 1:
            changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), changed[dice() % changed.size()]);
            break;
        case 2:
            std::swap(changed[at], changed[dice() % changed.size()]);
            break;
        default:
            if (!changed[at].empty())
                changed[at][dice() % changed[at].size()] = "0123456789abcdefghjkmnpqrstvwxyz\"<:- "[dice() % 37];
        }
        std::string text;
        for (const std::string& line : changed)
            text += line + '\n';
        const Result<verify::Certificate> read = verify::read_certificate(text, "c.xml");
        if (!read) {
            EXPECT_GT(read.error().where.line, 0U) << text;
            ++malformed;
            continue;
        }
        const verify::Verdict verdict = verify::check(*read, house.design);
        if (verdict.refutation) {
            ++refuted;
            continue;
        }
        ++harmless;
        ASSERT_EQ(said_by(text), said_by(honest)) << "round " << round;
    }
    EXPECT_GT(refuted, 300U);
    EXPECT_GT(malformed, 50U);
    EXPECT_GT(harmless, 10U);
}

// ---- the program

class VerifyProgram : public ::testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("riser-verify-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        put("d.riser", write_design(house_.design));
        put("c.xml", certificate_of(house_.design));
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    std::string put(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }
    int run(std::vector<std::string> arguments) {
        out_.str({});
        err_.str({});
        return verify::run(arguments, out_, err_);
    }
    std::string at(const char* name) const { return (folder_ / name).string(); }

    PlanesApart house_;
    std::filesystem::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(VerifyProgram, SaysWhatHoldsInBothLanguages) {
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 0) << out_.str() << err_.str();
    EXPECT_NE(out_.str().find("holds: 4 claims"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("no shared modelled object; not an emission or secrecy assessment"), std::string::npos);
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang=zh"}), 0);
    EXPECT_NE(out_.str().find("成立：4 项声明"), std::string::npos) << out_.str();
    EXPECT_NE(out_.str().find("无共用的建模对象；非电磁泄漏或保密测评"), std::string::npos);
}

TEST_F(VerifyProgram, NamesTheFirstThatDoesNotHold) {
    house_.cord(house_.w.plane, house_.w.ports[0], 1, house_.i.ports[0], 1);
    put("d.riser", write_design(house_.design));
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 1);
    EXPECT_NE(out_.str().find("[other-design]"), std::string::npos) << out_.str();
    put("c.xml", certificate_of(house_.design));
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "en"}), 1);
    EXPECT_NE(out_.str().find("physically apart, refuted: both use"), std::string::npos) << out_.str();
    EXPECT_EQ(out_.str().find(at("c.xml") + ":"), 0U) << out_.str();
    EXPECT_NE(out_.str().find("(3F)"), std::string::npos) << out_.str();
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--lang", "zh"}), 1);
    EXPECT_NE(out_.str().find("不成立：共用"), std::string::npos) << out_.str();
}

TEST_F(VerifyProgram, BadInputIsNamedByLineAndColumn) {
    EXPECT_EQ(run({put("bad.xml", "<certificate format=\"1.0\" design=\"\">\n  <uses plane=\"pl-1\"/>\n</certificate>"),
                   at("d.riser"), "--lang", "en"}),
              2);
    EXPECT_NE(err_.str().find("bad.xml:2:"), std::string::npos) << err_.str();
    EXPECT_EQ(run({put("bad.xml", "<certificate format=\"1.0\" design=\"\">"), at("d.riser")}), 2);
    EXPECT_EQ(run({put("bad.xml", ""), at("d.riser")}), 2);
    EXPECT_EQ(run({put("bad.xml", "<other/>"), at("d.riser")}), 2);
    EXPECT_EQ(run({at("absent.xml"), at("d.riser")}), 2);
    EXPECT_EQ(run({at("c.xml"), put("bad.riser", "<riser format=\"1.0\"><rooms><room/></rooms></riser>")}), 2);
    EXPECT_NE(err_.str().find("bad.riser:1:"), std::string::npos) << err_.str();
    EXPECT_EQ(run({at("c.xml")}), 2);
    EXPECT_EQ(run({at("c.xml"), at("d.riser"), "--fast"}), 2);
    EXPECT_NE(err_.str().find("--fast"), std::string::npos);
    EXPECT_EQ(run({"--help"}), 0);
}

} // namespace
} // namespace riser
