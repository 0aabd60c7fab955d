// The line of a matter 事项摘要: what a list and the inbox show of it.
import type { Catalogue, Matter } from '@houqin/define'
import type { MatterSummary, Named } from './matter-wire.ts'
import type { Pointer, RefNames } from './ref-names.ts'
import type { OwnPart } from './stored-matter.ts'

/** The rows of people, organs and sites whose names the line shows. */
export function summaryPointers({ dimensions }: Catalogue, row: OwnPart): readonly Pointer[] {
  const { person, organ, site } = dimensions
  return [
    ...(person ? [row.requester, row.holderPerson].map((id) => ({ register: person.id, id })) : []),
    ...(organ ? [{ register: organ.id, id: row.organ }] : []),
    ...(site ? [{ register: site.id, id: row.site }] : []),
  ].flatMap(({ register, id }) => (id === null ? [] : [{ register, id }]))
}

export function summaryOf({ catalogue, matter, row, names, now }: {
  catalogue: Catalogue
  matter: Matter
  row: OwnPart
  names: RefNames
  now: Date
}): MatterSummary {
  const { person, organ, site } = catalogue.dimensions
  const state = matter.states[row.state]
  const holder = names.of(person?.id, row.holderPerson)
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
    organ: names.of(organ?.id, row.organ),
    site: names.of(site?.id, row.site),
    holder: {
      ...(holder && { person: holder }),
      ...(row.holderRole !== null && { role: { role: row.holderRole, title: catalogue.roles.get(row.holderRole)?.title ?? row.holderRole } }),
    },
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

/** By the name he had when he asked. */
function askerOf({ requester, requesterName }: OwnPart): Named {
  return { id: requester, name: requesterName }
}
