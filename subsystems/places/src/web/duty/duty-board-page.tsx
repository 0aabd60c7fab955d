// 值班表: who is on duty now, with a number to call, and the fortnight ahead; one's own watch can be swapped.
import { call, ConsoleLink, dayText, Empty, Fault, PageHead, RowPicker, StateTag, useMe, useNames, useSay, useSite, Waiting } from '@houqin/web-kit'
import { PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { duty, dutySwap, site } from '../../contract/index.ts'
import './duty-board.css'
import type { DutyBoard, Watch } from '../../contract/answers.ts'

export function Screen(): ReactNode {
  const say = useSay()
  const names = useNames()
  const { site: asked, change } = useSite()
  const { data, error, refetch } = useQuery({
    queryKey: ['rows', duty.id, 'board', asked],
    queryFn: () => call<DutyBoard>(`/places/duty-board${asked ? `?site=${asked}` : ''}`),
    placeholderData: (before) => before,
  })
  if (error && !data) return <Fault title={say('值班表', 'Duty board')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  return (
    <div className="hq-narrow pl-board">
      <PageHead
        title={say('值班表', 'Duty board')}
        beside={<span className="hq-secondary">{data.site.name}</span>}
        actions={
          <div className="pl-site-choice">
            <RowPicker register={site.id} chosen={data.site} clearable={false} label={say('换一处场所', 'Another site')} onChange={(row) => row && change(row.id)} />
          </div>
        }
      />
      <section className="hq-panel hq-stack" aria-label={say('现在谁在班', 'On duty now')}>
        <h2>{say('现在谁在班', 'On duty now')}</h2>
        {data.now.length === 0 && <p className="hq-warning">{say('现在没有人在班，请联系驻点负责人。', 'Nobody is on duty now; ask the steward.')}</p>}
        {data.now.map((one) => (
          <div key={one.id} className="pl-board-now">
            <div>
              <strong>{one.person.name}</strong> {names.option(duty.fields.part, one.part)}
              <p className="hq-secondary hq-small hq-figures">{names.option(duty.fields.shift, one.shift)}</p>
            </div>
            {(one.phone ?? data.site.phone) && (
              <a className="pl-board-call" href={`tel:${one.phone ?? data.site.phone ?? ''}`} aria-label={say(`打给${one.person.name}`, `Call ${one.person.name}`)}>
                <PhoneOutlined aria-hidden="true" /> {one.phone ?? data.site.phone}
              </a>
            )}
          </div>
        ))}
      </section>
      {data.days.every(({ watches }) => watches.length === 0) && (
        <Empty title={say('还没有排班', 'No roster yet')}>
          <ConsoleLink to="/places/plans">{say('在“周期计划”里排一个轮值组', 'Plan a group that takes turns')}</ConsoleLink>
        </Empty>
      )}
      <ol className="pl-board-days">
        {data.days.map(({ day, working, note, watches }) => (
          <li key={day} className="hq-panel" data-off={working ? undefined : ''}>
            <p className="hq-figures">
              {dayText(day, say)} {(note !== null || !working) && <StateTag tone={working ? 'soon' : 'draft'}>{note ?? say('休息', 'Off')}</StateTag>}
            </p>
            {watches.length === 0 ? <p className="hq-secondary hq-small">{say('没有排', 'Nobody')}</p> : watches.map((one) => <OneWatch key={one.id} watch={one} />)}
          </li>
        ))}
      </ol>
    </div>
  )
}

function OneWatch({ watch }: { watch: Watch }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  return (
    <p className="pl-board-watch">
      <span>{watch.person.name}</span>
      <span className="hq-secondary hq-small hq-figures">{names.option(duty.fields.shift, watch.shift)}</span>
      {watch.person.id === me.person?.id && <ConsoleLink to={`/matters/${dutySwap.id}/new?mine=${watch.id}`}>{say('换班', 'Swap')}</ConsoleLink>}
    </p>
  )
}
