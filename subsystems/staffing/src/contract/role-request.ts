// A role request 角色申请: somebody asks that a person be given roles, or that they be taken back; others agree, and the security administrator does it.
import { choice, date, defineMatter, lines, longText, ref, requester, route, securityAdmin, text } from '@houqin/define'
import { bureauLeader, liaison, organ, peopleOfficer, person } from '@houqin/people'
import { site } from '@houqin/places'

export const roleDeeds = Object.freeze({ give: '授予', withdraw: '收回' } as const)
/** How far what is asked would reach: worked out from the roles, never chosen by who asks. */
export const roleWeights = Object.freeze({ withdraw: '收回角色', local: '本单位或本场所', district: '全区', system: '系统、安全、审计管理' } as const)
export type RoleWeight = keyof typeof roleWeights

export const roleRequest = defineMatter('staffing.role-request', {
  title: '角色申请',
  prefix: 'JS',
  subject: (f, label) => `${roleDeeds[f.deed]}${label('person')}的角色`,
  form: {
    person: ref('给谁', person),
    deed: choice('办什么', roleDeeds),
    organ: ref('所在单位', organ, { optional: true, hint: '不填为本人所在单位' }),
    reason: longText('理由', { max: 300, min: 2 }),
  },
  facts: { weight: choice('权限范围', roleWeights) },
  lines: {
    roles: lines('角色', {
      fields: {
        title: text('角色', { max: 40, optional: true }),
        organ: ref('单位', organ, { optional: true }),
        site: ref('场所', site, { optional: true }),
        from: date('自', { optional: true, hint: '不填为办理当天' }),
        to: date('至', { optional: true, hint: '不填则直到收回' }),
        outcome: choice('办理结果', { done: '已办', declined: '不办' }, { optional: true }),
        role: text('代码', { max: 60 }),
      },
    }),
  },
  states: {
    drafted: { title: '待报批', tone: 'draft', held: requester },
    approved: { title: '待办理', tone: 'running', held: securityAdmin, due: { workingDays: 1 } },
    done: { title: '已办理', tone: 'done', final: true },
    declined: { title: '未办理', tone: 'stopped', final: true },
    dropped: { title: '已撤销', tone: 'stopped', final: true },
  },
  start: 'drafted',
  asks: ['roles'],
  steps: {
    submit: {
      label: '报批',
      from: 'drafted',
      to: 'approved',
      by: [requester],
      primary: true,
      approve: route('staffing.role-weight', { kind: 'weight', refused: 'drafted', concerns: ['person'] }),
    },
    revise: { label: '补充角色', from: 'drafted', by: [requester], lines: ['roles'] },
    execute: { label: '按此办理', from: 'approved', to: 'done', by: [securityAdmin], settles: { roles: ['outcome'] }, primary: true },
    decline: { label: '不能办理', from: 'approved', to: 'declined', by: [securityAdmin], comment: 'required', destructive: true },
    drop: { label: '撤销申请', from: ['drafted', 'approved'], to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [liaison, peopleOfficer], read: [liaison, peopleOfficer, securityAdmin, bureauLeader], export: [peopleOfficer, securityAdmin] },
  listed: { owner: securityAdmin, feedback: '审批和办理都有提示，没有办理的写明理由', keywords: ['开权限', '申请角色', '角色申请', '授权'], bases: [] },
  scope: { organ: 'organ' },
})
