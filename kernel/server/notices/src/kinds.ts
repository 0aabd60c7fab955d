// Kinds of notices 通知种类: what each is about, how much it matters, and the words it has until an officer writes others.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Importance, Template } from '@houqin/wire'

/** What a template may name in braces. */
export type Name = 'subject' | 'number' | 'title' | 'state' | 'step' | 'by' | 'comment' | 'due' | 'role' | 'place' | 'days' | 'person' | 'hours'
export interface NoticeKind {
  readonly label: Sentence
  readonly importance: Importance
  readonly names: readonly Name[]
  /** It asks him to do something, and is pointless once nobody waits for him. */
  readonly waits: boolean
  readonly zh: Template
  readonly en: Template
}

const ofMatter = ['subject', 'number', 'title', 'state', 'step', 'by', 'comment', 'due'] as const
const kind = (label: Sentence, importance: Importance, words: { zh: readonly [string, string]; en: readonly [string, string] }, { waits = false, names = ofMatter }: { waits?: boolean; names?: readonly Name[] } = {}): NoticeKind =>
  Object.freeze({ label, importance, names, waits, zh: { title: words.zh[0], text: words.zh[1] }, en: { title: words.en[0], text: words.en[1] } })

export const noticeKinds = Object.freeze({
  'matter.yours': kind(say('派给我办的', 'Yours to do'), 'important', {
    zh: ['等您办：{subject}', '{title} {number}，{by}{step}\n{comment}\n时限 {due}'],
    en: ['Yours to do: {subject}', '{title} {number}, {step} by {by}\n{comment}\nDue {due}'],
  }, { waits: true }),
  'matter.approve': kind(say('请我审批的', 'Yours to decide'), 'important', {
    zh: ['请您审批：{subject}', '{title} {number}，{by}{step}\n{comment}\n时限 {due}'],
    en: ['Yours to decide: {subject}', '{title} {number}, {step} by {by}\n{comment}\nDue {due}'],
  }, { waits: true }),
  'matter.back': kind(say('退回给我的', 'Sent back to me'), 'important', {
    zh: ['退回给您：{subject}', '{title} {number}，{by}{step}\n{comment}\n时限 {due}'],
    en: ['Sent back to you: {subject}', '{title} {number}, {step} by {by}\n{comment}\nDue {due}'],
  }, { waits: true }),
  'matter.answer': kind(say('请我确认的', 'Yours to confirm'), 'important', {
    zh: ['{state}，请您确认：{subject}', '{title} {number}，{by}{step}\n{comment}\n时限 {due}'],
    en: ['{state}, please confirm: {subject}', '{title} {number}, {step} by {by}\n{comment}\nDue {due}'],
  }, { waits: true }),
  'matter.overdue': kind(say('已超时的', 'Overdue'), 'urgent', {
    zh: ['已超时：{subject}', '{title} {number}，现在是“{state}”\n时限 {due}'],
    en: ['Overdue: {subject}', '{title} {number}, now “{state}”\nWas due {due}'],
  }, { waits: true }),
  'matter.urged': kind(say('催办', 'Urged'), 'urgent', {
    zh: ['催办：{subject}', '{title} {number}，{by}{step}\n{comment}\n时限 {due}'],
    en: ['Urged: {subject}', '{title} {number}, {step} by {by}\n{comment}\nDue {due}'],
  }, { waits: true }),
  'matter.moved': kind(say('我提出的有进展', 'What I asked for moves on'), 'normal', {
    zh: ['{state}：{subject}', '您提出的{title} {number}，{by}{step}\n{comment}'],
    en: ['{state}: {subject}', 'Your {title} {number}, {step} by {by}\n{comment}'],
  }),
  'matter.done': kind(say('我提出的已办结', 'What I asked for is closed'), 'normal', {
    zh: ['{state}：{subject}', '您提出的{title} {number}，{by}{step}\n{comment}'],
    en: ['{state}: {subject}', 'Your {title} {number}, {step} by {by}\n{comment}'],
  }),
  'matter.comment': kind(say('留言', 'Comments'), 'normal', {
    zh: ['{by}留言：{subject}', '{comment}\n{title} {number}，现在是“{state}”'],
    en: ['{by} commented: {subject}', '{comment}\n{title} {number}, now “{state}”'],
  }),
  'matter.told': kind(say('抄送和知会', 'Copies and notes'), 'normal', {
    zh: ['请知悉：{subject}', '{title} {number}，{by}{step}\n{comment}'],
    en: ['For your information: {subject}', '{title} {number}, {step} by {by}\n{comment}'],
  }),
  'approval.stuck': kind(say('审批卡住', 'Stuck approvals'), 'important', {
    zh: ['审批卡住：{title} {number}', '这一环节没有人能审批，请到“审批路线 · 卡住的审批”指定。'],
    en: ['Stuck approval: {title} {number}', 'Nobody can decide this stage: name somebody on the page of stuck approvals.'],
  }, { names: ['number', 'title'] }),
  'deed.confirm': kind(say('请我复核的', 'Mine to check as a second'), 'important', {
    zh: ['请您复核：{subject}', '{by}提出，由另一人确认后才生效。\n{comment}'],
    en: ['Yours to check: {subject}', 'Asked for by {by}; it takes effect once somebody else confirms it.\n{comment}'],
  }, { names: ['subject', 'by', 'comment'] }),
  'notice.unread': kind(say('我派出的没人看', 'What I sent is not read'), 'important', {
    zh: ['{person}还没看到 {number}', '发给{person}的重要通知，各种渠道都试过，{hours} 个工作小时没有看。请换一种方式联系，或改派。'],
    en: ['{person} has not seen {number}', 'An important notice to {person} was not read within {hours} working hours on any way. Reach them otherwise, or send somebody else.'],
  }, { names: ['person', 'number', 'hours'] }),
  'deputy.named': kind(say('请我代理审批', 'I stand in for somebody'), 'important', {
    zh: ['请您代理审批：{person}', '{days}\n{comment}'],
    en: ['You stand in for {person}', '{days}\n{comment}'],
  }, { names: ['person', 'days', 'comment'] }),
  'grant.given': kind(say('授予我角色', 'A role given to me'), 'important', {
    zh: ['您获得了角色：{role}', '{place}\n{days}\n{comment}'],
    en: ['You were given the role {role}', '{place}\n{days}\n{comment}'],
  }, { names: ['role', 'place', 'days', 'comment'] }),
  'grant.withdrawn': kind(say('收回我的角色', 'A role withdrawn from me'), 'important', {
    zh: ['角色已收回：{role}', '{comment}'],
    en: ['The role {role} was withdrawn', '{comment}'],
  }, { names: ['role', 'comment'] }),
})
export type Kind = keyof typeof noticeKinds

/** Kinds that ask somebody to do something. */
export const waitingKinds: readonly string[] = Object.freeze(Object.entries(noticeKinds).flatMap(([id, { waits }]) => (waits ? [id] : [])))
