layout(location = 0) in vec4 clip;
layout(location = 1) in vec4 paint;

out vec4 shade;

void main() {
  shade = paint;
  gl_Position = clip;
}
