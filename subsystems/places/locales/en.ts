// The words of places in English.
import type { Words } from '@houqin/words'
import type { places } from '../src/contract/index.ts'
import { roomPurposes } from './room-purposes-en.ts'

export const en = {
  title: 'Places',
  roles: { steward: 'Site steward', placesOfficer: 'Places officer' },
  registers: {
    pastPatrol: {
      title: 'Past patrols',
      fields: { site: 'Site', planned: 'Planned', walked: 'Walked whole', gaps: 'With gaps', source: 'Source' },
    },
    site: {
      title: 'Site',
      fields: {
        name: 'Name',
        kind: {
          label: 'Kind',
          options: {
            office: 'Office building',
            serviceHall: 'Public service hall',
            subdistrict: 'Subdistrict office',
            police: 'Police premises',
            justice: 'Court or procuratorate',
            station: 'Local station',
            archive: 'Archive',
            culture: 'Culture and sports',
            health: 'Health premises',
            school: 'Party school',
            store: 'Store or garage',
          },
        },
        address: 'Address',
        managed: 'Managed by the bureau',
        tenure: { label: 'Tenure', options: { owned: 'Owned', leased: 'Leased', borrowed: 'Borrowed' } },
        leaseUntil: 'Leased until',
        steward: 'Steward',
        phone: 'Duty telephone',
      },
    },
    certificate: {
      title: 'Certificate',
      fields: {
        number: 'Number',
        site: 'Site',
        kind: {
          label: 'Kind',
          options: { title: 'Real estate certificate', building: 'Building ownership certificate', handover: 'Handover list (no certificate yet)' },
        },
        holder: 'Holder',
        buildingArea: 'Building area',
        landArea: 'Land area',
        issuedOn: 'Issued on',
        scans: 'Scans',
      },
    },
    building: {
      title: 'Building',
      fields: {
        site: 'Site',
        name: 'Name',
        certificate: 'Certificate',
        height: { label: 'Height', options: { low: 'Multi-storey', high: 'High-rise' } },
        floorsAbove: 'Floors above ground',
        floorsBelow: 'Floors below ground',
        builtIn: 'Built in',
        buildingArea: 'Building area',
      },
    },
    floor: { title: 'Floor', fields: { site: 'Site', building: 'Building', number: 'Number', name: 'Name' } },
    room: {
      title: 'Room',
      fields: {
        site: 'Site',
        building: 'Building',
        floor: 'Floor',
        number: 'Room number',
        title: 'Door plate',
        use: {
          label: 'Use',
          options: {
            office: 'Office',
            service: 'Service room',
            equipment: 'Equipment room',
            ancillary: 'Ancillary room',
            technical: 'Technical and business room',
            circulation: 'Circulation',
          },
        },
        purpose: { label: 'Purpose', options: roomPurposes },
        area: 'Usable area',
        seats: 'Desks',
        grade: { label: 'Grade', options: { ordinary: 'Ordinary', restricted: 'Restricted part' } },
      },
    },
    outdoorArea: {
      title: 'Outdoor area',
      fields: {
        site: 'Site',
        name: 'Name',
        kind: {
          label: 'Kind',
          options: {
            gate: 'Gate',
            yard: 'Yard or square',
            green: 'Green area',
            parking: 'Car park',
            road: 'Road',
            roof: 'Roof',
            waste: 'Waste point',
            wall: 'Perimeter wall',
          },
        },
        area: 'Area',
      },
    },
    stewardship: {
      title: 'Stewardship',
      fields: { site: 'Site', person: 'Steward', part: { label: 'Part', options: { lead: 'Lead', deputy: 'Deputy', relief: 'Relief' } } },
    },
    seat: { title: 'Seat of an organ', fields: { organ: 'Organ', site: 'Site', main: 'Main seat' } },
    duty: {
      title: 'Duty roster',
      fields: {
        site: 'Site',
        person: 'On duty',
        shift: { label: 'Shift', options: { day: 'Day 08:00–20:00', night: 'Night 20:00–08:00', whole: 'Whole day' } },
        part: { label: 'Part', options: { leader: 'Leader in charge', officer: 'Duty officer', guard: 'Gate guard' } },
        note: 'Note',
      },
    },
    dutyGroup: {
      title: 'Duty group',
      fields: {
        site: 'Site', name: 'Name',
        shift: { label: 'Shift', options: { day: 'Day 08:00–20:00', night: 'Night 20:00–08:00', whole: 'Whole day' } },
        part: { label: 'Part', options: { leader: 'Leader in charge', officer: 'Duty officer', guard: 'Gate guard' } },
      },
      lines: { members: { title: 'Who takes turns', fields: { person: 'Person' } } },
    },
    patrolRoute: {
      title: 'Patrol route',
      fields: { site: 'Site', name: 'Name', note: 'Note' },
      lines: { points: { title: 'Points', fields: { place: 'Place', room: 'Room', area: 'Outdoor area', look: 'What to look at' } } },
    },
    handover: {
      title: 'Hand-over note',
      fields: { site: 'Site', by: 'Handed over by', to: 'Taken over by', at: 'At', note: 'Note', pending: 'Left to do' },
    },
  },
  matters: {
    dutySwap: {
      title: 'Swap of duties',
      form: { mine: 'My duty', theirs: 'For whose duty', why: 'Why', site: 'Site' },
      facts: { other: 'The other one' },
      lines: {},
      states: { asked: 'Waiting for the other', swapped: 'Swapped', refused: 'Not swapped' },
      steps: { agree: 'Agree', refuse: 'Refuse', withdraw: 'Withdraw' },
    },
    patrol: {
      title: 'Patrol',
      form: { route: 'Route', site: 'Site', day: 'Day' },
      facts: { finishedAt: 'Finished at', missed: 'Missed', faults: 'With faults' },
      lines: {
        points: {
          title: 'Points',
          fields: {
            place: 'Place', room: 'Room', area: 'Outdoor area', look: 'What to look at',
            outcome: { label: 'Outcome', options: { ok: 'In order', fault: 'Fault' } },
            way: { label: 'Reached by', options: { scan: 'Scan', hand: 'Hand' } },
            reachedAt: 'Reached at', repair: 'Repair',
          },
        },
      },
      states: { walking: 'To be walked', done: 'Walked', gaps: 'With gaps' },
      steps: { check: 'Reached', finish: 'Finished', leave: 'Some not reached' },
    },
    leaseRenewal: {
      title: 'Lease renewal',
      form: { site: 'Site', until: 'Renew until', rent: 'Rent a year', grounds: 'Why it is needed', papers: 'Offers and valuations' },
      facts: { signedOn: 'Signed on', contract: 'Contract' },
      lines: {},
      states: { asked: 'To be agreed', agreed: 'To be signed', closed: 'Renewed', dropped: 'Not renewed' },
      steps: { agree: 'Agree', refuse: 'Refuse', sign: { label: 'Enter the contract', input: { signedOn: 'Signed on', contract: 'Contract' } }, withdraw: 'Withdraw' },
    },
  },
  standards: {
    leaseInForce: {
      title: 'Leases in force',
      explain:
        'A rented or borrowed place is used within its lease: the renewal is approved before it ends, and where it ends for good the place is left and handed back. Own places without a lease are not judged.',
      parameters: { left: 'Days left, at least', warn: 'Warn before the end' },
    },
    roomTemperatureLimits: {
      title: 'Air-conditioning temperature',
      explain:
        'Public institutions strictly follow the national rules on indoor air-conditioning temperature (Regulation on Energy Conservation by Public Institutions, article 30). While cooling, a room stays at 26 ℃ or above; while heating, at 20 ℃ or below; nothing is judged while the unit is off. Server rooms, medical rooms and others with special needs are exempt.',
      parameters: { coolingAtLeast: 'While cooling, at least', heatingAtMost: 'While heating, at most' },
    },
  },
  signals: {
    roomTemperature: {
      title: 'Room temperature',
      attributes: { mode: { label: 'Air-conditioning', options: { cooling: 'Cooling', heating: 'Heating', off: 'Off' } } },
      alarms: { outOfLimits: 'Temperature out of limits' },
    },
  },
  reports: {
    patrolsByMonth: {
      title: 'Patrols by month',
      columns: { month: 'Month', source: 'Known as a sum only, from', planned: 'Planned', walked: 'Walked whole', gaps: 'With gaps', share: 'Walked share' },
    },
    sitesKept: {
      title: 'Sites and their stewards',
      columns: { sites: 'Sites', kept: 'With a steward', lacking: 'Without a steward' },
      says: 'The bureau manages all, stewards answer on the spot: {sites} in use, {kept} with a steward, {lacking} without.',
    },
    buildingsManaged: {
      title: 'Office buildings managed',
      columns: { sites: 'Office buildings', rooms: 'Rooms' },
      says: 'Managed directly: {sites}; {rooms} are in the register of the district.',
    },
    partsHeld: {
      title: 'Parts and who holds them',
      columns: { held: 'Parts held', lead: 'Leads', deputy: 'Deputies', relief: 'Reliefs', managed: 'Office buildings managed', lacking: 'Without a lead' },
      says: 'Every part has somebody who answers for it: {held} parts at the sites are held, {lead} by leads, {deputy} by deputies, {relief} by reliefs; sites managed directly: {managed}, {lacking} of them with nobody in charge.',
    },
    patrolsWalked: {
      title: 'Patrols',
      columns: { planned: 'Planned', all: 'Ended', good: 'Walked whole', gaps: 'With gaps', open: 'Not yet walked' },
      says: 'Devices and records instead of watching over people: {planned} patrols were planned, {good} walked whole, {gaps} had gaps, {open} are not walked yet; who reached each point, and when, is on record.',
      formula: 'Patrols walked whole ÷ patrols ended (those not yet walked stand under what is overdue)',
    },
    sitesTotal: { title: 'Sites in all', columns: { sites: 'Sites' }, says: 'All {sites} of the district are in the register.' },
    areaTotal: {
      title: 'Building area',
      columns: { area: 'Building area', papers: 'Certificates' },
      says: 'The building area is {area}, by {papers}: certificates or hand-over lists.',
    },
    premises: {
      title: 'Premises',
      columns: {
        id: 'Site id',
        kind: 'Kind',
        site: 'Site',
        steward: 'Steward',
        buildings: 'Buildings',
        rooms: 'Rooms',
        area: 'Building area',
        usable: 'Usable area',
      },
    },
  },
  phrases: {
    '{site} 交接 {by}': '{site}, handed over by {by}', '{site}：续租至 {until}': '{site}: lease renewed until {until}', '{mine} 换 {theirs}': '{mine} for {theirs}',
    '由机关事务管理局派驻点负责人直接管理': 'Managed by the bureau itself through its steward on site',
    '证载建筑面积；房间登记的是使用面积，两者不能相加': 'The gross area of the certificate; rooms hold their usable area, and the two are never added up',
    '决定使用面积系数': 'Decides the share of usable area',
    '从证载面积中分摊到本楼': 'This building’s part of the certificate’s area',
    '地下一层为 -1，没有 0 层': 'The first below ground is -1; there is no floor 0',
    '如“三楼会议室”；不写使用人': 'Such as “meeting room, third floor”; not who uses it',
    '走廊、楼梯、电梯厅不计使用面积，填 0': 'Corridors, stairs and lift halls are no usable area: enter 0',
    '“保密要害部位”只有场所管理员和驻点负责人看得到，查看留痕；不写部位的具体用途': 'Classified places are seen by the places officer and the steward alone, and every look is recorded; what they are for is not written here',
    '选了房间，扫门牌码就是到点': 'With a room chosen, its door code is the proof of having been there',
    '如“灭火器压力在绿区、通道畅通”': 'Such as “extinguisher in the green, passage clear”',
    '不多于应巡查': 'Not more than were to be walked',
    '哪本登记簿或哪份报表，例如 驻点巡查登记本月末汇总': 'Which book or statement, such as the month’s sum in the patrol book',
    '在用单位、面积，为什么不能调剂或腾退': 'Who uses it, how much of it, and why it can be neither exchanged nor vacated',
    '不用填，随值班的场所': 'Left empty: that of the duty',
    驻点一天: 'The site’s day',
    场所总览: 'Premises overview',
    门牌码: 'Door codes',
    今天的巡查: 'Today’s patrol',
    值班表: 'Duty board',
    周期计划: 'Plans',
    '租期将满，请办理续租审批或腾退': 'The lease is ending: have its renewal agreed, or move out',
    '驻点负责即将到期，请安排续任或接任': 'The stewardship is ending: prolong it or name who follows',
  },
} satisfies Words<typeof places>
