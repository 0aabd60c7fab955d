// Kept pages 留存的页面: as they were read or left by a step, each with the transactions that wrote its rows, so that a step reads none again that still stands.
import type { Proof } from '@houqin/db'
import type { KnownRows, NamesRead } from '@houqin/rows'
import type { LinkKind, TimelineKind, WireFinding } from '@houqin/wire'
import type { Why } from './party.ts'
import type { ApprovalDeed } from './approval-deed.ts'
import type { StoredMatter } from './stored-matter.ts'

export interface EventRow {
  readonly at: string
  readonly what: TimelineKind
  readonly deed: ApprovalDeed | null
  readonly step: string | null
  readonly from: string | null
  readonly to: string | null
  readonly person: string | null
  readonly name: string
  readonly comment: string | null
  readonly input: Readonly<Record<string, unknown>> | null
  readonly files: readonly string[]
}
export interface LinkRow {
  readonly kind: LinkKind
  readonly here: boolean
  readonly number: string
  readonly matter: string
  readonly subject: string
  readonly state: string
  readonly approving: boolean
}
export interface Around {
  readonly timeline: readonly EventRow[]
  readonly links: readonly LinkRow[]
  readonly findings: readonly WireFinding[]
  /** Line sets that are not empty; null stands for those that are. */
  readonly sets: readonly (string | null)[]
  readonly names: KnownRows
  readonly namesRead: NamesRead
  readonly parties: readonly (readonly [person: string, why: Why])[]
}
/** A transaction by PostgreSQL's number; null where it has none, or has not been told yet. */
export interface Writer {
  xid: string | null
}
/** By whom a matter's own row and that of its form were written, and in which transaction they were read. */
export interface WrittenBy {
  readonly own: Writer
  readonly form: Writer
  readonly here: Writer
}
/** That a kept page still stands, as long as it is only taken for granted. */
export interface Unproven {
  /** Has it proven with whatever is asked next. */
  readonly prove: () => void
  /** Leaves it to a write of the matter's own row, which then finds it only as these two left it and its form; undefined once it is being proven. */
  readonly leave: () => (Proof & { readonly own: string; readonly form: string }) | undefined
}
/** What a page is made of, and a step starts from. */
export interface Page {
  readonly stored: StoredMatter
  readonly around: Around
  readonly by: WrittenBy
  readonly unproven?: Unproven
}

const mostPages = 1_000
const longestTimeline = 60
const pages = new Map<string, Page>()
const numbers = new Map<string, string>()

/**
 * Whatever changes a page writes the matter's own row or that of its form, so that one still written by the same transactions still stands. What other
 * matters change as well, and an approval, is not kept; nor what the transaction it was read in has written itself and may write again.
 */
export function keepPage(page: Page, isLeft = false): void {
  const { stored: { id, number, approving }, around: { links, timeline }, by: { own, form, here } } = page
  forgetPage(id)
  if (links.length > 0 || approving !== null || timeline.length > longestTimeline || (!isLeft && (own.xid === here.xid || form.xid === here.xid))) return
  pages.set(number, page)
  numbers.set(id, number)
  const [oldest] = pages.values()
  if (pages.size > mostPages && oldest) forgetPage(oldest.stored.id)
}
export const keptPage = (number: string): Page | undefined => pages.get(number)

/** For whoever writes what stands around a matter: its own transaction may have left the page that is kept. */
export function forgetPage(id: string): void {
  pages.delete(numbers.get(id) ?? '')
  numbers.delete(id)
}
