// 规则核对: the provisions held against the texts: what differs, what is not there, what is not held, what must still be checked.
import { call, ConsoleLink, Empty, Fault, figure, PageHead, pathOfRow, queryText, StateTag, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { groundStandings, provision } from '../../contract/index.ts'
import type { CheckedProvision, CheckedProvisions, GroundStanding } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { Grounds, useStandings } from './grounds.tsx'
import '../regulations.css'

const order = Object.keys(groundStandings).filter((key): key is GroundStanding => Object.hasOwn(groundStandings, key))
export function Screen(): ReactNode {
  const say = useSay()
  const go = useGo()
  const titles = useStandings()
  const asked = useAsked()('standing')
  const standing = order.find((one) => one === asked) ?? 'differs'
  const { data, error, refetch } = useQuery({
    queryKey: ['regulations', 'provisions', standing],
    queryFn: ({ signal }) => call<CheckedProvisions>(`/regulations/provisions${queryText({ standing })}`, { signal }),
    placeholderData: (before) => before,
  })
  if (error && !data) return <Fault title={say('规则核对', 'Check of provisions')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return (
    <div className="hq-stack rg-page">
      <PageHead title={say('规则核对', 'Check of provisions')} />
      <p className="hq-secondary">
        {say(
          `已核 ${figure(data.readings.confirmed)} 条，二手来源 ${figure(data.readings.secondHand)} 条，待核 ${figure(data.readings.unconfirmed)} 条。待核的不写条号，也不与条文比对。`,
          `${figure(data.readings.confirmed)} read in the text, ${figure(data.readings.secondHand)} second-hand, ${figure(data.readings.unconfirmed)} to be confirmed; these give no article and are not compared.`,
        )}
      </p>
      <fieldset className="hq-row rg-choices">
        <legend className="hq-hidden">{say('核对结果', 'Standing')}</legend>
        {order.map((one) => (
          <button key={one} type="button" className="rg-choice" aria-pressed={one === standing} onClick={() => go(`/regulations/provisions?standing=${one}`, { replace: true })}>
            {titles[one]} <span className="hq-figures">{figure(data.counts[one])}</span>
          </button>
        ))}
      </fieldset>
      {data.rows.length === 0 ? (
        <Empty title={say('没有这样的条目', 'No such provisions')}>{say('导入原文后会重新核对。', 'They are compared anew whenever a text is imported.')}</Empty>
      ) : (
        <ul className="hq-cards">
          {data.rows.map((row) => (
            <li key={row.id} className="hq-panel">
              <Checked row={row} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Checked({ row }: { row: CheckedProvision }): ReactNode {
  const names = useNames()
  return (
    <div className="hq-stack">
      <p className="hq-row">
        <ConsoleLink to={pathOfRow(provision.id, row.id)}>{row.title}</ConsoleLink>
        <span className="hq-secondary hq-small">
          {row.code} · {names.option(provision.fields.area, row.area)}
        </span>
        {row.reading !== 'confirmed' && <StateTag tone="soon">{names.option(provision.fields.reading, row.reading)}</StateTag>}
      </p>
      <p>
        {row.value} {row.unit}
        {row.condition !== null && <span className="hq-secondary"> {row.condition}</span>}
      </p>
      <Grounds grounds={row.grounds} />
    </div>
  )
}
