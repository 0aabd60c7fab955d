// Letting, lending and renting by approval 出租出借和租用经批准: no room of the district is let or lent, and no house rented, without the government's number.
import { defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader, liaison } from '@houqin/people'
import { placesOfficer, room, site, steward } from '@houqin/places'
import { redress, redressWords } from '../redress.ts'

export interface LetOrRented {
  readonly what: 'let' | 'lent' | 'rented'
  readonly name: string
  /** Let to, lent to; who sits there, for a rented site. */
  readonly party: string | null
  readonly approval: string | null
  readonly since: string | null
}
/** The rule is the State's; that a number on record proves it is how the bureau reads it. */
const ordinance: Citation = { document: '本局对《机关事务管理条例》的口径', number: '国令第621号', clause: '第二十三条', mark: 'V', level: '区' }
const words = { let: ['出租', 'let out'], lent: ['出借', 'lent'], rented: ['租用', 'rented'] } as const

export const approvedLetting = defineStandard<LetOrRented>()('office-space.approved-letting', {
  title: '出租、出借和租用须经批准',
  explain:
    '办公用房不得出租、出借，不得改变使用功能；未经本级人民政府批准，不得租用办公用房。因闲置而由机关事务管理部门统一出租的、确需租用的，都要有批准文号：出租出借的写在“用房状态”上，租用的写在“租用批准”上。没有批准文号的，补办批准，或收回、退租。',
  parameters: { approvals: parameter('批准文件不少于', '件') },
  // in force since that day by its article 35
  values: [{ parameter: 'approvals', value: '1', from: '2012-10-01', cite: ordinance }],
  ledger: (asOf, sql) => sql`
    with found as (
      select t.room as id, r.label as name, r.site, t.state as what, t.party, t.approval, lower(t.valid)::text as since,
             (select a.organ from office_space.allotment a where a.room = r.id and a.valid @> ${asOf}::date and a.retired_at is null and a.merged_into is null order by a.organ limit 1) as organ
        from office_space.room_state t join places.room r on r.id = t.room
       where t.state in ('let', 'lent') and t.valid @> ${asOf}::date and t.retired_at is null and t.merged_into is null and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null
      union all
      select s.id, s.label, s.id, 'rented', null,
             (select p.approval from office_space.lease_approval p where p.site = s.id and p.valid @> ${asOf}::date and p.retired_at is null and p.merged_into is null), null,
             (select n.organ from places.organ_seat n where n.site = s.id and n.valid @> ${asOf}::date order by n.organ limit 1)
        from places.site s where s.tenure = 'leased' and s.retired_at is null and s.merged_into is null
    )
    select f.id, f.name, f.organ, f.site, json_build_object('what', f.what, 'name', f.name, 'party', f.party, 'approval', f.approval, 'since', f.since) as subject
      from found f order by f.name collate "zh-natural", f.id`,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ what, name, party, approval, since }, { approvals }) {
    if (Number(approvals) < 1 || (approval !== null && approval.trim() !== '')) return []
    const [zh, en] = words[what]
    return [{
      level: 'breach', by: 'approvals', measured: '0', limit: approvals, unit: '件',
      says: `${name}${zh}${party === null ? '' : `给${party}`}，没有登记批准文号${since === null ? '' : `，自 ${since} 起`}`,
      advice: what === 'rented' ? '补办本级政府批准并登记在“租用批准”上，或退租' : '补办批准并写上文号，或收回',
      en: { says: `${name} is ${en}${party === null ? '' : ` to ${party}`} and no approval is on record${since === null ? '' : `, since ${since}`}`, advice: what === 'rented' ? 'Get the approval and enter it, or give the house up' : 'Get the approval and enter its number, or take the room back' },
    }]
  },
  mend: () => redress,
  fill: ({ id, organ, subject: { what } }, found, cite) => ({ ...(organ && { organ }), ...(what !== 'rented' && { room: id }), what: redressWords(found, cite) }),
  opens: ({ id, site: of }) => `/registers/${id === of ? site.id : room.id}/${id}`,
  examples: [
    { says: '出租有批准文号', given: { what: 'let', name: '1号楼 101', party: '某银行', approval: '清政函〔2026〕8号', since: '2026-01-01' }, breach: false },
    { says: '出借没有批准文号', given: { what: 'lent', name: '1号楼 102', party: '某协会', approval: null, since: '2026-01-01' }, breach: true },
    { says: '租用的办公楼没有批准', given: { what: 'rented', name: '城南办公点', party: null, approval: null, since: null }, breach: true },
  ],
})
