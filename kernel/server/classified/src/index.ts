// Classified marks 密级标志: what bears one may not come into this system; it is told by the name, the properties or the head of a paper.
export { markInName, refuseClassified } from './mark.ts'
export type { Found, Mark } from './mark.ts'
export { markInPaper } from './paper.ts'
