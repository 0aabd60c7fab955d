// A panel of the board 看板: its title, where it leads, what it shows and of when; the same on a page and on the wall, as large as the place it stands in says.
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { byServer, useNow } from '../clock.ts'
import { shortInstant } from '../format/when.ts'
import { useSay } from '../words/words.tsx'
import './board.css'

/** What a query tells of what it read. */
interface Read<D> {
  readonly data: D | undefined
  readonly error: Error | null
  /** By the device's clock. */
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}
/** What is older says so. */
const freshMs = 10 * 60_000

/** @param beside a few words to the title. Who is refused what the panel reads does not see it at all. */
export function BoardPanel<D>({ title, beside, more, read, children }: {
  title: string
  beside?: (data: D) => string
  more?: { readonly to: string; readonly title: string }
  read: Read<D>
  children: (data: D) => ReactNode
}): ReactNode {
  const { data, error, dataUpdatedAt, refetch } = read
  if (data === undefined && error instanceof ProblemError && error.type === 'not-allowed') return null
  return (
    <section className="hq-panel hq-board-panel" aria-label={title}>
      <div className="hq-board-head hq-thumbs">
        <h2>{title}</h2>
        {data !== undefined && beside && <span className="hq-secondary hq-figures">{beside(data)}</span>}
        {data !== undefined && <Since at={dataUpdatedAt} />}
        {more && <ConsoleLink to={more.to}>{more.title}</ConsoleLink>}
      </div>
      {data !== undefined && children(data)}
      {data === undefined && (error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting lines={5} />)}
    </section>
  )
}

function Since({ at }: { at: number }): ReactNode {
  const say = useSay()
  const now = useNow()
  const read = byServer(at)
  if (now.getTime() - read.getTime() < freshMs) return null
  const told = shortInstant({ instant: read.toISOString(), now, say })
  return <span className="hq-warning hq-small">{say(`截至 ${told}`, `as of ${told}`)}</span>
}
