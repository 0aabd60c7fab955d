// A file that is no code.
const = 1
