// A screen that speaks to Node.
export const where = process.cwd() + document.title
