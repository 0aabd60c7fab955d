// 找名: rows of registers found by what people call them.
export { callNames, createLookup } from './lookup.ts'
export type { Candidate, Lookup, Meant } from './lookup.ts'
