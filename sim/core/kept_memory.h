#pragma once

namespace stridelab {

/// Lets the process keep what it frees for its next allocation; once, at the start of a program. Solving strides takes and
/// frees the same few hundred kilobytes thousands of times a second, and by default glibc gives them back to the system
/// each time: two fifths of a stride's processor time went into pages of zeros. Elsewhere it does nothing.
void keep_freed_memory();

}  // namespace stridelab
