// 办过的事: what a car has been through, kind by kind, the newest first, and a button that starts the next.
import { call, ConsoleLink, Empty, Fault, MatterCards, pathOfMatter, queryText, useCan, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import type { Matter } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

const shown = 20

/** @param matters each with a field `vehicle` in its form. */
export function CarLife({ car, matters }: { car: string; matters: readonly Matter[] }): ReactNode {
  return <div className="hq-stack">{matters.map((matter) => <OfKind key={matter.id} car={car} matter={matter} />)}</div>
}

function OfKind({ car, matter }: { car: string; matter: Matter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(matter.id)
  const query = queryText({ 'where.vehicle': car, limit: shown })
  const { data, error, refetch } = useQuery({ queryKey: ['matters', matter.id, 'of-car', car], queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${matter.id}${query}`, { signal }) })
  const title = names.of(matter)
  return (
    <section aria-label={title}>
      <h3 className="hq-row">
        {title}
        {can('start') && <ConsoleLink className="hq-mend" to={`${pathOfMatter(matter.id)}/new${queryText({ vehicle: car })}`}>{say(`办${title}`, `Start: ${title}`)}</ConsoleLink>}
      </h3>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={2} />}
      {data && data.rows.length === 0 && <Empty title={say('还没有记录', 'Nothing yet')}>{say(`这辆车的${title}会列在这里。`, `What is done about it is listed here.`)}</Empty>}
      {data && <MatterCards matters={data.rows} />}
      {data && data.rows.length === shown && <ConsoleLink to={`${pathOfMatter(matter.id)}${queryText({ 'where.vehicle': car })}`}>{say('全部', 'All')}</ConsoleLink>}
    </section>
  )
}
