// 到期一览: whatever ends in any register, the nearest first, with what to do about it and whose it is.
import { call, ConsoleLink, dayText, Empty, Fault, figure, PageHead, pathOfMatter, pathOfRow, ProblemNotice, queryText, StateTag, useAttempt, useMe, useNames, useSay, useToldOf, useWordsOf, Waiting } from '@houqin/web-kit'
import type { DueRow } from '@houqin/web-kit'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { AsideSheet } from './aside-sheet.tsx'
import { duePages } from './due-query.ts'
import type { DueFilter } from './due-query.ts'
import './due.css'

const spans = ['', '7', '30', '90'] as const

export function DuePage(): ReactNode {
  const say = useSay()
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const [filter, setFilter] = useState<DueFilter>(() => ({ state: 'open', register: new URLSearchParams(search).get('register') ?? '', within: '' }))
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({ ...duePages(filter), placeholderData: (before) => before })
  const [handling, setHandling] = useState<DueRow | null>(null)
  const words = { '': say('全部', 'All'), 7: say('7 天内', '7 days'), 30: say('30 天内', '30 days'), 90: say('90 天内', '90 days') }
  const count = data?.pages.at(-1)
  const choices = count?.registers ?? []
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  useWordsOf(...rows.map(({ register }) => register))
  return (
    <div className="hq-due-page">
      <PageHead
        title={say('到期一览', 'What ends')}
        beside={count && <span className="hq-secondary hq-figures">{say(`${figure(count.total)} 项 · 已过期 ${figure(count.lapsed)} 项`, `${figure(count.total)}, of which ${figure(count.lapsed)} past`)}</span>}
        actions={<a className="hq-more" href={`/api/due/export.xlsx${queryText({ ...filter })}`} download>{say('导出 Excel', 'Excel')}</a>}
      />
      <div className="hq-choose-bar">
        <fieldset className="hq-set hq-switch" aria-label={say('看哪些', 'Which')}>
          {(['open', 'aside'] as const).map((state) => (
            <button key={state} type="button" aria-pressed={filter.state === state} onClick={() => setFilter({ ...filter, state })}>
              {state === 'open' ? say('要办', 'To see to') : say('已推迟、已知悉', 'Put aside')}
            </button>
          ))}
        </fieldset>
        <fieldset className="hq-set hq-switch" aria-label={say('多久内到期', 'Ends within')}>
          {spans.map((within) => (
            <button key={within} type="button" aria-pressed={filter.within === within} onClick={() => setFilter({ ...filter, within })}>
              {words[within]}
            </button>
          ))}
        </fieldset>
        <select className="hq-native" aria-label={say('哪类', 'Register')} value={filter.register} onChange={({ target }) => setFilter({ ...filter, register: target.value })}>
          <option value="">{say('各类台账', 'Every register')}</option>
          {choices.map(({ register, title, count: ending }) => (
            <option key={register} value={register}>
              {say(`${title}（${figure(ending)}）`, `${title} (${figure(ending)})`)}
            </option>
          ))}
        </select>
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data && rows.length === 0 && (
        <Empty title={filter.state === 'open' ? say('没有要办的到期事项', 'Nothing to see to') : say('没有推迟或知悉的', 'Nothing put aside')}>
          {say('合同、租期、证照等台账里的到期日，提前提醒的那天起会出现在这里，只显示您有权查看的。', 'Contracts, leases, papers: what ends appears here from the day of its first warning, as far as you may see it.')}
        </Empty>
      )}
      <ul className="hq-due-rows">
        {rows.map((row) => (
          <li key={row.id} className="hq-panel">
            <OneDue row={row} onHandle={() => setHandling(row)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button block size="large" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('再看一些', 'More')}
        </Button>
      )}
      {handling && <AsideSheet row={handling} onClose={() => setHandling(null)} />}
    </div>
  )
}

function OneDue({ row, onHandle }: { row: DueRow; onHandle: () => void }): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = useToldOf()
  useWordsOf(row.register)
  const me = useMe()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  const { daysLeft, state, aside, renew } = row
  const left = daysLeft < 0 ? say(`已过期 ${-daysLeft} 天`, `${-daysLeft} days past`) : daysLeft === 0 ? say('今天到期', 'Ends today') : say(`还有 ${daysLeft} 天`, `${daysLeft} days left`)
  const owner = row.responsible.length > 0 ? row.responsible.map(({ name }) => name).join(say('、', ', ')) : row.roles.join(say('、', ', '))
  const renewable = renew && me.can[renew.matter]?.includes('start')
  const takeBack = (): void =>
    run(async () => {
      await call(`/due/${row.id}`, { method: 'POST', body: { action: 'open', reason: say('恢复提醒', 'Taken back') } })
      await client.invalidateQueries({ queryKey: ['due'] })
    })
  return (
    <article className="hq-due-row" aria-label={told(row.register, row.row.name)}>
      <div className="hq-due-when" data-tone={daysLeft < 0 ? 'overdue' : daysLeft <= 7 ? 'soon' : undefined}>
        <strong className="hq-figures">{left}</strong>
        <span className="hq-secondary hq-small hq-figures">{dayText(row.day, say)}</span>
      </div>
      <div className="hq-due-what">
        <p className="hq-thumbs">
          <ConsoleLink to={pathOfRow(row.register, row.row.id)}>{told(row.register, row.row.name)}</ConsoleLink>{' '}
          <span className="hq-secondary hq-small">
            {row.title} · {row.label}
          </span>
        </p>
        <p>{names.phrase(row.says)}</p>
        <p className="hq-secondary hq-small">
          {row.site && row.site.id !== row.row.id && `${row.site.name} · `}
          {say(`由 ${owner} 负责`, `Seen to by ${owner}`)}
        </p>
        {aside && (
          <p className="hq-small">
            <StateTag tone={state === 'lapsed' ? 'stopped' : 'waiting'}>{aside.until ? say(`推迟到 ${aside.until}`, `Put off to ${aside.until}`) : say('已知悉', 'Acknowledged')}</StateTag>{' '}
            {aside.by}:{aside.reason}
          </p>
        )}
        <ProblemNotice problem={problem} />
      </div>
      <div className="hq-due-do">
        {renewable && (
          <ConsoleLink className="hq-due-renew" to={`${pathOfMatter(renew.matter)}/new?${renew.field}=${row.row.id}`}>
            {renew.title}
          </ConsoleLink>
        )}
        {row.mayWrite &&
          (state === 'snoozed' || state === 'acknowledged' ? (
            <Button size="large" loading={busy} onClick={takeBack}>
              {say('恢复提醒', 'Take back')}
            </Button>
          ) : (
            <Button size="large" onClick={onHandle}>
              {state === 'lapsed' ? say('说明情况', 'Explain') : say('推迟或知悉', 'Put aside')}
            </Button>
          ))}
      </div>
    </article>
  )
}
