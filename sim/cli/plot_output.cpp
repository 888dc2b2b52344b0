#include "cli/plot_output.h"

#include "page/browser.h"
#include "page/run_page.h"

namespace stridelab {

bool write_plot(Outputs& outputs, std::size_t output, const std::string& file, const std::vector<RunReport>& forms,
                const LoadModels& models, const Console& console) {
  if (file.empty()) return true;
  const CurvesPicture picture = curves_picture(forms, models);
  if (!file.ends_with(".png")) {
    outputs.append(output, picture.svg);
    return true;
  }
  const auto made = png_of_picture(picture.svg, picture.width_px, picture.height_px);
  if (made) outputs.append(output, *made);
  if (!made) console.err << "error: --plot: " << made.error() << "\n";
  return made.has_value();
}

}  // namespace stridelab
