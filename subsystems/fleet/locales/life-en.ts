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
    rule: { label: 'About', options: { marked: 'Marking', licenceHolds: 'Licence', priceAndDisplacement: 'Price and displacement', withinEstablishment: 'Establishment', newEnergyShare: 'Share of new energy', repairWorth: 'Cost of repairs', repairWarranty: 'Mended again within warranty', disposalInOrder: 'Renewal and disposal', useWithoutDispatch: 'Standing and late-filed use', singleCarKept: 'Single-car account', plainInterior: 'Interior and fittings', ownCars: 'Borrowed or donated', appointedShops: 'Appointed shops', unapprovedUse: 'Used without approval' } },
    vehicle: 'Car', driver: 'Driver', organ: 'Organ', what: 'What is wrong',
  },
  facts: { how: 'How it is mended', until: 'Mended by' },
  lines: {},
  states: { found: 'Way to be settled', ordered: 'Being mended', closed: 'Mended', dropped: 'Nothing to mend' },
  steps: { order: { label: 'Settle the way', input: { how: 'How it is mended', until: 'Mended by' } }, conclude: 'Conclude', rethink: 'Settle another way', drop: 'Nothing to mend', withdraw: 'Withdraw' },
}
const day = 'Inspected on', inspected = { day, station: 'Station', fee: 'Fee', report: 'Report' }
const insuranceKind = { label: 'Kind', options: { compulsory: 'Compulsory', commercial: 'Commercial' } }
const result = { label: 'Result', options: { passed: 'Passed', failed: 'Failed' } }
export const lifeRegisters = {
  sealCheck: {
    title: 'Looks at sealed cars',
    fields: {
      immobilisation: 'Which immobilisation', vehicle: 'Car', seenAt: 'Seen at', seenBy: 'Seen by', place: 'Where', odometer: 'Odometer', photos: 'Photos', note: 'Note',
      found: { label: 'What was seen', options: { asLeft: 'Where it belongs, and not moved', elsewhere: 'Elsewhere than where it belongs', driven: 'Moved', missing: 'Not there' } },
    },
  },
  insurance: { title: 'Insurance policies', fields: { vehicle: 'Car', kind: insuranceKind, number: 'Policy number', insurer: 'Insurer', begins: 'Begins', until: 'Until', premium: 'Premium', paper: 'Policy' } },
  inspection: { title: 'Inspections', fields: { vehicle: 'Car', day, result, until: 'Valid until', station: 'Station', fee: 'Fee', note: 'What did not pass', paper: 'Report' } },
}
export const roadPapers = {
  title: 'Insurance and inspection',
  form: { vehicle: 'Car', organ: 'Used by', what: { label: 'What', options: { insurance: 'Insurance', inspection: 'Inspection' } }, note: 'Note' },
  facts: { ...inspected, result, until: 'Valid until', found: 'What did not pass', contract: 'Policy', premium: 'Premiums together' },
  lines: { bought: { title: 'Policies', fields: { kind: insuranceKind, insurer: 'Insurer', number: 'Policy number', begins: 'Begins', until: 'Until', premium: 'Premium' } } },
  states: { open: 'To be done', closed: 'Done', dropped: 'Not done' },
  steps: {
    insure: { label: 'Enter the policies', input: { contract: 'Policy' } }, pass: { label: 'Inspection passed', input: { ...inspected, until: 'Valid until' } },
    fail: { label: 'Inspection failed', input: { ...inspected, found: 'What did not pass' } }, drop: 'Do not do it', withdraw: 'Withdraw',
  },
}
const responsibility = { label: 'Responsibility', options: { full: 'Full', main: 'Main', equal: 'Equal', minor: 'Minor', none: 'None' } }
const decision = { decision: 'Number of the decision', handleBy: 'To be handled by', papers: 'Decision and receipts' }
const fined = { points: 'Points', fine: 'Fine' }
const settledBy = { damage: 'Damage', insurerPaid: 'Paid by the insurer', payer: { label: 'Who pays the rest', options: { driver: 'The driver', organ: 'The organ', other: 'The other side' } }, receipt: 'Receipt' }
export const incident = {
  title: 'Accidents and violations',
  form: { vehicle: 'Car', organ: 'Used by', kind: { label: 'Kind', options: { accident: 'Accident', violation: 'Violation' } }, at: 'When', place: 'Where', driver: 'Driver', what: 'What happened', photos: 'Photos' },
  facts: { slip: 'Slip at that time', drove: 'Driver at the wheel', person: 'At the wheel', responsibility, ...fined, ...decision, ...settledBy, ownPart: 'Paid beside', settledOn: 'Handled on', repair: 'Repair' },
  lines: {},
  states: { reported: 'To be determined', determined: 'To be handled', closed: 'Handled', dropped: 'Dropped' },
  steps: {
    determine: { label: 'Enter who answers for it', input: { responsibility, ...decision } }, decide: { label: 'Enter the penalty', input: { ...fined, ...decision } }, mend: 'Have it mended',
    settle: { label: 'Enter how it was handled', input: settledBy }, payFine: { label: 'Enter the payment', input: { receipt: settledBy.receipt } }, drop: 'Drop', withdraw: 'Withdraw',
  },
}
const appraisal = { usable: { label: 'Appraised as', options: { usable: 'Usable', unusable: 'No longer usable' } }, appraised: 'Appraisal', appraiser: 'Appraised by', worth: 'Appraised worth', appraisal: 'Report' }
const sale = { way: { label: 'Way', options: { auction: 'Auction', scrap: 'Scrapping', allot: 'Allotted for nothing' } }, buyer: 'Buyer or recycler', soldFor: 'Sold for', deal: 'Confirmation' }
const deregistration = { certificate: 'Deregistration certificate', deregisteredOn: 'Deregistered on' }
const paid = { fees: 'Fees and taxes', income: 'Paid in', voucher: 'Non-tax voucher' }
export const disposal = {
  title: 'Renewal and disposal',
  form: { vehicle: 'Car', organ: 'Used by', why: { label: 'Why', options: { renewal: 'Renewal after its term', worn: 'Cannot be used', damaged: 'Damaged in an accident', surplus: 'Too many or idle' } }, grounds: 'Grounds' },
  facts: { ...appraisal, keepUntil: 'Kept until', ...sale, ...deregistration, ...paid, paidInOn: 'Paid in on' },
  lines: {},
  states: { asked: 'To be appraised', appraised: 'To be submitted', approved: 'To be disposed of', sold: 'To be deregistered', deregistered: 'Income to be paid in', closed: 'Disposed of', kept: 'Kept in use', dropped: 'Not disposed of' },
  steps: {
    appraise: { label: 'Enter the appraisal', input: appraisal }, keep: { label: 'Keep in use', input: { keepUntil: 'Kept until' } }, submit: 'Submit', sell: { label: 'Enter the disposal', input: sale },
    deregister: { label: 'Enter the deregistration', input: deregistration }, payIn: { label: 'Pay the income in', input: paid }, drop: 'Do not dispose', withdraw: 'Withdraw',
  },
}
const handed = { handedOn: 'Handed over on', document: 'Approval', odometer: 'Odometer on hand-over', papers: 'Hand-over paper' }
export const transfer = {
  title: 'Transfer and change of class',
  form: {
    what: { label: 'What', options: { organ: 'To another organ', use: 'To another class' } }, vehicle: 'Car', organ: 'Used by', toOrgan: 'To which organ',
    toUse: { label: 'To which class', options: { confidential: 'Confidential courier', emergency: 'Emergency and support', enforcement: 'Law enforcement', special: 'Special technical', other: 'Other as provided' } }, why: 'Grounds',
  },
  facts: handed,
  lines: {},
  states: { drafted: 'To be submitted', approved: 'To be handed over', closed: 'Done', dropped: 'Not done' },
  steps: { submit: 'Submit', handOver: { label: 'Enter the hand-over', input: handed }, drop: 'Do not do it', withdraw: 'Withdraw' },
}
export const standingUse = {
  title: 'Standing and late-filed use',
  form: {
    kind: { label: 'Kind', options: { standing: 'Standing use', afterwards: 'Emergency filed afterwards' } }, vehicle: 'Car', organ: 'Used by', duty: 'Post or duty', begins: 'From', ends: 'Until', driver: 'Driver', whither: 'Where to',
    odometerOut: 'Odometer on leaving', odometerBack: 'Odometer on return', why: 'Grounds',
  },
  facts: {},
  lines: {},
  states: { drafted: 'To be approved', agreed: 'Approved', closed: 'Ended', filed: 'Filed', dropped: 'Withdrawn' },
  steps: { submit: 'Ask to approve', file: 'Ask to approve the filing', end: 'End', withdraw: 'Withdraw' },
}
export const exemption = {
  title: 'Letting a car off over a holiday',
  form: { immobilisation: 'Which immobilisation', vehicle: 'Car', organ: 'Used by', duty: 'What duty', place: 'Where', why: 'Why it cannot be sealed' },
  facts: { reason: 'Reason in the notice' },
  lines: {},
  states: { asked: 'To be decided', granted: 'Let off', refused: 'Sealed as all', withdrawn: 'Withdrawn' },
  steps: { grant: { label: 'Let it off', input: { reason: 'Reason in the notice' } }, refuse: 'Seal it as all', withdraw: 'Withdraw' },
}
export const lifeStandards = {
  disposalInOrder: {
    title: 'Renewal and disposal in order',
    explain: 'A car may be renewed once it has been used for more than 8 years; one that is still usable is kept in use; earlier renewal is approved strictly and never because a leader was promoted or moved. What is too many or idle and usable goes to an organ that lacks one first; what goes early because it was damaged or cannot be used has an appraisal.',
    parameters: { years: 'May be renewed after' },
  },
  useWithoutDispatch: {
    title: 'Standing and late-filed use',
    explain: 'Official cars are kept together, dispatched together, and their use is registered (Regulations on Government Offices Administration, article 26). What an emergency leaves no time for is filed afterwards, within a limit; where an organ or a post needs one car for long, the grounds and the days are written down and asked for anew when they are over; no car is one person’s. Limit and longest time are the bureau’s own.',
    parameters: { hours: 'An emergency is filed after its end within', days: 'A standing use lasts, at most' },
  },
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
  '{vehicle}：调拨到{toOrgan}': '{vehicle}: transferred to {toOrgan}', '{vehicle}：变更为{toUse}': '{vehicle}: to be used as {toUse}',
  '值班备勤、抢险、急救、机要等特殊工作需要': 'Standing by, rescue, first aid, couriers and the like',
  执行任务和平时停放的地点: 'Where it works and stands',
  不填时用申请里的任务: 'The duty asked for unless told',
  '看到车的必填，与放假前的读数对照': 'Required where the car was seen, to hold against the reading before',
  车和里程表: 'The car and its odometer',
  '封存结束后多少天内核验完，到期在“到期一览”里提醒': 'How long after the last day; the due list warns of it',
  '逐车核验：行驶的核查、没有消息的现场看过，登记核验完成': 'Verify car by car: ask about what moved, look at what nobody heard, and conclude it',
  '行驶的都核查了、没有消息的都现场看过，才能登记': 'Once it was asked about every car that moved, and every car nobody heard was looked at',
  封存开始前办: 'Before the immobilisation begins',
  '同意的列入封存通知，没有列入的车在指定地点封存，行驶即告警': 'What is granted stands in the notice; every other car is sealed where it belongs, and an alarm rises when it moves',

  到这一天前不再提示更新: 'Until that day it is not pointed out again',
  '成交价减去税费，一分不差': 'Sold for, less fees, to the cent',
  '不得因领导职务晋升、调任提前更新': 'Never early because a leader was promoted or moved',
  '变更用途时必填；调拨时不变更的不填': 'Required for a change of class; left empty for a transfer that keeps it',
  '给单位或岗位用，不得固定给个人使用': 'For an organ or a post, never one person’s',
  '按这辆车上次登记的里程，不对的改': 'As this car was registered last; correct it where it was another',
  保险年检到期: 'Insurance and inspection due',
  事故和违法: 'Accidents and violations',
  '没有的填 0': '0 where there is none',
  损失减去赔付是自付: 'Damage less this is what is paid oneself',
  不合格的不填: 'Left out for what has not passed',
  合格的必填: 'Required for what has passed',
  不填时按当时的派车单: 'That of the slip at that time unless told',
  办过的事: 'What it has been through',
  报修车辆: 'Report a car',
  '车有毛病、该保养了，拍照报给公车管理员': 'A car that is broken or due for service',
  政府采购的定点维修厂: 'A shop appointed by government purchase',
  实付超过报价时必须说明: 'Required where more is paid than was quoted',
  '从检查结果带来，可以补充': 'Brought from what the audit found; add to it',
  '未经批准的，登记后随即立公车整改；经批准而没有派车单的，补办用车手续': 'Used without approval: its redress is started at once. Approved and without a slip: file the use afterwards',
  不填时随车辆或驾驶员: 'That of the car or driver unless told',
}
