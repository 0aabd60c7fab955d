// 规则核对: the provisions held against the texts: what differs, what is not there, what is not held, what must still be checked.
import { call, ConsoleLink, Empty, Fault, figure, PageHead, pathOfRow, queryText, StateTag, useGo, useNames, useSay, Waiting } from '@houqin/web-kit'
import type { TagTone } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { groundStandings, provision } from '../../contract/index.ts'
import type { CheckedProvision, CheckedProvisions, Ground, GroundStanding } from '../../contract/index.ts'
import { useAsked } from '../asked.ts'
import { pathOfArticle, pathOfDocument } from '../paths.ts'
import '../regulations.css'

const order = Object.keys(groundStandings).filter((key): key is GroundStanding => Object.hasOwn(groundStandings, key))
const tones: Readonly<Record<GroundStanding, TagTone>> = { agrees: 'done', differs: 'overdue', noArticle: 'overdue', notHeld: 'waiting', unread: 'soon' }

function useStandings(): Readonly<Record<GroundStanding, string>> {
  const say = useSay()
  return {
    agrees: say(groundStandings.agrees, 'Agrees with the article'),
    differs: say(groundStandings.differs, 'The article does not say so'),
    noArticle: say(groundStandings.noArticle, 'The document has no such article'),
    notHeld: say(groundStandings.notHeld, 'Text not held'),
    unread: say(groundStandings.unread, 'Number to be confirmed'),
  }
}

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
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return (
    <div className="hq-stack rg-page">
      <PageHead title={say('规则核对', 'Check of provisions')} />
      <p className="hq-secondary">
        {say(
          `已核 ${figure(data.readings.confirmed)} 条,二手来源 ${figure(data.readings.secondHand)} 条,待核 ${figure(data.readings.unconfirmed)} 条。待核的不写条号,也不与条文比对。`,
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
              <Checked row={row} titles={titles} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Checked({ row, titles }: { row: CheckedProvision; titles: Readonly<Record<GroundStanding, string>> }): ReactNode {
  const say = useSay()
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
      <ul>
        {row.grounds.map((ground, at) => (
          <li key={at} className="hq-row">
            <GroundLink ground={ground} />
            <StateTag tone={tones[ground.standing]}>{titles[ground.standing]}</StateTag>
            {ground.missing.length > 0 && <span className="hq-warning">{say(`条文里没有“${ground.missing.join('”“')}”`, `not in the article: ${ground.missing.join(', ')}`)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function GroundLink({ ground: { document, clause, of, article } }: { ground: Ground }): ReactNode {
  const text = `《${document}》${clause ?? ''}`
  if (of === null) return text
  return <ConsoleLink to={article === null ? pathOfDocument(of) : pathOfArticle({ id: article, document: { id: of } })}>{text}</ConsoleLink>
}
