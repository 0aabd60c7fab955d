// Praise 表扬: somebody did well and a colleague says so; the person hears it and, if he may, everybody does.
import { bool, defineMatter, everyone, files, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { site } from '@houqin/places'
import { serviceOfficer } from './roles.ts'
import { team } from './team.ts'

const reply = longText('回复', { max: 500 })
const published = bool('在公示栏公开')
const digest = text('公开摘要', { max: 80, optional: true })

export const praise = defineMatter('service-desk.praise', {
  title: '表扬',
  prefix: 'BY',
  subject: (f) => f.what.slice(0, 40),
  form: {
    what: longText('表扬内容', { max: 500, min: 4 }),
    person: ref('表扬谁', person, { optional: true }),
    team: ref('表扬哪个班组', team, { optional: true }),
    site: ref('场所', site, { optional: true }),
    photos: files('照片', { accept: 'image', max: 3 }),
  },
  facts: { reply, published, digest },
  states: {
    received: { title: '待转达', tone: 'running', held: serviceOfficer, due: { workingDays: 3 } },
    passedOn: { title: '已转达', tone: 'done', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'received',
  steps: {
    passOn: { label: '转达并回复', from: 'received', to: 'passedOn', by: [serviceOfficer], input: { reply, published, digest }, primary: true },
    withdraw: { label: '撤回', from: 'received', to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [serviceOfficer, bureauLeader], export: [serviceOfficer] },
  listed: {
    owner: serviceOfficer,
    feedback: '转达被表扬的人和他的负责人',
    keywords: ['表扬', '感谢', '点赞'],
    bases: [],
  },
  scope: { site: 'site' },
})
