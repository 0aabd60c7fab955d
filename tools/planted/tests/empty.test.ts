// A file without a test.
export const nothing = 0
