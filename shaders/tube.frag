in vec3 place;
in vec3 facing;
in vec4 from_light;
in vec4 base;

out vec4 colour;

const float gloss = 0.45;  // moist: a muscle in its sheath, a tendon

void main() {
  vec3 n = normalize(facing);
  vec3 to_eye = normalize(eye - place);
  float wrapped = max((dot(n, towards_light) + 0.15) / 1.15, 0.0);
  float arrives = lit_on_body(from_light);
  // Thin bands lie among each other: a floor of light keeps their colour, which says how active they are.
  vec3 light = light_colour * wrapped * mix(0.25, 1.0, arrives);
  light += mix(ground_light, sky_light, n.y * 0.5 + 0.5);
  vec3 seen = base.rgb * light;
  float shine = pow(max(dot(n, normalize(towards_light + to_eye)), 0.0), 30.0);
  seen += light_colour * arrives * shine * gloss * 0.3;
  // Darker towards the outline: neighbours of one colour stay apart.
  seen *= mix(0.55, 1.0, smoothstep(0.0, 0.5, dot(n, to_eye)));
  colour = vec4(encoded(toned(seen)), 1.0);
}
