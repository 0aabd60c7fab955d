// The room at hand 眼前这一间: what the ledger expects in it, and what happened meanwhile.
import { Photos, StateTag, useNames, useSay, useWordsOf } from '@houqin/web-kit'
import type { WireFile } from '@houqin/web-kit'
import { room as rooms } from '@houqin/places'
import type { ReactNode } from 'react'
import { WalkedRoomPanel } from '../walk/walk-parts.tsx'
import type { ShownRoom } from './census-query.ts'

export function RoomAtHand({ room, here, may, onSame, onDiffers }: { room: ShownRoom; here: boolean; may: boolean; onSame: (photos: readonly WireFile[]) => void; onDiffers: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  useWordsOf(rooms.id)
  return (
    <WalkedRoomPanel room={room} here={here} may={may} onSame={onSame} onDiffers={onDiffers}>
      <p className="hq-secondary">
        {names.option(rooms.fields.use, room.use)} · {names.option(rooms.fields.purpose, room.purpose)} · <span className="hq-figures">{room.foundArea ?? room.area}</span> ㎡
        {room.foundArea !== null && say(`（台账 ${room.area}）`, ` (ledger ${room.area})`)}
      </p>
      {room.people.length === 0 ? <p className="hq-secondary">{say('台账上没有人坐在这里', 'Nobody is entered here')}</p> : (
        <ul className="os-walk-people" aria-label={say('台账上的人', 'People entered')}>
          {room.people.map(({ id, name, organ, expected, here: present }) => (
            <li key={id}>
              <strong>{name}</strong> <span className="hq-secondary hq-small">{organ}</span>
              {present === false && <StateTag tone="overdue">{say('不在这里', 'Not here')}</StateTag>}
              {!expected && <StateTag tone="soon">{say('现场多出', 'Not expected')}</StateTag>}
            </li>
          ))}
        </ul>
      )}
      {room.meanwhile.map((says) => <p key={says} className="hq-warning">{says}</p>)}
      {room.note !== null && <p>{room.note}</p>}
      {room.photos.length > 0 && <Photos files={room.photos} />}
      {room.by !== null && <p className="hq-secondary hq-small">{say(`${room.by} 看过`, `Seen by ${room.by}`)}</p>}
    </WalkedRoomPanel>
  )
}
