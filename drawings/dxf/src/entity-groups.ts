// The groups of one entity while it is read: numbers and raw texts in their order, found again by code.

/** What is kept of a group: nothing, a number or a raw text. Handles, extended data and the like are not looked at. */
const kept = new Uint8Array(1100)
const number = 1
const text = 2
for (const [from, to] of [[10, 18], [20, 28], [30, 38], [40, 48], [50, 53], [60, 60], [62, 62], [66, 67], [70, 78], [91, 98], [210, 210], [220, 220], [230, 230]] as const)
  for (let code = from; code <= to; code += 1) kept[code] = number
for (const code of [0, 1, 2, 3, 8, 9]) kept[code] = text

export function isNumber(code: number): boolean {
  return kept[code] === number
}
export function isText(code: number): boolean {
  return kept[code] === text
}

export interface Groups {
  /** The entity's kind: `LINE`. */
  type: string
  /** Line of the file it begins at. */
  line: number
  /** Codes of `values`, in the order of the file. */
  readonly codes: number[]
  readonly values: number[]
  /** The last raw text of a code. */
  readonly texts: Map<number, string>
  /** Raw texts of code 3 (parts of a long paragraph), in order. */
  parts: string
}

export function emptyGroups(): Groups {
  return { type: '', line: 0, codes: [], values: [], texts: new Map(), parts: '' }
}

export function begin(groups: Groups, type: string, line: number): void {
  groups.type = type
  groups.line = line
  groups.codes.length = 0
  groups.values.length = 0
  groups.texts.clear()
  groups.parts = ''
}

/** The first number of a code, or `otherwise`. */
export function one(groups: Groups, code: number, otherwise: number): number {
  const at = groups.codes.indexOf(code)
  return at === -1 ? otherwise : (groups.values[at] ?? otherwise)
}

/** True when the file gave a number for this code. */
export function has(groups: Groups, code: number): boolean {
  return groups.codes.includes(code)
}

/** Seen from below: the third axis points away. Anything between lies in space. */
export function facing(groups: Groups): 'above' | 'below' | 'space' {
  const z = one(groups, 230, 1)
  if (Math.abs(one(groups, 210, 0)) > 1e-6 || Math.abs(one(groups, 220, 0)) > 1e-6) return 'space'
  return z < 0 ? 'below' : 'above'
}
