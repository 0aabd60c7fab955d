// The boundaries of the house: which package may import which, read from the package.json files and the code itself.
import { fileURLToPath } from 'node:url'
import { judgeEdge } from './boundaries/edge-rules.ts'
import { readEdges } from './boundaries/edges.ts'
import { findFileCircles } from './boundaries/file-circles.ts'
import { findCycles, findIdleDependencies, findOvergrown } from './boundaries/package-rules.ts'
import { readPackages } from './boundaries/packages.ts'
import type { Finding } from './finding.ts'
import { readTree } from './tree.ts'
import type { Tree } from './tree.ts'

/** A small house that breaks the rules on purpose, and what must be found in it. */
export const planted: string = fileURLToPath(new URL('planted/house', import.meta.url))

/** Everything that crosses a boundary in one tree. */
export function judgeBoundaries(tree: Tree): { findings: readonly Finding[]; filesRead: number } {
  const packages = readPackages(tree)
  const { edges, filesRead, unreadable } = readEdges({ tree, packages })
  const crossings = edges.flatMap((edge) => judgeEdge(edge).map((says) => ({ path: edge.path, line: edge.line, says })))
  const findings = [
    ...unreadable,
    ...crossings,
    ...findCycles(packages),
    ...findFileCircles(edges),
    ...findIdleDependencies({ tree, packages, edges }),
    ...findOvergrown({ tree, packages }),
  ]
  return { findings, filesRead }
}

/**
 * Judges the project, after judging the planted house: a check that finds nothing where something was planted, or
 * that reads no file at all, would pass for ever and is itself the finding.
 */
export function checkBoundaries(tree: Tree = readTree()): readonly Finding[] {
  const blind = judgeBoundaries(readTree({ root: planted })).findings.length === 0
  if (blind) return [{ path: 'tools/boundaries.ts', line: 0, says: 'finds nothing in the planted house; the check itself is broken.' }]
  const { findings, filesRead } = judgeBoundaries(tree)
  if (filesRead === 0) return [{ path: 'tools/boundaries.ts', line: 0, says: 'read no file at all; the check itself is broken.' }]
  return findings
}
