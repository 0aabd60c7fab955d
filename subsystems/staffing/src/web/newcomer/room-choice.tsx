// 选座位: the rooms of the organ's sites that have a desk, as cards one taps; rooms where colleagues sit stand first.
import { useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FreeDesks } from '../../contract/answers.ts'

const shownFirst = 6

export function RoomChoice({ rooms, chosen, issue, onChange }: { rooms: readonly FreeDesks[] | undefined; chosen: Ref | null; issue: string | undefined; onChange: (room: Ref | null) => void }): ReactNode {
  const say = useSay()
  const [all, setAll] = useState(false)
  const offered = (rooms ?? []).filter(({ id }, place) => all || place < shownFirst || id === chosen?.id)
  return (
    <fieldset className="hq-field" data-field="room" data-wrong={issue ? '' : undefined}>
      <legend>{say('办公室', 'Office')}</legend>
      {rooms === undefined && <p className="hq-secondary">{say('先选单位，这里列出有空工位的房间。', 'Choose the organ first; rooms with a free desk appear here.')}</p>}
      {rooms?.length === 0 && <p className="hq-secondary">{say('这个单位的驻地没有登记空工位。可以先办入职，座位以后再安排。', 'No free desk is entered at this organ’s sites. Enter the person now and find a desk later.')}</p>}
      <div className="st-rooms">
        {offered.map((room) => (
          <label key={room.id} className="st-room">
            <input type="radio" name="st-room" checked={chosen?.id === room.id} onChange={() => onChange({ id: room.id, name: room.name })} />
            <strong>{room.name}</strong>
            <span className="hq-secondary hq-small">
              {say(`空 ${room.free} / ${room.seats} 个工位`, `${room.free} of ${room.seats} desks free`)}
              {room.colleagues > 0 && say(` · 同单位 ${room.colleagues} 人`, ` · ${room.colleagues} colleagues`)}
            </span>
          </label>
        ))}
        {rooms && rooms.length > 0 && (
          <label className="st-room">
            <input type="radio" name="st-room" checked={chosen === null} onChange={() => onChange(null)} />
            <strong>{say('以后再安排', 'Later')}</strong>
          </label>
        )}
      </div>
      {rooms && rooms.length > offered.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {say(`还有 ${rooms.length - offered.length} 间`, `${rooms.length - offered.length} more`)}
        </Button>
      )}
      <p className="hq-field-issue" role={issue ? 'alert' : undefined}>
        {issue}
      </p>
    </fieldset>
  )
}
