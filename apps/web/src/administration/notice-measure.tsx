// The measure of notices 发送限度: how much reaches one person in a day, and how soon an unread one goes further.
import { call, Fault, FieldBox, KeptForm, ProblemError, useKeptDraft, useSay, useToast, Waiting, WhenText } from '@houqin/web-kit'
import type { NoticeMeasureRow } from '@houqin/web-kit'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { ReactNode } from 'react'

const measureQuery = queryOptions({ queryKey: ['notice-measure'], queryFn: ({ signal }) => call<NoticeMeasureRow>('/notices/measure', { signal }) })

export function NoticeMeasure(): ReactNode {
  const { data, error, refetch } = useQuery(measureQuery)
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <MeasureForm key={data.version} measure={data} /> : <Waiting lines={4} />
}

function MeasureForm({ measure }: { measure: NoticeMeasureRow }): ReactNode {
  const say = useSay()
  const toast = useToast()
  const client = useQueryClient()
  const kept = useKeptDraft(`notice.measure.${measure.version}`, { quota: String(measure.quota), hours: String(measure.hours) })
  const { quota, hours } = kept.values
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call<NoticeMeasureRow>('/notices/measure', { method: 'PUT', version: measure.version, body: { quota: Number(quota), hours: Number(hours) } }),
    onSuccess: (now) => {
      kept.sent()
      client.setQueryData(measureQuery.queryKey, now)
      toast({ says: say('已保存，从现在起按它发', 'Kept: it holds for what goes out from now on') })
    },
  })
  const problem = error instanceof ProblemError ? error : null
  const issueAt = (at: string): string | undefined => problem?.issues.find((issue) => issue.at === at)?.says
  return (
    <KeptForm className="hq-panel hq-stack" kept={kept} problem={problem} others={problem?.issues.filter(({ at }) => at !== 'quota' && at !== 'hours').map(({ says }) => says) ?? []} sending={isPending} onSend={() => mutate()}>
      <div className="hq-form">
        <Box label={say('每人每天每种渠道最多几条', 'At most a day, for one person on one way')} issue={issueAt('quota')}
          hint={say('超过的不丢，下班时并成一条发出；紧急的（超时、催办）不受限。', 'What is above it comes as one digest at the end of the day; urgent ones (overdue, urged) are not counted.')}>
          {(input) => <input {...input} className="hq-native" inputMode="numeric" value={quota} onChange={({ target }) => kept.set({ quota: target.value.replaceAll(/\D/g, '') })} />}
        </Box>
        <Box label={say('没看多久后换下一种渠道（工作小时）', 'Unread for how many working hours until the next way')} issue={issueAt('hours')}
          hint={say('只对重要和紧急的通知：先换本人的下一种渠道，都试过了告诉代理人和派的人。', 'For important and urgent ones: the person’s next way, and after the last one the deputy and whoever sent it.')}>
          {(input) => <input {...input} className="hq-native" inputMode="numeric" value={hours} onChange={({ target }) => kept.set({ hours: target.value.replaceAll(/\D/g, '') })} />}
        </Box>
      </div>
      <p className="hq-secondary">
        {measure.changedAt === null ? say('现在是系统原来的数值。', 'These are the house’s own figures.') : (
          <>
            {say('上次修改：', 'Changed last: ')}
            {measure.changedBy} <WhenText at={measure.changedAt} />
          </>
        )}{' '}
        {say('每个人还可以在“我的 · 通知设置”里选渠道和免打扰时间。', 'Each person chooses ways and quiet hours under his own settings.')}
      </p>
    </KeptForm>
  )
}

function Box({ label, hint, issue, children }: { label: string; hint: string; issue: string | undefined; children: Parameters<typeof FieldBox>[0]['children'] }): ReactNode {
  const id = useId()
  return (
    <FieldBox name={id} id={id} label={label} hint={hint} optional optionalWord="" issue={issue}>
      {children}
    </FieldBox>
  )
}
