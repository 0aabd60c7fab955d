// What browsers fetch of a declaration: its names and rules, not the queries behind it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutServerParts } from '../build/server-only.ts'

test('queries, ledgers and examples stay on the server', () => {
  const report = withoutServerParts("export const a = defineReport('x.a', {\n  title: '甲',\n  query: (period, scope, sql) => sql`select 1`,\n  columns: {},\n  opens: () => '/x',\n})\n", 'a.ts')
  assert.equal(report?.replaceAll(/\s+/g, ' '), "export const a = defineReport('x.a', { title: '甲', columns: {}, }) ")
  const standard = withoutServerParts(
    "export const b = defineStandard<S>()('x.b', { title: '乙', values: [{ value: '1' }], ledger(asOf: string) { return asOf }, check: () => [], examples: [] })", 'b.ts', new Set(['b']),
  )
  assert.equal(standard?.replaceAll(/\s+/g, ' '), "export const b = defineStandard<S>()('x.b', { title: '乙', check: () => [], })")
})

test('a standard is checked in the browser where a gate or a row asks it, and nowhere else', () => {
  const source = "export const b = defineStandard<S>()('x.b', { title: '乙', check: () => [] })"
  assert.equal(withoutServerParts(source, 'b.ts', new Set(['b'])), undefined)
  assert.equal(withoutServerParts(source, 'b.ts', new Set(['c']))?.replaceAll(/\s+/g, ' '), "export const b = defineStandard<S>()('x.b', { title: '乙', })")
  assert.equal(withoutServerParts(source.replace('check', "row: { of: r, subject: (r) => r }, check"), 'b.ts'), undefined)
})

test('what a gate asks the database stays on the server, what it asks of the form is asked while it is typed', () => {
  const gate = withoutServerParts("export const g = defineGate(m, ['submit'], b, ({ form }, sql) => sql<S>`select ${form.a}`)", 'g.ts')
  assert.equal(gate, "export const g = defineGate(m, ['submit'], b, () => undefined)")
  assert.equal(withoutServerParts("export const g = defineGate(m, ['submit'], b, ({ form }) => form.a)", 'g.ts'), undefined)
})

test('how the catalogue lists a matter stays on the server; what it is called is read by who tells it in another language', () => {
  const matter = withoutServerParts("export const m = defineMatter('x.m', {\n  title: '丙',\n  subject: (f) => f.what,\n  form: {},\n  listed: { owner, bases: [{ document: '条例', clause: '第六条', mark: 'V' }] },\n  scope: {},\n})\n", 'm.ts')
  assert.equal(matter?.replaceAll(/\s+/g, ' '), "export const m = defineMatter('x.m', { title: '丙', subject: (f) => f.what, form: {}, }) ")
})

test('whose a matter is, until when and who may take a step is told by the server', () => {
  const source = "export const m = defineMatter('x.m', { title: '丙', prefix: 'BX', states: { open: { title: '待办', tone: 'waiting', held: keeper, due: { hours: 2 } }, done }, steps: { ...usual, end: { label: '办结', from: 'open', by: [keeper], primary: true } } })"
  assert.equal(withoutServerParts(source, 'm.ts'), "export const m = defineMatter('x.m', { title: '丙', prefix: 'BX', states: { open: { title: '待办', tone: 'waiting', }, done }, steps: { ...usual, end: { label: '办结', from: 'open', primary: true } } })")
  const signal = "export const s = defineSignal('x.s', { title: '丁', alarms: { high: { title: '高', severity: 'minor', rule: breaches(limit, (r) => r.value) } }, access: { read: [], acknowledge: [] }, keepRawDays: 400 })"
  assert.equal(withoutServerParts(signal, 's.ts'), "export const s = defineSignal('x.s', { title: '丁', alarms: { high: { title: '高', severity: 'minor', } }, })")
})

test('how a row is scoped and found stays on the server, not how it is named', () => {
  const register = withoutServerParts("export const r = defineRegister('x.r', {\n  title: '丁',\n  fields: { name: text('名称') },\n  name: (r) => r.name,\n  scope: { organ: 'organ' },\n  search: ['name'],\n})\n", 'r.ts')
  assert.equal(register?.replaceAll(/\s+/g, ' '), "export const r = defineRegister('x.r', { title: '丁', fields: { name: text('名称') }, name: (r) => r.name, }) ")
})

test('the tiles of the first page stand in its own index, not in what every page of a subsystem fetches', () => {
  const part = withoutServerParts("export const web = defineWebPart({ subsystem: shop, screens: [], starts: [{ matter: m, icon: ShopOutlined }], homes: [] })", 'index.ts')
  assert.equal(part, 'export const web = defineWebPart({ subsystem: shop, screens: [], homes: [] })')
})

test('other declarations are left as they are', () => {
  assert.equal(withoutServerParts("export const r = defineSignal('x.r', { query: 1, opens: 2 })", 'r.ts'), undefined)
})
