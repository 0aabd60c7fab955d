// Nothing here yet: says what will appear, and how to make it appear.
import type { ReactNode } from 'react'

export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="hq-empty">
      <p>{title}</p>
      {children && <div className="hq-secondary">{children}</div>}
    </div>
  )
}
