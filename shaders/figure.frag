in vec3 place;
in vec3 facing;
in vec4 from_light;
in vec4 surface;

uniform vec4 tint;     // linear, multiplies
uniform vec4 paint;    // linear colour and how far it replaces that of the material
uniform int glass;     // 1: what lies behind it shows through

out vec4 colour;

void main() {
  vec3 n = normalize(facing);
  vec3 to_eye = normalize(eye - place);
  vec3 base = mix(surface.rgb, paint.rgb, paint.a) * tint.rgb;
  float gloss = surface.a;
  float towards_eye = max(dot(n, to_eye), 0.0);
  float away = 1.0 - towards_eye;
  float fresnel = away * away * away;

  // Key light wraps a little past the edge, as it does on skin and cloth.
  float wrapped = max((dot(n, towards_light) + 0.15) / 1.15, 0.0);
  float arrives = glass > 0 ? 1.0 : lit_on_body(from_light);
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
  // Glass: thin where it is seen face on, dense at its rim, and its highlights hide what lies behind.
  if (glass > 0) alpha = mix(alpha, 0.85, max(fresnel, shine * 0.6));
  colour = vec4(encoded(toned(seen)), alpha);
}
