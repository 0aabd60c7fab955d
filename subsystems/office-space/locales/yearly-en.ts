// The words of the yearly publication and the yearly filing in English.
export const publicationEn = {
  title: 'Publication of rooms',
  form: { year: 'Year', corrects: 'What is corrected' },
  facts: { day: 'Day of the data', edition: 'Edition', sites: 'Sites', organs: 'Organs', built: 'Certified built area', area: 'Usable area of offices, service and equipment rooms', digest: 'Digest', publishedOn: 'Published on' },
  lines: {},
  states: { draft: 'To be checked', checked: 'To be published', published: 'Published', dropped: 'Dropped' },
  steps: { check: 'Checked', publish: 'Publish', drop: 'Drop' },
} as const
export const roomFilingEn = {
  title: 'Filing of leaders’ rooms',
  form: { organ: 'Organ', year: 'Year' },
  facts: { leaders: 'Leaders', deviating: 'Beyond the standard', remark: 'What the organ says' },
  lines: { leaders: { title: 'Leaders and their rooms', fields: { person: 'Name', post: 'Post', rooms: 'Rooms', area: 'Usable area', limit: 'Limit', deviation: 'Beyond the standard' } } },
  states: { asked: 'To be confirmed', confirmed: 'To be checked', filed: 'Filed', dropped: 'Dropped' },
  steps: { confirm: { label: 'All is right', input: { remark: 'What the organ says' } }, file: 'File', rework: 'Send back', drop: 'Drop' },
} as const
