// 年度备案: how far the leaders' filings of a year have come, whose are still missing, and the button that asks every organ for its own.
import { ChipChoice, ConsoleLink, dayOf, Empty, Fault, figure, FigureLink, instantText, PageHead, pathOfMatter, ProblemError, ProblemNotice, call, useCan, useNow, useSay, useToast, Waiting } from '@houqin/web-kit'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { roomFiling } from '../../contract/index.ts'
import { filingsKey, filingsQuery } from './yearly-query.ts'
import '../ledger/ledger.css'

export function Screen(): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const starts = useCan(roomFiling.id)('start')
  const now = Number(dayOf(useNow()).slice(0, 4))
  const [year, setYear] = useState(now)
  const { data, error, refetch } = useQuery({ ...filingsQuery(year), placeholderData: (before) => before })
  const start = useMutation({
    mutationFn: () => call<{ started: number }>('/office-space/filings', { method: 'POST', body: { year } }),
    onSuccess: ({ started }) => {
      toast({ says: started > 0 ? say(`已请 ${started} 个单位确认。`, `${started} organs were asked.`) : say('每个单位都已经有备案。', 'Every organ has its filing already.') })
      void client.invalidateQueries({ queryKey: filingsKey })
    },
  })
  if (error && !data) return <Fault title={say('领导干部办公用房备案', 'Filing of leaders’ rooms')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const list = (state: string): string => `${pathOfMatter(roomFiling.id)}?where.state=${state}&where.year=${year}`
  const begun = data.counts.asked + data.counts.confirmed + data.counts.filed
  return (
    <div className="os-ledger">
      <PageHead title={say('领导干部办公用房备案', 'Filing of leaders’ rooms')} actions={starts && <Button type="primary" size="large" loading={start.isPending} onClick={() => start.mutate()}>{begun === 0 ? say('发起年度备案', 'Ask every organ') : say('补发没有的单位', 'Ask those left out')}</Button>} />
      {start.error instanceof ProblemError && <ProblemNotice problem={start.error} />}
      <ChipChoice options={[now, now - 1, now - 2].map((one) => ({ key: String(one), label: say(`${one} 年`, String(one)) }))} chosen={[String(year)]} onChange={([to]) => setYear(Number(to ?? now))} />
      {begun === 0 && <Empty title={say('这一年还没有发起', 'Not begun for this year')}>{say('发起后，每个单位的联络员收到本单位领导的用房清单，核对确认后由机关事务管理局备案。', 'Once begun, the liaison of each organ is sent its leaders’ rooms, confirms them, and the bureau files them.')}</Empty>}
      {begun > 0 && (
        <>
          <div className="os-totals">
            <FigureLink label={say('待单位确认', 'To be confirmed')} value={figure(data.counts.asked)} unit={say('个', '')} to={list('asked')} />
            <FigureLink label={say('待核对', 'To be checked')} value={figure(data.counts.confirmed)} unit={say('个', '')} to={list('confirmed')} />
            <FigureLink label={say('已备案', 'Filed')} value={figure(data.counts.filed)} unit={say('个', '')} to={list('filed')} />
            <FigureLink label={say('与标准不符的领导', 'Leaders beyond the standard')} value={figure(data.deviating)} unit={say(`人 / ${figure(data.leaders)}`, `of ${figure(data.leaders)}`)} to={`${pathOfMatter(roomFiling.id)}?where.year=${year}&where.deviating.gte=1`} />
          </div>
          <section className="hq-panel hq-stack" aria-label={say('还没有确认的单位', 'Organs that have not confirmed')}>
            <h2>{say(`还没有确认的单位 ${figure(data.waiting.length)} 个`, `${figure(data.waiting.length)} organs have not confirmed`)}</h2>
            {data.waiting.length === 0 && <p className="hq-secondary">{say('都确认了。', 'All have.')}</p>}
            <ul className="os-rows hq-thumbs">
              {data.waiting.map(({ organ, number, dueAt, late }) => (
                <li key={number}>
                  <ConsoleLink to={`${pathOfMatter(roomFiling.id)}/${number}`}>{organ.name}</ConsoleLink>
                  {dueAt !== null && <span className={late ? 'hq-danger' : 'hq-secondary'}>{late ? say(`已过期限 ${instantText(dueAt, say)}`, `late, was due ${instantText(dueAt, say)}`) : say(`${instantText(dueAt, say)} 前`, `by ${instantText(dueAt, say)}`)}</span>}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  )
}
