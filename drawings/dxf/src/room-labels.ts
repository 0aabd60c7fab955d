// Which text belongs to which room, and what the texts in one room say together: its name, its door number, its size.
import Flatbush from 'flatbush'
import type { Budget } from './budget.ts'
import type { Grid } from './grid.ts'
import { stepsOf, stepsOfMetre } from './grid.ts'
import { isDoorNumber, isName, isRoomWord, saidArea } from './label-words.ts'
import { boxOf, placeIn } from './ring.ts'
import type { Ring } from './ring.ts'
import type { Label } from './sheet.ts'
import { metresOf } from './units.ts'

export interface PlacedLabel {
  readonly lines: readonly string[]
  readonly layer: string
  /** The middle, steps. */
  readonly x: number
  readonly y: number
  /** Of its letters, steps. */
  readonly height: number
}

/** Labels on the grid; those out of its reach are left out. */
export function placedLabels(labels: readonly Label[], grid: Grid): readonly PlacedLabel[] {
  return labels.flatMap(({ lines, layer, x, y, height }) => {
    const at = stepsOf(grid, [x, y])
    return at === undefined ? [] : [{ lines, layer, x: at[0] ?? 0, y: at[1] ?? 0, height: height * metresOf[grid.unit] * stepsOfMetre }]
  })
}

export interface LabelledRing {
  readonly ring: Ring
  readonly holes: readonly Ring[]
}

/** For each ring the labels whose middle lies in it and in no smaller one; `outside` are the others. */
export function labelsWithin({ rings, areas, labels, budget }: { rings: readonly LabelledRing[]; areas: readonly number[]; labels: readonly PlacedLabel[]; budget: Budget }): { within: readonly (readonly PlacedLabel[])[]; outside: readonly PlacedLabel[] } {
  const within: PlacedLabel[][] = rings.map(() => [])
  const outside: PlacedLabel[] = []
  if (rings.length === 0) return { within, outside: labels }
  const index = new Flatbush(rings.length)
  for (const { ring } of rings) {
    const { minX, minY, maxX, maxY } = boxOf(ring)
    index.add(minX, minY, maxX, maxY)
  }
  index.finish()
  for (const label of labels) {
    const { x, y } = label
    const near = index.search(x, y, x, y)
    const smallest = budget.spend(near.length) ? near.sort((a, b) => (areas[a] ?? 0) - (areas[b] ?? 0)).find((at) => {
      const { ring, holes } = rings[at] ?? { ring: [], holes: [] }
      return budget.spend(ring.length / 20) && placeIn(ring, x, y) >= 0 && !holes.some((hole) => placeIn(hole, x, y) === 1)
    }) : undefined
    if (smallest === undefined) outside.push(label)
    else within[smallest]?.push(label)
  }
  return { within, outside }
}

export interface RoomWords {
  /** All names found; one is as it should be. */
  readonly names: readonly string[]
  readonly code: string | undefined
  /** Square metres as written, a decimal. */
  readonly saidArea: string | undefined
}

/** Layers on which what looks like door numbers comes again and again: sizes of doors and windows. */
export function layersOfSizes(labels: readonly PlacedLabel[]): ReadonlySet<string> {
  const seen = new Map<string, string[]>()
  for (const { layer, lines } of labels) for (const line of lines) if (isDoorNumber(line.trim())) seen.set(layer, [...(seen.get(layer) ?? []), line.trim()])
  return new Set([...seen].filter(([, codes]) => codes.length >= 5 && new Set(codes).size < codes.length * 0.8).map(([layer]) => layer))
}

/** Lines of one text are one name; so are texts of the same size that stand one under the other. */
export function wordsOf(labels: readonly PlacedLabel[], sizes: ReadonlySet<string>): RoomWords {
  let code: string | undefined
  let area: string | undefined
  const spoken: { words: string; x: number; y: number; height: number }[] = []
  for (const label of labels.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const words: string[] = []
    for (const line of label.lines) {
      area ??= saidArea(line)
      const rest = withoutArea(line)
      if (rest === '') continue
      const numbered = /^([A-Z]{0,2}-?\d{3,4}[A-Z]?)\s+(.+)$/i.exec(rest)
      if (isDoorNumber(rest)) code ??= sizes.has(label.layer) ? undefined : rest
      else if (numbered?.[1] !== undefined && numbered[2] !== undefined && isName(numbered[2])) {
        code ??= numbered[1]
        words.push(numbered[2])
      } else if (isName(rest)) words.push(rest)
    }
    if (words.length > 0) spoken.push({ words: joined(words), x: label.x, y: label.y, height: label.height })
  }
  const names: { words: string; x: number; y: number; height: number }[] = []
  for (const one of spoken) {
    const above = names.find((name) => {
      const apart = name.y - one.y
      return name.height > 0 && Math.abs(name.height - one.height) < name.height * 0.3 && apart > 0 && apart < name.height * 2.4 && Math.abs(name.x - one.x) < name.height * 6
    })
    if (above === undefined) names.push({ ...one })
    else Object.assign(above, { words: joined([above.words, one.words]), y: one.y })
  }
  // the one in the larger letters first: a bedroom is not called by its wardrobe
  const distinct = [...new Set(names.toSorted((one, other) => (Math.abs(one.height - other.height) > Math.max(one.height, other.height) * 0.2 ? other.height - one.height : 0)).map(({ words }) => words))]
  const sure = distinct.filter(isRoomWord)
  return { names: sure.length > 0 ? sure : distinct, code, saidArea: area }
}

function joined(words: readonly string[]): string {
  return words.reduce((all, word) => (all === '' ? word : /\p{Script=Han}$/u.test(all) && /^\p{Script=Han}/u.test(word) ? all + word : `${all} ${word}`), '')
}

function withoutArea(line: string): string {
  const area = saidArea(line)
  return area === undefined ? line.trim() : line.replace(/(?:使用|建筑)?(?:面积|AREA)\s*[::=]?|[((]?\s*\d{1,5}(?:[.,]\d{1,3})?\s*(?:㎡|m²|m2|m\^2|M2|平方米|平米|sq\.?\s?m|qm)\s*[))]?/gi, '').trim()
}
