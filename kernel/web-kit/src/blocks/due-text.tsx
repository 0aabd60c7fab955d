// A deadline in words: how long is left, amber when it is soon, red when it has passed.
import type { ReactNode } from 'react'
import { useNow } from '../clock.ts'
import { durationText, instantText, shortInstant } from '../format/when.ts'
import { useSay } from '../words/words.tsx'

/** Less than this is soon. */
const soon = 4 * 3_600_000

export function dueTone({ dueAt, now, over = false }: { dueAt: string; now: Date; over?: boolean }): 'overdue' | 'soon' | 'later' {
  const left = new Date(dueAt).getTime() - now.getTime()
  return over || left < 0 ? 'overdue' : left < soon ? 'soon' : 'later'
}

/** @param done nothing is waited for any more: only the moment is told. */
export function DueText({ dueAt, done = false }: { dueAt: string | null; done?: boolean }): ReactNode {
  const say = useSay()
  const now = useNow()
  if (dueAt === null) return null
  const left = new Date(dueAt).getTime() - now.getTime()
  const tone = done ? 'later' : dueTone({ dueAt, now })
  const rest = durationText(left, say)
  return (
    <time className="hq-due hq-figures" data-tone={tone} dateTime={dueAt} title={instantText(dueAt, say)}>
      {done
        ? shortInstant({ instant: dueAt, now, say })
        : left < 0
          ? say(`已超 ${rest}`, `${rest} overdue`)
          : say(`剩 ${rest}`, `${rest} left`)}
    </time>
  )
}
