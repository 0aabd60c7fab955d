// 满意度测评: each quarter's round, how much of it came back, and the button that sends the next one.
import { call, ConsoleLink, dayAfter, dayOf, DayInput, Empty, Fault, figure, PageHead, ProblemError, ProblemNotice, Sheet, useCan, useNow, useSay, useToast, Waiting } from '@houqin/web-kit'
import { listPath } from '@houqin/define'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { survey, surveysByOrgan } from '../../contract/index.ts'
import { surveysQuery } from '../goals-query.ts'
import './surveys.css'

export function Screen(): ReactNode {
  const say = useSay()
  const maySend = useCan(survey.id)('start')
  const [sending, setSending] = useState(false)
  const { data, error, refetch } = useQuery(surveysQuery)
  return (
    <div className="hq-stack">
      <PageHead
        title={say('满意度测评', 'Satisfaction survey')}
        actions={maySend && (
          <Button type="primary" onClick={() => setSending(true)}>
            {say('发出测评', 'Send a survey')}
          </Button>
        )}
      />
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.rows.length === 0 && (
        <Empty title={say('还没有发出过测评', 'No survey has been sent')}>{say('发出后，每个单位的联络员会在待办里看到。', 'Once sent, the liaison of every organ finds it in the inbox.')}</Empty>
      )}
      <ul className="go-rounds">
        {data?.rows.map(({ quarter, sent, answered, lapsed, until }) => {
          const of = (state?: string): string => listPath(survey, { 'where.quarter': quarter, 'where.state': state ?? null })
          return (
            <li key={quarter} className="hq-panel go-round">
              <h2>{quarterText(quarter, say)}</h2>
              <progress max={sent} value={answered} aria-label={say('收回', 'Answered')} />
              <p className="hq-figures">
                {say('发出 ', 'Sent ')}<ConsoleLink to={of()}>{figure(sent)}</ConsoleLink>{say(' 份，收回 ', ', answered ')}
                <ConsoleLink to={of('answered')}>{figure(answered)}</ConsoleLink>{say(` 份（${Math.round((100 * answered) / sent)}%）`, ` (${Math.round((100 * answered) / sent)}%)`)}
                {sent - answered - lapsed > 0 && (
                  <>
                    {say('，待填写 ', ', waiting ')}<ConsoleLink to={of('asked')}>{figure(sent - answered - lapsed)}</ConsoleLink>
                  </>
                )}
                {lapsed > 0 && (
                  <>
                    {say('，未填写 ', ', not answered ')}<ConsoleLink to={of('lapsed')}>{figure(lapsed)}</ConsoleLink>
                  </>
                )}
              </p>
              <p className="hq-secondary hq-small hq-thumbs">
                {say(`截止 ${until}`, `Until ${until}`)} · <ConsoleLink to={`/reports/${surveysByOrgan.id}?from=${quarterDays(quarter).from}&to=${quarterDays(quarter).to}`}>{say('分单位结果', 'By organ')}</ConsoleLink>
              </p>
            </li>
          )
        })}
      </ul>
      {sending && <SendSheet onClose={() => setSending(false)} />}
    </div>
  )
}

function SendSheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const today = dayOf(useNow())
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  const [until, setUntil] = useState(dayAfter(today, 14))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  async function send(): Promise<void> {
    setBusy(true)
    try {
      const { sent } = await call<{ sent: number }>('/goals/surveys', { method: 'POST', body: { quarter, until } })
      await client.invalidateQueries({ queryKey: surveysQuery.queryKey })
      toast({ says: sent > 0 ? say(`已发给 ${sent} 个单位`, `Sent to ${sent} organs`) : say('各单位都已发过', 'Every organ has been asked already') })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet title={say(`发出${quarterText(quarter, say)}测评`, `Send the survey of ${quarterText(quarter, say)}`)} onClose={onClose}>
      <div className="hq-stack">
        <p>{say('发给本季度还没有收到测评的每个单位；联络员在待办里填写，截止后两天仍未填写的自动结束。', 'It goes to every organ that has not been asked this quarter; its liaison answers from the inbox, and it ends by itself two days after the last day.')}</p>
        <DayInput value={until} label={say('截止日期', 'Last day')} onChange={setUntil} />
        <ProblemNotice problem={problem} />
        <div className="hq-row">
          <Button type="primary" loading={busy} disabled={until === ''} onClick={() => void send()}>
            {say('发出', 'Send')}
          </Button>
          <Button onClick={onClose}>{say('取消', 'Cancel')}</Button>
        </div>
      </div>
    </Sheet>
  )
}

/** @param quarter 2026-Q4. */
function quarterText(quarter: string, say: ReturnType<typeof useSay>): string {
  return say(`${quarter.slice(0, 4)} 年第${['一', '二', '三', '四'][Number(quarter.at(-1)) - 1] ?? ''}季度`, `${quarter.slice(5)} ${quarter.slice(0, 4)}`)
}
function quarterDays(quarter: string): { from: string; to: string } {
  const [year, first] = [quarter.slice(0, 4), Number(quarter.at(-1)) * 3 - 2]
  const month = (number: number): string => String(number).padStart(2, '0')
  return { from: `${year}-${month(first)}-01`, to: `${year}-${month(first + 2)}-${[1, 4].includes(Number(quarter.at(-1))) ? 31 : 30}` }
}
