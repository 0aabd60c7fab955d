// What entries of the timeline and parties are called 称呼, in the words of the declaration.
import type { Matter, Step } from '@houqin/define'
import { labelOf, nameIn, optionIn } from '@houqin/fields'
import type { Locale, Sentence } from '@houqin/problem'
import { say } from '@houqin/problem'
import type { TimelineKind } from '@houqin/wire'
import type { ApprovalDeed } from './approval-deed.ts'

const kernelWords: Readonly<Record<Exclude<TimelineKind, 'step' | 'approval'>, Sentence>> = Object.freeze({
  start: say('发起', 'Asked'),
  comment: say('留言', 'Comment'),
  link: say('关联', 'Linked'),
  overdue: say('已超时', 'Overdue'),
})
export const approvalWords: Readonly<Record<ApprovalDeed, Sentence>> = Object.freeze({
  'ask': say('请求审批', 'asked for approval'),
  'agree': say('同意', 'agreed'),
  'refuse': say('不同意', 'refused'),
  'return': say('驳回', 'sent back'),
  'transfer': say('转办', 'handed over'),
  'delegate': say('委派', 'delegated'),
  'answer': say('答复委派', 'answered'),
  'sign-before': say('加签（先于本人）', 'added a signer before'),
  'sign-after': say('加签（后于本人）', 'added a signer after'),
  'unsign': say('减签', 'removed a signer'),
  'copy': say('抄送', 'sent a copy'),
  'withdraw': say('撤回审批', 'withdrew'),
  'urge': say('催办', 'urged'),
  'end': say('终止审批', 'ended the approval'),
  'deputise': say('由代理人办理', 'passed to the deputy'),
  'assign': say('指定审批人', 'named who decides'),
  'remind': say('超时提醒', 'reminded when late'),
  'escalate': say('超时上报', 'taken up when late'),
  'pass-late': say('超时自动同意', 'agreed when late'),
  'return-late': say('超时自动退回', 'sent back when late'),
  'stuck': say('无人可审', 'nobody can decide'),
})
const partyWords: Readonly<Record<'requester' | 'holder', Sentence>> = Object.freeze({ requester: say('发起人', 'whoever asked'), holder: say('当前经办', 'who has it in hand') })
const named = say('事项中指定的人', 'whom the matter names')

export function stepLabel(matter: Matter, step: string): string {
  return matter.steps[step]?.label ?? step
}
export function labelOfEvent(matter: Matter, { what, step, deed = null }: { what: TimelineKind; step: string | null; deed?: ApprovalDeed | null }, locale: Locale): string {
  if (what === 'approval') return `${stepIn(matter, step ?? '')[locale]} · ${deed === null ? '' : approvalWords[deed][locale]}`
  return what === 'step' ? stepIn(matter, step ?? '')[locale] : kernelWords[what][locale]
}
export function stepIn(matter: Matter, step: string): Sentence {
  const declared = matter.steps[step]
  return declared ? nameIn(declared) : say(step, step)
}
/** 车辆调度、发起人: who may take a step, for the sentence that refuses it. */
export function whoMay(step: Step): Sentence {
  const parties = step.by.map((party) => ('role' in party ? nameIn(party) : 'fact' in party ? named : partyWords[party.party]))
  return say(parties.map(({ zh }) => zh).join('、'), parties.map(({ en }) => en).join(', '))
}
/** 类别是“交通事故”: the choices that a step is open to, in their labels. */
export function onlyFor({ form, facts }: Matter, { only = {} }: Step): Sentence {
  const said = Object.entries(only).map(([name, key = '']) => {
    const field = form[name] ?? facts[name]
    const [label, option] = [field ? labelOf({ key: name, field }) : say(name, name), optionIn(field, key)]
    return say(`${label.zh}是“${option.zh}”`, `${label.en} “${option.en}”`)
  })
  return say(said.map(({ zh }) => zh).join('、'), said.map(({ en }) => en).join(', '))
}
/** “待派单” */
export function stateIn(matter: Matter, name: string): Sentence {
  const state = matter.states[name]
  const { zh, en } = state ? nameIn(state) : say(name, name)
  return say(`“${zh}”`, `“${en}”`)
}
