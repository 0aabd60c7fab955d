// Resets of second factors 重置动态口令: asked for by one administrator with a reason, agreed to by another one.
import { call, Empty, PageHead, ProblemNotice, useAttempt, useSay, useToast, WhenText } from '@houqin/web-kit'
import type { SecondFactorReset } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export const resetsQuery = { queryKey: ['second-factor-resets'], queryFn: () => call<{ rows: readonly SecondFactorReset[] }>('/second-factor/resets') }

/** What waits for a second administrator; nothing where nothing waits. */
export function SecondFactorResets(): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const { data } = useQuery(resetsQuery)
  const { problem, busy, run } = useAttempt()
  if (!data || data.rows.length === 0) return null
  const agree = (id: string): void =>
    run(async () => {
      try {
        await call(`/second-factor/resets/${id}/agree`, { method: 'POST', body: {} })
        toast({ says: say('已重置，本人下次登录时重新绑定', 'Done; he enrols anew at his next sign-in') })
      } finally {
        await client.invalidateQueries({ queryKey: resetsQuery.queryKey })
      }
    })
  return (
    <section className="hq-panel hq-stack" aria-label={say('待同意的动态口令重置', 'Resets that wait')}>
      <h2>{say('待同意的动态口令重置', 'Resets that wait')}</h2>
      <ul className="hq-plain-rows">
        {data.rows.map(({ id, account, reason, askedBy, askedAt, mayAgree }) => (
          <li key={id} className="hq-row">
            <span>
              {account.name}（{account.username}）：{reason} <span className="hq-secondary">{askedBy.name} · <WhenText at={askedAt} /></span>
            </span>
            {mayAgree ? <Button size="large" loading={busy} onClick={() => agree(id)}>{say('同意重置', 'Agree')}</Button> : <span className="hq-secondary">{say('须由另一位管理员同意', 'Another administrator agrees')}</span>}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={problem} />
    </section>
  )
}

/** For each of the three, who may be the second one though accounts are not his work. */
export function SecondFactorResetsPage(): ReactNode {
  const say = useSay()
  const { data } = useQuery(resetsQuery)
  return (
    <>
      <PageHead title={say('动态口令重置', 'Second factor resets')} />
      <p className="hq-secondary">{say('手机和恢复码都丢了的人，由一位管理员申请、另一位同意后重新绑定。同意前请当面或电话核实是本人。', 'Who lost phone and recovery codes enrols anew once one administrator has asked and another agreed. Before you agree, make sure in person or by telephone that it is he.')}</p>
      {data?.rows.length === 0 && <Empty title={say('没有等待同意的', 'Nothing waits')}>{say('由系统管理员在“账号”里申请；一天内没有同意即作废。', 'The system administrator asks on the page of accounts; what is not agreed to within a day is void.')}</Empty>}
      <SecondFactorResets />
    </>
  )
}
