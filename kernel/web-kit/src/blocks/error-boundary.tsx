// Keeps a fault in its place: instead of a blank page a sentence, a way to try again, and the rest of the console.
import { Component } from 'react'
import type { ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { useSay } from '../words/words.tsx'
import { PageHead } from './page-head.tsx'
import { ProblemNotice } from './problem-notice.tsx'

interface Props {
  readonly children: ReactNode
}
class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error }
  }
  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children
    return <Fault error={this.state.error} onRetry={() => this.setState({ error: undefined })} />
  }
}

/** @param resetKey a fault under one key is forgotten under the next, such as another page. */
export function ErrorBoundary({ resetKey, children }: Props & { resetKey?: string }): ReactNode {
  return <Boundary key={resetKey}>{children}</Boundary>
}

/** The answer would be the same: asking once more is no way on. */
const refusals: ReadonlySet<string> = new Set(['not-allowed', 'not-found'])

/** @param title of the page that it stands for: a refused one still says what it is. */
export function Fault({ error, onRetry, title }: { error: unknown; onRetry: () => void; title?: string }): ReactNode {
  if (title === undefined) return <Notice error={error} onRetry={onRetry} />
  return (
    <>
      <PageHead title={title} />
      <Notice error={error} onRetry={onRetry} />
    </>
  )
}

function Notice({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactNode {
  const say = useSay()
  return (
    <div className="hq-empty">
      {error instanceof ProblemError ? (
        <ProblemNotice problem={error} />
      ) : (
        <div className="hq-notice" role="alert">
          {isMissingPiece(error) ? <MissingPiece /> : <Failed error={error} />}
        </div>
      )}
      {!(error instanceof ProblemError && refusals.has(error.type)) && (
        <button type="button" className="hq-retry" onClick={isMissingPiece(error) ? () => location.reload() : onRetry}>
          {say('重试', 'Try again')}
        </button>
      )}
    </div>
  )
}

function Failed({ error }: { error: unknown }): ReactNode {
  const say = useSay()
  return (
    <>
      <p>
        <strong>{say('这一页出错了', 'This page failed')}</strong>
      </p>
      <p>{say('是程序的问题，不是您的操作。重试一次；仍不行时把下面的话告诉系统管理员。', 'It is the program’s fault, not yours. Try again; if it persists, tell the system administrator the line below.')}</p>
      <p className="hq-small hq-secondary">{error instanceof Error ? error.message : String(error)}</p>
    </>
  )
}

/** How browsers say that a piece of the console could not be fetched: each in its own words. */
const missingPiece = /dynamically imported module|Importing a module script failed|Unable to preload CSS/
const isMissingPiece = (error: unknown): boolean => error instanceof Error && missingPiece.test(error.message)
function MissingPiece(): ReactNode {
  const say = useSay()
  return (
    <>
      <p>
        <strong>{say('这一页没有取到', 'This page could not be fetched')}</strong>
      </p>
      <p>{say('网络断了，或系统刚刚升级。联网后重试；写到一半的内容会保留。', 'The network is away, or the console was just upgraded. Try again once it is back; what is half written is kept.')}</p>
    </>
  )
}
