// The line of a matter 事项摘要: what a list and the inbox show of it.
import type { Catalogue, Matter } from '@houqin/define'
import { referenceOf, want } from '@houqin/rows'
import type { Targets, Wanted } from '@houqin/rows'
import type { MatterSummary, Ref, Somebody } from '@houqin/wire'
import type { OwnPart } from './stored-matter.ts'

/** The rows of people, organs and sites whose names the line shows. */
export function wantSummary(wanted: Wanted, { dimensions: { person, organ, site } }: Catalogue, row: OwnPart): void {
  const pointers = [[person, row.requester], [person, row.holderPerson], [organ, row.organ], [site, row.site]] as const
  for (const [register, id] of pointers) if (register !== undefined && id !== null) want(wanted, register.id, id)
  if (person !== undefined) for (const id of row.awaits) want(wanted, person.id, id)
}

export function summaryOf({ catalogue, matter, row, targets, now }: {
  catalogue: Catalogue
  matter: Matter
  row: OwnPart
  targets: Targets
  now: Date
}): MatterSummary {
  const state = matter.states[row.state]
  const holder = referenceTo(targets, row.holderPerson)
  return {
    number: row.number,
    matter: matter.id,
    title: matter.title,
    subject: row.subject,
    state: row.state,
    stateTitle: state?.title ?? row.state,
    tone: state?.tone ?? 'running',
    version: row.version,
    requester: askerOf(row),
    organ: referenceTo(targets, row.organ),
    site: referenceTo(targets, row.site),
    holder: {
      ...(holder && { person: holder }),
      ...(row.holderRole !== null && { role: { role: row.holderRole, title: catalogue.roles.get(row.holderRole)?.title ?? row.holderRole } }),
    },
    approving: row.approving !== null,
    awaits: row.awaits.map((id) => referenceOf(targets, id)),
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: isOverdue(row, now),
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    rating: row.rating === null ? null : { stars: row.rating, words: row.ratingWords },
  }
}

export function isOverdue({ dueAt, closedAt }: { readonly dueAt: Date | null; readonly closedAt: Date | null }, now: Date): boolean {
  return closedAt === null && dueAt !== null && dueAt <= now
}

/** No reference where there is no id. */
export function referenceTo(targets: Targets, id: string | null): Ref | null {
  return id === null ? null : referenceOf(targets, id)
}

/** By the name he had when he asked. */
function askerOf({ requester, requesterName }: OwnPart): Somebody {
  return { id: requester, name: requesterName }
}
