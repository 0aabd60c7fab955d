// The words of room requests and states of rooms in English.
const kinds = { allot: 'Rooms wanted', exchange: 'Exchange', vacate: 'Give back', lease: 'Lease', use: 'Change of use', let: 'Let out or lend', dispose: 'Disposal' } as const
const ways = { reallocate: 'From the pool', exchange: 'Exchange', lease: 'Lease', build: 'Build' } as const
const disposals = { reuse: 'Used by others', convert: 'Turned to another use', exchange: 'Exchanged', let: 'Let out by the bureau', auction: 'Auctioned', demolish: 'Pulled down' } as const
const uses = { office: 'Office', service: 'Service room', equipment: 'Equipment room', ancillary: 'Ancillary room', technical: 'Technical room', circulation: 'Passage' } as const
const decided = {
  way: { label: 'How', options: ways }, misfit: 'Why the pool will not do', noExchange: 'Why an exchange will not do', noLease: 'Why a lease will not do', disposal: { label: 'Disposed of by', options: disposals },
  from: 'From', certificate: 'Certificate of use', approval: 'Approval number',
} as const

export const requestEn = {
  title: 'Room requests',
  form: {
    organ: 'Organ', what: { label: 'What for', options: kinds }, room: 'Which room', use: { label: 'Used as', options: uses }, area: 'Usable area wanted',
    party: 'Other party', until: 'Until', reason: 'Reason', papers: 'Papers',
  },
  facts: { ...decided, offered: 'What the pool offered' },
  lines: { rooms: { title: 'Rooms proposed', fields: { room: 'Room', kind: { label: 'Use', options: { own: 'Alone', joint: 'Joint' } } } } },
  states: { asked: 'To be proposed', proposed: 'To be decided', agreed: 'To be carried out', done: 'Carried out', refused: 'Not agreed', dropped: 'Withdrawn' },
  steps: { propose: { label: 'Propose', input: decided }, agree: 'Agree', rework: 'Send back', refuse: 'Refuse', carryOut: 'Hand over and enter', withdraw: 'Withdraw' },
} as const
export const correctionEn = {
  title: 'Corrections of rooms',
  form: { room: 'Room', site: 'Site', area: 'Usable area found', use: { label: 'Use found', options: uses }, note: 'Note', photos: 'Photographs' },
  facts: {},
  lines: { people: { title: 'People on the spot', fields: { person: 'Person', found: { label: 'On the spot', options: { here: 'Sits here', gone: 'Does not sit here' } } } } },
  states: { told: 'To be checked', entered: 'Corrected', kept: 'Ledger left as it is', withdrawn: 'Withdrawn' },
  steps: { enter: 'Enter it', keep: 'Leave the ledger', withdraw: 'Withdraw' },
} as const
export const roomStateEn = {
  title: 'States of rooms',
  fields: {
    site: 'Site', room: 'Room', state: { label: 'State', options: { let: 'Let out', lent: 'Lent', sealed: 'Sealed', idle: 'Idle', disposal: 'To be disposed of' } },
    party: 'Tenant or borrower', approval: 'Approval number', note: 'Note',
  },
} as const
export const patrolEn = {
  title: 'Patrols of rooms',
  form: { site: 'Site', building: 'Building', day: 'Day' },
  facts: { rooms: 'Rooms to see', seen: 'Seen', differing: 'Otherwise than the ledger' },
  lines: {},
  states: { walking: 'Being walked', done: 'Walked', gaps: 'Not all seen' },
  steps: { finish: 'Finish', leave: 'End with rooms not seen' },
} as const
