// Programmes 功能构成: how the usable area of each kind of site is divided by use, and into which rooms.
import type { RoomPurpose, RoomUse, SiteKind } from '../src/contract/index.ts'

export type Use = Exclude<RoomUse, 'circulation'>
/** Shares of usable area, in percent. */
export const programmes: Readonly<Record<SiteKind, Readonly<Record<Use, number>>>> = {
  office: { office: 38, service: 24, equipment: 8, ancillary: 8, technical: 22 },
  serviceHall: { office: 23, service: 13, equipment: 6, ancillary: 5, technical: 53 },
  subdistrict: { office: 31, service: 16, equipment: 5, ancillary: 5, technical: 43 },
  police: { office: 23, service: 9, equipment: 4, ancillary: 5, technical: 59 },
  justice: { office: 14, service: 12, equipment: 6, ancillary: 6, technical: 62 },
  station: { office: 34, service: 9, equipment: 3, ancillary: 3, technical: 51 },
  archive: { office: 6, service: 6, equipment: 8, ancillary: 2, technical: 78 },
  culture: { office: 6, service: 7, equipment: 7, ancillary: 3, technical: 77 },
  health: { office: 15, service: 8, equipment: 6, ancillary: 3, technical: 68 },
  school: { office: 11, service: 12, equipment: 7, ancillary: 14, technical: 56 },
  store: { office: 12, service: 4, equipment: 3, ancillary: 3, technical: 78 },
}

/** A kind of room: how often against the others, and its area in ㎡ (least, middle, most). */
export interface RoomMould {
  readonly purpose: RoomPurpose
  readonly weight: number
  readonly area: readonly [number, number, number]
}
export const moulds: Readonly<Record<Exclude<Use, 'technical'>, readonly RoomMould[]>> = {
  office: [
    { purpose: 'office', weight: 100, area: [11.2, 22.4, 58] }, { purpose: 'leaderOffice', weight: 26, area: [10.8, 14.2, 23.6] },
  ],
  service: [
    { purpose: 'meeting', weight: 26, area: [18, 42, 240] }, { purpose: 'reception', weight: 9, area: [15, 24, 60] }, { purpose: 'archive', weight: 16, area: [12, 26, 80] },
    { purpose: 'copying', weight: 10, area: [8, 14, 32] }, { purpose: 'pantry', weight: 16, area: [5, 9, 16] }, { purpose: 'toilet', weight: 40, area: [12, 20, 38] },
    { purpose: 'storage', weight: 18, area: [6, 15, 46] }, { purpose: 'duty', weight: 8, area: [12, 18, 30] }, { purpose: 'cleaners', weight: 10, area: [4, 7, 12] },
    { purpose: 'party', weight: 6, area: [24, 46, 110] },
  ],
  equipment: [
    { purpose: 'powerRoom', weight: 30, area: [6, 16, 90] }, { purpose: 'pumpRoom', weight: 12, area: [14, 32, 110] }, { purpose: 'airPlant', weight: 26, area: [10, 26, 140] },
    { purpose: 'serverRoom', weight: 32, area: [5, 13, 70] },
  ],
  ancillary: [
    { purpose: 'canteen', weight: 14, area: [40, 130, 620] }, { purpose: 'kitchen', weight: 12, area: [24, 62, 210] }, { purpose: 'garage', weight: 24, area: [18, 60, 680] },
    { purpose: 'guard', weight: 40, area: [8, 15, 32] },
  ],
}
const windowRoom: RoomMould = { purpose: 'window', weight: 60, area: [14, 36, 120] }
const interview: RoomMould = { purpose: 'interview', weight: 34, area: [10, 17, 30] }
const hall: RoomMould = { purpose: 'hall', weight: 6, area: [90, 260, 1100] }
const caseStore: RoomMould = { purpose: 'caseStore', weight: 16, area: [16, 46, 180] }
const laboratory: RoomMould = { purpose: 'laboratory', weight: 60, area: [18, 44, 120] }
const stacks: RoomMould = { purpose: 'stacks', weight: 50, area: [40, 130, 360] }
const exhibition: RoomMould = { purpose: 'exhibition', weight: 30, area: [60, 180, 900] }
const classroom: RoomMould = { purpose: 'training', weight: 26, area: [40, 86, 320] }
const command: RoomMould = { purpose: 'command', weight: 8, area: [30, 70, 220] }

export const technicalMoulds: Readonly<Record<SiteKind, readonly RoomMould[]>> = {
  office: [windowRoom, { ...interview, weight: 20 }, { ...command, weight: 12 }, { ...stacks, weight: 16 }],
  serviceHall: [windowRoom, hall, interview],
  subdistrict: [windowRoom, { ...hall, weight: 5 }, interview, { ...caseStore, weight: 14 }, command],
  police: [interview, caseStore, windowRoom, command, { ...hall, weight: 3 }],
  justice: [{ purpose: 'courtroom', weight: 30, area: [40, 78, 320] }, interview, caseStore, { ...windowRoom, weight: 30 }, { ...stacks, weight: 10 }],
  station: [windowRoom, laboratory, caseStore],
  archive: [stacks, { ...laboratory, weight: 6 }, { ...exhibition, weight: 5 }],
  culture: [exhibition, classroom, { ...hall, weight: 12 }, { ...stacks, weight: 14 }],
  health: [laboratory, windowRoom, { ...hall, weight: 4 }, { ...caseStore, weight: 10 }],
  school: [classroom, { purpose: 'dormitory', weight: 92, area: [22, 28, 46] }],
  store: [{ ...caseStore, weight: 60, area: [60, 190, 900] }, { ...windowRoom, weight: 14 }],
}
