// The duty roster 值班表: the people who take turns at one watch of a site, and two of them swapping their days.
import { choice, defineMatter, defineRegister, everyone, lines, ref, requester, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { person } from '@houqin/people'
import { duty, dutyParts, shifts } from './duty.ts'
import { placesOfficer, steward } from './roles.ts'
import { site } from './site.ts'

/** Turns are taken in the order of the lines. */
export const dutyGroup = defineRegister('places.duty-group', {
  title: '轮值组',
  fields: {
    site: ref('场所', site),
    name: text('名称', { max: 40 }),
    shift: choice('班次', shifts),
    part: choice('职责', dutyParts),
  },
  name: (g, label) => `${label('site')} ${g.name}`,
  access: { read: [everyone], write: [placesOfficer, steward], export: [placesOfficer] },
  scope: { site: 'site' },
  card: { facts: ['site', 'shift'], state: 'part' },
  lines: { members: lines('轮值人', { fields: { person: ref('轮值人', person) } }) },
})
export interface DutyGroup extends Row<typeof dutyGroup> {}

const other = ref('对方', person)
export const dutySwap = defineMatter('places.duty-swap', {
  title: '换班',
  prefix: 'HB',
  subject: (_, label) => `${label('mine')} 换 ${label('theirs')}`,
  form: {
    mine: ref('我的班', duty),
    theirs: ref('换对方哪一班', duty),
    why: text('原因', { max: 200 }),
    site: ref('场所', site, { optional: true, hint: '不用填，随值班的场所' }),
  },
  facts: { other },
  states: {
    asked: { title: '等对方同意', tone: 'waiting', held: { fact: 'other' }, due: { workingDays: 2 } },
    swapped: { title: '已换班', tone: 'done', final: true },
    refused: { title: '没换成', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    agree: { label: '同意换班', from: 'asked', to: 'swapped', by: [{ fact: 'other' }], primary: true },
    refuse: { label: '不换', from: 'asked', to: 'refused', by: [{ fact: 'other' }], comment: 'required' },
    withdraw: { label: '不换了', from: 'asked', to: 'refused', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [placesOfficer, steward] },
  scope: { site: 'site' },
  listed: { owner: steward, feedback: '对方同意后值班表随即改过来，双方都能看到', keywords: ['换班', '调班', '值班'], bases: [] },
})
