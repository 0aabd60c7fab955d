// The words of the standards of toilets, service rooms, ancillary rooms, letting and training, and of what they need on record, in English.
export const innerRoomEn = { title: 'Inside offices', fields: { room: 'Office', kind: { label: 'Inside', options: { toilet: 'Toilet', rest: 'Rest room' } }, area: 'Area' } } as const
export const siteNeedEn = { title: 'Approved needs of sites', fields: { site: 'Site', cars: 'Cars', bicycles: 'Bicycles', electric: 'Electric bicycles and motorcycles', guards: 'Guards', basis: 'Number of the approval' } } as const
export const leaseApprovalEn = { title: 'Approvals of renting', fields: { site: 'Site', approval: 'Number of the approval', papers: 'Papers' } } as const

const service = { serviceMost: 'Service rooms each, at most', serviceLeast: 'Service rooms each, at least', serviceUpTo: 'The most up to an establishment of', serviceFrom: 'The least from an establishment of' } as const
export const standardsEn = {
  innerToilet: {
    title: 'Toilets inside offices',
    explain: 'Only the chief of party and government (in a county or district, the county chief) has a toilet in his office, of 6 ㎡ at most and within the area of the office; nobody else has one. A rest room counts as office as well. What is entered as inside an office holds.',
    parameters: { atMost: 'Toilet inside an office, at most' },
  },
  serviceRooms: {
    title: 'Service and equipment rooms',
    explain: 'Service rooms (meetings, reception, files, copying, duty, toilets) by the establishment: 8 ㎡ each up to 100, 6 ㎡ from 200, by a straight line between, (500 − establishment) ÷ 50. Equipment rooms are reckoned at 9 % of offices and service rooms; beyond that, see whether other rooms were entered as equipment. Usable areas; a joint room is shared evenly.',
    parameters: { ...service, equipment: 'Equipment rooms, share of offices and service rooms' },
  },
  ancillaryRooms: {
    title: 'Ancillary rooms within the limit',
    explain: 'Ancillary rooms are limited by built area: the canteen by the establishment that works there, 3.7 ㎡ each up to 100 and 2.6 ㎡ beyond; the garage 40 ㎡ a car, 38 ㎡ beyond 200 places; sheds 1.8 ㎡ a bicycle and 2.5 ㎡ an electric bicycle or motorcycle; guard rooms 25 ㎡ a guard. Usable areas are turned into built ones by the use coefficient. Places, cycles and guards are those on record as approved for the site; without them nothing is judged. Offices and subdistricts are checked; courts, police, schools and public halls have standards of their own.',
    parameters: {
      coefficient: 'Use coefficient of the building', canteen: 'Canteen each', canteenBeyond: 'Canteen each beyond', canteenUpTo: 'Canteen at the first rate up to', car: 'Garage a car', carBeyond: 'Garage a car beyond',
      carUpTo: 'Garage at the first rate up to', bicycle: 'Shed a bicycle', electric: 'Shed an electric bicycle or motorcycle', guard: 'Guard rooms each',
    },
  },
  approvedLetting: {
    title: 'Letting, lending and renting by approval',
    explain: 'Office space is not let out, lent or put to another use, and none is rented without the approval of the government. What the bureau lets out because it stands idle, and what has to be rented, bears the number of an approval: with the state of the room, or as the approval of renting. Without one, get it, take the room back or give the house up.',
    parameters: { approvals: 'Approvals, at least' },
  },
  noTrainingCentre: {
    title: 'No training centre',
    explain: 'Organs build no training centre nor other facility that lodges, seats or feeds guests; schools of the party have rules of their own, and halls of culture and sports are for the public: neither is checked. The day the ordinance came into force was not read in its text and is taken as 2017-12-01, to be confirmed. A dormitory elsewhere is a breach; a class room is to be looked at: trainings are held in meeting rooms.',
    parameters: { atMost: 'Dormitories of organs, at most' },
  },
  configurationOrder: {
    title: 'Order of configuration',
    explain: 'Rooms come from the pool; where the pool will not do, by an exchange; where neither will, by a lease; they are built last. Whoever takes a later step writes on the request why each step before it will not do. It is asked when a way is proposed and again when it is decided; nothing goes on without every reason. Requests that were carried out are checked as well.',
    parameters: { unwritten: 'Steps passed over without a reason, at most' },
  },
  asSeen: {
    title: 'The ledger as rooms are seen',
    explain: 'What a patrol sees at a door is held against the ledger: who sits there, what the room is used for, whether it is let out, lent or idle, and its plate. The newest look at each room counts. A finding goes when the ledger is brought to what was seen, or when the room was put right and a second look agrees. What changes in the ledger later is no difference. A plate is struck off by a second look alone.',
    parameters: { seats: 'People otherwise than entered, at most', uses: 'Uses otherwise than entered, at most', states: 'Letting, lending and idleness otherwise than entered, at most', plates: 'Wrong plates, at most' },
  },
} as const
