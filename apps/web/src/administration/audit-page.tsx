// The audit 审计: what was done, by whom, from where, on what; and the proof that nothing was changed or taken away.
import { call, DayInput, dayAfter, FactList, instantOf, PageHead, ProblemNotice, ProblemError, queryText, Sheet, useHouse, useNames, useSay, WhenText, figure } from '@houqin/web-kit'
import type { AuditVerification, BrokenLink, Page, Say, WireAuditEntry } from '@houqin/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { areaOf, auditAreas } from './audit-areas.ts'
import type { AuditArea } from './audit-areas.ts'
import { PagedTable } from './paged-table.tsx'
import './administration.css'

export function AuditPage(): ReactNode {
  const say = useSay()
  const names = useNames()
  const [actor, setActor] = useState('')
  const [action, setAction] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [open, setOpen] = useState<WireAuditEntry | null>(null)
  const query = useDeferredValue({ actor: actor.trim(), action, from, to })
  const parts = useHouse().parts.map(({ subsystem: { id, title } }): AuditArea => [`${id}.`, title, names.phrase(title)])
  const areas = [...auditAreas, ...parts]
  const nameOf = (done: string): string => {
    const area = areaOf(done, areas)
    return area ? say(area[1], area[2]) : done
  }
  const title = say('审计', 'Audit')
  return (
    <>
      <PageHead title={title} />
      <Proof />
      <div className="hq-list-bar">
        <input className="hq-native hq-list-search" type="search" value={actor} aria-label={say('谁做的', 'By whom')} placeholder={say('姓名', 'Name')} onChange={({ target }) => setActor(target.value)} />
        <select className="hq-native hq-audit-area" value={action} aria-label={say('哪方面', 'Of what')} onChange={({ target }) => setAction(target.value)}>
          <option value="">{say('各方面', 'Of everything')}</option>
          <optgroup label={say('业务', 'Business')}>
            {parts.map(([begins, zh, en]) => <option key={begins} value={begins}>{say(zh, en)}</option>)}
          </optgroup>
          <optgroup label={say('系统', 'The house')}>
            {auditAreas.map(([begins, zh, en]) => <option key={begins} value={begins}>{say(zh, en)}</option>)}
          </optgroup>
        </select>
        <div className="hq-row hq-audit-day">
          <span className="hq-secondary" aria-hidden="true">{say('自', 'From')}</span>
          <DayInput label={say('自哪一天', 'From')} value={from} onChange={setFrom} />
        </div>
        <div className="hq-row hq-audit-day">
          <span className="hq-secondary" aria-hidden="true">{say('至', 'To')}</span>
          <DayInput label={say('至哪一天', 'To')} value={to} onChange={setTo} />
        </div>
      </div>
      <PagedTable<WireAuditEntry>
        label={title}
        queryKey={['audit', query]}
        read={(after) =>
          call<Page<WireAuditEntry>>(
            `/audit${queryText({
              actor: query.actor,
              action: query.action,
              from: query.from && instantOf(`${query.from}T00:00`),
              to: query.to && instantOf(`${dayAfter(query.to, 1)}T00:00`),
              after,
              limit: 100,
            })}`,
          )
        }
        empty={say('没有符合的记录，换一个人、方面或日期再看', 'No such entry: try another person, matter or day')}
        columns={[
          { title: say('时间', 'When'), cell: ({ at }) => <WhenText at={at} /> },
          { title: say('谁', 'Who'), cell: ({ actorName }) => actorName },
          { title: say('事由', 'What'), cell: ({ summary }) => summary },
          { title: say('方面', 'Of what'), cell: ({ action: done }) => <span className="hq-secondary hq-whole">{nameOf(done)}</span> },
          { title: say('来自', 'From'), cell: ({ ip }) => ip ?? '—' },
          {
            title: say('详情', 'Details'),
            cell: (entry) => (
              <Button size="small" aria-label={say(`详情：${entry.summary}`, `Details: ${entry.summary}`)} onClick={() => setOpen(entry)}>
                {entry.before !== undefined || entry.after !== undefined ? say('前后', 'Before and after') : say('详情', 'Details')}
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <Sheet title={open.summary} wide onClose={() => setOpen(null)}>
          <FactList
            facts={[
              { label: say('时间', 'When'), value: <WhenText at={open.at} /> },
              { label: say('谁', 'Who'), value: open.actorName },
              { label: say('来自', 'From'), value: open.ip ?? '—' },
              { label: say('方面', 'Of what'), value: nameOf(open.action) },
              { label: say('动作代号', 'Name of the deed'), value: <span className="hq-anywhere">{open.action}</span> },
              { label: say('对象编号', 'Subject'), value: <span className="hq-anywhere">{open.subject ? `${open.subject.kind} ${open.subject.id}` : '—'}</span> },
            ]}
          />
          {open.before !== undefined && <Values title={say('之前', 'Before')} values={open.before} />}
          {open.after !== undefined && <Values title={say('之后', 'After')} values={open.after} />}
        </Sheet>
      )}
    </>
  )
}

function Values({ title, values }: { title: string; values: unknown }): ReactNode {
  return (
    <>
      <h3>{title}</h3>
      <pre className="hq-audit-values">{JSON.stringify(values, null, 2)}</pre>
    </>
  )
}

function Proof(): ReactNode {
  const say = useSay()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => call<AuditVerification>('/audit/verify') })
  return (
    <section className="hq-panel hq-stack hq-below">
      <div className="hq-row">
        <span className="hq-grow">{say('每条记录都封在一条链上，改动或删除一条，链就断了。', 'Every entry is sealed into one chain; changing or removing one breaks it.')}</span>
        <Button loading={isPending} onClick={() => mutate()}>
          {say('验证完整', 'Prove it whole')}
        </Button>
      </div>
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      {data && (
        <output className={data.firstBroken ? 'hq-danger' : undefined}>
          {data.firstBroken
            ? brokenText({ sealed: data.sealed, broken: data.firstBroken }, say)
            : say(`完整：已封 ${figure(data.sealed)} 环，待封 ${figure(data.unsealed)} 条。`, `Whole: ${figure(data.sealed)} links sealed, ${figure(data.unsealed)} entries waiting for their seal.`)}
          {data.head && <span className="hq-small hq-secondary"> {say('链头', 'Head')} {data.head.chain.slice(0, 16)}…</span>}
        </output>
      )}
    </section>
  )
}

const breaks: Readonly<Record<BrokenLink['kind'], readonly [zh: string, en: string]>> = Object.freeze({
  'changed': ['内容被改动', 'its content was changed'],
  'removed': ['记录被删除', 'the entry was removed'],
  'inserted': ['记录是事后插入的', 'the entry was put there afterwards'],
  'relinked': ['链的顺序被改动', 'the links were put in another order'],
  'unknown-suite': ['所用的密码算法本系统不认识', 'its algorithm is not known here'],
  'cut': ['链尾被截断', 'the end of the chain was cut off'],
  'forged': ['另存的链头不是本系统签的', 'the head noted elsewhere is not signed by this house'],
})
function brokenText({ sealed, broken: { seq, entryId, kind } }: { sealed: number; broken: BrokenLink }, say: Say): string {
  const where = seq === undefined ? say('链外有一条记录不符', 'An entry outside the chain does not hold') : say(`链在第 ${seq} 环断开`, `The chain breaks at link ${seq}`)
  const entry = entryId === undefined ? '' : say(`，记录 ${entryId}`, `, entry ${entryId}`)
  return `${where}${entry}${say('：', ': ')}${say(...breaks[kind])}${say(`。之前 ${figure(sealed)} 环完整。`, `. The ${figure(sealed)} links before hold.`)}`
}
