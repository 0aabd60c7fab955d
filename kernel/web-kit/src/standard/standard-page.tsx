// Why: one standard with its figures, where each is written, since when; and the whole ledger checked against it on a day.
import type { StandardAnswer } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { standardQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { serverNow } from '../clock.ts'
import { quantityText } from '../format/quantity.ts'
import { dayOf, dayText } from '../format/when.ts'
import { citedRule } from '../parts/console-slots.ts'
import { pathOfMatter, pathOfStandard } from '../parts/paths.ts'
import { Slot } from '../parts/slot.tsx'
import { StackingTable } from '../list/stacking-table.tsx'
import { useNames, useSay } from '../words/words.tsx'
import { BreachHistory } from './breach-history.tsx'
import { LedgerAudit } from './ledger-audit.tsx'
import { useDeclaredStandard } from './use-declared-standard.ts'
import './standard.css'

export function StandardPage({ id }: { id: string }): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(standardQuery(id))
  if (error && !data) return <Fault title={say('依据', 'Standards')} error={error} onRetry={() => void refetch()} />
  return data ? <Shown standard={data} /> : <Waiting />
}

function Shown({ standard }: { standard: StandardAnswer }): ReactNode {
  const say = useSay()
  const names = useNames()
  const declared = useDeclaredStandard()(standard.id)
  const today = dayOf(serverNow())
  return (
    <article className="hq-stack">
      <PageHead title={declared ? names.of(declared) : standard.title} back={{ to: '/standards', title: say('依据', 'Standards') }} />
      <section className="hq-panel">
        <h2>{say('为什么', 'Why')}</h2>
        <p className="hq-explain">{names.explain(declared, standard.explain)}</p>
        {citedIn(standard.explain).map((cited) => (
          <Slot key={`${cited.document} ${cited.clause ?? ''}`} slot={citedRule} given={cited} />
        ))}
        {standard.mend && (
          <p>
            {say('不符合时办理：', 'Mended by: ')}
            <ConsoleLink to={pathOfMatter(standard.mend.matter)}>{names.phrase(standard.mend.title)}</ConsoleLink>
          </p>
        )}
      </section>
      {standard.ledger !== false && <LedgerAudit id={standard.id} today={today} />}
      <section className="hq-panel">
        <div className="hq-row">
          <h2>{say('标准值与出处', 'Figures and where they are written')}</h2>
          {standard.drafts && <ConsoleLink to={`${pathOfStandard(standard.id)}/sandbox`}>{say('试算新版本', 'Try a new version')}</ConsoleLink>}
        </div>
        <div className="hq-lines-scroll">
          <StackingTable
            label={say('标准值与出处', 'Figures and where they are written')}
            rows={standard.parameters}
            keyOf={({ parameter, key, from }) => `${parameter}${key ?? ''}${from}`}
            columns={[
              {
                title: say('项目', 'Figure'), heads: true,
                cell: ({ parameter, title: told, keyTitle }) => {
                  const figure = declared?.parameters[parameter]
                  return `${figure ? names.of(figure) : told}${keyTitle ? ` · ${keyTitle}` : ''}`
                },
              },
              { title: say('标准值', 'Value'), className: 'hq-end', cell: ({ value, unit }) => quantityText(value, { unit }, say) },
              {
                title: say('自', 'Since'),
                cell: ({ from, to }) => (
                  <>
                    {dayText(from, say)}
                    {from > today && <> <StateTag tone="soon">{say('将施行', 'to come')}</StateTag></>}
                    {to && <> {say(`至 ${to}`, `to ${to}`)}</>}
                  </>
                ),
              },
              {
                title: say('依据', 'Source'),
                cell: ({ cite, parameter }) => (
                  <>
                    {cite.level && <span className="hq-secondary">{cite.level} </span>}
                    {cite.text}
                    {cite.unconfirmed && <> <StateTag tone="soon">{say('待核', 'to be confirmed')}</StateTag></>}
                    {cite.document && <Slot slot={citedRule} given={{ document: cite.document, clause: cite.clause ?? null, standard: standard.id, parameter }} />}
                  </>
                ),
              },
            ]}
          />
        </div>
      </section>
      {standard.ledger !== false && <BreachHistory id={standard.id} />}
    </article>
  )
}

/** Rules that an explanation names with an article: 《公共机构节能条例》第三十条. */
function citedIn(explanation: string): readonly { readonly document: string; readonly clause: string | null }[] {
  return Array.from(explanation.matchAll(/《([^》]{2,60})》(第[一二三四五六七八九十百零]{1,9}条)/g), ([, document = '', clause = null]) => ({ document, clause }))
}
