#include "catalogue/usual_q_angle.h"

namespace stridelab {

double usual_q_angle_deg(std::string_view sex) { return sex == "female" ? 16.0 : 13.0; }

}  // namespace stridelab
