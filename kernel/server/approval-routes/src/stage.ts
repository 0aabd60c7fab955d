// A stage 审批环节 of a route: who is asked, how many must agree, by when, and what happens when nobody answers in time.
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { ApprovalMode, LateDeed, Seat, SignatureRule, Stage } from '@houqin/wire'

/** 会签 everybody · 或签 whoever is first · 依次 one after the other · a share of those asked. */
export const modes = Object.freeze({ all: '会签', any: '或签', turn: '依次', percent: '按比例' }) satisfies Readonly<Record<ApprovalMode, string>>
export const lateDeeds = Object.freeze({ remind: '提醒', escalate: '上报', pass: '自动同意', return: '自动退回' }) satisfies Readonly<Record<LateDeed, string>>
export const signatureRules = Object.freeze({ none: '不签名', stored: '签名', drawn: '当场手写' }) satisfies Readonly<Record<SignatureRule, string>>

const mostStages = 12
const mostSeats = 20
const mostHours = 2000

/** @throws Problem bad-input naming each part that is wrong. */
export function requireStages(catalogue: Catalogue, stages: readonly Stage[]): void {
  const issues: { at: string; says: Sentence }[] = []
  const wrong = (at: string, zh: string, en: string): void => void issues.push({ at, says: say(zh, en) })
  if (stages.length > mostStages) wrong('stages', `最多 ${mostStages} 个环节`, `At most ${mostStages} stages`)
  stages.forEach((stage, index) => {
    const at = `stages[${index}]`
    if (stage.title.trim() === '') wrong(`${at}.title`, '请给环节起名', 'Give the stage a name')
    if (stage.who.length === 0) wrong(`${at}.who`, `“${stage.title}”没有审批人，请至少填一位`, 'Nobody is named in this stage')
    if (stage.who.length > mostSeats) wrong(`${at}.who`, `一个环节最多 ${mostSeats} 项审批人`, `At most ${mostSeats} seats in a stage`)
    const share = stage.percent
    if (stage.mode === 'percent' ? share === undefined || !Number.isInteger(share) || share < 1 || share > 100 : share !== undefined)
      wrong(`${at}.percent`, '按比例时填 1–100 的整数，其他方式不填', 'A share from 1 to 100, and only in the mode percent')
    if (stage.hours !== undefined && !(stage.hours > 0 && stage.hours <= mostHours)) wrong(`${at}.hours`, `时限为 1–${mostHours} 个工作小时`, `From 1 to ${mostHours} working hours`)
    if (stage.late !== undefined && stage.hours === undefined) wrong(`${at}.hours`, '有超时处理的，请填时限', 'Say after how many working hours')
    if ((stage.late === 'escalate') !== (stage.escalate !== undefined)) wrong(`${at}.escalate`, '超时上报须指明上报给谁，其他不填', 'Say to whom it is taken up, and only then')
    if (stage.late === 'pass' && (stage.signature ?? 'none') !== 'none') wrong(`${at}.late`, '要签名的环节不能超时自动同意', 'What must be signed is not agreed to by the clock')
    for (const [place, seat] of stage.who.entries()) requireSeat(catalogue, seat, `${at}.who[${place}]`, wrong)
    if (stage.escalate) requireSeat(catalogue, stage.escalate, `${at}.escalate`, wrong)
  })
  if (issues.length === 0) return
  throw new Problem('bad-input', say(issues.map(({ says }) => says.zh).join('；'), issues.map(({ says }) => says.en).join('; ')), { issues })
}

/** @param wrong told of each thing that makes no sense, at `at`. */
export function requireSeat(catalogue: Catalogue, seat: Seat, at: string, wrong: (at: string, zh: string, en: string) => void): void {
  if ('role' in seat && !catalogue.roles.has(seat.role)) wrong(at, `没有角色“${seat.role}”`, `There is no role ${seat.role}`)
  if (!('post' in seat)) return
  const post = postsOf(catalogue).find(({ id }) => id === seat.post)
  if (post === undefined || !Object.hasOwn(post.options, seat.value)) wrong(at, `没有岗位“${seat.post} = ${seat.value}”`, `There is no post ${seat.post} = ${seat.value}`)
}

export interface Post {
  readonly id: string
  readonly register: Register
  readonly field: string
  readonly label: string
  readonly options: Readonly<Record<string, string>>
  readonly person: string
  readonly organ: string
}
/** Posts of the house: choices in dated registers that say which person is what in which organ. */
export function postsOf({ registers, dimensions }: Catalogue): readonly Post[] {
  return [...registers.values()].flatMap((register) => {
    const { person, organ } = register.scope
    if (!register.dated || person === undefined || organ === undefined || person === 'id' || organ === 'id') return []
    const points = (key: string): string | undefined => (register.fields[key] ? targetOf(register.fields[key], register.id) : undefined)
    if (points(person) !== dimensions.person?.id || points(organ) !== dimensions.organ?.id) return []
    return Object.entries(register.fields).flatMap(([field, declared]) =>
      declared.kind === 'choice' && !declared.many ? [{ id: `${register.id}.${field}`, register, field, label: declared.label, options: declared.options, person, organ }] : [])
  })
}

/** 服务科(角色)、主要负责人(岗位): whom a seat names. @param nameOf the name of a person or an organ by its id. */
export function seatWords(catalogue: Catalogue, seat: Seat, nameOf: (id: string) => string): string {
  if ('person' in seat) return nameOf(seat.person)
  if ('role' in seat) return catalogue.roles.get(seat.role)?.title ?? seat.role
  const post = postsOf(catalogue).find(({ id }) => id === seat.post)
  return `${seat.organ == null ? '事项所属单位' : nameOf(seat.organ)} · ${post?.options[seat.value] ?? seat.value}`
}
