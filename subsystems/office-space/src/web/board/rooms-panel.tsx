// 办公用房: the three totals of the district, what is free, what is being put right or asked for, and the rooms by use.
import { BoardBars, BoardFigures, BoardPanel, figure, FigureLink, MatterFigure, useCan, useHolds, useNames, useSay } from '@houqin/web-kit'
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, room as rooms } from '@houqin/places'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { redress, roomRequest } from '../../contract/index.ts'
import type { DistrictLedger } from '../../contract/answers.ts'
import { districtQuery } from '../ledger/ledger-query.ts'

export function Fill(): ReactNode {
  return useHolds([placesOfficer, bureauLeader, auditor]) && <Rooms />
}

function Rooms(): ReactNode {
  const say = useSay()
  const read = useQuery(districtQuery)
  return (
    <BoardPanel title={say('办公用房', 'Office space')} read={read} more={{ to: '/office-space/district', title: say('总账', 'Ledger') }}>
      {(ledger) => (
        <>
          <BoardFigures>
            <FigureLink label={say('场所', 'Sites')} value={figure(ledger.totals.sites)} unit={say('处', '')} to={ledger.opens.sites} />
            <FigureLink label={say('单位', 'Organs')} value={figure(ledger.totals.organs)} unit={say('家', '')} to={ledger.opens.organs} />
            <FigureLink label={say('建筑面积', 'Built area')} value={figure(ledger.totals.area, 2)} unit="㎡" to={ledger.opens.area} />
          </BoardFigures>
          <Open ledger={ledger} />
          <Uses ledger={ledger} />
        </>
      )}
    </BoardPanel>
  )
}

function Open({ ledger: { uses, people } }: { ledger: DistrictLedger }): ReactNode {
  const say = useSay()
  const [puts, asks] = [useCan(redress.id)('read'), useCan(roomRequest.id)('read')]
  const offices = uses.find(({ use }) => use === 'office')
  return (
    <BoardFigures>
      <FigureLink label={say('空闲办公室', 'Free offices')} value={figure(offices?.free ?? 0)} unit={say('间', '')} to="/office-space/district?use=office#free" />
      <FigureLink label={say('没有座位', 'No seat')} value={figure(people.without)} unit={say('人', '')} to="/office-space/district#unseated" />
      {puts && <MatterFigure matter={redress} where={{ 'where.closedAt.null': 'true' }} label={say('整改', 'Redress')} unit={say('件', '')} />}
      {asks && <MatterFigure matter={roomRequest} where={{ 'where.closedAt.null': 'true' }} label={say('申请', 'Requests')} unit={say('件', '')} />}
    </BoardFigures>
  )
}

function Uses({ ledger: { uses, opens } }: { ledger: DistrictLedger }): ReactNode {
  const names = useNames()
  const bars = uses.map(({ use, area }) => ({
    key: use, name: names.option(rooms.fields.use, use), value: Number(area), says: `${figure(area, 2)} ㎡`, to: `${opens.rooms}?where.use=${use}`,
  }))
  return <BoardBars bars={bars} to="/office-space/district" />
}
