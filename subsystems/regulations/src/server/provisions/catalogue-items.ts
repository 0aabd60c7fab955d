// 事项目录: what people come for, as it stands on the first day; afterwards the officer keeps it. What is done here says it in its own declaration.
import type { Listing, Mark, Matter, State } from '@houqin/define'

export interface StandingItem {
  readonly title: string
  /** Id of the matter that begins it; null where it is not yet done here. */
  readonly matter: string | null
  readonly owner: string
  readonly limit: string
  readonly feedback: string
  /** How people say it. */
  readonly keywords: readonly string[]
  readonly bases: readonly { readonly document: string; readonly clause: string | null; readonly mark: Mark }[]
  /** Said by the matter itself: there is one such item for it. */
  readonly declared: boolean
}

/** What people ask about and nobody does here yet. */
const spokenOf: readonly StandingItem[] = Object.freeze([
  {
    title: '办公用房', declared: false, matter: null, owner: '场所管理员', limit: '以条文为准', feedback: '由场所管理员答复',
    keywords: ['办公用房', '办公室', '腾退', '调配', '借用房间', '出租办公用房', '租房'],
    bases: ['第二十一条', '第二十二条', '第二十三条'].map((clause) => ({ document: '机关事务管理条例', clause, mark: 'V' as const })),
  },
  {
    title: '节能与室内温度', declared: false, matter: 'service-desk.repair', owner: '维修调度', limit: '按报修时限', feedback: '温度不合规的按报修处理并告知',
    keywords: ['空调温度', '室内温度', '太冷', '太热', '节能'], bases: [{ document: '公共机构节能条例', clause: '第三十条', mark: 'V' }],
  },
])

/** Every matter that says how it stands in the catalogue, then what is only spoken of. */
export function standingItems(matters: Iterable<Matter>): readonly StandingItem[] {
  const declared = [...matters].flatMap((matter) => (matter.listed ? [itemOf(matter, matter.listed)] : []))
  return [...declared, ...spokenOf]
}

function itemOf(matter: Matter, { owner, limit, feedback, keywords, bases }: Listing): StandingItem {
  return {
    title: matter.title, declared: true, matter: matter.id, owner: owner.title, limit: limit ?? limitOf(matter.states), feedback, keywords,
    bases: bases.map(({ document, clause = null, mark }) => ({ document, clause, mark })),
  }
}
/** From the deadlines of its states: 待受理 4 个工作小时,办理中 3 个工作日. */
export function limitOf(states: Readonly<Record<string, State>>): string {
  const said = Object.values(states).flatMap(({ title, due }) => {
    if (due === undefined) return []
    if ('workingDays' in due) return [`${title} ${due.workingDays} 个工作日`]
    return ['workingHours' in due ? `${title} ${due.workingHours} 个工作小时` : `${title} ${due.hours} 小时`]
  })
  return said.join('，') || '没有规定时限'
}
