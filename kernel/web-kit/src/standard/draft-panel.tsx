// One draft 一份草案: its figures, what it would do to the ledger, and what may be done with it.
import type { DraftOutcome, OutcomeRow, StandardAnswer, WireDraft } from '@houqin/wire'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { call, queryText } from '../api/call.ts'
import { useMe } from '../api/me.ts'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import type { TagTone } from '../blocks/state-tag.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { figure, quantityText } from '../format/quantity.ts'
import type { Say } from '../words/locale.ts'
import { useNames, useSay, useToldAt } from '../words/words.tsx'
import { draftsQuery, triedQuery } from './sandbox-queries.ts'
import { useDeclaredStandard } from './use-declared-standard.ts'

const tones: Readonly<Record<WireDraft['state'], TagTone>> = { draft: 'draft', proposed: 'waiting', issued: 'done', discarded: 'stopped' }
const typingPause = 500

export function DraftPanel({ standard, draft, mayKeep }: { standard: StandardAnswer; draft: WireDraft; mayKeep: boolean }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const client = useQueryClient()
  const declared = useDeclaredStandard()(standard.id)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const mine = draft.madeBy === me.account
  const states: Readonly<Record<WireDraft['state'], string>> = {
    draft: say('编制中', 'being prepared'), proposed: say('待复核发布', 'to be confirmed'), issued: say('已发布', 'issued'), discarded: say('已作废', 'discarded'),
  }
  const take = async (deed: 'propose' | 'issue' | 'discard'): Promise<void> => {
    setProblem(null)
    try {
      await call<WireDraft>(`/standard-versions/${draft.id}/${deed}`, { method: 'POST', version: draft.version, body: {} })
      for (const key of [draftsQuery(standard.id).queryKey, ['standards'], ['standard-audit', standard.id]]) void client.invalidateQueries({ queryKey: key })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      if (thrown.type === 'stale-version' || thrown.type === 'conflict') void client.invalidateQueries({ queryKey: draftsQuery(standard.id).queryKey })
    }
  }
  return (
    <section className="hq-panel hq-stack" aria-label={say(`自 ${draft.startsOn} 起的版本`, `Version from ${draft.startsOn}`)}>
      <div className="hq-row">
        <h2>{say(`自 ${draft.startsOn} 起`, `From ${draft.startsOn}`)}</h2>
        <StateTag tone={tones[draft.state]}>{states[draft.state]}</StateTag>
        <span className="hq-secondary hq-small">
          {say(`${draft.madeName} 编制`, `prepared by ${draft.madeName}`)}
          {draft.decidedName && say(`，${draft.decidedName} ${states[draft.state]}`, `, ${states[draft.state]} by ${draft.decidedName}`)}
        </span>
      </div>
      <ul className="hq-stack">
        {draft.figures.map(({ parameter, key, value, document, number, clause, mark, level }) => {
          const known = declared?.parameters[parameter]
          return (
            <li key={`${parameter}.${key}`}>
              {known ? names.of(known) : parameter}
              {known?.by?.[key] && ` · ${known.by[key]}`} <strong>{quantityText(value, { unit: known?.unit }, say)}</strong>{' '}
              <span className="hq-secondary hq-small">
                {level} 《{document}》{number && `(${number})`} {/[KU]/.test(mark) ? say('待核', 'to be confirmed') : clause}
              </span>
            </li>
          )
        })}
      </ul>
      {(draft.state === 'draft' || draft.state === 'proposed') && standard.ledger !== false && <Trial draft={draft} />}
      <ProblemNotice problem={problem} others={[]} />
      {mayKeep && (
        <div className="hq-form-foot">
          {draft.state === 'draft' && mine && <Button type="primary" onClick={() => void take('propose')}>{say('提交复核', 'Put it forward')}</Button>}
          {draft.state === 'proposed' && !mine && <Button type="primary" onClick={() => void take('issue')}>{say('复核并发布', 'Confirm and issue')}</Button>}
          {draft.state === 'proposed' && mine && <span className="hq-secondary">{say('请另一位有权限的人复核发布。', 'Another keeper confirms and issues it.')}</span>}
          {((draft.state === 'draft' && mine) || draft.state === 'proposed') && <Button danger onClick={() => void take('discard')}>{say('作废', 'Give it up')}</Button>}
        </div>
      )}
    </section>
  )
}

function Trial({ draft }: { draft: WireDraft }): ReactNode {
  const say = useSay()
  // null: by what is on record, or what whoever prepared it typed
  const [typed, setTyped] = useState<string | null>(null)
  const [unitCost, setUnitCost] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setUnitCost(typed !== null && /^\d{1,14}(\.\d{1,2})?$/.test(typed) ? typed : ''), typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, error, refetch } = useQuery({ ...triedQuery(draft, unitCost), placeholderData: keepPreviousData })
  return (
    <div className="hq-stack">
      <div className="hq-row">
        {typed === null ? (
          <Button onClick={() => setTyped(data?.unitCost?.price ?? '')}>{say('自己填一个单位费用试试', 'Try a unit cost of your own')}</Button>
        ) : (
          <>
            <label className="hq-sandbox-cost">
              <span className="hq-secondary hq-small">{say('超出每单位的费用', 'Cost of each unit over')}</span>
              <span className="hq-measured"><input className="hq-native" inputMode="decimal" value={typed} onChange={({ target }) => setTyped(target.value)} /><span aria-hidden="true">{say('元', 'yuan')}</span></span>
            </label>
            <Button onClick={() => setTyped(null)}>{say('不用自己填的', 'Drop mine')}</Button>
          </>
        )}
        <Button href={`/api/standard-versions/${draft.id}/outcome/export.xlsx${queryText({ unitCost })}`} download>{say('导出 Excel', 'Excel')}</Button>
      </div>
      {error ? <Fault error={error} onRetry={() => void refetch()} /> : data ? <Outcome tried={data} /> : <Waiting />}
    </div>
  )
}

function Outcome({ tried }: { tried: DraftOutcome }): ReactNode {
  const say = useSay()
  const told = useToldAt()
  const [change, setChange] = useState<OutcomeRow['change'] | null>(null)
  const words: Readonly<Record<OutcomeRow['change'], string>> = { newly: say('新增不符合', 'Newly'), noLonger: say('不再不符合', 'No longer'), still: say('仍不符合', 'Still') }
  const rows = tried.rows.filter((row) => change === null || row.change === change)
  return (
    <>
      <output>
        {say(`自 ${tried.asOf} 起，核查 ${figure(tried.checked)} 项`, `${figure(tried.checked)} checked from ${tried.asOf}`)}
        {tried.over !== null && say(`；合计超出 ${quantityText(tried.over, { unit: tried.unit }, say)}`, `; ${quantityText(tried.over, { unit: tried.unit }, say)} over in all`)}
        {tried.cost !== null && say(`，费用 ¥${figure(tried.cost)}`, `, at a cost of ¥${figure(tried.cost)}`)}
        {say('。', '.')}
      </output>
      <p className="hq-small hq-secondary">{basisText(say, tried)}</p>
      <div className="hq-row">
        {(['newly', 'noLonger', 'still'] as const).map((one) => (
          <Button key={one} type={change === one ? 'primary' : 'default'} aria-pressed={change === one} disabled={tried[one] === 0} onClick={() => setChange(change === one ? null : one)}>
            {words[one]} {figure(tried[one])}
          </Button>
        ))}
      </div>
      <ul className="hq-audit-rows">
        {rows.slice(0, 100).map((row) => {
          const finding = row.after ?? row.before
          return (
            <li key={`${row.change}${row.subject.id}`} className="hq-finding" data-level={row.change === 'noLonger' ? 'note' : 'breach'}>
              <p>
                <strong>{words[row.change]}</strong> {finding ? say(finding.says, finding.en?.says ?? finding.says) : told(row.opens, row.subject.name)}
              </p>
              <p className="hq-small hq-secondary">
                {row.opens !== null && <><ConsoleLink to={row.opens}>{told(row.opens, row.subject.name)}</ConsoleLink> </>}
                {[row.organ?.name, row.site?.name].filter((name) => name && name !== row.subject.name).join(' · ')}
                {row.over !== null && <> {say('超出', 'Over by')} {quantityText(row.over, { unit: finding?.unit }, say)}</>}
                {row.cost !== null && <> · ¥{figure(row.cost)}</>}
              </p>
            </li>
          )
        })}
      </ul>
      {rows.length > 100 && <p className="hq-secondary">{say('其余请导出 Excel。', 'Take the Excel file for the rest.')}</p>}
    </>
  )
}

/** What the cost was reckoned by; a typed one has no source, and says so. */
function basisText(say: Say, { unitCost, unit }: DraftOutcome): string {
  if (unitCost === null) return say('没有登记单位费用，费用没有算。', 'No unit cost is on record: no cost was reckoned.')
  const price = `¥${figure(unitCost.price)}/${unit ?? say('单位', 'unit')}`
  if (unitCost.cite !== null) {
    // the text says 待核 itself, in the office's language alone
    const open = unitCost.cite.unconfirmed ? say('', ' (to be confirmed)') : ''
    return say(`费用按登记的 ${price} 计算，自 ${unitCost.startsOn ?? ''} 起，依据 ${unitCost.cite.text}${open}。`, `Reckoned by ${price} on record from ${unitCost.startsOn ?? ''}: ${unitCost.cite.text}${open}.`)
  }
  return unitCost.basis === 'typed'
    ? say(`费用按您手填的 ${price} 计算，没有出处。`, `Reckoned by ${price} as you typed it; it has no source.`)
    : say(`费用按编制人手填的 ${price} 计算，没有出处。`, `Reckoned by ${price} as typed by whoever prepared it; it has no source.`)
}
