// A car's life in English: repairs and what is put right.
const quote = { shop: 'Repair shop', quotation: 'Quotation' }
const parts = { engine: 'Engine', gearbox: 'Gearbox', battery: 'Battery and motor', brakes: 'Brakes', tyres: 'Tyres', steering: 'Steering and suspension', electrics: 'Electrics and lamps', cooling: 'Air conditioning', body: 'Body and glass', consumables: 'Consumables', other: 'Other' }
const received = { paid: 'Paid', invoice: 'Invoice number', explained: 'Why it is more than the quote', invoicePhoto: 'Invoice and settlement' }

export const repair = {
  title: 'Repair of a car',
  form: {
    vehicle: 'Car', organ: 'Used by', reason: { label: 'Why', options: { fault: 'Fault', service: 'Service due', accident: 'Accident', inspection: 'Inspection failed', other: 'Other' } },
    what: 'What is wrong', odometer: 'Odometer', drivable: 'Can be driven', photos: 'Photos',
  },
  facts: { ...quote, quoted: 'Quoted', promised: 'To be ready on', deliveredAt: 'At the shop since', ...received, receivedOn: 'Received on' },
  lines: {
    items: {
      title: 'Items',
      fields: {
        kind: { label: 'Kind', options: { part: 'Part', labour: 'Labour' } }, part: { label: 'Part of the car', options: parts }, what: 'Item', quantity: 'Quantity', price: 'Price', warranty: 'Warranty',
        outcome: { label: 'Done or not', options: { done: 'Done', dropped: 'Not done' } },
      },
    },
  },
  states: { asked: 'To be quoted', quoted: 'To be submitted', approved: 'To go to the shop', inShop: 'At the shop', closed: 'Mended', dropped: 'Not mended' },
  steps: {
    quote: { label: 'Enter the quote', input: quote }, requote: { label: 'Change the quote', input: quote }, submit: 'Submit',
    deliver: { label: 'Take to the shop', input: { promised: 'To be ready on' } }, extend: 'Further items', receive: { label: 'Receive', input: received }, drop: 'Do not mend', withdraw: 'Withdraw',
  },
}
export const fleetRedress = {
  title: 'Redress of the fleet',
  form: {
    rule: { label: 'About', options: { marked: 'Marking', licenceHolds: 'Licence', priceAndDisplacement: 'Price and displacement', withinEstablishment: 'Establishment', newEnergyShare: 'Share of new energy', repairWorth: 'Cost of repairs', repairWarranty: 'Mended again within warranty' } },
    vehicle: 'Car', driver: 'Driver', organ: 'Organ', what: 'What is wrong',
  },
  facts: { how: 'How it is mended', until: 'Mended by' },
  lines: {},
  states: { found: 'Way to be settled', ordered: 'Being mended', closed: 'Mended', dropped: 'Nothing to mend' },
  steps: { order: { label: 'Settle the way', input: { how: 'How it is mended', until: 'Mended by' } }, conclude: 'Conclude', rethink: 'Settle another way', drop: 'Nothing to mend', withdraw: 'Withdraw' },
}
export const lifeStandards = {
  repairWorth: {
    title: 'Repairs against worth',
    explain: 'A car whose repairs of twelve months cost more than a share of what it is worth is looked at first: mend on, or ask to dispose of it. The worth is the price written off evenly by month, never below the residual value. Share, years and residual value are the bureau’s own; the audit lists what is beyond; while a repair is asked for it is only pointed out. Costs are kept car by car (Regulations on Government Offices Administration, article 26).',
    parameters: { share: 'Repairs of twelve months, at most so much of the worth', years: 'Written off in', residual: 'Residual share of the price' },
  },
  repairWarranty: {
    title: 'Mended again within warranty',
    explain: 'A part that is to be mended again while the last repair of it is under warranty goes to whoever mended it and is not paid for twice. The months are those entered on receipt, from that day on; consumables do not count. The audit lists it; while a repair is asked for it is only pointed out: say why where the warranty does not cover it.',
    parameters: { grace: 'Pointed out after the warranty ended, for' },
  },
}
export const lifePhrases = {
  办过的事: 'What it has been through',
  报修车辆: 'Report a car',
  '车有毛病、该保养了,拍照报给公车管理员': 'A car that is broken or due for service',
  政府采购的定点维修厂: 'A shop appointed by government purchase',
  实付超过报价时必须说明: 'Required where more is paid than was quoted',
  '从检查结果带来,可以补充': 'Brought from what the audit found; add to it',
  不填时随车辆或驾驶员: 'That of the car or driver unless told',
}
