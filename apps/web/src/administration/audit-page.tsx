// The audit 审计: what was done, by whom, from where, on what; and the proof that nothing was changed or taken away.
import { call, DayInput, dayAfter, instantOf, PageHead, ProblemNotice, ProblemError, queryText, Sheet, useSay, WhenText, figure } from '@houqin/web-kit'
import type { Page } from '@houqin/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { PagedTable } from './paged-table.tsx'
import './administration.css'

interface Entry {
  readonly id: string
  readonly at: string
  readonly actorName: string
  readonly ip?: string
  readonly action: string
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly summary: string
  readonly before?: unknown
  readonly after?: unknown
}

export function AuditPage(): ReactNode {
  const say = useSay()
  const [actor, setActor] = useState('')
  const [action, setAction] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [open, setOpen] = useState<Entry | null>(null)
  const query = useDeferredValue({ actor: actor.trim(), action: action.trim(), from, to })
  const title = say('审计', 'Audit')
  return (
    <>
      <PageHead title={title} />
      <Proof />
      <div className="hq-list-bar">
        <input className="hq-native hq-list-search" type="search" value={actor} aria-label={say('谁做的', 'By whom')} placeholder={say('姓名', 'Name')} onChange={({ target }) => setActor(target.value)} />
        <input className="hq-native hq-list-search" type="search" value={action} aria-label={say('做了什么', 'What was done')} placeholder={say('动作,如 access.', 'Action, such as access.')} onChange={({ target }) => setAction(target.value)} />
        <DayInput label={say('自哪一天', 'From')} value={from} onChange={setFrom} />
        <DayInput label={say('至哪一天', 'To')} value={to} onChange={setTo} />
      </div>
      <PagedTable<Entry>
        label={title}
        queryKey={['audit', query]}
        read={(after) =>
          call<Page<Entry>>(
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
        empty={say('没有符合的记录', 'No such entry')}
        columns={[
          { title: say('时间', 'When'), cell: ({ at }) => <WhenText at={at} /> },
          { title: say('谁', 'Who'), cell: ({ actorName }) => actorName },
          { title: say('事由', 'What'), cell: ({ summary }) => summary },
          { title: say('动作', 'Action'), cell: ({ action: done }) => <span className="hq-secondary">{done}</span> },
          { title: say('来自', 'From'), cell: ({ ip }) => ip ?? '—' },
          {
            title: say('详情', 'Details'),
            cell: (entry) =>
              (entry.before !== undefined || entry.after !== undefined) && (
                <Button size="small" onClick={() => setOpen(entry)}>
                  {say('前后', 'Before and after')}
                </Button>
              ),
          },
        ]}
      />
      {open && (
        <Sheet title={open.summary} wide onClose={() => setOpen(null)}>
          <h3>{say('之前', 'Before')}</h3>
          <pre className="hq-audit-values">{JSON.stringify(open.before ?? null, null, 2)}</pre>
          <h3>{say('之后', 'After')}</h3>
          <pre className="hq-audit-values">{JSON.stringify(open.after ?? null, null, 2)}</pre>
        </Sheet>
      )}
    </>
  )
}

interface Verification {
  readonly sealed: number
  readonly unsealed: number
  readonly head?: { readonly seq: string; readonly chain: string }
  readonly firstBroken?: { readonly seq?: string; readonly entryId?: string; readonly kind: string; readonly at: string }
}

function Proof(): ReactNode {
  const say = useSay()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => call<Verification>('/audit/verify') })
  return (
    <section className="hq-panel hq-stack hq-below">
      <div className="hq-row">
        <span className="hq-grow">{say('每条记录都封在一条链上,改动或删除一条,链就断了。', 'Every entry is sealed into one chain; changing or removing one breaks it.')}</span>
        <Button loading={isPending} onClick={() => mutate()}>
          {say('验证完整', 'Prove it whole')}
        </Button>
      </div>
      {error instanceof ProblemError && <ProblemNotice problem={error} />}
      {data && (
        <output className={data.firstBroken ? 'hq-danger' : undefined}>
          {data.firstBroken
            ? say(`链在第 ${data.firstBroken.seq ?? '?'} 环断开,记录 ${data.firstBroken.entryId ?? '?'} 不符(${data.firstBroken.kind})。之前 ${figure(data.sealed)} 环完整。`, `The chain breaks at link ${data.firstBroken.seq ?? '?'}, entry ${data.firstBroken.entryId ?? '?'} (${data.firstBroken.kind}). The ${figure(data.sealed)} links before hold.`)
            : say(`完整:已封 ${figure(data.sealed)} 环,待封 ${figure(data.unsealed)} 条。`, `Whole: ${figure(data.sealed)} links sealed, ${figure(data.unsealed)} entries waiting for their seal.`)}
          {data.head && <span className="hq-small hq-secondary"> {say('链头', 'Head')} {data.head.chain.slice(0, 16)}…</span>}
        </output>
      )}
    </section>
  )
}
