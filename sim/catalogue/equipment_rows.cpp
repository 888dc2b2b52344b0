#include <array>

#include "catalogue/model_choices.h"
#include "catalogue/parameter_rows.h"
#include "core/text.h"

namespace stridelab {
namespace {

constexpr std::array<std::string_view, 4> supports{"none", "tape", "brace", "sleeve"};

/// A text row whose choices are the files of a folder of models/: known when the program runs.
class ModelRow {
 public:
  ModelRow(std::string_view key, std::string_view table, std::string_view folder, std::string_view usual,
           std::string_view meaning)
      : folder_("models/" + std::string(folder)),
        choices_(folder, usual),
        meaning_(std::string(meaning) + ": " + or_list(choices_.values())),
        info_(text_row(key, table, usual, choices_.values(), meaning_, "each file names the source of its figures")) {
    info_.folder = folder_;
  }
  [[nodiscard]] const ParameterInfo& info() const { return info_; }

 private:
  std::string folder_;
  ModelChoices choices_;
  std::string meaning_;
  ParameterInfo info_;
};

const ParameterInfo& shoe_row() {
  static const ModelRow row(
      "shoe", "shoe", "shoes", "cushioned",
      "what the foot runs in: the heel's foam shapes the landing, the drop turns the foot, the mass "
      "is swung along; a habit of landing comes with it unless you give your own form; foam does "
      "not take load off the kneecap by itself");
  return row.info();
}

const ParameterInfo& surface_row() {
  static const ModelRow row("surface", "ground", "surfaces", "asphalt",
                            "what is run on: softer ground is met with a stiffer leg; grip and the energy that ground "
                            "keeps act in the forward engine only");
  return row.info();
}

constexpr ParameterInfo worn_row =
    number_row("shoe_distance_km", "shoe", "km", 0.0, 0.0, 2000.0,
               "distance the shoe has run: its midsole gets stiffer and returns less energy, most of it in the first "
               "few hundred km",
               "Cook, Kester & Brunet 1985, Am J Sports Med 13:248: worn by runners, 80 % of the shock absorption is "
               "left after 240 km and 70 % after 800 km");

constexpr ParameterInfo arch_row =
    sided(number_row("arch_support_percent", "shoe", "%", 0.0, 0.0, 100.0,
                     "support of the arch by shoe or insole; holds back how far the heel rolls in and the shin turns, "
                     "little else; a shoe with built-in support counts where that is more",
                     "Sinclair 2017, FAOJ 10(4):1 (1.6 deg less eversion on a 5 deg medial orthotic); 100 % judged",
                     &Form::arch_support, Conversion::percent));

constexpr ParameterInfo slope_row = number_row("slope_percent", "ground", "%", 0.0, -20.0, 20.0,
                                               "rise over run of the ground, uphill positive; 9 degrees is 15.8 %",
                                               "convention", &Form::slope_rad, Conversion::slope);

constexpr ParameterInfo support_row = sided(text_row(
    "knee_support", "knee", "none", supports,
    "worn around the kneecap: spreads its load over more contact area, which lowers the stress although the "
    "force stays; what is felt beyond that is not modelled",
    "brace: Powers 2004, Med Sci Sports Exerc 36:1226 (walking); tape and sleeve judged", &Form::knee_support));

constexpr ParameterInfo weekly_row =
    number_row("weekly_distance_km", "training", "km", 30.0, 0.0, 250.0,
               "distance run in a week, what the body is used to: where the plan command starts; one stride "
               "does not depend on it",
               "convention");

}  // namespace

std::span<const ParameterInfo> equipment_rows() {
  static const std::array rows{shoe_row(), worn_row, arch_row, surface_row(), slope_row, support_row, weekly_row};
  return rows;
}

}  // namespace stridelab
