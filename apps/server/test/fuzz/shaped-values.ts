// Values after a schema 按接口描述造值: mostly what the description allows, now and then what nobody should send.
import { hostileValues } from '../hostile-values.ts'

export interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly const?: unknown
}
/** In [0, 1); the same row of choices from the same seed, so that what was found can be found again. */
export type Roll = () => number

/** mulberry32. */
export function rollFrom(seed: number): Roll {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
export function pick<T>(roll: Roll, list: readonly T[]): T {
  const one = list[Math.floor(roll() * list.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

const hostile = Object.values(hostileValues).filter((text) => text.length < 3_000)
const texts = ['走查', '%', '_', '\\', "o'clock", '<script>alert(1)</script>', '=1+1', '${7*7}', '../../etc/passwd', '１２３', 'ａｂｃ', ' ', '\t\n', '0', '-0', 'NaN', 'null', 'undefined', '2026-02-29', '9999-12-31', '9999999999999999']
/** Ids that stand, handed in by the caller, are what most paths and references ask for. */
export interface Known {
  readonly ids: readonly string[]
  /** How often a value is not what the schema says. */
  readonly wrongly: number
}

/** JSON-able, but for what stands in `raw` places. */
export function shaped(schema: Schema | undefined, roll: Roll, known: Known, depth = 0): unknown {
  if (depth > 6) return null
  if (roll() < known.wrongly) return JSON.parse(pick(roll, hostile))
  if (!schema) return pick(roll, texts)
  if (schema.const !== undefined) return schema.const
  if (schema.enum && schema.enum.length > 0) return pick(roll, schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either && either.length > 0) return shaped(pick(roll, either), roll, known, depth + 1)
  const type = Array.isArray(schema.type) ? pick(roll, schema.type as readonly string[]) : schema.type
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || roll() < 0.5)
          .filter(() => roll() > known.wrongly / 2)
          .map(([name, inner]) => [name, shaped(inner, roll, known, depth + 1)]),
      )
    case 'array':
      return Array.from({ length: Math.floor(roll() * 4) }, () => shaped(schema.items, roll, known, depth + 1))
    case 'integer':
    case 'number':
      return pick(roll, [schema.minimum ?? 0, schema.maximum ?? 1, 1, 0, -1, 2 ** 31, 2 ** 53, 0.5, Math.floor(roll() * 100)])
    case 'boolean':
      return roll() < 0.5
    case 'null':
      return null
    default:
      return textFor(schema, roll, known)
  }
}

function textFor({ format, maxLength }: Schema, roll: Roll, { ids }: Known): string {
  if (format === 'uuid') return roll() < 0.8 && ids.length > 0 ? pick(roll, ids) : pick(roll, ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0'])
  if (format === 'date') return pick(roll, ['2026-11-24', '2026-02-29', '2024-02-29', '1900-01-01', '2199-12-31', '0001-01-01', '9999-12-31', '2026-13-01'])
  if (format === 'date-time') return pick(roll, ['2026-11-24T01:00:00Z', '2026-11-24T01:00:00+08:00', '9999-12-31T23:59:59Z', '2026-11-24'])
  const long = maxLength === undefined ? 0 : Math.min(maxLength + Math.floor(roll() * 3) - 1, 4_000)
  return roll() < 0.15 && long > 0 ? '长'.repeat(long) : pick(roll, texts)
}
