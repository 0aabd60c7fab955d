// Waiting: grey lines in the place of what will come, shown only when it takes longer than a blink.
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

const blink = 150

export function Waiting({ lines = 6 }: { lines?: number }): ReactNode {
  const say = useSay()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), blink)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="hq-waiting">
      <span className="hq-hidden">{say('正在载入', 'Loading')}</span>
      {long && Array.from({ length: lines }, (_, line) => <span key={line} className="hq-waiting-line" />)}
    </output>
  )
}
