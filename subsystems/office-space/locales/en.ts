// The words of office space in English.
import type { Words } from '@houqin/words'
import type { officeSpace } from '../src/contract/index.ts'
import { censusEn } from './census-en.ts'
import { claimReportsEn } from './claims-en.ts'
import { cityCodeEn, citySubmissionEn } from './city-en.ts'
import { phrasesEn } from './phrases-en.ts'
import { correctionEn, patrolEn, requestEn, roomStateEn } from './request-en.ts'
import { innerRoomEn, leaseApprovalEn, siteNeedEn, standardsEn } from './standards-en.ts'
import { publicationEn, roomFilingEn } from './yearly-en.ts'

const officeArea = 'Usable office area a person, at most'

export const en = {
  title: 'Office space',
  roles: {},
  registers: {
    allotment: {
      title: 'Allotments',
      fields: {
        organ: 'Organ', room: 'Room',
        kind: { label: 'Use', options: { own: 'Alone', joint: 'Joint' } },
        certificate: 'Certificate of use', agreement: 'Agreement',
      },
    },
    floorPlan: { title: 'Surveyed plans', fields: { site: 'Site', floor: 'Floor', source: 'Drawing', drawnOn: 'Surveyed on' } },
    drawingTolerance: {
      title: 'Tolerances of drawings',
      fields: { of: { label: 'Compared', options: { room: 'Drawn area of a room with the registered one', building: 'Built area of a building with its certificate' } }, share: 'Apart by more than', area: 'And by more than', basis: 'Rests on' },
    },
    roomState: roomStateEn,
    cityCode: cityCodeEn,
    innerRoom: innerRoomEn,
    siteNeed: siteNeedEn,
    leaseApproval: leaseApprovalEn,
  },
  matters: {
    census: censusEn,
    roomRequest: requestEn,
    roomCorrection: correctionEn,
    citySubmission: citySubmissionEn,
    publication: publicationEn,
    roomFiling: roomFilingEn,
    roomPatrol: patrolEn,
    redress: {
      title: 'Redress for office space',
      form: { organ: 'Organ', person: 'Person', room: 'Room', what: 'What is wrong' },
      facts: {
        way: { label: 'How', options: { exchange: 'Exchange', vacate: 'Vacate', share: 'Share', partition: 'Partition', correct: 'Correct the ledger' } },
        newRoom: 'Goes to',
        until: 'Done by',
      },
      lines: {},
      states: { found: 'To be decided', ordered: 'Being put right', closed: 'Put right', dropped: 'Nothing to do' },
      steps: {
        order: { label: 'Decide how', input: { way: { label: 'How', options: { exchange: 'Exchange', vacate: 'Vacate', share: 'Share', partition: 'Partition', correct: 'Correct the ledger' } }, newRoom: 'Goes to', until: 'Done by' } },
        conclude: 'Conclude', rethink: 'Decide anew', drop: 'Nothing to do', withdraw: 'Withdraw',
      },
    },
  },
  standards: {
    ...standardsEn,
    areaByRank: {
      title: 'Office area within the limit',
      explain: 'Nobody’s office has more usable area than his rank allows: 30 ㎡ for the chief of a county or district, 24 for its deputies, 18 for a section chief, 12 for a section deputy, 9 below (the standard of 2014; the figures of 1999 are void). A room that several share may be as large as their limits together; what is beyond is shared in proportion. A rest room or toilet inside counts as office. The area is the usable area entered for the room.',
      parameters: { officeArea },
    },
    organArea: {
      title: 'An organ’s rooms within its entitlement',
      explain: 'Offices, service rooms and equipment rooms of an organ have together no more usable area than A + B + 9 % (A + B): A is its posts by rank times the limit of each, B its establishment times 8 ㎡ (up to 100) to 6 ㎡ (from 200), by a straight line between. Divided by the use coefficient K (65 %, high buildings 60 %), with the canteen and other ancillary rooms, it is the total S that may be built. Establishment and leading posts are two figures; both are read from the organ.',
      parameters: {
        officeArea,
        serviceMost: 'Service rooms each, at most', serviceLeast: 'Service rooms each, at least', serviceUpTo: 'The most up to an establishment of', serviceFrom: 'The least from an establishment of',
        equipment: 'Equipment rooms, share of offices and service rooms', coefficient: 'Use coefficient of the building',
        canteen: 'Canteen each', canteenBeyond: 'Canteen each beyond', canteenUpTo: 'Canteen at the first rate up to',
        car: 'Garage a car', carBeyond: 'Garage a car beyond', carUpTo: 'Garage at the first rate up to',
        bicycle: 'Shed a bicycle', electric: 'Shed an electric bicycle or motorcycle', guard: 'Guard rooms each',
      },
    },
    oneOffice: {
      title: 'One office a person',
      explain: 'An office is given where the main post is. A second one, smaller than the standard, may be approved where the second post is far off and he often works there. Two rooms on one site are two offices as well: join them or give one back.',
      parameters: { atMost: 'Offices, at most' },
    },
    vacatedInTime: {
      title: 'Vacated in time',
      explain: 'Within 1 month of a transfer or retirement the organ takes the office back; within 2 months of giving up a second post its office is vacated. It is counted from the last day of the post; only those are checked who hold a seat where, on the day, they have no post.',
      parameters: { afterLeaving: 'After a transfer or retirement, within', afterSecondPost: 'After giving up a second post, within' },
    },
  },
  signals: {},
  reports: {
    ...claimReportsEn,
    roomsByOrgan: {
      title: 'Rooms by organ',
      columns: {
        id: 'Organ id', organ: 'Organ', establishment: 'Establishment', seated: 'Seated', rooms: 'Rooms', office: 'Offices', service: 'Service rooms', equipment: 'Equipment rooms',
        beside: 'Technical and ancillary rooms', each: 'Office each',
      },
    },
    roomsBySite: {
      title: 'Rooms by site',
      columns: {
        id: 'Site id', site: 'Site', built: 'Certified built area', rooms: 'Rooms', office: 'Offices', service: 'Service rooms', equipment: 'Equipment rooms', beside: 'Technical and ancillary rooms',
        free: 'Offices not given out', people: 'Seated', each: 'Office each',
      },
    },
    roomsByKind: { title: 'Rooms by kind', columns: { use: 'Code of the use', purpose: 'Code of the purpose', kind: 'Use', what: 'Purpose', rooms: 'Rooms', area: 'Usable area', given: 'Given out', people: 'Seated' } },
    officeByRank: { title: 'Offices by rank', columns: { rank: 'Rank', people: 'Seated', office: 'Offices', each: 'Each' } },
  },
  phrases: phrasesEn,
} satisfies Words<typeof officeSpace>
