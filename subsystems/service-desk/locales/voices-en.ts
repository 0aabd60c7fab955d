// Complaints, suggestions and praise in English.
const about = {
  label: 'About',
  options: {
    repair: 'Repairs',
    cleaning: 'Cleaning',
    meals: 'Meals',
    parking: 'Parking',
    order: 'Order and safety',
    meeting: 'Meeting service',
    office: 'Office conditions',
    other: 'Other',
  },
}
const verdict = {
  label: 'Verdict',
  options: { adopted: 'Adopted', partly: 'Adopted in part', planned: 'Planned', declined: 'Not adopted for now' },
}
const published = 'Show on the public board'
const digest = 'Public summary'

export const complaint = {
  title: 'Complaint',
  form: { what: 'Complaint', about, site: 'Site', photos: 'Photos', phone: 'Telephone' },
  facts: { handler: 'Handler', answer: 'Answer', published, digest },
  lines: {},
  states: {
    received: 'To be accepted',
    handling: 'Being handled',
    answered: 'To be rated',
    returned: 'More needed',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  steps: {
    accept: { label: 'Accept', input: { handler: 'Handler' } },
    askMore: 'Ask for more',
    resubmit: 'Add',
    forward: { label: 'Forward', input: { handler: 'Handler' } },
    answer: { label: 'Answer', input: { answer: 'Answer', published, digest } },
    satisfied: 'Satisfied',
    unsatisfied: 'Not satisfied',
    closeUnanswered: 'Close, nobody rated',
    withdraw: 'Withdraw',
  },
}
export const suggestion = {
  title: 'Suggestion',
  form: { what: 'Suggestion', about, site: 'Site', photos: 'Photos' },
  facts: { handler: 'Handler', verdict, answer: 'Answer', published, digest },
  lines: {},
  states: { received: 'To be accepted', considering: 'Being considered', answered: 'To be rated', closed: 'Closed', withdrawn: 'Withdrawn' },
  steps: {
    accept: { label: 'Accept', input: { handler: 'Handler' } },
    forward: { label: 'Forward', input: { handler: 'Handler' } },
    answer: { label: 'Answer', input: { verdict, answer: 'Answer', published, digest } },
    satisfied: 'Satisfied',
    unsatisfied: 'Consider again',
    closeUnanswered: 'Close, nobody rated',
    withdraw: 'Withdraw',
  },
}
export const praise = {
  title: 'Praise',
  form: { what: 'Praise', person: 'Who', team: 'Which team', site: 'Site', photos: 'Photos' },
  facts: { reply: 'Reply', published, digest },
  lines: {},
  states: { received: 'To be passed on', passedOn: 'Passed on', withdrawn: 'Withdrawn' },
  steps: { passOn: { label: 'Pass on and reply', input: { reply: 'Reply', published, digest } }, withdraw: 'Withdraw' },
}
