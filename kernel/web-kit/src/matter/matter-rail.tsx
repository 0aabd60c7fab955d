// The rail drawn: passed, here, ahead.
import type { Matter } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import type { ReactNode } from 'react'
import { useNames, useSay } from '../words/words.tsx'
import { railOf } from './rail.ts'
import './matter.css'

export function MatterRail({ matter, shown }: { matter: Matter; shown: WireMatter }): ReactNode {
  const say = useSay()
  const names = useNames()
  const entered = shown.timeline.toSorted((a, b) => a.at.localeCompare(b.at)).flatMap(({ to }) => (to ? [to] : []))
  const passed = [matter.start, ...entered].filter((state, place, all) => state !== all[place - 1])
  if (passed.at(-1) !== shown.state) passed.push(shown.state)
  const told = { passed: say('已过', 'passed'), here: say('现在', 'now'), ahead: say('之后', 'ahead') }
  return (
    <ol className="hq-rail" aria-label={say('办到哪一步', 'Where it stands')}>
      {railOf(matter, passed, { ...shown.facts, ...shown.form }).map(({ state, at }) => {
        const declared = matter.states[state]
        return (
          <li key={state} data-at={at} aria-current={at === 'here' ? 'step' : undefined}>
            {declared ? names.of(declared) : state}
            <span className="hq-hidden"> {told[at]}</span>
          </li>
        )
      })}
    </ol>
  )
}
