// No training centre 不得建培训中心: no organ keeps lodging or class rooms of its own; a school of the party has rules of its own.
import { defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader, liaison } from '@houqin/people'
import { placesOfficer, room, steward } from '@houqin/places'
import { redress, redressWords } from '../redress.ts'

export interface TrainingRoom {
  readonly name: string
  readonly site: string
  readonly purpose: 'dormitory' | 'training'
  readonly area: string
}
/** The rule is the State's; that a dormitory on record is one is how the bureau reads it. */
const ordinance: Citation = { document: '本局对《机关团体建设楼堂馆所管理条例》的口径', number: '国令第688号', clause: '第五条', mark: 'V', level: '区' }

export const noTrainingCentre = defineStandard<TrainingRoom>()('office-space.no-training-centre', {
  title: '不得建设培训中心等接待设施',
  explain:
    '机关和团体不得建设培训中心等各类具有住宿、会议、餐饮等接待功能的设施和场所；党校按有关规定另行管理，文体场馆是为公众办的，都不在检查之列。条例的施行日期未见原文，按 2017-12-01 计，待核。其他场所登记有学员宿舍的是违规；登记有教室的，核对是不是培训中心，一般培训用会议室解决。',
  parameters: { atMost: parameter('机关场所的学员宿舍不超过', '间') },
  // article 5 was read; the article that says since when was not
  values: [{ parameter: 'atMost', value: '0', from: '2017-12-01', cite: ordinance }],
  ledger: (asOf, sql) => sql`
    select r.id, r.label as name, (select a.organ from office_space.allotment a where a.room = r.id and a.valid @> ${asOf}::date and a.retired_at is null and a.merged_into is null order by a.organ limit 1) as organ, r.site,
           json_build_object('name', r.label, 'site', s.label, 'purpose', r.purpose, 'area', r.area::text) as subject
      from places.room r join places.site s on s.id = r.site
     where r.purpose in ('dormitory', 'training') and s.kind not in ('school', 'culture') and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null and s.retired_at is null
     order by s.label collate "zh-natural", r.label collate "zh-natural", r.id`,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, site, purpose, area }, { atMost }) {
    const lodging = purpose === 'dormitory'
    if (lodging && Number(atMost) > 0) return []
    return [{
      level: lodging ? 'breach' : 'warning', by: 'atMost', measured: '1', limit: atMost, unit: '间',
      says: `${site}的${name}（${area} ㎡）登记为${lodging ? '学员宿舍' : '教室'}，机关不得有培训中心`,
      advice: lodging ? '停用并改作办公或服务用房，改好后更正房间用途' : '核对用途；用作一般会议和培训的，改登为会议室',
      en: { says: `${name} of ${site} (${area} ㎡) is entered as ${lodging ? 'a dormitory' : 'a class room'}; organs keep no training centre`, advice: lodging ? 'Put it to another use and correct the room' : 'See what it is for; a room for meetings is entered as one' },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ }, found, cite) => ({ ...(organ && { organ }), room: id, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${room.id}/${id}`,
  examples: [
    { says: '机关大院里的教室，只是提醒', given: { name: '1号楼 201', site: '机关大院', purpose: 'training', area: '60.00' }, breach: false },
    { says: '机关大院里的学员宿舍', given: { name: '2号楼 301', site: '机关大院', purpose: 'dormitory', area: '22.00' }, breach: true },
  ],
})
