// A leave in English.
export const leave = {
  title: 'Leave',
  form: {
    kind: { label: 'Kind', options: { annual: 'Annual', personal: 'Personal', sick: 'Sick', marriage: 'Marriage', maternity: 'Maternity', bereavement: 'Bereavement', training: 'Training elsewhere' } },
    from: 'From', to: 'To', reason: 'Why', deputy: 'Who stands in', organ: 'Organ',
  },
  facts: { days: 'Working days', asker: { label: 'Who asks', options: { head: 'Head of an organ', staff: 'Other staff' } }, backOn: 'Back on' },
  lines: {
    handover: {
      title: 'Handed over',
      fields: {
        what: { label: 'What', options: { matter: 'A matter in hand', key: 'Keys and seals', duty: 'Duty and others' } },
        number: 'Number', title: 'What it is', to: 'To whom',
        outcome: { label: 'Outcome', options: { handed: 'Handed over', closed: 'Over, nothing to hand' } },
      },
    },
  },
  states: { drafted: 'To be submitted', away: 'Approved', back: 'Back', dropped: 'Dropped' },
  steps: { submit: 'Submit for approval', handOver: 'Hand over more', returns: 'I am back', drop: 'Drop' },
}
