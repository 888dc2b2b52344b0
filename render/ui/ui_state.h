#pragma once

#include <array>
#include <filesystem>
#include <glm/glm.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/people_units.h"
#include "render/scene/camera_presets.h"
#include "render/scene/palette.h"
#include "study/trade_off.h"

namespace stridelab::view {

/// A rectangle of the window, pixels from its upper left corner.
struct Rect {
  float x0 = 0.0F, y0 = 0.0F, x1 = 0.0F, y1 = 0.0F;
  [[nodiscard]] float width() const { return x1 - x0; }
  [[nodiscard]] float height() const { return y1 - y0; }
};

/// What the lower right corner shows, by its name in panel_table(); the other panels are always there.
using Panel = std::string_view;
inline constexpr Panel first_panel = "trade-off";

/// What the one column of a narrow window shows; `more` is the panel named by UiChoices::panel.
enum class Column { form, knee, why, more };

/// What the picture shows. Kept between sessions.
struct PictureChoices {
  bool anatomy = false;      ///< bones and muscles instead of skin and clothes
  bool ghost = true;         ///< the baseline, where it differs
  bool force = true;         ///< arrow of the ground's force
  bool frontal_line = true;  ///< hip, knee, ankle and the valgus arc: in stance, from ahead and behind
  bool footprints = true;
  bool close_up = true;  ///< the knee from near, in a corner of the picture
  bool labels = true;
  bool follow = true;  ///< the camera goes along with the runner
  bool dark = false;
  bool operator==(const PictureChoices&) const = default;
};

/// What a hand did over the picture since the last frame; the camera takes it and sets it back.
struct CameraWish {
  glm::vec2 orbit_px{0.0F}, pan_px{0.0F};
  float zoom_notches = 0.0F;  ///< positive: nearer
  std::optional<CameraPreset> preset;
};

/// The dialog about a file that is open.
enum class FileDialog { none, open, save_as, save_runner };

/// What is typed into it, and what it shows.
struct FileFields {
  std::string name, folder, note;
  std::string fault;                           ///< why it did not happen; empty: nothing was tried
  std::string seen_folder;                     ///< whose content `entries` is
  std::vector<std::filesystem::path> entries;  ///< folders and scenarios
};

/// Something to write that a person asked for.
enum class Wish { export_csv, export_png, record };

/// Words over the picture.
struct PlacedLabel {
  glm::vec2 at_px{0.0F};  ///< of the window
  std::string text;
  glm::vec4 colour{1.0F};  ///< sRGB
};

/// A reading that stays on a curve of the knee panel.
struct Pin {
  std::string curve;     ///< of curve_table()
  double percent = 0.0;  ///< of the stride
};

/// What a person chose to see.
struct UiChoices {
  bool show_notice = true;  ///< the first screen: what this is not
  bool show_help = false;   ///< the keys
  bool teach = false;       ///< for a room: figure, curve and three large numbers
  Units units = Units::metric;
  FileDialog file_dialog = FileDialog::none;
  std::vector<std::string> recent;  ///< files that were opened or saved, the last first
  bool runner_of_preset = false;    ///< a preset brings its runner along
  int tour_card = -1;               ///< 0 .. 4: a card of the guided tour is open
  bool panels_open = true;          ///< false: the picture alone, as large as the window
  Panel panel = first_panel;
  Column column = Column::form;  ///< of a narrow window; follows `panel` when that changes
  LoadPer per = LoadPer::step;
  std::string region = "front";              ///< picked in the knee map
  std::string metric = "pfj_force_peak_bw";  ///< picked in About the numbers
  bool all_metrics = false;
  /// The curves that a person chose for the lower plots of the knee panel.
  std::array<std::string, 2> chosen_curves{"knee_valgus_fppa_deg", "knee_flexion_deg"};
  std::vector<Pin> pins;
  PictureChoices shown;

  void open(Panel name) {
    panel = name;
    column = Column::more;
  }
};

/// From the panels to the program.
struct UiRequests {
  CameraWish camera;
  std::vector<Wish> wishes;  ///< taken by the program, which answers in UiStatus::said
  bool quit = false;
};

/// Where a hand can take hold of the runner, and what a way in the picture is in the world.
struct Grip {
  glm::vec2 at_px{0.0F};  ///< of the window: the pelvis
  float radius_px = 0.0F;
  glm::vec3 right{0.0F}, up{0.0F};  ///< of the picture, world frame, unit
};

/// From the program to the panels.
struct UiStatus {
  std::optional<Grip> grip;                          ///< of the live run; empty: nothing can be pushed
  std::vector<PlacedLabel> labels;                   ///< over the figure, those first that matter most
  CameraPreset nearest_preset = CameraPreset::side;  ///< marked among the camera buttons
  std::optional<LoadScale> close_up_scale;           ///< of the colours in the close-up
  std::optional<double> close_up_beyond;             ///< a value there that its scale does not cover
  std::vector<PlacedLabel> inset_labels;             ///< words in the close-up, those first that matter most
  std::optional<LoadScale> footprint_scale;          ///< of their colours; empty: none is in the picture
  std::optional<double> footprint_beyond;            ///< their value, if that scale does not cover it
  std::string force_scale;                           ///< "20 N per cm"; empty: no arrow is shown
  bool recording = false;
  std::string said;  ///< what became of the last wish; empty: nothing to say
  bool said_fault = false;
};

/// Where everything lies in the last picture.
struct UiPlaces {
  /// Each widget by name: "form.cadence_spm", "timeline.scrub", "tab.compare". A widget that is scrolled out of sight or
  /// folded away is not in it.
  std::map<std::string, Rect, std::less<>> widgets;
  Rect viewport;        ///< left free for the figure
  bool tabbed = false;  ///< the window is narrow: panels share one column, under tabs that name them
  /// The parts: "form", "knee", "why", "more", "timeline", "toolbar"; without those that are not open.
  std::map<std::string, Rect, std::less<>> areas;
  Rect inset;  ///< inside of the viewport, for the close-up of the knee; empty: it is not shown
};

/// What the panels remember between two pictures.
struct UiMemory {
  Panel panel_before = first_panel;
  int tour_before = -1;
  std::map<std::string, float, std::less<>> heights;  ///< that the words of a part needed last time
  float why_width = 0.0F, why_height = 0.0F;          ///< of the panel Why in the last picture
  std::string said_before;
  float said_age_s = 0.0F;
  int grabbed = -1;                            ///< the mouse button that holds the picture; -1: none
  bool panning = false;                        ///< the hand that holds it moves the camera sideways instead of around
  std::optional<glm::vec2> push_from_px;       ///< where the hand took hold of the runner
  bool go_to_help = false;                     ///< the knee map scrolls to what helps at the picked place
  std::vector<std::filesystem::path> runners;  ///< profiles when the list of them was opened
  FileFields file;                             ///< of the dialog about files
  std::string ignored;                         ///< a slider that was reset by a double click, until the button is up
};

/// What only the drawing of the panels knows.
struct UiState {
  float scale = 1.0F;  ///< pixels per design pixel: the density of the screen
  UiChoices choices;
  UiRequests requests;
  UiStatus status;
  UiPlaces placed;
  UiMemory memory;
};

}  // namespace stridelab::view
