// Who asked and who has it, as the wire tells it in several shapes, in one line of text.
import type { MatterSummary, Ref } from '../api/wire.ts'

export function nameOf(who: Ref | string | null | undefined): string | null {
  return typeof who === 'string' ? who : (who?.name ?? null)
}
/** The person, or the role while nobody has taken it, or the asker when it is back with him. */
export function holderText({ holder, requester }: Pick<MatterSummary, 'holder' | 'requester'>): string | null {
  if (holder?.person) return holder.person.name
  const role = holder?.role
  if (role) return typeof role === 'string' ? role : role.title
  return nameOf(requester)
}
