// Acknowledging 确认告警: the button below an open alarm, and what kept it from being acknowledged.
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useSay } from '../words/words.tsx'

export function Acknowledging({ id }: { id: string }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  async function acknowledge(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      await call(`/alarms/${id}/acknowledge`, { method: 'POST', body: {} })
      await client.invalidateQueries({ queryKey: ['alarms'] })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <div className="hq-row">
        <Button size="small" loading={sending} onClick={() => void acknowledge()}>
          {say('确认', 'Acknowledge')}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
    </>
  )
}
