in vec2 on_ground;
in vec3 place;
in vec4 from_light;

uniform vec3 ground_colour, grid_colour, belt_colour;  // linear
uniform float grid_strength;
uniform float travelled;   // metres the ground has moved back
uniform float belt;        // 1: only a belt moves
uniform vec4 foot[4];      // balls near the ground: x, height, z, radius

out vec4 colour;

const vec2 belt_half = vec2(1.0, 0.30);  // a treadmill: 2 m long, 60 cm wide

// How much of the pixel a line covers; lines thinner than a pixel get fainter instead of flickering.
float line(float at, float spacing, float half_width) {
  float per_pixel = fwidth(at);
  float off = abs(fract(at / spacing - 0.5) - 0.5) * spacing;
  float drawn = max(half_width, per_pixel * 0.5);
  float cover = 1.0 - smoothstep(drawn - per_pixel * 0.5, drawn + per_pixel * 0.5, off);
  float visible = min(1.0, half_width / drawn) * (1.0 - smoothstep(0.25, 0.6, per_pixel / spacing));
  return cover * visible;
}

float grid(vec2 at) {
  float fine = max(line(at.x, 0.25, 0.002), line(at.y, 0.25, 0.002)) * 0.35;
  float coarse = max(line(at.x, 1.0, 0.006), line(at.y, 1.0, 0.006));
  return max(fine, coarse);
}

// What a ball hides of the sky, seen from the ground below it.
float hidden_by_feet() {
  float open = 1.0;
  for (int i = 0; i < 4; ++i) {
    vec3 to_ball = vec3(foot[i].x - on_ground.x, foot[i].y, foot[i].z - on_ground.y);
    float d2 = max(dot(to_ball, to_ball), 1e-4);
    float cosine = max(to_ball.y, 0.0) * inversesqrt(d2);
    open *= 1.0 - 0.9 * min(cosine * foot[i].w * foot[i].w / d2, 1.0);
  }
  return 1.0 - open;
}

void main() {
  vec3 to_place = place - eye;
  float distance_to_runner = length(on_ground);
  float fade = exp(-pow(distance_to_runner / 9.0, 2.0));
  vec2 moved = on_ground + vec2(travelled, 0.0);

  vec3 base = ground_colour;
  float strength = grid_strength * fade;
  if (belt > 0.5) {
    vec2 outside = abs(on_ground) - belt_half;
    float edge = max(outside.x, outside.y);
    float pixel = fwidth(edge);
    float on_belt = 1.0 - smoothstep(-pixel, pixel, edge);
    float rail = (1.0 - smoothstep(-pixel, pixel, abs(edge - 0.04) - 0.04)) * (1.0 - on_belt);
    base = mix(base, belt_colour, on_belt);
    base = mix(base, grid_colour * 0.8, rail);
    float marks = line(moved.x, 0.5, 0.008);
    base = mix(base, grid_colour, on_belt * marks * 0.8);
    strength *= (1.0 - on_belt) * (1.0 - rail);
    moved = on_ground;
  }
  base = mix(base, grid_colour, grid(moved) * strength);

  float arrives = lit(from_light, 6.0);
  vec3 key = light_colour * max(towards_light.y, 0.0);
  vec3 light = (key * arrives + sky_light) / (key + sky_light);  // 1 in the open: the colour is the one that was asked for
  light *= 1.0 - 0.75 * hidden_by_feet();
  vec3 haze = backdrop(normalize(to_place));
  colour = vec4(encoded(mix(haze, base * light, fade)), 1.0);
}
