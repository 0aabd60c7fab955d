// A joining in English.
export const join = {
  title: 'New employee',
  form: { person: 'Name', organ: 'Organ', title: 'Post', startsOn: 'Begins on', room: 'Office', username: 'Username', note: 'Note' },
  facts: { newcomer: 'The newcomer', arrivedOn: 'Came on' },
  lines: {},
  states: { expected: 'Expected', arrived: 'Arrived', cancelled: 'Did not come' },
  steps: { arrive: 'I have arrived', cancel: 'Did not come' },
}
