// Who asked and who has it, as the wire tells it in several shapes, in one line of text.
import type { MatterSummary, Ref } from '../api/wire.ts'

export function nameOf(who: Ref | string | null | undefined): string | null {
  return typeof who === 'string' ? who : (who?.name ?? null)
}
/** The person, or the role while nobody has taken it; null when it is back with whoever asked. */
export function holderText(holder: MatterSummary['holder']): string | null {
  if (!holder) return null
  if (holder.person) return holder.person.name
  return typeof holder.role === 'string' ? holder.role : (holder.role?.title ?? null)
}
/** Whoever has it now, the asker included. */
export function whoHas({ holder, requester }: Pick<MatterSummary, 'holder' | 'requester'>): string | null {
  return holderText(holder) ?? nameOf(requester)
}
