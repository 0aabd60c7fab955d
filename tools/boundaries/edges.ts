// The edges of the house: who imports what, each import followed to the file or package it means.
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import { isCode } from '../tree.ts'
import type { Tree } from '../tree.ts'
import { ownerOf, splitSpecifier } from './packages.ts'
import type { Package } from './packages.ts'
import { placeOf } from './place.ts'
import type { Place } from './place.ts'
import { readImports } from './read-imports.ts'

export type Target =
  | { readonly kind: 'builtin' }
  /** A file of the tree named by its path; `exists` is false when there is none of that name. */
  | { readonly kind: 'file'; readonly path: string; readonly exists: boolean }
  /** A package by its name; `own` is set when it is one of the project's packages. */
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string; readonly own: Package | undefined }
  | { readonly kind: 'computed' }

export interface Edge {
  readonly path: string
  readonly line: number
  readonly specifier: string
  readonly typeOnly: boolean
  readonly late: boolean
  readonly owner: Package
  readonly place: Place
  readonly target: Target
}

/** All imports of all code in the tree, and a finding for each file that cannot be read. */
export function readEdges({ tree, packages }: { tree: Tree; packages: readonly Package[] }): {
  edges: readonly Edge[]
  filesRead: number
  unreadable: readonly Finding[]
} {
  const edges: Edge[] = []
  const unreadable: Finding[] = []
  const known = new Set(tree.files)
  const code = tree.files.filter(isCode)
  for (const path of code) {
    const owner = ownerOf({ path, packages })
    if (!owner) continue
    try {
      for (const { specifier, line, typeOnly, late } of readImports({ path, text: tree.read(path) })) {
        const target = follow({ path, specifier, known, packages })
        edges.push({ path, line, specifier: specifier ?? '', typeOnly, late, owner, place: placeOf(path), target })
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      unreadable.push({ path, line: 0, says: `is no valid code (${error.message}); mend it, its imports cannot be judged.` })
    }
  }
  return { edges, filesRead: code.length, unreadable }
}

function follow({ path, specifier, known, packages }: {
  path: string
  specifier: string | undefined
  known: ReadonlySet<string>
  packages: readonly Package[]
}): Target {
  if (specifier === undefined) return { kind: 'computed' }
  if (isBuiltin(specifier)) return { kind: 'builtin' }
  if (/^\.{0,2}\//.test(specifier)) {
    const file = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
    return { kind: 'file', path: file, exists: known.has(file) }
  }
  const { name, subpath } = splitSpecifier(specifier)
  return { kind: 'package', name, subpath, own: packages.find((one) => one.name === name) }
}
