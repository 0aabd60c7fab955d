// A timeline 办理过程: what happened, who did it, when, what was said and which photographs were taken; newest first.
import type { WireFile } from '@houqin/wire'
import type { ReactNode } from 'react'
import { Photos } from './photos.tsx'
import { WhenText } from './when-text.tsx'

export interface TimelineItem {
  readonly at: string
  readonly label: ReactNode
  readonly by?: string | null
  readonly comment?: string | null
  readonly files?: readonly (WireFile | string)[]
  readonly detail?: ReactNode
}

export function Timeline({ items }: { items: readonly TimelineItem[] }): ReactNode {
  return (
    <ol className="hq-timeline">
      {items.map(({ at, label, by, comment, files, detail }, place) => (
        <li key={`${at}-${place}`}>
          <p>
            <strong>{label}</strong>
            {by && <> {by}</>}
          </p>
          <p className="hq-small hq-secondary">
            <WhenText at={at} />
          </p>
          {comment && <p className="hq-said">{comment}</p>}
          {detail}
          {files && <Photos files={files} />}
        </li>
      ))}
    </ol>
  )
}
