// What went wrong, in the server's sentence; findings of a standard with it; the request's number to quote.
import type { ReactNode } from 'react'
import type { ProblemError } from '../api/problem.ts'
import { useSay } from '../words/words.tsx'
import { Findings } from './findings.tsx'

export function ProblemNotice({ problem, others = [] }: { problem: ProblemError | null | undefined; others?: readonly string[] }): ReactNode {
  const say = useSay()
  if (!problem) return null
  return (
    <div className="hq-notice" role="alert">
      <p>
        <strong>{problem.title}</strong>
      </p>
      <p>{problem.message}</p>
      {others.map((says) => (
        <p key={says}>{says}</p>
      ))}
      {problem.retryAfter !== null && <p>{say(`请在 ${problem.retryAfter} 秒后再试。`, `Try again in ${problem.retryAfter} seconds.`)}</p>}
      {problem.status >= 500 && problem.instance && (
        <p className="hq-small hq-secondary">{say(`请求号 ${problem.instance}`, `Request ${problem.instance}`)}</p>
      )}
      {problem.findings.length > 0 && <Findings findings={problem.findings} />}
    </div>
  )
}
