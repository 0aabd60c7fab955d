// The rules packages must keep as wholes: no cycles, no edge declared in vain, none grown too big.
import type { Finding } from '../finding.ts'
import { parse } from '../syntax.ts'
import { isCode, isTestCode } from '../tree.ts'
import type { Tree } from '../tree.ts'
import type { Edge } from './edges.ts'
import type { Package } from './packages.ts'

/** Lines a package of the server's kernel may have, tests not counted. */
const serverPackageLines = 1_500
/** Lines of code the nouns may have, blank lines and comments not counted. */
const defineLines = 1_000

/** One finding for each circle of packages that need each other. What only tests need makes no circle. */
export function findCycles(packages: readonly Package[]): readonly Finding[] {
  const byName = new Map(packages.map((one) => [one.name, one]))
  const findings: Finding[] = []
  const done = new Set<string>()
  const visit = (one: Package, way: readonly Package[]): void => {
    const start = way.indexOf(one)
    if (start !== -1) {
      const circle = [...way.slice(start), one].map(({ name }) => name).join(' → ')
      findings.push({ path: manifestOf(one), line: 0, says: `stands in a circle: ${circle}; move what both need into a third package.` })
    } else if (!done.has(one.name)) {
      for (const name of one.dependencies) {
        const next = byName.get(name)
        if (next) visit(next, [...way, one])
      }
      done.add(one.name)
    }
  }
  for (const one of packages) visit(one, [])
  return findings
}

/** Dependencies that a package lists and no file of it imports or names (a tool may be started by its name). */
export function findIdleDependencies({ tree, packages, edges }: {
  tree: Tree
  packages: readonly Package[]
  edges: readonly Edge[]
}): readonly Finding[] {
  return packages.filter(({ folder }) => folder !== '').flatMap((one) => {
    const used = new Set(edges.filter(({ owner }) => owner === one).map(({ target }) => (target.kind === 'package' ? target.name : '')))
    const code = tree.files.filter((path) => path.startsWith(`${one.folder}/`) && isCode(path))
    return [...one.dependencies, ...one.devDependencies]
      .filter((name) => !name.startsWith('@types/') && !one.optional.includes(name) && !used.has(name) && !code.some((path) => tree.read(path).includes(name)))
      .map((name) => ({ path: manifestOf(one), line: 0, says: `lists ${name}, which nothing in ${one.folder} uses; take it out.` }))
  })
}

/** Packages that outgrew their measure. */
export function findOvergrown({ tree, packages }: { tree: Tree; packages: readonly Package[] }): readonly Finding[] {
  return packages.flatMap((one): readonly Finding[] => {
    const files = tree.files.filter((path) => path.startsWith(`${one.folder}/`) && isCode(path) && !isTestCode(path))
    const lines = (count: (path: string) => number): number => files.reduce((sum, path) => sum + count(path), 0)
    if (one.folder.startsWith('kernel/server/')) {
      const all = lines((path) => tree.read(path).trimEnd().split('\n').length)
      if (all > serverPackageLines)
        return [{ path: manifestOf(one), line: 0, says: `has ${all} lines, more than ${serverPackageLines}; split off what stands by itself.` }]
    }
    if (one.folder === 'kernel/define') {
      const code = lines((path) => codeLines({ path, text: tree.read(path) }))
      if (code > defineLines)
        return [{ path: manifestOf(one), line: 0, says: `has ${code} lines of code, more than ${defineLines}; the nouns must stay few.` }]
    }
    return []
  })
}

/** Lines that hold more than blanks and comments. */
export function codeLines({ path, text }: { path: string; text: string }): number {
  const { comments } = parse({ path, text })
  const blanked = comments.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end),
    text,
  )
  return blanked.split('\n').filter((line) => line.trim() !== '').length
}

function manifestOf({ folder }: Package): string {
  return folder === '' ? 'package.json' : `${folder}/package.json`
}
