// What every fragment shader shares: colour, sky, shadow. Light is computed in linear colour and encoded once, at the end.
uniform vec3 eye;
uniform vec3 sky_top, horizon;          // encoded: the backdrop is not lit
uniform vec3 light_colour, sky_light, ground_light, towards_light;
uniform sampler2DShadow shadow_map;

// sRGB by roots instead of powers: within half a step of 8 bits, and several times faster without a graphics card.
vec3 encoded(vec3 linear) {
  vec3 c = clamp(linear, 0.0, 1.0);
  vec3 s1 = sqrt(c), s2 = sqrt(s1), s3 = sqrt(s2);
  return max(0.662002687 * s1 + 0.684122060 * s2 - 0.323583601 * s3 - 0.0225411470 * c, 0.0);
}

// Half a step of 8 bits, different from pixel to pixel: smooth gradients show no bands.
float dither() { return (fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0; }

// Straight up to 0.7, then a shoulder that never reaches white: highlights keep their colour.
vec3 toned(vec3 c) { return mix(c, 0.7 + 0.3 * (1.0 - exp(-(c - 0.7) / 0.3)), step(0.7, c)); }

// The backdrop in a direction with this upward part: above eye level the sky, below it the haze into which the ground
// fades.
vec3 backdrop(float up) { return mix(horizon, sky_top, smoothstep(0.0, 0.55, up)); }

float lit_at(vec3 place, vec2 off) { return textureLod(shadow_map, vec3(place.xy + off, place.z), 0.0); }

bool in_map(vec3 place) { return all(greaterThan(place.xy, vec2(0.0))) && all(lessThan(place, vec3(1.0))); }

// Share of the key light that arrives, 0 .. 1, with an edge `softness` thousandths of the map wide: the mean over a disc,
// each place compared with four texels by the sampler. Most points are all lit or all dark, which four places on the rim
// tell. The loops have bounds that vary because drivers without a graphics card skip loops, but not branches.
float lit(vec4 from_light, float softness) {
  const int places = FINE > 0 ? 14 : 5;
  const mat2 golden = mat2(-0.7374, 0.6755, -0.6755, -0.7374);  // a turn by the golden angle spreads places evenly
  vec3 place = from_light.xyz * 0.5 + 0.5;
  bool inside = in_map(place);
  float rim = 0.0;
  vec2 way = vec2(softness * 0.001, 0.0);
  int n = inside ? 4 : 0;
  for (int i = 0; i < n; ++i) {
    rim += lit_at(place, way);
    way = vec2(-way.y, way.x);
  }
  bool edge = inside && rim > 0.001 && rim < 3.999;
  float sum = 0.0;
  n = edge ? places : 0;
  for (int i = 0; i < n; ++i) {
    way = golden * way;
    sum += lit_at(place, way * sqrt((float(i) + 0.5) / float(places)));
  }
  // With few places the rim counts too.
  float soft = FINE > 0 ? sum / float(places) : (sum + rim) / float(places + 4);
  return inside ? (edge ? soft : rim * 0.25) : 1.0;
}

// The same on a body: where few places must do, one, whose four texels are about as wide as a pixel.
float lit_on_body(vec4 from_light) {
#if FINE > 0
  return lit(from_light, 2.5);
#else
  vec3 place = from_light.xyz * 0.5 + 0.5;
  return in_map(place) ? lit_at(place, vec2(0.0)) : 1.0;
#endif
}
