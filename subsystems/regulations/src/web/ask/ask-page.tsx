// 问一问 as a page of its own; `?q=` asks at once.
import { PageHead, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { useAsked } from '../asked.ts'
import { AskBox } from './ask-box.tsx'

export function Screen(): ReactNode {
  const say = useSay()
  const question = useAsked()('q')
  return (
    <div className="hq-stack hq-narrow">
      <PageHead title={say('问一问', 'Ask')} />
      <AskBox key={question} asked={question} alone />
    </div>
  )
}
