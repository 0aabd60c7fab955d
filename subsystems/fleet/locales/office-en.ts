// The office of cars in English: what is asked, dispatched and paid.
const purpose = { inspection: 'Inspection', meeting: 'Meeting or training', reception: 'Reception', documents: 'Delivery of documents', emergency: 'Emergency', enforcement: 'Enforcement', seniors: 'Service to the retired', other: 'Other duty' }
const planned = { outAt: 'To leave', backAt: 'To be back' }

export const use = {
  title: 'Use of a car',
  form: {
    purpose: { label: 'Purpose', options: purpose }, why: 'What for', whence: 'From', site: 'Site it leaves from', whither: 'To',
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
export const standards = {
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
  我要用车: 'Ask for a car',
  我的出车: 'My journeys',
  派车台: 'Dispatch board',
  '要一辆车,单位批准后派出': 'Sent once your organ approves',
  '各单位都可以申请;不勾的只派给使用单位自己': 'Every organ may ask for it; without this only the organ that uses it',
  '从登记的场所出发时填,用来算哪辆车近': 'Where it leaves from a registered site: tells which car is near',
  驾驶员到了打这个电话: 'The driver calls it on arrival',
  不填为申请人: 'Whoever asks unless told',
}
