// Licences of everything the running product contains: only those that let the bureau do as it likes with it.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Finding } from '../finding.ts'
import type { Tree } from '../tree.ts'

/** Permissive licences, by their SPDX name. */
const permissive = new Set([
  'MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'PostgreSQL',
  'BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Zlib', 'Python-2.0', 'OFL-1.1',
])

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly license?: string | { readonly type?: string }
  readonly licenses?: readonly { readonly type?: string }[]
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * Walks the installed production tree: what the project itself and its applications depend on, and what those
 * depend on in turn. Libraries for tests and tools are not shipped and not judged.
 */
export function findForeignLicences(tree: Tree): readonly Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  const visit = ({ folder, wantedBy }: { folder: string; wantedBy: string }): void => {
    if (seen.has(folder)) return
    seen.add(folder)
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest // npm wrote it
    const name = `${manifest.name ?? folder} ${manifest.version ?? ''}`.trim()
    const licence = licenceOf(manifest)
    if (!isPermissive(licence))
      findings.push({ path: wantedBy, line: 0, says: `brings in ${name} under ${licence || 'no named licence'}; use a library under a permissive licence instead.` })
    for (const [wanted, optional] of [...keysOf(manifest.dependencies, false), ...keysOf(manifest.optionalDependencies, true)]) {
      const found = installedFolder({ name: wanted, from: folder })
      if (found !== undefined) visit({ folder: found, wantedBy: folder.includes('node_modules') ? wantedBy : manifestPath(tree, folder) })
      else if (!optional) findings.push({ path: wantedBy, line: 0, says: `needs ${wanted}, which is not installed; run npm install.` })
    }
  }
  const roots = tree.files.filter((path) => path === 'package.json' || /^apps\/[^/]+\/package\.json$/.test(path))
  for (const path of roots) visit({ folder: dirname(join(tree.root, path)), wantedBy: path })
  return findings
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type ?? '').join(' OR ') ?? ''
}

/** Reads an SPDX expression: one side of an OR is enough, both sides of an AND are needed. */
export function isPermissive(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isPermissive)
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isPermissive)
  return permissive.has(bare)
}

function keysOf(record: Readonly<Record<string, string>> = {}, optional: boolean): [string, boolean][] {
  return Object.keys(record).map((name) => [name, optional])
}

/** Where Node would find a package from a folder: in the nearest node_modules upwards. */
function installedFolder({ name, from }: { name: string; from: string }): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === dirname(folder)) return undefined
  }
}

function manifestPath(tree: Tree, folder: string): string {
  return join(folder, 'package.json').slice(tree.root.length + 1)
}
