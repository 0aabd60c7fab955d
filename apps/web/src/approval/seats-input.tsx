// Several seats one below the other 一组人: each a role, a post or a person; taken out and added.
import { everyone } from '@houqin/define'
import { useSay } from '@houqin/web-kit'
import type { RouteList, Seat } from '@houqin/web-kit'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Names } from './route-rows.ts'
import { SeatInput } from './seat-input.tsx'

export interface SeatsInputProps {
  readonly list: RouteList
  readonly seats: readonly Seat[]
  readonly names: Names
  /** How many must stay. */
  readonly least?: number
  /** What the button says. */
  readonly add: string
  readonly onChange: (seats: readonly Seat[]) => void
  /** A person was chosen whose name is not known yet. */
  readonly onName: (id: string, name: string | undefined) => void
}

export function SeatsInput({ list, seats, names, least = 0, add, onChange, onName }: SeatsInputProps): ReactNode {
  const say = useSay()
  const first = list.roles.find(({ role }) => role !== everyone.role)?.role ?? ''
  return (
    <>
      {seats.map((seat, place) => (
        <div key={place} className="hq-row" style={{ marginBottom: 6 }}>
          <SeatInput
            list={list}
            seat={seat}
            names={names}
            onChange={(chosen, name) => {
              if ('person' in chosen) onName(chosen.person, name)
              onChange(seats.map((one, at) => (at === place ? chosen : one)))
            }}
          />
          {seats.length > least && (
            <Button size="small" type="link" onClick={() => onChange(seats.filter((_, at) => at !== place))}>
              {say('去掉', 'Remove')}
            </Button>
          )}
        </div>
      ))}
      <Button size="small" type="link" onClick={() => onChange([...seats, { role: first }])}>
        {add}
      </Button>
    </>
  )
}
