// Who asked and who has it, as the wire tells it in several shapes, in one line of text.
import type { MatterSummary, Ref } from '../api/wire.ts'

export function nameOf(who: Ref | string | null | undefined): string | null {
  return typeof who === 'string' ? who : (who?.name ?? null)
}
/** The person, or the role while nobody has taken it; whose approval it waits for. */
export function holderText(holder: MatterSummary['holder'], awaits: MatterSummary['awaits'] = []): string | null {
  if (awaits.length > 0) return awaits.map(({ name }) => name).join('、')
  if (!holder) return null
  if (holder.person) return holder.person.name
  return typeof holder.role === 'string' ? holder.role : (holder.role?.title ?? null)
}
