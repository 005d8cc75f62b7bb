// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/adapter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <dxflib/dl_creationadapter.h>
#include <dxflib/dl_dxf.h>
#include <numbers>
#include <sstream>

namespace riser {

namespace {

constexpr double degree = std::numbers::pi / 180;

// Vertices after their count, no coordinate before its vertex.
DxfGroups in_order(const DxfGroups& groups, int count_code, std::initializer_list<int> dependent) {
    DxfGroups out;
    bool open = false;
    for (const DxfGroup& group : groups) {
        open = open || group.code == 10;
        if (group.code == count_code ||
            (!open && std::find(dependent.begin(), dependent.end(), group.code) != dependent.end()))
            continue;
        out.push_back(group);
    }
    return out;
}

} // namespace

const DxfGroup* find_group(const DxfGroups& groups, int code) {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const DxfGroup& g) { return g.code == code; });
    return found == groups.end() ? nullptr : &*found;
}

double real_of(const DxfGroups& groups, int code, double otherwise) {
    const DxfGroup* group = find_group(groups, code);
    return group ? parse_dxf_real(group->value).value_or(otherwise) : otherwise;
}

long integer_of(const DxfGroups& groups, int code, long otherwise) {
    const DxfGroup* group = find_group(groups, code);
    return group ? parse_dxf_integer(group->value).value_or(otherwise) : otherwise;
}

bool is_known_to_adapter(std::string_view type) {
    static constexpr std::array<std::string_view, 15> known{"LINE",   "LWPOLYLINE", "POLYLINE", "VERTEX", "ARC",
                                                            "CIRCLE", "ELLIPSE",    "SPLINE",   "SOLID",  "TRACE",
                                                            "TEXT",   "MTEXT",      "ATTRIB",   "INSERT", "SEQEND"};
    return std::find(known.begin(), known.end(), type) != known.end();
}

// Receives what dxflib makes of the groups of the current entity.
struct DxfAdapter::Listener : DL_CreationAdapter {
    explicit Listener(DxfDecoder& decoder_) : decoder(decoder_) {}

    DL_Dxf dxflib;
    DxfDecoder& decoder;
    std::vector<DxfEntity>* container = nullptr;
    const DxfGroups* groups = nullptr;
    DxfEntityFrame frame;
    bool made = false;
    double elevation = 0;       // of the light polyline being added
    bool polyline_open = false; // until its SEQEND
    struct {
        std::string name;    // 2: block or tag
        std::string content; // 1
    } words;

    void add(decltype(DxfEntity::shape) shape) {
        DxfEntity entity;
        entity.shape = std::move(shape);
        if (DL_Extrusion* e = getExtrusion()) {
            double direction[3] = {0, 0, 1};
            e->getDirection(direction);
            entity.extrusion = {direction[0], direction[1], direction[2]};
        }
        entity.layer = frame.layer;
        entity.type = frame.type;
        entity.line = groups->front().line;
        entity.colour = frame.colour;
        container->push_back(std::move(entity));
        made = true;
    }
    template<class Shape> Shape* last() {
        return container->empty() ? nullptr : std::get_if<Shape>(&container->back().shape);
    }

    void addLine(const DL_LineData& d) override {
        DxfPolyline line;
        line.vertices = {{d.x1, d.y1, d.z1, 0, 1}, {d.x2, d.y2, d.z2, 0, 1}};
        line.spatial = true;
        line.kind = CurveKind::line;
        add(std::move(line));
    }
    void addArc(const DL_ArcData& d) override {
        add(DxfArc{{d.cx, d.cy, d.cz, 0, 1}, d.radius, d.angle1, d.angle2, false});
    }
    void addCircle(const DL_CircleData& d) override { add(DxfArc{{d.cx, d.cy, d.cz, 0, 1}, d.radius, 0, 360, true}); }
    void addEllipse(const DL_EllipseData& d) override {
        add(DxfEllipse{{d.cx, d.cy, d.cz, 0, 1}, {d.mx, d.my, d.mz, 0, 1}, d.ratio, d.angle1, d.angle2});
    }
    void addPolyline(const DL_PolylineData& d) override {
        DxfPolyline line;
        line.closed = (d.flags & 1) != 0;
        const bool light = groups->front().word() == "LWPOLYLINE";
        line.spatial = (d.flags & 8) != 0 && !light;
        elevation = light ? real_of(*groups, 38, 0) : 0;
        add(std::move(line));
    }
    void addVertex(const DL_VertexData& d) override {
        if (auto* line = last<DxfPolyline>())
            line->vertices.push_back({d.x, d.y, d.z + elevation, d.bulge, 1});
        made = true;
    }
    void addSpline(const DL_SplineData& d) override {
        DxfSpline spline;
        spline.degree = static_cast<int>(d.degree);
        spline.closed = (d.flags & 1) != 0;
        spline.start_tangent = {d.tangentStartX, d.tangentStartY, d.tangentStartZ, 0, 1};
        spline.end_tangent = {d.tangentEndX, d.tangentEndY, d.tangentEndZ, 0, 1};
        add(std::move(spline));
    }
    void addKnot(const DL_KnotData& d) override {
        if (auto* spline = last<DxfSpline>())
            spline->knots.push_back(d.k);
    }
    void addControlPoint(const DL_ControlPointData& d) override {
        if (auto* spline = last<DxfSpline>())
            spline->control.push_back({d.x, d.y, d.z, 0, d.w});
    }
    void addFitPoint(const DL_FitPointData& d) override {
        if (auto* spline = last<DxfSpline>())
            spline->fit.push_back({d.x, d.y, d.z, 0, 1});
    }
    void addTrace(const DL_TraceData& d) override {
        DxfPolyline line;
        line.closed = true;
        for (const int i : {0, 1, 3, 2}) {
            const DxfVertex corner{d.x[i], d.y[i], d.z[i], 0, 1};
            if (line.vertices.empty() || corner.x != line.vertices.back().x || corner.y != line.vertices.back().y)
                line.vertices.push_back(corner);
        }
        add(std::move(line));
    }
    void addSolid(const DL_SolidData& d) override { addTrace(d); }
    void addInsert(const DL_InsertData& d) override {
        add(DxfInsert{words.name, {d.ipx, d.ipy, d.ipz, 0, 1}, d.sx, d.sy, d.angle, d.cols, d.rows, d.colSp, d.rowSp});
    }
    void addText(const DL_TextData& d) override {
        DxfText text;
        text.content = words.content;
        text.height = d.height;
        text.width_factor = d.xScaleFactor;
        text.angle = d.angle;
        text.horizontal = d.hJustification;
        text.vertical = d.vJustification;
        // Aligned and fitted texts (3, 5) start at the first point; a justified one hangs at the second.
        const bool hangs = (text.horizontal != 0 && text.horizontal != 3 && text.horizontal != 5) || text.vertical != 0;
        text.at = hangs && find_group(*groups, 11) ? DxfVertex{d.apx, d.apy, d.apz, 0, 1}
                                                   : DxfVertex{d.ipx, d.ipy, d.ipz, 0, 1};
        if (text.horizontal == 4) { // "middle"
            text.horizontal = 1;
            text.vertical = 2;
        } else if (text.horizontal > 2) {
            text.horizontal = 0;
        }
        add(std::move(text));
    }
    void addAttribute(const DL_AttributeData& d) override {
        addText(d);
        if (auto* text = last<DxfText>()) {
            text->kind = SketchTextKind::attribute;
            text->tag = words.name;
        }
    }
    void addMText(const DL_MTextData& d) override {
        DxfText text;
        text.kind = SketchTextKind::paragraph;
        text.at = {d.ipx, d.ipy, d.ipz, 0, 1};
        text.content = words.content;
        text.height = d.height;
        const int attachment = std::clamp(d.attachmentPoint, 1, 9) - 1;
        text.horizontal = attachment % 3;
        text.vertical = 3 - attachment / 3;
        text.box_width = real_of(*groups, 42, 0);
        text.box_height = real_of(*groups, 43, 0);
        // Angle (degrees) or direction: whichever comes last. dxflib's own angle loses the quadrant.
        for (const DxfGroup& group : *groups) {
            if (group.code == 50)
                text.angle = parse_dxf_real(group.value).value_or(0) * degree;
            else if (group.code == 11)
                text.angle = std::atan2(d.diry, d.dirx);
        }
        add(std::move(text));
    }
};

DxfAdapter::DxfAdapter(DxfDecoder& decoder) : listener_(std::make_unique<Listener>(decoder)) {}
DxfAdapter::~DxfAdapter() = default;

void DxfAdapter::into(std::vector<DxfEntity>& container) { listener_->container = &container; }

void DxfAdapter::close_polyline() { listener_->polyline_open = false; }

bool DxfAdapter::feed(const DxfGroups& entity, const DxfEntityFrame& frame) {
    Listener& listener = *listener_;
    const std::string_view type = entity.front().word();
    if (type == "VERTEX" && !listener.polyline_open)
        return false;
    DxfGroups groups = entity;
    // Newer files append an "Embedded Object" that repeats the codes of the entity with other meanings.
    const auto embedded = std::find_if(groups.begin(), groups.end(), [](const DxfGroup& g) { return g.code == 101; });
    groups.erase(embedded, groups.end());

    const auto count = [&](int code) {
        return std::to_string(
            std::count_if(groups.begin(), groups.end(), [&](const DxfGroup& g) { return g.code == code; }));
    };
    std::vector<std::pair<int, std::string>> counts;
    std::string paragraph; // the 3 chunks and the final 1, joined before decoding: a letter may straddle two
    if (type == "LWPOLYLINE") {
        counts = {{90, count(10)}};
        groups = in_order(groups, 90, {20, 30, 42});
    } else if (type == "SPLINE") {
        counts = {{72, count(40)}, {73, count(10)}, {74, count(11)}};
        groups = in_order(in_order(in_order(groups, 72, {}), 73, {}), 74, {20, 30, 41});
    } else if (type == "MTEXT") {
        for (const DxfGroup& group : groups)
            if (group.code == 3 || group.code == 1)
                paragraph += group.value;
    }

    listener.groups = &groups;
    listener.frame = frame;
    listener.made = false;
    listener.words = {};
    // dxflib keeps the current group in members that only its stream reader sets, and that reader must never meet a
    // line beyond 1024 bytes: it gets the numbers, words come from the groups themselves.
    std::string lines;
    std::size_t pairs = 0;
    const auto say = [&](int code, std::string_view value) {
        lines += std::to_string(code);
        lines += '\n';
        lines += value;
        lines += '\n';
        ++pairs;
    };
    say(0, type);
    for (const auto& [code, value] : counts)
        say(code, value);
    for (std::size_t i = 1; i < groups.size(); ++i) {
        const DxfGroup& group = groups[i];
        if (const bool number = group.code >= 10 && group.code < 100; !number && (group.code < 210 || group.code > 239))
            continue;
        std::string value(group.word());
        std::replace(value.begin(), value.end(), ',', '.');
        if (value.size() < 64)
            say(group.code, value);
    }
    const DxfGroup* name = find_group(groups, 2);
    const DxfGroup* content = find_group(groups, 1);
    listener.words.name = name ? listener.decoder.decode(name->word()) : std::string{};
    listener.words.content = listener.decoder.decode(type == "MTEXT" ? paragraph
                                                     : content       ? content->value
                                                                     : std::string_view{});
    if (!listener.words.name.empty())
        say(2, "named");
    // dxflib adds an entity when the next begins; an unknown one makes it do so now.
    say(0, "RISER");
    std::istringstream stream(lines);
    for (std::size_t i = 0; i < pairs; ++i)
        listener.dxflib.readDxfGroups(stream, &listener);
    if (type == "POLYLINE")
        listener.polyline_open = listener.made;
    listener.groups = nullptr;
    return listener.made;
}

} // namespace riser
