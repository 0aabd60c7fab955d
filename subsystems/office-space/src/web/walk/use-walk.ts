// A walk from door to door 逐间走: the floor, the room at hand, the door that was scanned, and answers sent one after the other.
import { ProblemError, useGo } from '@houqin/web-kit'
import { useEffect, useRef, useState } from 'react'

/** A room of the walk; without an outcome it is still to be seen. */
export interface WalkedRoom {
  readonly id: string
  readonly floor: string
  readonly code: string | null
  readonly outcome: unknown
}
export interface Walk<R extends WalkedRoom> {
  readonly floor: string
  readonly toFloor: (floor: string) => void
  /** An empty id leaves it to the walk: the next that is to be seen. */
  readonly pick: (room: string) => void
  readonly onFloor: readonly R[]
  readonly atHand: R | undefined
  /** How many were seen. */
  readonly done: number
  /** Whether the door scanned last is this room's. */
  readonly isScanned: (room: R) => boolean
  /** The door that was scanned is none of this walk. */
  readonly foreign: boolean
  readonly problem: ProblemError | null
  /** A thumb is faster than the answer to the room before. @returns whether it went through; why not stands in `problem`. */
  readonly inTurn: (deed: () => Promise<unknown>) => Promise<boolean>
}

/** @param code of the door that was scanned. @param at the room to begin with, where no door was. @param path of the walk without either. */
export function useWalk<R extends WalkedRoom>({ rooms, floors, code, at, path }: {
  rooms: readonly R[]
  floors: readonly { readonly id: string }[]
  code: string
  at: string
  path: string
}): Walk<R> {
  const go = useGo()
  const [floor, setFloor] = useState(() => (floors.find(({ id }) => rooms.some((room) => room.floor === id && room.outcome === null)) ?? floors[0])?.id ?? '')
  const [picked, setPicked] = useState('')
  const [scanned, setScanned] = useState('')
  const [foreign, setForeign] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    if (!code && !at) return
    const room = rooms.find((one) => (code ? one.code?.toLowerCase() === code.toLowerCase() : one.id === at))
    setForeign(room === undefined)
    if (room) {
      setFloor(room.floor)
      setPicked(room.id)
      if (code) setScanned(room.id)
    }
    go(path, { replace: true })
    // Once for the door that was brought along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code, at])

  async function attempt(deed: () => Promise<unknown>): Promise<boolean> {
    setProblem(null)
    try {
      await deed()
      return true
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      return false
    }
  }
  const onFloor = rooms.filter((room) => room.floor === floor)
  return {
    floor, onFloor, foreign, problem,
    atHand: onFloor.find(({ id }) => id === picked) ?? onFloor.find(({ outcome }) => outcome === null),
    done: rooms.filter(({ outcome }) => outcome !== null).length,
    pick: setPicked,
    toFloor(id) {
      setFloor(id)
      setPicked('')
    },
    isScanned: ({ id }) => scanned === id,
    inTurn(deed) {
      const next = turn.current.then(() => attempt(deed))
      turn.current = next
      return next
    },
  }
}
