// An import while it runs 正在处理: how far it is, that one may leave, and where it is stopped; of rows and of files alike.
import type { ImportAnswer } from '@houqin/wire'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useSay } from '../words/words.tsx'
import { stop } from './import-wire.ts'

/**
 * @param count how much of it is done, in words with its unit.
 * @param leaves that one may leave the page, and where it is found again.
 * @param stays what becomes of it when it is stopped.
 */
export function ImportAtWork({ at: { progress, job, own }, title, count, leaves, stays }: {
  at: Pick<ImportAnswer, 'progress' | 'job' | 'own'>
  title: string
  count: (done: number, of: number) => string
  leaves: string
  stays?: string
}): ReactNode {
  const say = useSay()
  const stopping = useMutation({ mutationFn: () => stop(job ?? '') })
  const { done, of } = progress ?? { done: 0, of: null }
  return (
    <output className="hq-panel hq-import-work">
      <p>
        {title}
        {of !== null && <span className="hq-figures"> {count(done, of)}</span>}
      </p>
      <progress className="hq-work" max={100} value={of ? Math.floor((100 * done) / of) : 0} aria-label={title} />
      <p className="hq-secondary hq-small">{leaves}</p>
      {stopping.error instanceof ProblemError && <ProblemNotice problem={stopping.error} />}
      {own && (
        <div className="hq-row">
          <Button size="large" disabled={job === null || stopping.isSuccess} loading={stopping.isPending} onClick={() => stopping.mutate()}>
            {stopping.isSuccess ? say('正在停下…', 'Stopping…') : say('停止', 'Stop')}
          </Button>
          {stays && <span className="hq-secondary hq-small">{stays}</span>}
        </div>
      )}
    </output>
  )
}
