// Who asked and who has it, as the wire tells it in several shapes, in one line of text.
import type { MatterSummary, Ref } from '../api/wire.ts'
import type { Say } from '../words/locale.ts'

export function nameOf(who: Ref | string | null | undefined): string | null {
  return typeof who === 'string' ? who : (who?.name ?? null)
}
/** Whoever did something; what was done by itself was done by nobody with a record. */
export function doerOf(who: Ref | string | null | undefined, say: Say): string | null {
  const name = nameOf(who)
  return name === '系统' && (typeof who === 'string' || who?.id === null) ? say(name, 'The system') : name
}
/** The person, or the role while nobody has taken it; null when it is back with whoever asked. */
export function holderText(holder: MatterSummary['holder']): string | null {
  if (!holder) return null
  if (holder.person) return holder.person.name
  return typeof holder.role === 'string' ? holder.role : (holder.role?.title ?? null)
}
/** Whoever has it now, the asker included; whose approval it waits for. */
export function whoHas({ awaits = [], holder, requester }: Pick<MatterSummary, 'awaits' | 'holder' | 'requester'>): string | null {
  if (awaits.length > 0) return awaits.map(({ name }) => name).join('、')
  return holderText(holder) ?? nameOf(requester)
}
