layout(location = 0) in vec2 corner;  // -1 .. 1

void main() { gl_Position = vec4(corner, 0.0, 1.0); }
