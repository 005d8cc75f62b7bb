// SPDX-License-Identifier: GPL-3.0-or-later
// Types of devices from YAML: what is read, what is guessed and said, what is refused and where.
#include "model/import/device_type.h"

#include "model/design.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace riser {
namespace {

const std::string usual = R"(---
manufacturer: Huawei
model: S5735-L8P2X
slug: huawei-s5735-l8p2x
part_number: L8P2X
u_height: 1.0
weight: 2.5
weight_unit: kg
power-ports:
  - name: PS0
    type: iec-60320-c14
    maximum_draw: 180
  - name: PS1
    type: iec-60320-c14
    maximum_draw: 200
interfaces:
  - name: MEth0/0/1
    type: 1000base-t
    mgmt_only: true
)";

std::string with_ports(int copper, int fibre,
                       const std::string& poe = "    poe_mode: pse\n    poe_type: type2-ieee802.3at\n") {
    std::string out = usual;
    for (int i = 1; i <= copper; ++i)
        out += "  - name: GigabitEthernet0/0/" + std::to_string(i) + "\n    type: 1000base-t\n" + poe;
    for (int i = 1; i <= fibre; ++i)
        out += "  - name: XGigabitEthernet0/0/" + std::to_string(i) + "\n    type: 10gbase-x-sfpp\n";
    return out;
}

EquipmentType read(const std::string& bytes) {
    const Result<DeviceTypeFile> file = read_device_type(bytes, "maker/L8P2X.yaml");
    EXPECT_TRUE(file) << (file ? "" : to_string(file.error(), Language::en));
    return file ? file->type : EquipmentType();
}

TEST(DeviceTypes, AnAccessSwitchIsReadWhole) {
    const EquipmentType type = read(with_ports(8, 2));
    EXPECT_EQ(type.manufacturer, "Huawei");
    EXPECT_EQ(type.model, "S5735-L8P2X");
    EXPECT_EQ(type.code, "L8P2X");
    EXPECT_EQ(type.rack_units, 1);
    EXPECT_EQ(type.weight, Grams(2'500));
    EXPECT_EQ(type.power_supplies, 2);
    EXPECT_EQ(type.power, watts(200)) << "the larger draw: one supply carries all when the other is lost";
    EXPECT_EQ(type.role, EquipmentRole::access_switch);
    EXPECT_EQ(type.origin.source, "L8P2X.yaml");
    ASSERT_EQ(type.ports.size(), 2U);
    EXPECT_EQ(type.ports[0], (PortGroup{"GigabitEthernet0/0/", 8, megabits(1'000), Medium::copper, 4, false}));
    EXPECT_EQ(type.ports[1], (PortGroup{"XGigabitEthernet0/0/", 2, megabits(10'000), Medium::fibre, 0, true}));
}

TEST(DeviceTypes, RatesMediaAndClasses) {
    const auto first = [](const std::string& kind, const std::string& more) {
        const EquipmentType type = read(usual + "  - name: P1\n    type: " + kind + "\n" + more);
        return type.ports.empty() ? PortGroup() : type.ports[0];
    };
    EXPECT_EQ(first("100base-tx", "").rate, megabits(100));
    EXPECT_EQ(first("2.5gbase-t", "").rate, megabits(2'500));
    EXPECT_EQ(first("100gbase-x-qsfp28", "").rate, megabits(100'000));
    EXPECT_EQ(first("100gbase-x-qsfp28", "").medium, Medium::fibre);
    EXPECT_EQ(first("1000base-x-sfp", "").medium, Medium::fibre);
    EXPECT_EQ(first("10gbase-t", "").medium, Medium::copper);
    EXPECT_EQ(first("1000base-t", "    poe_mode: pse\n    poe_type: type4-ieee802.3bt\n").poe_class, 8);
    EXPECT_EQ(first("1000base-t", "    poe_mode: pd\n    poe_type: type4-ieee802.3bt\n").poe_class, 0);
    EXPECT_EQ(first("cisco-stackwise", "").count, 0) << "no port of the network";
}

// A port number that is missed, or another kind between, begins a row of its own.
TEST(DeviceTypes, PortsAreGroupedByRowsOfNumbers) {
    const EquipmentType type = read(usual + "  - name: A1\n    type: 1000base-t\n  - name: A2\n    type: 1000base-t\n"
                                            "  - name: A4\n    type: 1000base-t\n  - name: A5\n    type: 10gbase-t\n");
    ASSERT_EQ(type.ports.size(), 3U);
    EXPECT_EQ(type.ports[0].count, 2);
    EXPECT_EQ(type.ports[1].count, 1);
    EXPECT_EQ(type.ports[2].rate, megabits(10'000));
}

TEST(DeviceTypes, WhatIsGuessedOrLeftOutIsSaid) {
    const Result<DeviceTypeFile> file = read_device_type(with_ports(8, 2), "a.yaml");
    ASSERT_TRUE(file);
    std::string said;
    for (const Text& note : file->notes) {
        EXPECT_FALSE(note.zh.empty());
        said += note.en + "\n";
    }
    EXPECT_NE(said.find("left out: 1 ports for management"), std::string::npos) << said;
    EXPECT_NE(said.find("PoE budget"), std::string::npos) << said;
    EXPECT_NE(said.find("access switch"), std::string::npos) << said;
}

TEST(DeviceTypes, FaultsHaveLineAndColumn) {
    const struct {
        std::string bytes;
        std::uint32_t line;
        const char* what;
    } cases[] = {
        {"manufacturer: [\n", 2, "YAML"},
        {"- a\n- b\n", 1, "no description"},
        {"manufacturer: X\n", 1, "has no model"},
        {"manufacturer: X\nmodel: [a]\n", 2, "one value"},
        {"manufacturer: X\nmodel: Y\nu_height: tall\n", 3, "no sensible number"},
        {"manufacturer: X\nmodel: Y\nu_height: -1\n", 3, "no sensible number"},
        {"manufacturer: X\nmodel: Y\nweight: 1\nweight_unit: stone\n", 4, "unit of weight"},
        {"manufacturer: X\nmodel: Y\ninterfaces: none\n", 3, "has to be a list"},
        {"manufacturer: X\nmodel: Y\ninterfaces:\n  - 5\n", 4, "entries"},
        {"manufacturer: X\nmodel: Y\ninterfaces:\n  - name: a\n", 4, "has no type"},
    };
    for (const auto& [bytes, line, what] : cases) {
        const Result<DeviceTypeFile> file = read_device_type(bytes, "x.yaml");
        ASSERT_FALSE(file) << bytes;
        EXPECT_EQ(file.error().where.line, line) << bytes;
        EXPECT_NE(file.error().message.en.find(what), std::string::npos) << file.error().message.en;
        EXPECT_FALSE(file.error().message.zh.empty());
    }
}

// Whatever is cut, doubled or scrambled: an answer or an error, never more.
TEST(DeviceTypes, HostileBytesAreRefusedOrRead) {
    std::mt19937 random(7);
    const std::string good = with_ports(12, 4);
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes = good;
        for (int n = 0; n < 1 + i % 6; ++n) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, random() % 40);
                break;
            case 2:
                bytes.insert(at, good.substr(random() % good.size(), random() % 40));
                break;
            default:
                bytes.insert(at, 1, "[]{}:&*-\n \"'"[random() % 12]);
            }
            if (bytes.empty())
                bytes = "-";
        }
        const Result<DeviceTypeFile> file = read_device_type(bytes, "x.yaml");
        if (file) {
            EXPECT_FALSE(file->type.manufacturer.empty() && file->type.model.empty());
        } else {
            EXPECT_FALSE(file.error().message.en.empty());
        }
    }
    EXPECT_FALSE(read_device_type(std::string(100'000, '['), "deep.yaml"));
}

TEST(DeviceTypes, EachModelOnceAndEachCodeOnce) {
    IdSource ids(1);
    Edit edit(Design(), {"", ""}, ids);
    EquipmentType type = read(with_ports(8, 2));
    ASSERT_TRUE(add_device_type(edit, type));
    const Result<EquipmentTypeId> again = add_device_type(edit, type);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::conflict);
    type.model = "another";
    const Result<EquipmentTypeId> other = add_device_type(edit, type);
    ASSERT_TRUE(other);
    EXPECT_EQ(edit.design().find(*other)->code, "L8P2X-2");
}

TEST(DeviceTypes, ThoseOfMakersAreRead) {
    const std::filesystem::path folder = RISER_SOURCE_DIR "/../shared/data/netbox/device-types";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "no device types at " << folder;
    std::size_t count = 0, switches = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".yaml")
            continue;
        std::ifstream in(entry.path());
        std::ostringstream bytes;
        bytes << in.rdbuf();
        const Result<DeviceTypeFile> file = read_device_type(bytes.str(), entry.path().string());
        ASSERT_TRUE(file) << to_string(file.error(), Language::en);
        ++count;
        switches += file->type.role != EquipmentRole::other;
        std::int32_t ports = 0;
        for (const PortGroup& group : file->type.ports)
            ports += group.count;
        EXPECT_TRUE(ports > 0 || file->type.role == EquipmentRole::other) << entry.path();
    }
    EXPECT_EQ(count, 68U);
    EXPECT_GT(switches, 50U);
}

} // namespace
} // namespace riser
