// Who asked and who has it, in one line of text.
import type { MatterSummary, Somebody } from '@houqin/wire'
import type { Say } from '../words/locale.ts'

/** Whoever did something; what was done by itself was done by nobody with a record. */
export function doerOf({ id, name }: Somebody, say: Say): string {
  return id === null && name === '系统' ? say(name, 'The system') : name
}
/** The person, or the role while nobody has taken it; null when it is back with whoever asked. */
export function holderText({ person, role }: MatterSummary['holder']): string | null {
  return person?.name ?? role?.title ?? null
}
/** Whoever has it now, the asker included; whose approval it waits for. */
export function whoHas({ awaits, holder, requester }: Pick<MatterSummary, 'awaits' | 'holder' | 'requester'>, say: Say): string {
  if (awaits.length > 0) return awaits.map(({ name }) => name).join(say('、', ', '))
  return holderText(holder) ?? requester.name
}
