// The packages of the project, as their package.json files describe them: the only allowed edges.
import type { Tree } from '../tree.ts'

export interface Package {
  readonly name: string
  /** Its folder, relative to the project's, without a closing slash; empty for the project itself. */
  readonly folder: string
  /** Names it may import anywhere. */
  readonly dependencies: readonly string[]
  /** Of these, names that may be absent on some machines: programs for one kind of processor, found by their folder. */
  readonly optional: readonly string[]
  /** Names only its tests and its tools' configuration may import. */
  readonly devDependencies: readonly string[]
  /** Sub-paths others may import: `.`, `./server`. */
  readonly exports: readonly string[]
}

interface Manifest {
  readonly name?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly exports?: string | Readonly<Record<string, unknown>>
}

/** Every package of the tree, the deepest folders first, so that the first whose folder holds a file owns it. */
export function readPackages(tree: Tree): readonly Package[] {
  return tree.files
    .filter((path) => path === 'package.json' || path.endsWith('/package.json'))
    .map((path): Package => {
      const folder = path.slice(0, -'/package.json'.length)
      const manifest = JSON.parse(tree.read(path)) as Manifest // npm itself refuses a package.json of another shape
      const optional = Object.keys(manifest.optionalDependencies ?? {})
      return Object.freeze({
        name: manifest.name ?? folder,
        folder,
        dependencies: [...Object.keys(manifest.dependencies ?? {}), ...optional],
        optional,
        devDependencies: Object.keys(manifest.devDependencies ?? {}),
        exports: typeof manifest.exports === 'object' ? Object.keys(manifest.exports) : ['.'],
      })
    })
    .sort((a, b) => b.folder.length - a.folder.length)
}

/** The package a file belongs to. Files beside the top package.json belong to the project itself. */
export function ownerOf({ path, packages }: { path: string; packages: readonly Package[] }): Package | undefined {
  return packages.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
}

/** `@houqin/people/server` → package `@houqin/people`, sub-path `./server`. */
export function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(length).join('/')
  return { name: parts.slice(0, length).join('/'), subpath: rest === '' ? '.' : `./${rest}` }
}
