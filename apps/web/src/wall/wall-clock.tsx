// The clock of the wall 时钟: by the house's time, told anew as the minute turns.
import { dayText, serverNow, useSay, wallClock } from '@houqin/web-kit'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

const minuteMs = 60_000

export function WallClock(): ReactNode {
  const say = useSay()
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setTimeout(() => setNow(serverNow()), minuteMs - (serverNow().getTime() % minuteMs))
    return () => clearTimeout(timer)
  }, [now])
  const wall = wallClock(now)
  return (
    <time className="hq-wall-clock hq-figures" dateTime={now.toISOString()}>
      <span>{dayText(wall.slice(0, 10), say)}</span> <strong>{wall.slice(11)}</strong>
    </time>
  )
}
