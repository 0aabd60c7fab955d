// 办过的事: what a car or a driver has been through, kind by kind, the newest first, and a button that starts the next.
import { call, ConsoleLink, Empty, Fault, MatterCards, pathOfMatter, queryText, useCan, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { ListedMatter, Page } from '@houqin/web-kit'
import type { Matter } from '@houqin/define'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

const shown = 20

/** @param field of each matter that points to the row `id`. @param offers whether anything may still be started for it; of what has been disposed of only what was is shown. */
export function CarLife({ field, id, matters, offers = true }: { field: string; id: string; matters: readonly Matter[]; offers?: boolean }): ReactNode {
  return <div className="hq-stack">{matters.map((matter) => <OfKind key={matter.id} field={field} id={id} matter={matter} offers={offers} />)}</div>
}

function OfKind({ field, id, matter, offers }: { field: string; id: string; matter: Matter; offers: boolean }): ReactNode {
  const say = useSay()
  const names = useNames()
  const can = useCan(matter.id)
  const query = queryText({ [`where.${field}`]: id, limit: shown })
  const { data, error, refetch } = useQuery({ queryKey: ['matters', matter.id, 'of', field, id], queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${matter.id}${query}`, { signal }) })
  const title = names.of(matter)
  if (!offers && data?.rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="hq-row">
        {title}
        {offers && can('start') && <ConsoleLink className="hq-mend" to={`${pathOfMatter(matter.id)}/new${queryText({ [field]: id })}`}>{say(`办${title}`, `Start: ${title}`)}</ConsoleLink>}
      </h3>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={2} />}
      {data && data.rows.length === 0 && <Empty title={say('还没有记录', 'Nothing yet')}>{say(`${title}会列在这里。`, `What is done about it is listed here.`)}</Empty>}
      {data && <MatterCards matters={data.rows} />}
      {data && data.rows.length === shown && <ConsoleLink to={`${pathOfMatter(matter.id)}${queryText({ [`where.${field}`]: id })}`}>{say('全部', 'All')}</ConsoleLink>}
    </section>
  )
}
