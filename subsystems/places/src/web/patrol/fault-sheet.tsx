// Something is wrong at a point: a neighbour takes the report; without one it is noted.
import { Sheet, Slot, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { patrolFault } from '../../contract/index.ts'
import type { Point } from './patrol-query.ts'

export function FaultSheet({ point, site, onDone, onClose }: { point: Point; site: string; onDone: (repair?: string) => void; onClose: () => void }): ReactNode {
  const say = useSay()
  return (
    <Sheet title={point.place} onClose={onClose}>
      <div className="hq-stack">
        <Slot slot={patrolFault} given={{ site, room: point.room?.id ?? null, area: point.area?.id ?? null, place: point.place, look: point.look, onReported: (number: string) => onDone(number) }} />
        <button type="button" className="hq-more" onClick={() => onDone()}>
          {say('只记下有问题，不报修', 'Only note it, report nothing')}
        </button>
      </div>
    </Sheet>
  )
}
