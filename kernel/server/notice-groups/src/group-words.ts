// What a group is told 群通知的话: number, kind of matter, state and what to do. Who asked, for whom and in which words stays inside the house.
import { say } from '@houqin/problem'
import type { Locale, Sentence } from '@houqin/problem'

export interface GroupKind {
  readonly label: Sentence
  /** Before the kind of matter and its number. */
  readonly head: Sentence
  /** What is to be done. */
  readonly deed: Sentence
}
/** Happenings a group may hear of; the same names as the notices of persons. */
export const groupKinds = Object.freeze({
  'matter.yours': { label: say('有待办', 'Something to do'), head: say('待办', 'To do'), deed: say('请承办人员登录办理。', 'Whoever has it signs in and does it.') },
  'matter.approve': { label: say('有待审批', 'Something to decide'), head: say('待审批', 'To decide'), deed: say('请审批人员登录办理。', 'Whoever approves it signs in and decides.') },
  'matter.back': { label: say('被退回', 'Sent back'), head: say('退回', 'Sent back'), deed: say('请承办人员登录补办。', 'Whoever has it signs in and mends it.') },
  'matter.answer': { label: say('待提出人确认', 'To be confirmed'), head: say('待确认', 'To confirm'), deed: say('请提出人登录确认。', 'Whoever asked signs in and confirms.') },
  'matter.overdue': { label: say('已超时', 'Overdue'), head: say('已超时', 'Overdue'), deed: say('请马上办理。', 'Do it at once.') },
  'matter.urged': { label: say('被催办', 'Urged'), head: say('催办', 'Urged'), deed: say('请尽快办理。', 'Do it soon.') },
  'matter.done': { label: say('已办结', 'Closed'), head: say('办结', 'Closed'), deed: say('不需再办。', 'Nothing more to do.') },
} as const satisfies Readonly<Record<string, GroupKind>>)
export type GroupNoticeKind = keyof typeof groupKinds

/**
 * Subjects and comments are written by people about people, and a group has members nobody here knows of: none of them goes out. Whoever may
 * read the matter opens it by the link, after signing in. @param due as people read it; null for none.
 */
export function groupWords({ kind, locale, title, number, state, due }: { kind: GroupNoticeKind; locale: Locale; title: string; number: string; state: string; due: string | null }): { title: string; text: string } {
  const { head, deed }: GroupKind = groupKinds[kind]
  const isZh = locale === 'zh'
  const lines = [isZh ? `现在是“${state}”，${deed.zh}` : `Now “${state}”. ${deed.en}`, ...(due === null || kind === 'matter.done' ? [] : [isZh ? `时限 ${due}` : `Due ${due}`])]
  return { title: `${head[locale]}${isZh ? ':' : ': '}${title} ${number}`, text: lines.join('\n') }
}
