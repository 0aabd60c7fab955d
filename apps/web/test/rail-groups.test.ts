// Who finds which screen in the rail, in the office's order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditor, defineRole, everyone, securityAdmin, systemAdmin } from '@houqin/define'
import type { Group, Screen } from '@houqin/define'
import { railGroups } from '../src/shell/rail-groups.ts'

const officer = defineRole('places.officer', { title: '场所管理员', reach: 'district' })
const screen = (path: `/${string}`, group: Group, more: Partial<Screen> = {}): Screen => ({ path, title: path, group, load: async () => ({ Screen: null }), ...more })
const parts = [{
  subsystem: { id: 'places', title: '场所' },
  homes: [],
  screens: [
    screen('/registers/people.person', '党建队伍', { who: [everyone] }),
    screen('/registers/places.site', '房车物', { who: [officer] }),
    screen('/registers/places.site/$id', '房车物', { who: [officer], hidden: true }),
    screen('/matters/service-desk.repair', '办事'),
  ],
}]
const rail = (...roles: readonly { readonly role: string }[]): string[] =>
  railGroups(parts, { roles: roles.map(({ role }) => ({ role, title: role, organ: null, site: null })) }).flatMap(({ group, screens }) => screens.map(({ path }) => `${group} ${path}`))

test('staff finds what is for everybody, in the office’s order whatever the order of the list', () => {
  assert.deepEqual(rail(), ['办事 /matters/service-desk.repair', '办事 /due', '办事 /reports', '党建队伍 /registers/people.person', '制度 /standards'])
})
test('an officer also finds his ledgers, never the pages opened from them', () => {
  assert.ok(rail(officer).includes('房车物 /registers/places.site'))
  assert.ok(!rail(officer).some((entry) => entry.endsWith('$id')))
})
test('a long group is parted by subsystem, what is worked on before what is kept; a short one is not', () => {
  const many = ['places', 'fleet'].map((id) => ({
    subsystem: { id, title: id },
    homes: [],
    screens: [...Array.from({ length: 6 }, (_, place) => screen(`/registers/${id}.r${place}`, '房车物')), screen(`/${id}/now`, '房车物')],
  }))
  const [premises] = railGroups(many, { roles: [] }).filter(({ group }) => group === '房车物')
  assert.deepEqual(premises?.sections.map(({ id, pages, ledgers }) => [id, pages.map(({ path }) => path), ledgers.length]), [['places', ['/places/now'], 6], ['fleet', ['/fleet/now'], 6]])
  assert.deepEqual(railGroups(parts, { roles: [] }).flatMap(({ sections }) => sections), [])
})
test('of the three administrators none finds another’s page', () => {
  assert.deepEqual(rail(systemAdmin).filter((entry) => entry.startsWith('系统')), ['系统 /administration/accounts', '系统 /administration/identity', '系统 /administration/api-keys', '系统 /administration/channels', '系统 /administration/notices', '系统 /administration/second-factor-resets'])
  assert.deepEqual(rail(securityAdmin).filter((entry) => entry.startsWith('系统')), ['系统 /administration/accounts', '系统 /administration/grants', '系统 /administration/identity', '系统 /administration/api-keys', '系统 /administration/second-factor-resets'])
})
const house = [
  {
    subsystem: { id: 'service-desk', title: '服务诉求' },
    homes: [],
    screens: [
      screen('/service-desk/report', '办事'),
      screen('/matters/service-desk.repair', '办事', { who: [everyone, auditor] }),
      screen('/registers/service-desk.team', '办事', { who: [officer, auditor] }),
    ],
  },
  { subsystem: { id: 'places', title: '场所' }, homes: [], screens: [screen('/registers/places.site', '房车物', { who: [officer, auditor] })] },
]
const groupsOf = (...roles: readonly { readonly role: string }[]) => railGroups(house, { roles: roles.map(({ role }) => ({ role, title: role, organ: null, site: null })) })
const asked = (...roles: readonly { readonly role: string }[]) => groupsOf(...roles).find(({ group }) => group === '办事')
test('who runs or audits the house finds first what is his; what everybody may ask for stands behind one entry', () => {
  assert.deepEqual(groupsOf(systemAdmin).map(({ group }) => group), ['系统', '制度', '办事'])
  const administrator = asked(systemAdmin)
  assert.deepEqual(administrator?.beside.map(({ path }) => path), ['/due', '/reports'])
  assert.deepEqual(administrator?.sections.map(({ id, pages }) => [id, pages.map(({ path }) => path)]), [['everybody', ['/service-desk/report', '/matters/service-desk.repair']]])
  assert.deepEqual(groupsOf(auditor).map(({ group }) => group), ['系统', '制度', '办事', '房车物'])
  const audits = asked(auditor)
  assert.deepEqual(audits?.sections.map(({ id, pages, ledgers }) => [id, [...pages, ...ledgers].map(({ path }) => path)]), [
    ['service-desk', ['/matters/service-desk.repair', '/registers/service-desk.team']],
    ['everybody', ['/service-desk/report']],
  ])
  assert.deepEqual(new Set(audits?.screens.map(({ path }) => path)), new Set(['/due', '/reports', ...house[0]?.screens.map(({ path }) => path) ?? []]), 'search still finds every one of them')
})
test('who has business of the house besides keeps the office’s order', () => {
  assert.deepEqual(groupsOf(auditor, officer).map(({ group }) => group), ['办事', '房车物', '制度', '系统'])
  assert.deepEqual(asked(auditor, officer)?.sections, [])
})
test('who has a page made for him among the requests finds it first, then what waits for him and what is told in figures; what everybody may ask for comes last', () => {
  const leader = defineRole('people.leader', { title: '局领导', reach: 'district' })
  const overview = { subsystem: { id: 'goals', title: '工作成效' }, homes: [{ who: [leader], path: '/goals/overview' }], screens: [screen('/goals/report', '办事', { who: [leader] }), screen('/goals/overview', '办事', { who: [leader] })] }
  const me = { roles: [{ role: leader.role, title: leader.title, organ: null, site: null }] }
  const short = railGroups([...house, overview], me).find(({ group }) => group === '办事')
  assert.deepEqual(short?.screens.map(({ path }) => path), ['/goals/overview', '/inbox', '/due', '/reports', '/goals/report', '/service-desk/report', '/matters/service-desk.repair'])
  assert.deepEqual(short?.sections, [], 'a group that is read at a glance is not folded')
  const many = { subsystem: { id: 'fleet', title: '公务用车' }, homes: [], screens: Array.from({ length: 9 }, (_, place) => screen(`/fleet/${place}`, '办事')) }
  const long = railGroups([...house, many, overview], me).find(({ group }) => group === '办事')
  assert.deepEqual(long?.beside.map(({ path }) => path), ['/goals/overview', '/inbox', '/due', '/reports'])
  assert.deepEqual(long?.sections.map(({ id }) => id), ['goals', 'everybody'])
})
