// No file may need another that needs it: which of them runs first, and what it then finds, would depend on who asks for them.
import type { Finding } from '../finding.ts'
import type { Edge } from './edges.ts'

/** One finding for each way back into a circle of files. Types leave nothing to run, and what is fetched late runs after both. */
export function findFileCircles(edges: readonly Edge[]): readonly Finding[] {
  const needs = new Map<string, Edge[]>()
  for (const edge of edges) if (edge.target.kind === 'file' && !edge.typeOnly && !edge.late) needs.set(edge.path, [...(needs.get(edge.path) ?? []), edge])
  const findings: Finding[] = []
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    for (const { target, line } of needs.get(path) ?? []) {
      if (target.kind !== 'file' || done.has(target.path)) continue
      const start = way.indexOf(target.path)
      if (start === -1) visit(target.path, [...way, target.path])
      else findings.push({ path, line, says: `closes a circle of files: ${[...way.slice(start), target.path].join(' → ')}; move what both need into a third file.` })
    }
    done.add(path)
  }
  for (const path of needs.keys()) if (!done.has(path)) visit(path, [path])
  return findings
}
