// SPDX-License-Identifier: GPL-3.0-or-later
// The plan on the screen: paints the display list of a floor, of the system diagram, the topology or racks, as far as
// it is visible; pans, zooms at the pointer, snaps, and hands the pointer to the tool that is chosen. What was painted
// is kept, so that panning paints only what comes into sight; selection, hover, rulers and what a tool draws are layers
// above it, each no larger than what it shows, so that moving the pointer repaints no plan.
#pragma once

#include "designer/canvas/canvas_layer.h"
#include "designer/canvas/canvas_raster.h"
#include "designer/canvas/canvas_view.h"
#include "designer/canvas/colour_patch.h"
#include "designer/canvas/ghost_layer.h"
#include "designer/canvas/lens.h"
#include "designer/canvas/ruler.h"
#include "designer/session/design_session.h"
#include "designer/tools/arrange.h"
#include "designer/tools/rack_view_tool.h"
#include "designer/tools/snap.h"
#include "designer/tools/tool.h"
#include "designer/tools/topology_tool.h"

#include <QImage>
#include <QQuickItem>
#include <QTimer>

#include <map>
#include <memory>

namespace riser {

class PlanCanvas : public QQuickItem, public CanvasView {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString shows READ shows WRITE set_shows NOTIFY showsChanged) // "plan", "system", "topology" or "racks"
    Q_PROPERTY(QString tool READ tool WRITE set_tool NOTIFY toolChanged)
    Q_PROPERTY(QVariantList toolOptions READ tool_options NOTIFY toolOptionsChanged)
    Q_PROPERTY(QString hint READ hint NOTIFY toolChanged)
    Q_PROPERTY(QString snapName READ snap_name NOTIFY pointerChanged)
    Q_PROPERTY(double scale1to READ scale_1_to NOTIFY viewChanged)   // 1 : n on this screen
    Q_PROPERTY(double pointerX READ pointer_x NOTIFY pointerChanged) // metres
    Q_PROPERTY(double pointerY READ pointer_y NOTIFY pointerChanged)
    Q_PROPERTY(double scaleBarMetres READ scale_bar_metres NOTIFY viewChanged)
    Q_PROPERTY(double scaleBarPixels READ scale_bar_pixels NOTIFY viewChanged)
    Q_PROPERTY(QString lens READ lens WRITE set_lens NOTIFY lensChanged)
    Q_PROPERTY(QVariantList lenses READ lenses NOTIFY lensesChanged)
    Q_PROPERTY(QVariantList tools READ tools NOTIFY lensesChanged)
    Q_PROPERTY(QVariantList legend READ legend NOTIFY lensChanged)
    Q_PROPERTY(QString hoverText READ hover_text NOTIFY hoverChanged)
    Q_PROPERTY(bool isEmpty READ is_empty NOTIFY pictureChanged)
  public:
    explicit PlanCanvas(QQuickItem* parent = nullptr);
    ~PlanCanvas() override;

    // All that `view` shows through its clip, without what lies above the plan.
    void paint(QPainter& painter, const PaintView& view);
    // How many pixels of the plan have been painted so far, and how often.
    struct Effort {
        qint64 pixels = 0;
        int times = 0;
    };
    const Effort& effort() const { return effort_; }

    QString shows() const;
    void set_shows(const QString& what);
    QString tool() const { return tool_name_; }
    void set_tool(const QString& name);
    QVariantList tool_options() const;
    QString hint() const;
    QString snap_name() const;
    double scale_1_to() const;
    double pointer_x() const { return pointer_.at.x / 1000.0; }
    double pointer_y() const { return pointer_.at.y / 1000.0; }
    double scale_bar_metres() const;
    double scale_bar_pixels() const;
    QString lens() const { return lens_; }
    void set_lens(const QString& key);
    QVariantList lenses() const;
    QVariantList tools() const;
    QVariantList legend() const;
    QString hover_text() const;
    bool is_empty() const { return !picture_ || picture_->size() == 0; }

    Q_INVOKABLE void fit();
    Q_INVOKABLE void zoomBy(double factor);
    Q_INVOKABLE void reveal(const QString& id);
    Q_INVOKABLE QString exact(const QString& typed);                      // empty, or why not
    Q_INVOKABLE void choose(const QString& option, const QString& value); // of the tool
    Q_INVOKABLE void arrange(const QString& verb);                        // see tools/arrange.h
    Q_INVOKABLE void finish();
    Q_INVOKABLE void cancel();

    // CanvasView
    Document& document() override { return session_->document(); }
    Selection& selection() override { return session_->selection(); }
    FloorId floor() const override { return session_->floor_id(); }
    Language language() const override { return session_->tongue(); }
    const Picture* picture() const override { return picture_.get(); }
    const Picture* ghost_picture(); // null: nothing of a plan to see here
    PaintView view() const override { return view_; }
    std::bitset<drawing_layer_count> hidden() const override;
    std::span<const RackFrame> racks() const override { return racks_; }
    const Topology* topology() const override { return shown_ == Shown::topology ? &topology_ : nullptr; }
    void open(const std::vector<AnyId>& ids) override;
    bool close_opened() override;
    void repaint() override { of_tool_->refresh(); }
    void tell(const Error& error) override { session_->tell(error); }
    void say(const Text& message) override;

  signals:
    void showsChanged();
    void toolChanged();
    void toolOptionsChanged();
    void viewChanged();
    void pointerChanged();
    void lensChanged();
    void lensesChanged();
    void hoverChanged();
    void pictureChanged();
    void typingAsked(const QString& text); // an exact place begins to be typed
    void contextMenu(QPointF at, QString id);

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void componentComplete() override;
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData*) override;

  private:
    enum class Shown { plan, system, topology, racks };
    bool is_plan() const { return shown_ == Shown::plan; }
    bool is_of_floor() const { return is_plan() || shown_ == Shown::racks; }
    Tool& tool_in_use() { return const_cast<Tool&>(std::as_const(*this).tool_in_use()); }
    const Tool& tool_in_use() const {
        if (shown_ == Shown::topology)
            return topology_tool_;
        return shown_ == Shown::racks ? static_cast<const Tool&>(rack_tool_) : *tool_;
    }
    std::pair<Shown, std::uint64_t> view_key() const { return {shown_, is_of_floor() ? floor().value : 0}; }
    void dim(); // what does not belong to the chosen zone or VLAN
    std::unique_ptr<Picture> make_picture();
    void ghost_changed();
    void arrow_key(const QKeyEvent& event);
    void attach(DesignSession& session);
    void follow(); // the design, floor, language or what is shown has changed
    void redraw(); // makes the picture anew
    void moved();  // the view has changed
    void make_layers();
    void refresh_layers();
    void mark_rulers();
    void changed_looks(); // the same picture is painted otherwise
    void set_pointer(const Pointer& pointer);
    void tell_pointer();
    void paint_grid(QPainter& painter, const PaintView& view, const Palette& palette) const;
    void paint_hovered(QPainter& painter) const;
    void paint_marks(QPainter& painter);
    void paint_tool(QPainter& painter) const;
    std::optional<QRectF> reach_of_tool() const;
    void paint_snap(QPainter& painter, const Palette& palette) const;
    void paint_aside(QPainter& painter); // the overview
    void zoom_at(QPointF place, double factor);
    void pan_by(QPointF pixels);
    Pointer pointer_at(QPointF screen, Qt::KeyboardModifiers keys);
    Theme theme() const;
    FloorPlanOptions plan_options() const;

    DesignSession* session_ = nullptr;
    CanvasRaster raster_;
    Effort effort_;
    std::vector<CanvasLayer*> layers_; // owned by the item, as children are; from below
    CanvasLayer *of_ghost_ = nullptr, *of_hover_ = nullptr, *of_marks_ = nullptr, *of_tool_ = nullptr;
    std::array<Ruler*, 2> rulers_ = {};              // across, down
    std::array<ColourPatch*, 2> pointer_marks_ = {}; // on them
    ColourPatch* ruler_corner_ = nullptr;
    std::unique_ptr<Picture> picture_;
    GhostLayer ghost_;
    AnyId revealed_; // outlined until something is selected
    std::unique_ptr<SnapLines> snaps_;
    std::uint64_t snaps_of_ = 0; // version of the design
    FloorId snaps_floor_;
    PaintView view_;
    struct Seen {
        PaintView view;
        bool as_fitted = false; // nobody has moved it since
        QSizeF size;            // of the canvas then
    };
    std::map<std::pair<Shown, std::uint64_t>, Seen> views_; // by what was shown, so that coming back finds it
    std::map<QString, std::unique_ptr<Tool>> made_;         // each remembers what was chosen last
    Tool* tool_ = nullptr;
    Clipboard clipboard_;
    QString tool_name_;
    QString lens_;
    std::optional<LensPicture> lens_now_;
    Pointer pointer_;
    QTimer told_; // when pointerChanged() was
    bool untold_ = false;
    Snap snap_;
    Shown shown_ = Shown::plan;
    RackViewTool rack_tool_;
    std::vector<RackFrame> racks_;
    TopologyTool topology_tool_;
    Topology topology_;
    std::vector<AnyId> opened_; // in the topology
    std::vector<AnyId> lit_;    // what a chosen zone or VLAN holds; empty: all is
    bool fitted_ = false;
    bool as_fitted_ = false; // nobody has moved the view since
    bool panning_ = false;
    bool space_ = false;
    QPointF pan_from_;
    QImage overview_; // of the picture, made when first needed
};

} // namespace riser
