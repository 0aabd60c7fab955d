// A small archive 样例档案室: dossiers few may read, and a matter that asks to find one.
import { definePart } from '@houqin/compose'
import { defineMatter, defineRegister, defineRole, defineSubsystem, everyone, files, holder, lines, ref, route, text } from '@houqin/define'
import type { MatterWire } from '@houqin/matters'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'

export const archivist = defineRole('archive.archivist', { title: '档案员', reach: 'district' })
export const finder = defineRole('archive.finder', { title: '调档员', reach: 'district' })
export const cashier = defineRole('archive.cashier', { title: '统计员', reach: 'district' })

export const organ = defineRegister('archive.organ', {
  title: '单位', fields: { name: text('名称') }, name: (row) => row.name, access: { read: [everyone], write: [] }, scope: { organ: 'id' }, dimension: 'organ',
})
export const person = defineRegister('archive.person', {
  title: '人员', fields: { name: text('姓名'), organ: ref('单位', organ) }, name: (row) => row.name, access: { read: [archivist], write: [] },
  scope: { organ: 'organ', person: 'id' }, dimension: 'person',
})
export const vault = defineRegister('archive.vault', { title: '库柜', fields: { name: text('名称') }, name: (row) => row.name, access: { read: [archivist], write: [archivist] } })
export const dossier = defineRegister('archive.dossier', {
  title: '卷宗',
  fields: {
    name: text('题名'), place: text('位置'), vault: ref('库柜', vault), phone: text('联系电话', { grade: 'sensitive', mask: 'phone' }), scans: files('扫描件', { max: 3 }),
  },
  name: (row) => row.name,
  access: { read: [archivist], write: [archivist], export: [archivist], reveal: [archivist] },
})
const found = ref('找到的', dossier)
const lent = ref('借出的', dossier)
export const job = defineMatter('archive.job', {
  title: '调档',
  prefix: 'TD',
  subject: (form) => form.what,
  form: { what: text('事由'), dossier: ref('卷宗', dossier) },
  facts: { found, lent },
  lines: { papers: lines('一并调取', { fields: { dossier: ref('卷宗', dossier), note: text('说明') } }) },
  states: {
    asked: { title: '待调取', tone: 'running', held: finder },
    found: { title: '已找到', tone: 'running', held: finder },
    lent: { title: '已借出', tone: 'done', final: true },
  },
  start: 'asked',
  asks: ['papers'],
  steps: {
    find: { label: '找到', from: 'asked', to: 'found', by: [holder], input: { found } },
    lend: { label: '借出', from: 'found', to: 'lent', by: [holder], input: { lent }, approve: route('archive.lend', { refused: 'found' }) },
  },
  access: { start: [everyone], read: [cashier] },
})
const archive = definePart({
  subsystem: defineSubsystem('archive', '样例档案室', { roles: { archivist, finder, cashier }, registers: { organ, person, vault, dossier }, matters: { job } }),
  tables: { schema: 'archive', folder: new URL('migrations/', import.meta.url) },
  en: {},
})

interface Archive extends TestSystem {
  /** Keeps the dossiers; asked for one. */
  readonly boss: Somebody
  /** Finds them, and reads none of the registers. */
  readonly worker: Somebody
  readonly head: Somebody
  readonly stranger: Somebody
  readonly open: { readonly id: string }
  readonly secret: { readonly id: string }
  readonly number: string
  ask(who: Somebody, dossier: string, papers?: readonly object[]): Promise<MatterWire>
  done<Body>(answer: Answer<Body>): Body
}
export async function openHouse(): Promise<Archive> {
  const house = await testSubsystem(archive)
  const cabinet = await house.make(vault, { name: '铁柜' })
  const open = await house.make(dossier, { name: '旧楼卷宗', place: '二号库', vault: cabinet.id, phone: '13812345678', scans: [] })
  const secret = await house.make(dossier, { name: '密件卷宗', place: '一号库', vault: cabinet.id, phone: '13912345678', scans: [] })
  const boss = await house.as(archivist, { name: '李档案' })
  const worker = await house.as(finder, { name: '王师傅' })
  const head = await house.as('kernel.everyone', { name: '赵科长' })
  const stranger = await house.as('kernel.everyone', { name: '过路人' })
  const officer = await house.as('approval-officer', { name: '许静' })
  const done = <Body>({ status, body, text: said }: Answer<Body>): Body => {
    if (status >= 300) throw new Error(`${status} ${said}`)
    return body
  }
  done(await officer.post('/api/approval/routes', {
    route: 'archive.lend', organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-24', to: null, source: '本馆规定',
    stages: [{ title: '科长', mode: 'all', who: [{ person: head.person }] }],
  }))
  const ask = (who: Somebody, id: string, papers: readonly object[] = []): Promise<MatterWire> =>
    who.ask(job, { what: '查旧楼图纸', dossier: id }, papers.length > 0 ? { lines: { papers } } : {})
  const { number } = await ask(boss, open.id)
  return { ...house, boss, worker, head, stranger, open, secret, number, ask, done }
}
