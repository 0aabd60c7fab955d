// The organs as a tree 单位树: each with those directly below it, by category in the office's order.
import type { ReportRow } from '@houqin/web-kit'
import { organCategories } from '../contract/index.ts'

const order: readonly string[] = Object.keys(organCategories)

export interface OrganNode {
  readonly row: ReportRow
  readonly below: readonly OrganNode[]
  /** Itself and all below it. */
  readonly size: number
}

/** An organ whose superior is not among the rows stands at the top. */
export function organTree(rows: readonly ReportRow[]): readonly OrganNode[] {
  const known = new Set(rows.map(({ id }) => id))
  const below = Map.groupBy(rows, ({ parent }) => (parent !== null && known.has(parent ?? '') ? parent : null))
  const node = (row: ReportRow): OrganNode => {
    const children = (below.get(row['id'] ?? '') ?? []).map(node)
    return { row, below: children, size: children.reduce((sum, child) => sum + child.size, 1) }
  }
  const rank = ({ category }: ReportRow): number => order.indexOf(String(category))
  return (below.get(null) ?? []).toSorted((a, b) => rank(a) - rank(b)).map(node)
}

/** The rows to show, with their depth: what is folded hides what is below it; a word typed shows what answers to it and the way there. */
export function shownRows({ tree, open, word }: { tree: readonly OrganNode[]; open: ReadonlySet<string>; word: string }): readonly { readonly node: OrganNode; readonly depth: number }[] {
  const typed = word.trim().toLowerCase()
  const found = (node: OrganNode): boolean => String(node.row['organ']).toLowerCase().includes(typed) || node.below.some(found)
  const walk = (nodes: readonly OrganNode[], depth: number): readonly { node: OrganNode; depth: number }[] =>
    nodes
      .filter((node) => typed === '' || found(node))
      .flatMap((node) => [{ node, depth }, ...(typed !== '' || open.has(String(node.row['id'])) ? walk(node.below, depth + 1) : [])])
  return walk(tree, 0)
}

/** The sums that one list of organs and their figures adds up to. */
export const sumNames = Object.freeze(['filled', 'free', 'over'] as const)
export type SumName = (typeof sumNames)[number]
/** What a row adds to a sum: one organ's vacancy does not make up for another's surplus. */
export function partOf(row: ReportRow, sum: SumName): number {
  const free = Number(row['free'] ?? 0)
  return sum === 'filled' ? Number(row['filled'] ?? 0) : Math.max(0, sum === 'free' ? free : -free)
}
/** Exactly the rows a sum counted, those that add most to it first. */
export function rowsOf(rows: readonly ReportRow[], sum: SumName): readonly ReportRow[] {
  return rows.filter((row) => partOf(row, sum) > 0).toSorted((a, b) => partOf(b, sum) - partOf(a, sum))
}

export interface EstablishmentSums {
  readonly organs: number
  readonly approved: number
  readonly filled: number
  readonly free: number
  readonly over: number
}
export function sumsOf(rows: readonly ReportRow[]): EstablishmentSums {
  const sum = (of: (row: ReportRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    organs: rows.length,
    approved: sum((row) => Number(row['approved'] ?? 0)),
    filled: sum((row) => partOf(row, 'filled')),
    free: sum((row) => partOf(row, 'free')),
    over: sum((row) => partOf(row, 'over')),
  }
}
