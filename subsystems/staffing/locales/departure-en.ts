// A departure in English.
export const departure = {
  title: 'Departure',
  form: {
    person: 'Who leaves',
    kind: { label: 'Kind', options: { resign: 'Resigns', retire: 'Retires', out: 'Leaves the district', within: 'To another organ of the district' } },
    on: 'From which day', why: 'Why', toOrgan: 'To which organ', toTitle: 'As what', papers: 'Orders and approvals', organ: 'Organ left',
  },
  facts: { leaver: 'Who leaves', goneOn: 'Left on' },
  lines: {
    settled: {
      title: 'Handed over',
      fields: {
        title: 'What',
        way: { label: 'How', options: { hand: 'Handed over', end: 'Taken back', waive: 'Left as it is' } },
        to: 'To whom', reason: 'Why', outcome: { label: 'Outcome', options: { done: 'Done', waived: 'Left as it is', planned: 'On the day', replaced: 'Changed', failed: 'Could not be done' } }, item: 'Code',
      },
    },
  },
  states: { drafted: 'To be submitted', settling: 'Handing over', gone: 'Gone, not settled', closed: 'Settled', dropped: 'Stays' },
  steps: { submit: 'Submit for approval', settle: 'Settle an item', leave: 'He leaves today', close: 'All is settled', drop: 'He stays' },
}
