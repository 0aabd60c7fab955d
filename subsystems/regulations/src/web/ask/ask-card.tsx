// 问一问 on the first screen.
import type { ReactNode } from 'react'
import { AskBox } from './ask-box.tsx'

export function Fill(_: { person: string | null }): ReactNode {
  return <AskBox />
}
