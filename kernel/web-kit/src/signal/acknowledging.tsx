// Acknowledging 确认告警: the button below an open alarm, and what kept it from being acknowledged.
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { useAttempt } from '../api/use-attempt.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useSay } from '../words/words.tsx'

export function Acknowledging({ id }: { id: string }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  const acknowledge = async (): Promise<void> => {
    await call(`/alarms/${id}/acknowledge`, { method: 'POST', body: {} })
    await client.invalidateQueries({ queryKey: ['alarms'] })
  }
  return (
    <>
      <div className="hq-row">
        <Button size="small" loading={busy} onClick={() => run(acknowledge)}>
          {say('确认', 'Acknowledge')}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
    </>
  )
}
