// 事项所引用的: a party reads the row a matter points to, inside that matter and nowhere else.
export { readReference } from './read-reference.ts'
export type { ReferencePlace, ReferenceWire } from './read-reference.ts'
