// Who sits here 谁坐在这里: those of the ledger who do not, and those who do besides; what the room is used for.
import { FieldBox, PersonPicker, useNames, useSay } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { person } from '@houqin/people'
import { room as rooms, roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import './walk.css'

export interface Sitting {
  readonly away: ReadonlySet<string>
  readonly extra: readonly Ref[]
  readonly setAway: (away: ReadonlySet<string>) => void
  readonly setExtra: (extra: readonly Ref[]) => void
  /** As it is sent: whoever is not here, and whoever is besides. */
  readonly people: readonly { readonly person: string; readonly here: boolean }[]
}
export function useSitting({ away: awayBefore = [], extra: extraBefore = [] }: { away?: readonly string[]; extra?: readonly Ref[] } = {}): Sitting {
  const [away, setAway] = useState<ReadonlySet<string>>(new Set(awayBefore))
  const [extra, setExtra] = useState(extraBefore)
  return { away, extra, setAway, setExtra, people: [...[...away].map((one) => ({ person: one, here: false })), ...extra.map(({ id }) => ({ person: id, here: true }))] }
}

/** @param expected those whom the ledger seats here. @param children what is said where there are none. */
export function WhoSitsHere({ expected, sitting: { away, extra, setAway, setExtra }, legend, children }: { expected: readonly Ref[]; sitting: Sitting; legend: string; children?: ReactNode }): ReactNode {
  const say = useSay()
  return (
    <>
      {(expected.length > 0 || children) && (
        <fieldset className="os-walk-fix">
          <legend>{legend}</legend>
          {expected.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" checked={away.has(id)} onChange={({ target }) => setAway(new Set(target.checked ? [...away, id] : [...away].filter((one) => one !== id)))} /> {name}
            </label>
          ))}
          {expected.length === 0 && children}
        </fieldset>
      )}
      <div className="os-walk-else">
        <p>{say('还有谁坐在这里', 'Who else sits here')}</p>
        {extra.map((one) => (
          <p key={one.id} className="hq-row">
            <strong>{one.name}</strong>
            <Button size="small" onClick={() => setExtra(extra.filter(({ id }) => id !== one.id))}>{say('去掉', 'Remove')}</Button>
          </p>
        ))}
        <PersonPicker register={person.id} chosen={null} label={say('还有谁坐在这里', 'Who else sits here')} onChange={(who) => who && !extra.some(({ id }) => id === who.id) && setExtra([...extra, who])} />
      </div>
    </>
  )
}

/** @param box name and id of the field. */
export function UsedAs({ box, label, use, onChange }: { box: Pick<Parameters<typeof FieldBox>[0], 'name' | 'id' | 'optionalWord'>; label: string; use: RoomUse; onChange: (use: RoomUse) => void }): ReactNode {
  const names = useNames()
  return (
    <FieldBox {...box} label={label}>
      {(input) => (
        <select {...input} className="hq-native" value={use} onChange={({ target }) => onChange(target.value as RoomUse)}>
          {Object.keys(roomUses).map((key) => <option key={key} value={key}>{names.option(rooms.fields.use, key)}</option>)}
        </select>
      )}
    </FieldBox>
  )
}
