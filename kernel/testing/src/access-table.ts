// 权限总表: who may do what, found by asking the checkers themselves; each subsystem keeps its own as a golden file to read.
import { holds, matterVerbs, mayReach, mayTake, registerVerbs, rolesBehind } from '@houqin/access'
import type { MatterRow, MatterVerb, Place, Principal, RegisterVerb } from '@houqin/access'
import { kernelRoles, statesBefore } from '@houqin/define'
import type { Catalogue, Matter, Register, Role, Step, Subsystem } from '@houqin/define'

interface Row {
  readonly title: string
  readonly cell: (asker: Principal, role: Role) => string
  /** What is open to those it concerns, whatever their roles. */
  readonly concerned: string
}
const verbTitles: Readonly<Record<RegisterVerb | MatterVerb, string>> = {
  read: '查看', write: '维护', import: '导入', export: '导出', reveal: '看全敏感字段', start: '发起',
}
const none = '—'
const here = { organ: 'organ-here', site: 'site-here' }
const elsewhere = { organ: 'organ-elsewhere', site: 'site-elsewhere' }
const somebody = 'somebody'

/** Markdown by subsystem id: rows are verbs and steps, columns are roles. */
export function accessTable(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(catalogue.subsystems.map((subsystem) => [subsystem.id, tableOf(subsystem, catalogue)]))
}

function tableOf(subsystem: Subsystem, catalogue: Catalogue): string {
  const registers = Object.values(subsystem.registers).flatMap(registerRows)
  const matters = Object.values(subsystem.matters).flatMap(matterRows)
  const reports = Object.values(subsystem.reports).map((report): Row => ({
    title: `**${report.title}** 统计`, cell: (asker) => (holds(asker, report.read) ? '可' : none), concerned: none,
  }))
  const rows = [...registers, ...matters, ...reports]
  const roles = [...catalogue.roles.values()].filter((role) =>
    kernelRoles.some((one) => one === role) || Object.values(subsystem.roles).includes(role) || rows.some((row) => beyondEveryone(row, role)))
  const lines = [
    `# ${subsystem.title}：谁能做什么`,
    '',
    '“全部”不分单位和场所；“本单位”含下级单位，“本场所”含其下场所，以授权为准；“—”不能。每个登录的人都有“全体干部职工”的权限。',
    '',
    `| | ${roles.map(({ title }) => title).join(' | ')} | 当事人 |`,
    `|---|${roles.map(() => '---|').join('')}---|`,
    ...rows.map((row) => `| ${row.title} | ${roles.map((role) => row.cell(askerIn(role), role)).join(' | ')} | ${row.concerned} |`),
    '',
    `角色：${roles.map(({ title, role, reach }) => `${title} \`${role}\`（${reachTitles[reach]}）`).join('、')}。`,
    '',
  ]
  return lines.join('\n')
}
const reachTitles: Readonly<Record<Role['reach'], string>> = { district: '全区', organ: '按单位授予', site: '按场所授予' }

function beyondEveryone({ cell }: Row, role: Role): boolean {
  const nobody: Principal = { ...askerIn(role), grants: [] }
  return cell(askerIn(role), role) !== cell(nobody, role)
}

/** Somebody who holds this role and no other, here and not elsewhere where the role is divided. */
function askerIn({ role, reach }: Role): Principal {
  return {
    account: 'asker', person: null, name: '', session: '',
    grants: [{ role, organs: reach === 'organ' ? [here.organ] : null, sites: reach === 'site' ? [here.site] : null }],
  }
}
const concernedPerson: Principal = { account: 'asker', person: somebody, name: '', session: '', grants: [] }

function extent(role: Role, allows: (where: typeof here) => boolean): string {
  if (allows(elsewhere)) return '全部'
  if (!allows(here)) return none
  return role.reach === 'site' ? '本场所' : '本单位'
}

function registerRows(register: Register): readonly Row[] {
  const { scope } = register
  const place = ({ organ, site }: typeof here): Place => ({ ...(scope.organ && { organ }), ...(scope.site && { site }) })
  return registerVerbs.filter((verb) => verb === 'read' || verb === 'write' || register.access[verb]).map((verb) => {
    const roles = rolesBehind(register, verb)
    const own = verb === 'read' && scope.person !== undefined && mayReach(concernedPerson, roles, { ...place(elsewhere), person: somebody })
    return {
      title: `**${register.title}** ${verbTitles[verb]}`,
      cell: (asker, role) => extent(role, (where) => mayReach(asker, roles, place(where))),
      concerned: own ? '本人' : none,
    }
  })
}

function matterRows(matter: Matter): readonly Row[] {
  const verbs = matterVerbs.filter((verb) => verb !== 'export' || matter.access.export).map((verb): Row => {
    const roles = rolesBehind(matter, verb)
    const place = ({ organ, site }: typeof here): Place => ({ organ, ...(matter.scope.site && { site }) })
    return {
      title: `**${matter.title}** ${verbTitles[verb]}`,
      cell: (asker, role) => verb === 'start' ? (holds(asker, roles) ? '可' : none) : extent(role, (where) => mayReach(asker, roles, place(where))),
      concerned: verb === 'read' ? '参与人' : none,
    }
  })
  return [...verbs, ...Object.values(matter.steps).map((step) => stepRow(matter, step))]
}

function stepRow(matter: Matter, step: Step): Row {
  const rows = statesBefore(step).map((state): MatterRow => {
    const held = matter.states[state]?.held
    return {
      state, requester: null, holderPerson: null, facts: {},
      holderRole: held && 'role' in held ? held.role : null,
    }
  })
  const takes = (asker: Principal, given: Partial<MatterRow>): boolean => rows.some((row) => mayTake(asker, { matter, step, row: { ...row, ...elsewhere, ...given } }))
  const concerned = [
    ...(takes(concernedPerson, { requester: somebody }) ? ['申请人'] : []),
    ...(takes(concernedPerson, { holderPerson: somebody }) ? ['承办人'] : []),
    ...Object.entries(matter.facts).filter(([fact]) => takes(concernedPerson, { facts: { [fact]: somebody } })).map(([, { label }]) => label),
  ]
  const everybody = takes(concernedPerson, {})
  return {
    title: `**${matter.title}** → ${step.label}`,
    cell: (asker, role) => extent(role, (where) => takes(asker, where)),
    concerned: everybody || concerned.length === 0 ? none : concerned.join('、'),
  }
}
