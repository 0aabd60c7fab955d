// A moment, told shortly, with the whole of it for whoever points at it.
import type { ReactNode } from 'react'
import { useNow } from '../clock.ts'
import { instantText, shortInstant } from '../format/when.ts'
import { useSay } from '../words/words.tsx'

export function WhenText({ at }: { at: string }): ReactNode {
  const say = useSay()
  const now = useNow()
  return (
    <time className="hq-figures" dateTime={at} title={instantText(at, say)}>
      {shortInstant({ instant: at, now, say })}
    </time>
  )
}
