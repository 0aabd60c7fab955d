// A correction told at the door 房间更正: who sits there, the area or the use is not what the ledger says; whoever keeps the ledger enters it or says why not.
import { choice, defineMatter, everyone, files, lines, longText, quantity, ref, requester } from '@houqin/define'
import { bureauLeader, person } from '@houqin/people'
import { placesOfficer, room, roomUses, site, steward } from '@houqin/places'

export const foundAtDoor = Object.freeze({ here: '坐在这里', gone: '不在这里' } as const)

export const roomCorrection = defineMatter('office-space.room-correction', {
  title: '房间更正',
  prefix: 'FG',
  subject: (_, label) => `${label('room')} 与台账不符`,
  form: {
    room: ref('房间', room),
    site: ref('场所', site, { optional: true }),
    area: quantity('实际使用面积', '㎡', { min: '0', optional: true }),
    use: choice('实际用途', roomUses, { optional: true }),
    note: longText('说明', { max: 500, optional: true }),
    photos: files('照片', { accept: 'image', max: 9 }),
  },
  lines: { people: lines('现场的人', { fields: { person: ref('人员', person), found: choice('现场', foundAtDoor) } }) },
  asks: ['people'],
  states: {
    told: { title: '待核对', tone: 'waiting', held: placesOfficer, due: { workingDays: 2 } },
    entered: { title: '已更正', tone: 'done', final: true },
    kept: { title: '台账不改', tone: 'stopped', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'told',
  steps: {
    enter: { label: '记入台账', from: 'told', to: 'entered', by: [placesOfficer], primary: true },
    keep: { label: '台账不改', from: 'told', to: 'kept', by: [placesOfficer], comment: 'required' },
    withdraw: { label: '撤回', from: 'told', to: 'withdrawn', by: [requester], destructive: true },
  },
  access: { start: [everyone], read: [placesOfficer, steward, bureauLeader], export: [placesOfficer] },
  listed: { owner: placesOfficer, feedback: '核对后台账随之更正，或写明为什么不改', keywords: ['门牌', '座位不对', '面积不对', '换了办公室', '更正房间'], bases: [{ document: '党政机关办公用房管理办法', clause: '第六条', mark: 'V' }] },
  scope: { site: 'site' },
})
