// The head of a page: where one is, its title, what it says beside it, and the one thing to do.
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { ConsoleLink } from './console-link.tsx'

export function PageHead({ title, back, beside, actions }: {
  title: string
  back?: { readonly to: string; readonly title: string }
  beside?: ReactNode
  actions?: ReactNode
}): ReactNode {
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <header className="hq-head">
      {back && (
        <ConsoleLink to={back.to} className="hq-head-back hq-small">
          ‹ {back.title}
        </ConsoleLink>
      )}
      <div className="hq-head-line">
        <h1>{title}</h1>
        {beside && <div className="hq-row hq-grow">{beside}</div>}
        {actions && <div className="hq-row hq-head-actions">{actions}</div>}
      </div>
    </header>
  )
}
