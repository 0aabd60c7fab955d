// The plan beside a door 门边的平面图: its floor today with the room lit; another room is pressed to go there.
import { useGo } from '@houqin/web-kit'
import { PlanCanvas } from '@houqin/web-kit/plan'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { floorQuery } from '../plan/plan-query.ts'

const colours = { lit: '#FFE08A', other: '#EDEDED' }

export function DoorPlan({ floor, room, name }: { floor: string; room: string; name: string }): ReactNode {
  const go = useGo()
  const { data } = useQuery(floorQuery({ floor, day: '' }))
  const shapes = useMemo(() => (data?.rooms ?? []).map((one, at) => ({
    id: one.room?.id ?? `#${at}`, ring: one.ring, holes: one.holes, fill: one.room?.id === room ? colours.lit : colours.other, words: one.number === null ? [] : [one.number],
  })), [data, room])
  return (
    <div className="os-door-plan">
      {data && <PlanCanvas shapes={shapes} picked={room} onPick={(id) => id !== '' && !id.startsWith('#') && id !== room && go(`/office-space/door?room=${id}`)} label={name} />}
    </div>
  )
}
