// 事项所引用的: a party reads the row a matter points to, inside that matter and nowhere else.
export { readReference, readReferenceFile } from './read-reference.ts'
export type { ReferenceFile, ReferencePlace, ReferenceWire } from './read-reference.ts'
