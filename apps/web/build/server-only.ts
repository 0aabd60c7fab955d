// What only the server runs 只在服务器上用的部分: the queries, ledgers and examples in declarations, left out of what browsers fetch.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/**
 * @param gated names of the standards that stand before a step; without them every `check` is kept.
 * @returns the source of a contract without those members; undefined when it has none. @throws SyntaxError
 */
export function withoutServerParts(source: string, file: string, gated?: ReadonlySet<string>): string | undefined {
  const cuts: (readonly [from: number, to: number])[] = []
  const look = (node: unknown, declared?: string): void => {
    if (Array.isArray(node)) for (const one of node) look(one)
    if (!isNode(node)) return
    if (node.type === 'CallExpression') cuts.push(...cutsOf(node as Call, gated !== undefined && declared !== undefined && !gated.has(declared)))
    const { id } = node as Declarator
    for (const child of Object.values(node)) look(child, node.type === 'VariableDeclarator' && child !== id ? id?.name : undefined)
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

/** Names that stand as the standard of a gate in one of the sources, also where they were imported under another. */
export function gatedStandards(sources: readonly string[]): ReadonlySet<string> {
  return new Set(sources.filter((source) => source.includes('defineGate(')).flatMap((source) => {
    const named = [...source.matchAll(/defineGate\(\s*\w+,\s*\[[^\]]*\],\s*(\w+)/g)].map(([, name = '']) => name)
    const renamed = [...source.matchAll(/(\w+) as (\w+)/g)].filter(([, , as = '']) => named.includes(as)).map(([, name = '']) => name)
    return [...named, ...renamed]
  }))
}

interface Declarator extends Node {
  readonly id?: Node & { readonly name?: string }
}
interface Call extends Node {
  readonly callee: Node & { readonly name?: string; readonly callee?: Node & { readonly name?: string } }
  readonly arguments: readonly (Node & { readonly properties?: readonly (Node & { readonly key?: Node & { readonly name?: string } })[] })[]
  readonly source?: string
}
function cutsOf({ callee, arguments: given }: Call, ungated: boolean): readonly (readonly [number, number])[] {
  // defineStandard is called twice: its subject's type is stated, the rest inferred.
  const drop = members[callee.name ?? callee.callee?.name ?? '']
  const declaration = given.find(({ type }) => type === 'ObjectExpression')
  const properties = declaration?.properties
  if (!drop || !properties) return []
  // a form is held against the standards before its steps and those of its register's rows, and no other
  const judged = !ungated || !drop.has('ledger') || properties.some(({ key }) => key?.name === 'row')
  return properties.flatMap((property, place) => {
    const name = property.key?.name ?? ''
    if (property.type !== 'Property' || !(drop.has(name) || (name === 'check' && !judged))) return []
    // with the comma after it, up to where the next begins or the declaration ends
    return [[property.start, properties[place + 1]?.start ?? declaration.end - 1] as const]
  })
}
function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function contractSources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((subsystem) => {
    const contract = join(folder, subsystem, 'src/contract')
    return readdirSync(contract, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(contract, path), 'utf8'))
  })
}

/** A plugin of the builder, for the files of every `contract` folder. */
export function leaveServerParts() {
  const gated = gatedStandards(contractSources(fileURLToPath(new URL('../../../subsystems/', import.meta.url))))
  return {
    name: 'houqin:server-only',
    apply: 'build' as const,
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\/subsystems\/[^/]+\/src\/contract\/.*\.ts$/ },
      handler(source: string, id: string): { code: string; map: null } | undefined {
        const code = withoutServerParts(source, id, gated)
        return code === undefined ? undefined : { code, map: null }
      },
    },
  }
}
