// The rail: screens by group in the office's order, only those the reader may open.
import type { Group } from '@houqin/define'
import { approvalOfficer, auditAdmin, auditor, everyone, securityAdmin, systemAdmin } from '@houqin/define'
import type { IndexedPart, IndexedScreen, Me } from '@houqin/web-kit'

export const groupOrder: readonly Group[] = Object.freeze(['办事', '房车物', '门餐停', '安防网络', '能源环境', '工程采购', '党建队伍', '制度', '系统'])
/** For those who stand apart from the house's business: what they run and what they hold it against lead. */
const orderApart: readonly Group[] = Object.freeze(['系统', '制度', ...groupOrder.filter((group) => group !== '系统' && group !== '制度')])
export const groupWords: Readonly<Record<Group, string>> = Object.freeze({
  办事: 'Requests',
  房车物: 'Premises & fleet',
  门餐停: 'Access & dining',
  安防网络: 'Security & network',
  能源环境: 'Energy & environment',
  工程采购: 'Works & purchasing',
  党建队伍: 'People',
  制度: 'Rules',
  系统: 'System',
})

/** Screens of the console itself that stand in the rail. */
export const ownScreens: readonly Pick<IndexedScreen, 'path' | 'title' | 'group' | 'who' | 'hidden'>[] = Object.freeze([
  { path: '/due', title: '到期一览', group: '办事' },
  { path: '/reports', title: '统计', group: '办事' },
  { path: '/standards', title: '依据', group: '制度' },
  { path: '/approval/routes', title: '审批路线', group: '制度', who: [approvalOfficer, auditor] },
  { path: '/administration/accounts', title: '账号', group: '系统', who: [systemAdmin, securityAdmin] },
  { path: '/administration/grants', title: '授权', group: '系统', who: [securityAdmin] },
  { path: '/administration/identity', title: '统一身份', group: '系统', who: [systemAdmin, securityAdmin] },
  { path: '/administration/api-keys', title: '接口密钥', group: '系统', who: [systemAdmin, securityAdmin] },
  { path: '/administration/channels', title: '通知渠道', group: '系统', who: [systemAdmin] },
  { path: '/administration/notices', title: '通知管理', group: '系统', who: [systemAdmin] },
  { path: '/administration/second-factor-resets', title: '动态口令重置', group: '系统', who: [systemAdmin, securityAdmin, auditAdmin] },
  { path: '/administration/audit', title: '审计', group: '系统', who: [auditAdmin, auditor] },
])
export const ownScreenWords: Readonly<Record<string, string>> = Object.freeze({ 到期一览: 'What ends', 统计: 'Reports', 审批路线: 'Approval routes', 依据: 'Standards', 账号: 'Accounts', 授权: 'Grants', 统一身份: 'Unified identity', 审计: 'Audit', 通知渠道: 'Notice channels', 接口密钥: 'API keys', 动态口令重置: 'Second factor resets', 通知管理: 'Notices', 人人可办: 'Open to everybody', 待我办: 'Waiting for me' })

/** In the rail of those alone who decide more than they ask; everybody has it in the bar. */
const inbox: RailScreen = Object.freeze({ path: '/inbox', title: '待我办', group: '办事' })

export type RailScreen = (typeof ownScreens)[number]
/** What one subsystem has in a long group: what is worked on before what is only kept. */
export interface RailSection {
  readonly id: string
  readonly title: string
  readonly pages: readonly RailScreen[]
  readonly ledgers: readonly RailScreen[]
}
export interface RailGroup {
  readonly group: Group
  readonly screens: readonly RailScreen[]
  /** None in a group that is read at a glance. */
  readonly sections: readonly RailSection[]
  /** Where there are sections: what stands before them, in none. */
  readonly beside: readonly RailScreen[]
}
type Shown = Pick<IndexedPart, 'screens' | 'subsystem' | 'homes'>
/** More than this is no list to read but one to search. */
const glance = 12

/** The screen whose pattern an address fits; an exact one before `/one/$id`. */
export function screenAt(parts: readonly Pick<IndexedPart, 'screens'>[], path: string): RailScreen | undefined {
  const screens = [...parts.flatMap((part): readonly RailScreen[] => part.screens), ...ownScreens]
  const fits = ({ path: pattern }: RailScreen): boolean => {
    const [wanted, given] = [pattern.split('/'), path.split('/')]
    return wanted.length === given.length && wanted.every((piece, at) => piece.startsWith('$') || piece === given[at])
  }
  return screens.find((screen) => screen.path === path) ?? screens.find(fits)
}
export function rolesOf(me: Pick<Me, 'roles'>): ReadonlySet<string> {
  return new Set([everyone.role, ...me.roles.map(({ role }) => role)])
}
/** The page a subsystem made as the first screen of one of the reader's roles. */
export function ownHome(parts: readonly Pick<IndexedPart, 'homes'>[], me: Pick<Me, 'roles'>): string | undefined {
  const held = rolesOf(me)
  return parts.flatMap(({ homes }) => homes).find(({ who }) => who.some(({ role }) => role !== everyone.role && held.has(role)))?.path
}
/** Whoever runs the system, guards it or audits the house and holds no role of its business: he hardly ever asks for anything. */
export function standsApart(me: Pick<Me, 'roles'>): boolean {
  const held = me.roles.filter(({ role }) => role !== everyone.role)
  return held.length > 0 && held.every(({ role }) => role.startsWith('kernel.'))
}
export function railGroups(parts: readonly Shown[], me: Pick<Me, 'roles'>): readonly RailGroup[] {
  const held = rolesOf(me)
  const apart = standsApart(me)
  const home = ownHome(parts, me)
  const open = (screens: readonly RailScreen[], group: Group): readonly RailScreen[] =>
    screens.filter(({ group: its, hidden, who }) => its === group && !hidden && (who === undefined || who.some(({ role }) => held.has(role))))
  const named = ({ who }: RailScreen): boolean => who?.some(({ role }) => role !== everyone.role && held.has(role)) ?? false
  return (apart ? orderApart : groupOrder).flatMap((group) => {
    const ofParts = parts.flatMap(({ screens: all }) => open(all, group))
    // who has a page made for him among the requests works there, and asks as everybody does besides
    const first = ofParts.filter(({ path }) => group === '办事' && path === home)
    const asks = group === '办事' && (apart || first.length > 0)
    const own = [...first, ...(first.length > 0 ? [inbox] : []), ...open(ownScreens, group)]
    const mayAsk = asks ? ofParts.filter((screen) => !named(screen)) : []
    const placed = new Set([...own, ...mayAsk])
    const sections = [
      ...parts.flatMap(({ subsystem: { id, title }, screens: all }) => sectionsOf(id, title, open(all, group).filter((screen) => !placed.has(screen)))),
      ...sectionsOf('everybody', '人人可办', mayAsk),
    ]
    const rest = ofParts.filter((screen) => !placed.has(screen))
    const screens = apart || asks ? [...own, ...rest, ...mayAsk] : [...rest, ...own]
    const long = screens.length > glance && sections.length > 1 && (asks || own.length === 0)
    return screens.length > 0 ? [{ group, screens, ...(long || (apart && asks) ? { sections, beside: own } : { sections: [], beside: [] }) }] : []
  })
}
function sectionsOf(id: string, title: string, screens: readonly RailScreen[]): readonly RailSection[] {
  const [ledgers, pages] = [screens.filter(isLedger), screens.filter((screen) => !isLedger(screen))]
  return screens.length > 0 ? [{ id, title, pages, ledgers }] : []
}
const isLedger = ({ path }: RailScreen): boolean => path.startsWith('/registers/')
