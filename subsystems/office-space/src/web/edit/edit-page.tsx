// 修改楼层图: corners moved, rooms split, joined, drawn over a scanned sheet, measured; kept on this device until it is handed in for another officer to publish.
import { ConsoleLink, Empty, Fault, keepHere, keptHere, PageHead, ProblemError, useCan, useGo, useMe, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { floorPlan } from '../../contract/index.ts'
import { floorQuery, newestPlanQuery } from '../plan/plan-query.ts'
import { begun, draftIn, drawnFrom } from './draft.ts'
import type { Desk, Draft } from './draft.ts'
import { EditDesk } from './edit-desk.tsx'
import '../plan/plan.css'
import './edit.css'

export function Screen(): ReactNode {
  const say = useSay()
  const draws = useCan(floorPlan.id)('write')
  const floor = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('floor') ?? ''
  const back = `/office-space/plan${floor && `?floor=${floor}`}`
  if (draws && floor !== '') return <Edit floor={floor} back={back} />
  return (
    <>
      <PageHead title={say('修改楼层图', 'Change the plan')} />
      <Empty title={draws ? say('还没有选楼层', 'No floor was chosen') : say('您不能修改楼层图', 'You may not change the plan')}>
        <p>{draws ? say('在平面图上选好楼层，再点“在图上修改”。', 'Choose a floor on the plan, then “Change it”.') : say('楼层图由场所管理员修改，另一位核对后公布。图和现场对不上的，点开房间扫门牌更正，或告诉场所管理员。', 'The places officer changes plans, and another publishes them. Where a plan is wrong, correct the room at its door, or tell the places officer.')}</p>
        <ConsoleLink to={back}>{say('回到平面图', 'Back to the plan')}</ConsoleLink>
      </Empty>
    </>
  )
}

function Edit({ floor, back }: { floor: string; back: string }): ReactNode {
  const say = useSay()
  const go = useGo()
  const me = useMe()
  const newest = useQuery(newestPlanQuery(floor))
  const plan = useQuery({ ...floorQuery({ floor, day: newest.data?.from ?? '' }), enabled: newest.data != null })
  const place = `plan-draft.${floor}`
  const [desk, setDesk] = useState<Desk>()
  const [asked, setAsked] = useState<Draft | undefined>(() => draftIn(keptHere(me.account, place)))
  const keep = (next: Desk): void => {
    setDesk(next)
    keepHere(me.account, place, next.now)
  }
  const leave = (): void => go(back)
  const drop = (): void => {
    keepHere(me.account, place, null)
    leave()
  }
  const fresh: Draft | undefined = newest.data === null ? { base: null, rooms: [] } : plan.data ? { base: plan.data.plan.id, rooms: drawnFrom(plan.data.rooms) } : undefined
  const error = newest.error ?? plan.error
  return (
    <div className="os-edit">
      <PageHead title={say('修改楼层图', 'Change the plan')} actions={<Button size="large" onClick={leave}>{say('回到平面图', 'Back to the plan')}</Button>} />
      {error instanceof ProblemError && <Fault error={error} onRetry={() => void newest.refetch()} />}
      {!fresh && !error && <Waiting lines={8} />}
      {fresh && asked && !desk && (
        <section className="hq-panel">
          <p>{say(`本机留有这一层没交的修改稿（${asked.rooms.length} 间）。`, `A draft of this floor is kept on this device (${asked.rooms.length} rooms).`)}</p>
          {asked.base !== fresh.base && <p className="hq-warning">{say('这一层已有更新的一版，修改稿是从旧的一版开始的。接着改会以新的一版为底，请核对后再交。', 'The floor has a newer version than the one the draft began from. Going on takes the newer one as its base; look at it before handing in.')}</p>}
          <div className="hq-row">
            <Button type="primary" size="large" onClick={() => keep(begun({ ...asked, base: fresh.base }))}>{say('接着改', 'Go on with it')}</Button>
            <Button size="large" onClick={() => setAsked(undefined)}>{say('不要了，重新开始', 'Throw it away')}</Button>
          </div>
        </section>
      )}
      {fresh && (!asked || desk) && <EditDesk key={floor} floor={floor} desk={desk ?? begun(fresh)} change={keep} registered={plan.data?.rooms ?? []} onHandedIn={drop} />}
    </div>
  )
}
