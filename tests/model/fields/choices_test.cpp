// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of choices stand in the order of their enumerators: the compiler names the enumerators, the list names the
// keys.
#include "tests/model/fields/samples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace riser {
namespace {

// clang-format off
#define RISER_ENUMS(X)                                                                                                 \
    X(AclAction) X(AclDirection)                                                                                       \
    X(AnnotationKind)                                                                                                  \
    X(CableEnd)                                                                                                        \
    X(CableRole)                                                                                                       \
    X(CameraPurpose)                                                                                                   \
    X(Category) X(CauseKind) X(CommentState) X(Control) X(Criticality) X(Disclosure) X(EarthBarKind) X(ElementState)   \
        X(ElementUnit) X(EquipmentRole) X(Evidence) X(FireClass) X(Grading) X(GradingState) X(Importance) X(LagKind)   \
            X(Medium) X(MonitoringKind) X(Mounting) X(NatKind) X(OpeningKind) X(OriginKind) X(OutletMounting) X(PanelKind)        \
                X(PathwayKind) X(PenetrationHost) X(PointBasis) X(PortMode) X(RackSide) X(ReactionToFire)              \
                    X(RedundancyClass) X(RoomGrade) X(RoomUse) X(RuleState) X(Scope) X(Screen) X(SeparationClass)      \
                        X(ServiceMedium) X(SheetContent) X(SheetSize) X(Shielding) X(SourceKind) X(SpaceRole)          \
                            X(SpanningTreeMode) X(SpdPlace) X(Stage) X(Status) X(Supplier) X(UnderlayKind)             \
                                X(UpsTopology) X(WallMaterial) X(WirelessSecurity) X(ZoneRole)
// clang-format on

// "riser::RoomUse::office", or "(riser::RoomUse)99" when there is no such enumerator.
template<auto value> constexpr std::string_view spelt() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("value = ") + 8);
    return text.substr(0, text.find_first_of(";]"));
}

template<class Enum, std::size_t... i> std::vector<std::string> enumerators(std::index_sequence<i...>) {
    std::vector<std::string> out;
    for (const std::string_view text : {spelt<static_cast<Enum>(i)>()...})
        if (!text.starts_with('('))
            out.emplace_back(text.substr(text.rfind(':') + 1));
    return out;
}

struct Enumeration {
    std::string name;
    std::vector<std::string> enumerators;
    std::span<const Choice> choices;
};

const std::vector<Enumeration>& enumerations() {
    static const std::vector<Enumeration> list{
#define RISER_ENUMERATION(Enum) {#Enum, enumerators<Enum>(std::make_index_sequence<64>()), choices(Enum{})},
        RISER_ENUMS(RISER_ENUMERATION)
#undef RISER_ENUMERATION
    };
    return list;
}

// Keys that are not their enumerator's name with hyphens.
const std::map<std::string, std::string> other_spellings{{"RedundancyClass::n_plus_1", "n+1"},
                                                         {"RedundancyClass::two_n", "2n"},
                                                         {"Stage::concept_design", "concept"},
                                                         {"UpsTopology::parallel_n_plus_1", "parallel-n+1"}};

TEST(Choices, AreTheEnumeratorsInTheirOrder) {
    std::size_t spelt_otherwise = 0;
    for (const Enumeration& one : enumerations()) {
        SCOPED_TRACE(one.name);
        ASSERT_EQ(one.choices.size(), one.enumerators.size());
        for (std::size_t i = 0; i < one.choices.size(); ++i) {
            std::string key = one.enumerators[i];
            std::replace(key.begin(), key.end(), '_', '-');
            if (const auto other = other_spellings.find(one.name + "::" + one.enumerators[i]);
                other != other_spellings.end()) {
                key = other->second;
                ++spelt_otherwise;
            }
            EXPECT_EQ(one.choices[i].key, key) << one.name << "::" << one.enumerators[i];
        }
    }
    EXPECT_EQ(spelt_otherwise, other_spellings.size());
}

TEST(Choices, HaveUniqueKeysAndLabelsInBothLanguages) {
    for (const Enumeration& one : enumerations()) {
        SCOPED_TRACE(one.name);
        std::set<std::string_view> keys;
        std::set<std::string_view> zh;
        std::set<std::string_view> en;
        for (const Choice& choice : one.choices) {
            EXPECT_TRUE(keys.insert(choice.key).second) << choice.key;
            EXPECT_TRUE(zh.insert(choice.label.zh).second) << choice.label.zh;
            EXPECT_TRUE(en.insert(choice.label.en).second) << choice.label.en;
            EXPECT_FALSE(choice.key.empty() || choice.label.zh.empty() || choice.label.en.empty()) << choice.key;
            // Lists of choices are separated by spaces.
            EXPECT_EQ(choice.key.find(' '), std::string_view::npos) << choice.key;
        }
    }
}

TEST(Choices, AllFieldsTakeTheirsFromAListTriedHere) {
    std::set<const Choice*> tried;
    for (const Enumeration& one : enumerations())
        tried.insert(one.choices.data());
    for (const Sample& sample : samples())
        for (const Field& field : sample.record->fields)
            EXPECT_TRUE(field.choice_list.empty() || tried.contains(field.choice_list.data()))
                << sample.name << '.' << field.key;
}

TEST(Choices, AreFoundByKey) {
    EXPECT_EQ(key_of(RoomUse::leader_office), "leader-office");
    EXPECT_EQ(choice_of<RoomUse>("leader-office"), RoomUse::leader_office);
    EXPECT_EQ(choice_of<RedundancyClass>("n+1"), RedundancyClass::n_plus_1);
    EXPECT_EQ(label_of(RoomUse::office), (Text{"办公室", "Office"}));
    for (const std::string_view text : {"", "Office", "office ", "leader_office", "0", "1"})
        EXPECT_FALSE(choice_of<RoomUse>(text)) << text;
}

} // namespace
} // namespace riser
