in vec3 place;
in vec3 facing;
in vec4 from_light;
in vec4 surface;

uniform vec4 tint;     // linear, multiplies
uniform vec4 paint;    // linear colour and how far it replaces that of the material
uniform int kind;      // 0: opaque, 1: a ghost, seen by its outline, 2: glass

out vec4 colour;

void main() {
  vec3 n = normalize(facing);
  vec3 to_eye = normalize(eye - place);
  vec3 base = mix(surface.rgb, paint.rgb, paint.a) * tint.rgb;
  float gloss = surface.a;
  float towards_eye = max(dot(n, to_eye), 0.0);
  float fresnel = pow(1.0 - towards_eye, 3.0);

  // Key light wraps a little past the edge, as it does on skin and cloth.
  float wrapped = max((dot(n, towards_light) + 0.15) / 1.15, 0.0);
  float arrives = kind > 0 ? 1.0 : lit_on_body(from_light);
  vec3 light = light_colour * wrapped * arrives;
  // Sky from above, bounce from below; near the ground the body hides part of both.
  float openness = mix(0.62, 1.0, smoothstep(0.0, 0.55, place.y));
  light += mix(ground_light, sky_light, n.y * 0.5 + 0.5) * openness;

  vec3 seen = base * light;
  vec3 halfway = normalize(towards_light + to_eye);
  float shine = pow(max(dot(n, halfway), 0.0), mix(12.0, 60.0, gloss));
  seen += light_colour * arrives * shine * gloss * 0.35;
  seen += sky_light * fresnel * mix(0.10, 0.35, gloss) * smoothstep(-0.4, 0.6, n.y);

  float alpha = tint.a;
  if (kind == 1) {
    // One pale colour with a bright rim: read as a shape beside the runner, not as a second runner.
    seen = mix(seen, tint.rgb * (0.55 + 0.45 * wrapped), 0.75);
    alpha = mix(alpha, 0.9, pow(1.0 - towards_eye, 2.0));
  } else if (kind == 2) {
    // Thin where it is seen face on, dense at its rim, and its highlights hide what lies behind.
    alpha = mix(alpha, 0.85, max(fresnel, shine * 0.6));
  }
  colour = vec4(encoded(toned(seen)), alpha);
}
