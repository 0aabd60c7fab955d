// What entries of the timeline and parties are called 称呼, in the words of the declaration.
import type { Matter, Step } from '@houqin/define'
import type { Locale, Sentence } from '@houqin/problem'
import { say } from '@houqin/problem'
import type { What } from './matter-wire.ts'

const kernelWords: Readonly<Record<Exclude<What, 'step'>, Sentence>> = Object.freeze({
  start: say('发起', 'Asked'),
  comment: say('留言', 'Comment'),
  link: say('关联', 'Linked'),
  overdue: say('已超时', 'Overdue'),
})
const partyWords: Readonly<Record<'requester' | 'holder', string>> = Object.freeze({ requester: '发起人', holder: '当前经办' })

export function stepLabel(matter: Matter, step: string): string {
  return matter.steps[step]?.label ?? step
}
export function labelOfEvent(matter: Matter, { what, step }: { what: What; step: string | null }, locale: Locale): string {
  return what === 'step' ? stepLabel(matter, step ?? '') : kernelWords[what][locale]
}
/** 车辆调度、发起人: who may take a step, for the sentence that refuses it. */
export function whoMay(step: Step): string {
  return step.by
    .map((party) => ('role' in party ? party.title : 'fact' in party ? '事项中指定的人' : partyWords[party.party]))
    .join('、')
}
