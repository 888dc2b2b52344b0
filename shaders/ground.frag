in vec2 on_ground;
in vec3 place;
in vec4 from_light;

uniform vec3 ground_colour, grid_colour, belt_colour;  // encoded
uniform float grid_strength;
uniform float travelled;   // metres the ground has moved back
uniform int belt;          // 1: the belt of a treadmill, 0: road or floor
uniform vec4 foot[4];      // balls near the ground: x, height, z, radius
uniform int n_feet;
uniform vec4 near_feet;    // x and z from, x and z to: where they matter

out vec4 colour;

// How much of the pixel lines cover, for both directions at once; lines thinner than a pixel get fainter instead of
// flickering, and vanish where they would merge.
vec2 lines(vec2 at, vec2 per_pixel, float spacing, float half_width) {
  vec2 off = abs(fract(at / spacing - 0.5) - 0.5) * spacing;
  vec2 drawn = max(vec2(half_width), per_pixel * 0.5);
  vec2 cover = clamp((drawn - off) / per_pixel + 0.5, 0.0, 1.0);
  return cover * (half_width / drawn) * clamp(1.7 - 2.8 * per_pixel / spacing, 0.0, 1.0);
}

float grid(vec2 at, vec2 per_pixel) {
  vec2 fine = lines(at, per_pixel, 0.25, 0.002) * 0.35, coarse = lines(at, per_pixel, 1.0, 0.006);
  return max(max(fine.x, fine.y), max(coarse.x, coarse.y));
}

// What balls near the ground hide of the sky. The loop's bound varies: see lit().
float open_beside_feet() {
  float open = 1.0;
  int n = all(greaterThan(on_ground, near_feet.xy)) && all(lessThan(on_ground, near_feet.zw)) ? n_feet : 0;
  for (int i = 0; i < n; ++i) {
    vec3 to_ball = vec3(foot[i].x - on_ground.x, foot[i].y, foot[i].z - on_ground.y);
    float d2 = max(dot(to_ball, to_ball), 1e-4);
    float cosine = max(to_ball.y, 0.0) * inversesqrt(d2);
    open *= 1.0 - 0.9 * min(cosine * foot[i].w * foot[i].w / d2, 1.0);
  }
  return open;
}

// Rubber with a mark across it every half metre, worn where feet land.
vec3 belt_surface(vec2 moved, vec2 per_pixel) {
  vec2 mark = lines(moved, per_pixel, 0.5, 0.012);
  float worn = 1.0 - smoothstep(0.10, 0.24, abs(on_ground.y));
  return mix(belt_colour * mix(0.92, 1.08, worn), grid_colour, mark.x * 0.7);
}

void main() {
  // A polynomial that reaches zero before the edge of what is drawn.
  float fade = max(1.0 - dot(on_ground, on_ground) / 200.0, 0.0);
  fade *= fade;
  vec2 moved = on_ground + vec2(travelled, 0.0);
  vec2 per_pixel = fwidth(on_ground);
  vec3 base;
  if (belt > 0)
    base = belt_surface(moved, per_pixel);
  else
    base = mix(ground_colour, grid_colour, grid(moved, per_pixel) * grid_strength);

  vec3 key = light_colour * max(towards_light.y, 0.0);
  // 1 in the open, where the colour is the one that was asked for. Its root, because the colours are encoded.
  vec3 light = (key * lit(from_light, 8.0) + sky_light) / (key + sky_light);
  light *= 0.25 + 0.75 * open_beside_feet();
  vec3 to_place = place - eye;
  vec3 haze = backdrop(to_place.y * inversesqrt(dot(to_place, to_place)));
  colour = vec4(mix(haze, base * sqrt(light), fade) + dither(), 1.0);
}
