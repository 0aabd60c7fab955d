// A role request in English.
export const roleRequest = {
  title: 'Role request',
  form: {
    person: 'For whom',
    deed: { label: 'What', options: { give: 'Give', withdraw: 'Withdraw' } },
    organ: 'Organ',
    reason: 'Why',
  },
  facts: { weight: { label: 'Reach', options: { withdraw: 'Withdrawal', local: 'One organ or site', district: 'Whole district', system: 'System, security or audit administration' } } },
  lines: {
    roles: {
      title: 'Roles',
      fields: {
        title: 'Role', organ: 'Organ', site: 'Site', from: 'From', to: 'To',
        outcome: { label: 'Outcome', options: { done: 'Done', declined: 'Declined' } },
        role: 'Id',
      },
    },
  },
  states: { drafted: 'To be submitted', approved: 'To be executed', done: 'Done', declined: 'Not done', dropped: 'Dropped' },
  steps: { submit: 'Submit for approval', revise: 'Add roles', execute: 'Execute', decline: 'Cannot be done', drop: 'Drop' },
}
