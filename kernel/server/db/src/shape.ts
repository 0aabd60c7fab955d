// The shape of a statement 语句的形状: what of it stands still, however it was put together, so that its text is made once.
import { CompiledQuery } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from './database.ts'
import type { Hearing } from './marks.ts'

/** The parts that kysely's `sql` makes statements of. */
type Node = { readonly kind: string } | RawNode | ValueNode | IdentifierNode
interface RawNode {
  readonly kind: 'RawNode'
  readonly sqlFragments: readonly string[]
  readonly parameters: readonly Node[]
}
interface ValueNode {
  readonly kind: 'ValueNode'
  readonly value: unknown
  readonly immediate?: boolean
}
interface IdentifierNode {
  readonly kind: 'IdentifierNode'
  readonly name: string
}

/** Texts by shape. A shape that varies without end must not fill the memory of the server. */
const mostTexts = 1_000
const texts = new Map<string, string>()

/** One number for each place in the program that writes SQL: its text is the same object each time. */
const places = new WeakMap<readonly string[], string>()
let lastPlace = 0
function placeOf(fragments: readonly string[]): string {
  // Only what a template holds stays the same object; what is joined together is made anew and is short.
  if (!('raw' in fragments)) return JSON.stringify(fragments)
  const known = places.get(fragments)
  if (known !== undefined) return known
  lastPlace += 1
  const place = `#${lastPlace}`
  places.set(fragments, place)
  return place
}

/** Adds to `values` what the statement is asked with. @returns its shape; undefined for a part that is not known here. */
function shapeOf(node: Node, values: unknown[]): string | undefined {
  if (isValue(node)) {
    if (node.immediate) return literalOf(node.value)
    values.push(node.value)
    return '?'
  }
  if (isIdentifier(node)) return JSON.stringify(node.name)
  if (!isRaw(node)) return undefined
  let shape = placeOf(node.sqlFragments)
  for (const part of node.parameters) {
    const found = shapeOf(part, values)
    if (found === undefined) return undefined
    shape += `,${found}`
  }
  return `${shape};`
}
/** What is written into the text itself. */
function literalOf(value: unknown): string | undefined {
  if (typeof value === 'string') return `=${JSON.stringify(value)}`
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? `=${String(value)}` : undefined
}
const isRaw = (node: Node): node is RawNode => node.kind === 'RawNode'
const isValue = (node: Node): node is ValueNode => node.kind === 'ValueNode'
const isIdentifier = (node: Node): node is IdentifierNode => node.kind === 'IdentifierNode'

/** Asks what is put together of `parts` by `build`, which gives the same for the same `key` and parts of the same shape. */
export async function askInShape(tx: Tx, { key, parts, hearing, build }: {
  key: string; parts: readonly RawBuilder<unknown>[]; hearing?: Hearing | undefined; build: () => RawBuilder<unknown>
}): Promise<void> {
  const values: unknown[] = []
  let shape: string | undefined = key
  for (const part of parts) {
    const found = shapeOf(part.toOperationNode(), values)
    shape = shape === undefined || found === undefined ? undefined : shape + found
  }
  const text = shape === undefined ? undefined : texts.get(shape)
  const executor = tx.getExecutor()
  if (text === undefined) {
    const compiled = build().compile(tx)
    if (shape !== undefined && texts.size < mostTexts && compiled.parameters.length === values.length) texts.set(shape, compiled.sql)
    await executor.executeQuery(hearing ? CompiledQuery.raw(compiled.sql, [...compiled.parameters, hearing]) : compiled)
    return
  }
  const known = CompiledQuery.raw(text, hearing ? [...values, hearing] : values)
  // As if it were compiled anew: a transaction that has something to do before each of its questions does it now.
  executor.transformQuery(known.query, known.queryId)
  await executor.executeQuery(known)
}
