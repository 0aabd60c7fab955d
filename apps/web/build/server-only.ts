// What only the server runs 只在服务器上用的部分: the queries, ledgers and examples in declarations, left out of what browsers fetch.
import { parseAst } from 'vite'

/** By the function that declares: members no screen reads. A screen that wants one asks the server, which knows whose rows they are. */
const members: Readonly<Record<string, ReadonlySet<string>>> = {
  // the catalogue of matters is asked of the server
  defineMatter: new Set(['listed', 'subject']),
  defineReport: new Set(['query', 'opens', 'claim']),
  defineStandard: new Set(['explain', 'values', 'ledger', 'mend', 'fill', 'opens', 'examples']),
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** @returns the source of a contract without those members; undefined when it has none. @throws SyntaxError */
export function withoutServerParts(source: string, file: string): string | undefined {
  const cuts: (readonly [from: number, to: number])[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) look(one)
    if (!isNode(node)) return
    if (node.type === 'CallExpression') cuts.push(...cutsOf(node as Call))
    for (const child of Object.values(node)) look(child)
  }
  look(parseAst(source, { lang: 'ts' }, file))
  if (cuts.length === 0) return undefined
  let kept = ''
  let at = 0
  for (const [from, to] of cuts.toSorted(([a], [b]) => a - b)) {
    kept += source.slice(at, from)
    at = to
  }
  return kept + source.slice(at)
}

interface Call extends Node {
  readonly callee: Node & { readonly name?: string; readonly callee?: Node & { readonly name?: string } }
  readonly arguments: readonly (Node & { readonly properties?: readonly (Node & { readonly key?: Node & { readonly name?: string } })[] })[]
  readonly source?: string
}
function cutsOf({ callee, arguments: given }: Call): readonly (readonly [number, number])[] {
  // defineStandard is called twice: its subject's type is stated, the rest inferred.
  const drop = members[callee.name ?? callee.callee?.name ?? '']
  const declaration = given.find(({ type }) => type === 'ObjectExpression')
  const properties = declaration?.properties
  if (!drop || !properties) return []
  return properties.flatMap((property, place) => {
    if (property.type !== 'Property' || !drop.has(property.key?.name ?? '')) return []
    // with the comma after it, up to where the next begins or the declaration ends
    return [[property.start, properties[place + 1]?.start ?? declaration.end - 1] as const]
  })
}
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** A plugin of the builder, for the files of every `contract` folder. */
export function leaveServerParts() {
  return {
    name: 'houqin:server-only',
    apply: 'build' as const,
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\/subsystems\/[^/]+\/src\/contract\/.*\.ts$/ },
      handler(source: string, id: string): { code: string; map: null } | undefined {
        const code = withoutServerParts(source, id)
        return code === undefined ? undefined : { code, map: null }
      },
    },
  }
}
