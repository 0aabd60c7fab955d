// Positions as they come 位置推送: everything in sight first, then every move; the browser asks again when the stream breaks.
import { useEffect, useState } from 'react'
import type { LastPosition } from '../../contract/road-answers.ts'

export interface Positions {
  /** Undefined until the first answer. */
  readonly cars: readonly LastPosition<string>[] | undefined
  /** False while the stream is broken: what is shown is of before. */
  readonly live: boolean
}
interface Told {
  readonly rows: readonly LastPosition<string>[]
}
const askAgainMs = 5000

export function usePositions(): Positions {
  const [positions, setPositions] = useState<Positions>({ cars: undefined, live: false })
  useEffect(() => {
    let stream: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let known = new Map<string, LastPosition<string>>()
    const show = (live: boolean): void => setPositions({ cars: [...known.values()], live })
    const heard = (event: MessageEvent<string>): readonly LastPosition<string>[] => (JSON.parse(event.data) as Told).rows
    const listen = (): void => {
      stream = new EventSource('/api/fleet/positions')
      stream.addEventListener('cars', (event: MessageEvent<string>) => {
        known = new Map(heard(event).map((car) => [car.vehicle, car]))
        show(true)
      })
      stream.addEventListener('moved', (event: MessageEvent<string>) => {
        for (const car of heard(event)) known.set(car.vehicle, car)
        show(true)
      })
      stream.addEventListener('error', () => {
        setPositions((before) => ({ ...before, live: false }))
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(listen, askAgainMs)
      })
    }
    listen()
    return () => {
      clearTimeout(again)
      stream?.close()
    }
  }, [])
  return positions
}
