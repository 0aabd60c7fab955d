// The patrol at a door 门口的巡查: the one that runs in the building, what was last seen here and still stands otherwise, and the second look that strikes it off.
import { callOrKeep, keptWords, ProblemError, useGo, useMe, useSay, useToast } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { roomPatrol } from '../../contract/index.ts'
import type { DoorSheet, RoomVisited, Visited } from '../../contract/index.ts'
import { visitPath } from './patrol-query.ts'

/** @param code the door was scanned by; empty where it was found by its number. */
export function DoorLook({ room, patrol, code }: { room: DoorSheet['room']; patrol: NonNullable<DoorSheet['patrol']>; code: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const [sending, setSending] = useState(false)
  const { number, differs } = patrol
  async function again(): Promise<void> {
    setSending(true)
    try {
      const body: RoomVisited = { way: code ? 'scan' : 'hand', ...(number !== null && { patrol: number }) }
      const answer = await callOrKeep<Visited>(visitPath(room.id), { account, title: `${roomPatrol.title} ${room.name}`, page: `/office-space/door?room=${room.id}`, body })
      toast({ says: answer === null ? keptWords(say) : say('复核一致，已销号。', 'It agrees: struck off.') })
      await client.invalidateQueries({ queryKey: ['office-space'] })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      toast({ says: thrown.message })
    } finally {
      setSending(false)
    }
  }
  if (number === null && differs.length === 0) return null
  return (
    <section className="hq-panel os-door-facts" aria-label={say('用房巡查', 'Patrol of rooms')}>
      {differs.map((says) => <p key={says} className="os-over">{says}</p>)}
      <div className="os-door-do">
        {number !== null && <button type="button" data-main="" onClick={() => go(`/office-space/patrol?number=${number}${code ? `&code=${code}` : `&room=${room.id}`}`)}>{say('巡查这一间', 'Patrol this room')}</button>}
        {differs.length > 0 && <button type="button" disabled={sending} onClick={() => void again()}>{say('复核：现场与台账一致', 'Second look: it agrees')}</button>}
      </div>
    </section>
  )
}
