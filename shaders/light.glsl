// What every fragment shader shares: colour, sky, shadow. Light is computed in linear colour and encoded once, at the end.
uniform vec3 eye;
uniform vec3 sky_top, horizon;          // linear
uniform vec3 light_colour, sky_light, ground_light, towards_light;
uniform sampler2DShadow shadow_map;
uniform float shadow_texel;             // 1 / size of the map

vec3 decoded(vec3 srgb) { return mix(srgb / 12.92, pow((srgb + 0.055) / 1.055, vec3(2.4)), step(0.04045, srgb)); }

vec3 encoded(vec3 linear) {
  vec3 c = clamp(linear, 0.0, 1.0);
  return mix(c * 12.92, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
}

// Straight up to 0.7, then a shoulder that never reaches white: highlights keep their colour.
vec3 toned(vec3 c) { return mix(c, 0.7 + 0.3 * (1.0 - exp(-(c - 0.7) / 0.3)), step(0.7, c)); }

// The backdrop: looked at upwards it is the sky, at and below eye level the haze into which the ground fades.
vec3 backdrop(vec3 direction) {
  return mix(horizon, sky_top, smoothstep(0.0, 0.55, direction.y));
}

// Sixteen places spread evenly over a disc (golden angle), each compared with four texels by the sampler.
const vec2 disc[16] = vec2[16](
    vec2(0.177, 0.000), vec2(-0.226, 0.207), vec2(0.034, -0.394), vec2(0.285, 0.371), vec2(-0.522, -0.092),
    vec2(0.494, -0.315), vec2(-0.166, 0.616), vec2(-0.316, -0.607), vec2(0.685, 0.250), vec2(-0.711, 0.295),
    vec2(0.343, -0.733), vec2(0.255, 0.808), vec2(-0.766, -0.443), vec2(0.898, -0.195), vec2(-0.547, 0.778),
    vec2(-0.126, -0.976));

// Share of the key light that arrives, 0 .. 1, with an edge `softness` texels wide.
float lit(vec4 from_light, float softness) {
  vec3 place = from_light.xyz * 0.5 + 0.5;
  if (any(lessThan(place.xy, vec2(0.0))) || any(greaterThan(place, vec3(1.0)))) return 1.0;
  float sum = 0.0;
  for (int i = 0; i < 16; ++i) sum += texture(shadow_map, vec3(place.xy + disc[i] * softness * shadow_texel, place.z));
  return sum / 16.0;
}
