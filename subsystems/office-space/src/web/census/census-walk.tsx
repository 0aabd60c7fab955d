// Walking a census 一间一间走: the floor, the room at hand with its people, two wide answers, and the rooms still to see.
import { callOrKeep, ConsoleLink, dayText, keptWords, PageHead, pathOfNumber, ProblemNotice, useMe, useNames, useSay, useToast } from '@houqin/web-kit'
import type { WireFile } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { census } from '../../contract/index.ts'
import type { CensusRoom, CensusSheet, RoomSeen } from '../../contract/index.ts'
import { useWalk } from '../walk/use-walk.ts'
import { FloorChips, RoomsOfFloor, ScanTheDoor, WalkProgress } from '../walk/walk-parts.tsx'
import { censusQuery, roomPath, useShownRooms } from './census-query.ts'
import type { ShownRoom } from './census-query.ts'
import { CorrectSheet } from './correct-sheet.tsx'
import { RoomAtHand } from './room-at-hand.tsx'

/** Which census was being walked when the scanner was opened. */
export const walkedKey = 'houqin.census'

type Saw = Omit<RoomSeen, 'version' | 'way'>

/** @param code of the door that was scanned. @param at the room to begin with, where no door was. */
export function Walk({ sheet, code, at }: { sheet: CensusSheet; code: string; at: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const toast = useToast()
  const client = useQueryClient()
  const { account } = useMe()
  const rooms = useShownRooms(sheet, account)
  const path = `/office-space/census?number=${sheet.number}`
  const walk = useWalk({ rooms, floors: sheet.floors, code, at, path })
  const { atHand } = walk
  const [correcting, setCorrecting] = useState(false)
  const waiting = rooms.filter(({ kept }) => kept).length

  // what was kept has been sent: read what others saw meanwhile
  useEffect(() => {
    if (waiting === 0) void client.invalidateQueries({ queryKey: censusQuery(sheet.number).queryKey })
  }, [waiting, client, sheet.number])

  function tell(room: ShownRoom, saw: Saw, files: readonly WireFile[] = []): Promise<boolean> {
    return walk.inTurn(() => send(room, saw, files))
  }
  async function send(room: ShownRoom, saw: Saw, files: readonly WireFile[]): Promise<void> {
    const { queryKey } = censusQuery(sheet.number)
    try {
      const after = await callOrKeep<Pick<CensusRoom, 'version'> & { outcome: NonNullable<CensusRoom['outcome']> }>(roomPath(sheet.number, room.id), {
        account, files, lastWord: true, title: `${census.title} ${room.number}`, page: path,
        body: { ...saw, way: walk.isScanned(room) ? 'scan' : 'hand', version: room.version } satisfies RoomSeen,
      })
      if (after) client.setQueryData<CensusSheet>(queryKey, (before) => before && { ...before, rooms: before.rooms.map((one) => (one.id === room.id ? { ...one, ...after } : one)) })
      else toast({ says: keptWords(say), to: '/waiting' })
      walk.pick('')
    } finally {
      void client.invalidateQueries({ queryKey })
    }
  }

  return (
    <div className="os-walk hq-narrow">
      <PageHead title={names.told(sheet.subject, census)} />
      <WalkProgress done={walk.done} of={rooms.length} label={say('清查进度', 'Progress')}>
        {waiting > 0 && say(`,${waiting} 间待发送`, `, ${waiting} to be sent`)}
        {' · '}
        {say(`至 ${dayText(sheet.until, say)}`, `until ${sheet.until}`)}
        {' · '}
        <ConsoleLink to={pathOfNumber(census.id, sheet.number)}>{sheet.number}</ConsoleLink>
      </WalkProgress>
      {!sheet.mayCount && <p className="hq-warning">{sheet.state === 'counting' ? say('这处场所由它的驻点负责人和场所管理员清查。', 'Counted by the steward of the site and the places officer.') : say('清查已经结束，只能看。', 'Counting is over; this is to look at.')}</p>}
      {walk.foreign && <p className="hq-warning" role="alert">{say('扫到的门不在这次清查里，请核对是不是走错了楼。', 'That door does not belong to this census; check where you are.')}</p>}
      <ProblemNotice problem={walk.problem} />
      {sheet.mayCount && <ScanTheDoor kept={walkedKey} number={sheet.number} back="/office-space/census" />}
      <FloorChips floors={sheet.floors} rooms={rooms} chosen={walk.floor} onChoose={walk.toFloor} />
      {atHand && (
        <RoomAtHand
          key={atHand.id}
          room={atHand}
          here={walk.isScanned(atHand)}
          may={sheet.mayCount}
          onSame={(photos) => void tell(atHand, { there: true, ...withPhotos(photos, atHand.photos) }, photos)}
          onDiffers={() => setCorrecting(true)}
        />
      )}
      <RoomsOfFloor walk={walk} whose={({ title, people }) => title ?? people.map(({ name }) => name).join(' ')} />
      {correcting && atHand && <CorrectSheet room={atHand} onClose={() => setCorrecting(false)} onSend={async (saw, files) => (await tell(atHand, saw, files)) && setCorrecting(false)} />}
    </div>
  )
}

/** What was photographed before stays with what is now. */
function withPhotos(photos: readonly WireFile[], before: readonly string[]): Pick<RoomSeen, 'photos'> {
  return photos.length > 0 ? { photos: [...before, ...photos.map(({ id }) => id)] } : {}
}
