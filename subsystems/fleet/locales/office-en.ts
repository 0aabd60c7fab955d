// The office of cars in English: what is asked, dispatched and paid.
const purpose = { inspection: 'Inspection', meeting: 'Meeting or training', reception: 'Reception', documents: 'Delivery of documents', emergency: 'Emergency', enforcement: 'Enforcement', seniors: 'Service to the retired', other: 'Other duty' }
const planned = { outAt: 'To leave', backAt: 'To be back' }

export const use = {
  title: 'Use of a car',
  form: {
    purpose: { label: 'Purpose', options: purpose }, why: 'Why', whence: 'From', site: 'Site it leaves from', whither: 'To',
    leavesAt: 'Leaves at', returnsAt: 'Back at', passengers: 'Passengers', traveller: 'Traveller', phone: 'Telephone', note: 'Anything to add',
  },
  facts: {
    vehicle: 'Car', driver: 'Driver', person: 'At the wheel', ...planned, pooledWith: 'Rides with', hiredFrom: 'Hired from', hiredFor: 'Price of hire',
    acceptedAt: 'Accepted at', leftAt: 'Left at', cameAt: 'Back at', odometerOut: 'Odometer on leaving', odometerBack: 'Odometer on return',
    photosOut: 'Photo of the odometer on leaving', photosBack: 'Photo of the odometer on return', kilometres: 'Kilometres', cost: 'Cost',
  },
  lines: {
    expenses: {
      title: 'Expenses',
      fields: {
        kind: { label: 'Item', options: { fuel: 'Fuel', charging: 'Charging', toll: 'Toll', parking: 'Parking', washing: 'Washing', lodging: 'Board and lodging', other: 'Other' } },
        amount: 'Amount', receipt: 'Receipt number',
      },
    },
  },
  states: {
    drafted: 'For the organ to approve', approved: 'Waits for a car', dispatched: 'Car sent', underway: 'Under way', pooled: 'Rides along', hired: 'Hired',
    returned: 'To be confirmed', closed: 'Done', refused: 'No car given', withdrawn: 'Withdrawn',
  },
  steps: {
    submit: 'Ask the organ to approve',
    dispatch: { label: 'Send a car', input: { vehicle: 'Car', driver: 'Driver', ...planned } },
    reassign: { label: 'Send another', input: { vehicle: 'Car', driver: 'Driver', ...planned } },
    pool: { label: 'Ride along', input: { pooledWith: 'Rides with' } },
    hire: { label: 'Hire', input: { hiredFrom: 'Hired from', hiredFor: 'Price of hire' } },
    recall: 'Take back', accept: 'Accept', decline: 'Decline',
    depart: { label: 'Leave', input: { odometerOut: 'Odometer on leaving', photosOut: 'Photo of the odometer on leaving' } },
    spend: 'Enter expenses',
    finish: { label: 'Come back', input: { odometerBack: 'Odometer on return', photosBack: 'Photo of the odometer on return' } },
    arrive: 'Is back', confirm: 'Confirm', closeUnanswered: 'Close unanswered', refuse: 'Give no car', withdraw: 'Withdraw', urge: 'Urge',
  },
}
const classes = { confidential: 'Confidential courier', emergency: 'Emergency and support', enforcement: 'Law enforcement', special: 'Special technical', other: 'Other as provided' }
export const registers = {
  establishment: { title: 'Establishment of cars', fields: { organ: 'Organ', use: { label: 'Class', options: classes }, count: 'Establishment', document: 'Approved by' } },
  cost: {
    title: 'Costs by car',
    fields: {
      vehicle: 'Car', kind: { label: 'Item', options: { fuel: 'Fuel', charging: 'Charging', toll: 'Toll', repair: 'Repair', insurance: 'Insurance', parking: 'Parking', inspection: 'Inspection', washing: 'Washing', other: 'Other' } },
      day: 'Day', amount: 'Amount', quantity: 'Quantity', odometer: 'Odometer', card: 'Card', shop: 'Appointed shop', at: 'Time', source: 'Slip or receipt',
    },
  },
  card: {
    title: 'Fuel and toll cards',
    fields: { number: 'Number', kind: { label: 'Kind', options: { fuel: 'Fuel', toll: 'ETC toll', charging: 'Charging' } }, vehicle: 'Car', issuer: 'Issuer', until: 'Valid until', standing: { label: 'Standing', options: { inUse: 'In use', lost: 'Reported lost', closed: 'Closed' } } },
  },
  shop: {
    title: 'Appointed shops',
    fields: { name: 'Name', kind: { label: 'Kind', options: { repair: 'Repair', fuel: 'Fuel', insurance: 'Insurance', hire: 'Hire' } }, address: 'Address', phone: 'Telephone', tender: 'Tender number', longitude: 'Longitude', latitude: 'Latitude', until: 'Agreement until' },
  },
  rental: { title: 'Rental contracts', fields: { number: 'Number', company: 'Company', organ: 'Used by', seats: 'Seats', price: 'Rent a day', begins: 'Begins', until: 'Ends', paper: 'Contract' } },
}
export const standards = {
  priceAndDisplacement: {
    title: 'Price and displacement within the limits',
    explain: 'Confidential couriers up to 120,000 yuan and 1.6 L; emergency and other cars up to 180,000 yuan and 1.8 L; law enforcement up to 120,000 yuan and 1.6 L, where work needs it 180,000 yuan and 1.8 L; new-energy saloons up to 180,000 yuan. In special cases, by approval, small and medium passenger cars up to 250,000 yuan and 3.0 L or large coaches up to 450,000 yuan: the approval is entered with the car, and without one it is listed as beyond the limit. Prices are without purchase tax (to be confirmed). Special technical cars are decided as needed and not judged here.',
    parameters: { price: 'Price, at most', displacement: 'Displacement, at most', newEnergyPrice: 'Price of a new-energy saloon, at most', specialPrice: 'Price by approval, at most', specialDisplacement: 'Displacement by approval, at most', coachPrice: 'Price of a large coach, at most' },
  },
  withinEstablishment: {
    title: 'Cars within the establishment',
    explain: 'The cars of an organ are approved by class, and it keeps no more (Regulations on Government Offices Administration, article 25). Confidential, emergency and other cars are approved by the authority for official cars, enforcement and special ones by finance and filed with it. What has been disposed of does not count; graded cars are checked by their keeper. Cars without one entered are only pointed out.',
    parameters: { over: 'Beyond the establishment, at most' },
  },
  eightYears: {
    title: 'Eight years: appraise first',
    explain: 'A car may be renewed once it has been used for more than 8 years; one that is still usable is kept in use. Nothing is renewed early because a leader was promoted or moved. Those past the term are listed: have them appraised, keep what is usable, renew or dispose of the rest.',
    parameters: { years: 'May be renewed after' },
  },
  newEnergyShare: {
    title: 'Share of new energy among cars bought',
    explain: 'Of the cars bought newly or in renewal at least three in ten are of new energy. It is asked of central organs (October 2024) and followed here; all cars of the district bought in the twelve months before the day count together, without special technical ones.',
    parameters: { share: 'Share of new energy, at least' },
  },
  marked: {
    title: 'Marked as official cars',
    explain: 'Official cars carry the common mark, except those of special work in state security or investigation. What may go without is entered as exempt by approval; a new car has some days, which the bureau sets.',
    parameters: { days: 'To be marked after registration within' },
  },
  fitForRoad: {
    title: 'Insured and inspected',
    explain: 'A car on the road is insured and inspected on the day. One that is past either is not dispatched and does not drive: renew it first and enter the new last day. Where no last day is entered it is pointed out and not taken for past. Insurance is bought from the appointed insurer.',
    parameters: { insuranceDays: 'Days on the road after insurance ended', inspectionDays: 'Days on the road after the inspection ended' },
  },
  licenceHolds: {
    title: 'Licence in force',
    explain: 'The licence of whoever is sent out is in force on the day the car comes back. It can be renewed from ninety days before it ends; enter the new last day among the drivers.',
    parameters: { days: 'Days of driving after the licence ended' },
  },
}
export const phrases = {
  '卡 {number}': 'Card {number}',
  '{#} {whence} → {whither} {passengers} 人：{why}': '{#} {whence} → {whither}, {passengers} on board: {why}',
  我要用车: 'Ask for a car',
  我的出车: 'My journeys',
  派车台: 'Dispatch board',
  '要一辆车，单位批准后派出': 'Sent once your organ approves',
  '各单位都可以申请；不勾的只派给使用单位自己': 'Every organ may ask for it; without this only the organ that uses it',
  '从登记的场所出发时填，用来算哪辆车近': 'Where it leaves from a registered site: tells which car is near',
  公车检查: 'Audit of the fleet',
  价格或排量超过本类一般标准时填批准文件: 'The approval where price or displacement is beyond what is usual for its class',
  '加油填升数，充电填千瓦时': 'Litres of fuel, kilowatt-hours charged',
  一车一卡: 'One card, one car',
  不填为各单位共用: 'Shared by all organs unless told',
  驾驶员到了打这个电话: 'The driver calls it on arrival',
  不填为申请人: 'Whoever asks unless told',
}
