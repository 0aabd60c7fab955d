// Redress 办公用房整改: what a check found is put right, and it closes only when the ledger complies.
import { choice, date, defineMatter, longText, ref, requester } from '@houqin/define'
import type { Finding } from '@houqin/define'
import { bureauLeader, liaison, organ, person } from '@houqin/people'
import { placesOfficer, room, steward } from '@houqin/places'

const longest = 1000
export const redressWays = Object.freeze({ exchange: '调换', vacate: '腾退', share: '合用', partition: '隔断', correct: '更正登记' } as const)
const way = choice('怎么改', redressWays)
const newRoom = ref('调到哪一间', room, { optional: true, hint: '只有调换要填' })
const until = date('改好的期限')

export const redress = defineMatter('office-space.redress', {
  title: '办公用房整改',
  prefix: 'YF',
  subject: (f) => f.what.slice(0, 40),
  form: {
    organ: ref('单位', organ),
    person: ref('人员', person, { optional: true }),
    room: ref('房间', room, { optional: true }),
    what: longText('问题', { max: longest, min: 2, hint: '从检查结果带来，可以补充' }),
  },
  facts: { way, newRoom, until },
  states: {
    found: { title: '待定办法', tone: 'waiting', held: placesOfficer, due: { workingDays: 5 } },
    ordered: { title: '整改中', tone: 'running', held: placesOfficer },
    closed: { title: '已整改', tone: 'done', final: true },
    dropped: { title: '不需整改', tone: 'stopped', final: true },
  },
  start: 'found',
  steps: {
    order: { label: '定下办法', from: 'found', to: 'ordered', by: [placesOfficer], input: { way, newRoom, until }, primary: true },
    conclude: { label: '办结', from: 'ordered', to: 'closed', by: [placesOfficer], primary: true },
    rethink: { label: '重定办法', from: 'ordered', to: 'found', by: [placesOfficer], comment: 'required' },
    drop: { label: '不需整改', from: ['found', 'ordered'], to: 'dropped', by: [placesOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'found', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [placesOfficer, steward, liaison], read: [placesOfficer, bureauLeader, liaison], export: [placesOfficer] },
  listed: {
    owner: placesOfficer, feedback: '改好后台账随之更新，复核不再超标才能办结', keywords: ['办公室超标', '超面积', '腾退', '换办公室'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第十九条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})

/** What a redress begun from a finding says: the sentence, its figures where they are not in it, the clause, and what to do. */
export function redressWords({ says, measured, limit, unit = '', advice }: Finding, cite: string): string {
  const figures = measured !== undefined && limit !== undefined && !(says.includes(measured) && says.includes(limit)) ? `；实有 ${measured} ${unit}，标准 ${limit} ${unit}` : ''
  return `${says}${figures}（依据 ${cite}）。${advice}。`.slice(0, longest)
}
