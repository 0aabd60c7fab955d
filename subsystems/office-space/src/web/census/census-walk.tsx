// Walking a census 一间一间走: the floor, the room at hand with its people, two wide answers, and the rooms still to see.
import { callOrKeep, ConsoleLink, dayText, figure, keptWords, PageHead, pathOfNumber, ProblemError, ProblemNotice, useGo, useMe, useSay, useToast } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { census } from '../../contract/index.ts'
import type { CensusRoom, CensusSheet, RoomSeen } from '../../contract/index.ts'
import { censusQuery, roomPath, useShownRooms } from './census-query.ts'
import type { ShownRoom } from './census-query.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { FloorChips, OutcomeTag, RoomAtHand } from './room-at-hand.tsx'

/** Which census was being walked when the scanner was opened. */
export const walkedKey = 'houqin.census'

type Saw = Omit<RoomSeen, 'version' | 'way'>

/** @param code of the door that was scanned. @param at the room to begin with, where no door was. */
export function Walk({ sheet, code, at }: { sheet: CensusSheet; code: string; at: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const rooms = useShownRooms(sheet, account)
  const [floor, setFloor] = useState(() => (sheet.floors.find(({ left }) => left > 0) ?? sheet.floors[0])?.id ?? '')
  const [picked, setPicked] = useState('')
  const [scanned, setScanned] = useState('')
  const [correcting, setCorrecting] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [foreign, setForeign] = useState(false)
  const onFloor = rooms.filter((room) => room.floor === floor)
  const atHand = onFloor.find(({ id }) => id === picked) ?? onFloor.find(({ outcome }) => outcome === null)
  const done = rooms.filter(({ outcome }) => outcome !== null).length
  const waiting = rooms.filter(({ kept }) => kept).length

  // what was kept has been sent: read what others saw meanwhile
  useEffect(() => {
    if (waiting === 0) void client.invalidateQueries({ queryKey: censusQuery(sheet.number).queryKey })
  }, [waiting, client, sheet.number])

  useEffect(() => {
    if (!code && !at) return
    const room = sheet.rooms.find((one) => (code ? one.code?.toLowerCase() === code.toLowerCase() : one.id === at))
    setForeign(room === undefined)
    if (room) {
      setFloor(room.floor)
      setPicked(room.id)
      if (code) setScanned(room.id)
    }
    go(`/office-space/census?number=${sheet.number}`, { replace: true })
    // Once for the door that was brought along.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [code, at])

  // one after the other: a thumb is faster than the answer to the room before
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  function tell(room: ShownRoom, saw: Saw): Promise<boolean> {
    const told = turn.current.then(() => send(room, saw))
    turn.current = told
    return told
  }
  async function send(room: ShownRoom, saw: Saw): Promise<boolean> {
    setProblem(null)
    const { queryKey } = censusQuery(sheet.number)
    try {
      const after = await callOrKeep<Pick<CensusRoom, 'version'> & { outcome: NonNullable<CensusRoom['outcome']> }>(roomPath(sheet.number, room.id), {
        account, title: `${census.title} ${room.number}`, page: `/office-space/census?number=${sheet.number}`,
        body: { ...saw, way: scanned === room.id ? 'scan' : 'hand', version: room.version } satisfies RoomSeen,
      })
      if (after) client.setQueryData<CensusSheet>(queryKey, (before) => before && { ...before, rooms: before.rooms.map((one) => (one.id === room.id ? { ...one, ...after } : one)) })
      else toast({ says: keptWords(say), to: '/waiting' })
      setPicked('')
      return true
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      return false
    } finally {
      void client.invalidateQueries({ queryKey })
    }
  }

  return (
    <div className="os-census hq-narrow">
      <PageHead title={sheet.subject} />
      <div>
        <output className="hq-secondary hq-figures">
          {say(`已看 ${figure(done)} / ${figure(rooms.length)} 间`, `${figure(done)} of ${figure(rooms.length)} rooms`)}
          {waiting > 0 && say(`,${waiting} 间待发送`, `, ${waiting} to be sent`)}
          {' · '}
          {say(`至 ${dayText(sheet.until, say)}`, `until ${sheet.until}`)}
          {' · '}
          <ConsoleLink to={pathOfNumber(census.id, sheet.number)}>{sheet.number}</ConsoleLink>
        </output>
        <progress className="os-census-progress" value={done} max={Math.max(1, rooms.length)} aria-label={say('清查进度', 'Progress')} />
      </div>
      {!sheet.mayCount && <p className="hq-warning">{sheet.state === 'counting' ? say('这处场所由它的驻点负责人和场所管理员清查。', 'Counted by the steward of the site and the places officer.') : say('清查已经结束,只能看。', 'Counting is over; this is to look at.')}</p>}
      {foreign && <p className="hq-warning" role="alert">{say('扫到的门不在这次清查里,请核对是不是走错了楼。', 'That door does not belong to this census; check where you are.')}</p>}
      <ProblemNotice problem={problem} />
      {sheet.mayCount && (
        <button
          type="button"
          className="os-census-scan"
          onClick={() => {
            sessionStorage.setItem(walkedKey, sheet.number)
            go('/scan?to=/office-space/census')
          }}
        >
          {say('扫门上的码', 'Scan the code at the door')}
        </button>
      )}
      <FloorChips floors={sheet.floors} rooms={rooms} chosen={floor} onChoose={(id) => (setFloor(id), setPicked(''))} />
      {atHand && (
        <RoomAtHand
          room={atHand}
          here={scanned === atHand.id}
          may={sheet.mayCount}
          onSame={() => void tell(atHand, { there: true })}
          onDiffers={() => setCorrecting(true)}
        />
      )}
      {!atHand && onFloor.length > 0 && <p className="hq-panel">{say('这一层都看过了。', 'Every room of this floor was seen.')}</p>}
      <ul className="os-census-rooms" aria-label={say('这一层的房间', 'Rooms of the floor')}>
        {onFloor.map((room) => (
          <li key={room.id}>
            <button type="button" aria-current={room.id === atHand?.id} onClick={() => setPicked(room.id)}>
              <span className="hq-figures">{room.number}</span>
              <span className="hq-secondary hq-small">{room.title ?? room.people.map(({ name }) => name).join(' ')}</span>
              <OutcomeTag room={room} />
            </button>
          </li>
        ))}
      </ul>
      {correcting && atHand && <CorrectSheet room={atHand} onClose={() => setCorrecting(false)} onSend={async (saw) => (await tell(atHand, saw)) && setCorrecting(false)} />}
    </div>
  )
}
