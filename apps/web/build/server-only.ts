// What only the server runs 只在服务器上用的部分: the queries, ledgers and examples in declarations, left out of what browsers fetch.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'vite'

/** By the function that declares: members no screen reads. A screen that wants one asks the server, which knows whose rows they are. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  // rows come within their reader's scope, and what is found is found by the server; how rows and matters are called is what tells their names in another language
  defineRegister: new Set(['scope', 'alike', 'search']),
  // the catalogue of matters is asked of the server; by its prefix a number is known, wherever it stands
  defineMatter: new Set(['listed', 'scope', 'byCode', 'renews']),
  defineReport: new Set(['query', 'opens', 'claim', 'goal']),
  defineStandard: new Set(['explain', 'values', 'ledger', 'read', 'keep', 'mend', 'fill', 'opens', 'examples']),
  // alarms come judged, and with them who may acknowledge
  defineSignal: new Set(['access', 'keepRawDays']),
  // the first page has its tiles from the index the builder reads: their pictures are of no use to the pages of a subsystem
  defineWebPart: new Set(['starts']),
  // the fleet's limits, standards of one figure that nobody asks while typing
  limitOf: new Set(['explain', 'value', 'cite', 'measures', 'advice', 'within', 'beyond']),
}

/** The same one level down, of every state, step or alarm: whose a matter is, until when, and which steps he is offered, comes with the matter. */
const membersWithin: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  defineMatter: { states: new Set(['held', 'due']), steps: new Set(['by']) },
  defineSignal: { alarms: new Set(['rule']) },
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * @param judged names of standards that a gate asks; like those that judge a register's row they are checked while somebody types, the others on the server alone.
 * @returns the source of a contract without those members; undefined when it has none. @throws SyntaxError
 */
export function withoutServerParts(source: string, file: string, judged: ReadonlySet<string> = new Set()): string | undefined {
  const cuts: Cut[] = []
  let name = ''
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one)
    if (!isNode(node)) return
    if (node.type === 'VariableDeclarator') name = (node as Declarator).id.name ?? ''
    if (node.type === 'CallExpression') cuts.push(...cutsOf(node as Call, judged.has(name)))
    for (const child of Object.values(node)) look(child)
  }
  look(parseAst(source, { lang: 'ts' }, file))
  if (cuts.length === 0) return undefined
  let kept = ''
  let at = 0
  for (const [from, to, instead = ''] of cuts.toSorted(([a], [b]) => a - b)) {
    kept += source.slice(at, from) + instead
    at = to
  }
  return kept + source.slice(at)
}

type Cut = readonly [from: number, to: number, instead?: string]
interface Declarator extends Node {
  readonly id: { readonly name?: string }
}
interface Literal extends Node {
  readonly properties?: readonly (Node & { readonly key?: Node & { readonly name?: string }; readonly value?: Literal })[]
}
interface Call extends Node {
  readonly callee: Node & { readonly name?: string; readonly callee?: Node & { readonly name?: string } }
  readonly arguments: readonly Literal[]
  readonly source?: string
}
function cutsOf({ callee, arguments: given }: Call, isJudged: boolean): readonly Cut[] {
  // defineStandard is called twice: its subject's type is stated, the rest inferred.
  const define = callee.name ?? callee.callee?.name ?? ''
  if (define === 'defineGate') return queryOf(given)
  const drop = members[define]
  const declaration = given.find(({ type }) => type === 'ObjectExpression')
  const properties = declaration?.properties
  if (!drop || !properties) return []
  const unchecked = define === 'defineStandard' && !isJudged && !properties.some(({ key }) => key?.name === 'row')
  return [
    ...cutFrom(declaration, (key) => drop.has(key) || (unchecked && key === 'check')),
    ...properties.flatMap(({ key, value }) => {
      const dropped = membersWithin[define]?.[key?.name ?? '']
      return dropped ? (value?.properties ?? []).flatMap((one) => cutFrom(one.value, (member) => dropped.has(member))) : []
    }),
  ]
}
/** Each with the comma after it, up to where the next begins or the object ends. */
function cutFrom(literal: Literal | undefined, drops: (key: string) => boolean): readonly Cut[] {
  const properties = literal?.type === 'ObjectExpression' ? literal.properties ?? [] : []
  return properties.flatMap((property, place) => (property.type === 'Property' && drops(property.key?.name ?? '') ? [[property.start, properties[place + 1]?.start ?? (literal?.end ?? 0) - 1] as const] : []))
}
/** What a gate asks the database about is asked there: in a browser nothing is typed that answers it. */
function queryOf([, , , subject]: Call['arguments']): readonly Cut[] {
  const { type, start, end, params } = (subject ?? {}) as Partial<Node> & { readonly params?: readonly unknown[] }
  return type === 'ArrowFunctionExpression' && params?.length === 2 && start !== undefined && end !== undefined ? [[start, end, '() => undefined']] : []
}
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Standards that a gate of any contract asks of what is typed: one whose subject takes `sql` is asked of the database. */
function judgedStandards(): ReadonlySet<string> {
  const house = fileURLToPath(new URL('../../../subsystems/', import.meta.url))
  const sources = readdirSync(house).flatMap((name) => readdirSync(join(house, name, 'src/contract'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(house, name, 'src/contract', path), 'utf8')))
  return new Set(sources.flatMap((source) => [...source.matchAll(/\bdefineGate\(\s*\w+,\s*\[[^\]]*\],\s*(\w+)(?:,\s*\(([^)]*)\))?/g)].flatMap(([, name = '', given = '']) => (/,\s*sql\s*$/.test(given) ? [] : [name]))))
}

/** A plugin of the builder, for the files of every `contract` folder and for what declares a web part. */
export function leaveServerParts() {
  const judged = judgedStandards()
  return {
    name: 'houqin:server-only',
    apply: 'build' as const,
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\/subsystems\/[^/]+\/src\/(contract\/.*|web\/index)\.ts$/ },
      handler(source: string, id: string): { code: string; map: null } | undefined {
        const code = withoutServerParts(source, id, judged)
        return code === undefined ? undefined : { code, map: null }
      },
    },
  }
}
