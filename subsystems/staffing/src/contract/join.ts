// A joining 新员工入职: entered in one go by the officer, and over when the person has come and signed in.
import { date, defineMatter, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ, peopleOfficer, person } from '@houqin/people'
import { room } from '@houqin/places'

const newcomer = ref('本人', person)

export const join = defineMatter('staffing.join', {
  title: '新员工入职',
  prefix: 'RZ',
  subject: (_, label) => `${label('person')}入职 ${label('organ')}`,
  form: {
    person: ref('姓名', person),
    organ: ref('单位', organ),
    title: text('职务', { max: 60 }),
    startsOn: date('报到日期'),
    room: ref('办公室', room, { optional: true }),
    username: text('用户名', { max: 64 }),
    note: longText('备注', { max: 300, optional: true }),
  },
  facts: { newcomer, arrivedOn: date('实际报到') },
  states: {
    expected: { title: '待报到', tone: 'running', held: { fact: 'newcomer' }, due: { workingDays: 5 } },
    arrived: { title: '已报到', tone: 'done', final: true },
    cancelled: { title: '未来报到', tone: 'stopped', final: true },
  },
  start: 'expected',
  steps: {
    arrive: { label: '确认报到', from: 'expected', to: 'arrived', by: [{ fact: 'newcomer' }, requester], comment: 'none', primary: true },
    cancel: { label: '未来报到', from: 'expected', to: 'cancelled', by: [requester], comment: 'required', destructive: true },
  },
  access: { start: [peopleOfficer], read: [peopleOfficer, liaison, bureauLeader], export: [peopleOfficer] },
  listed: { owner: peopleOfficer, feedback: '报到单上写明房间、账号和办好的角色', keywords: ['新员工', '入职', '报到', '新来的人'], bases: [] },
  scope: { organ: 'organ' },
})
