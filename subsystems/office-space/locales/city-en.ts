// The words of what is told to the city in English.
const kinds = { site: 'Site', building: 'Building', organ: 'Organ', room: 'Room' } as const
const item = <K extends keyof typeof kinds>(kind: K, title: string): string => `${kinds[kind]}: ${title}`

export const cityCodeEn = {
  title: 'Codes of the city',
  fields: {
    item: {
      label: 'Field of ours',
      options: {
        siteName: item('site', 'name'), siteKind: item('site', 'kind'), siteAddress: item('site', 'address'), siteTenure: item('site', 'tenure'), siteBuiltArea: item('site', 'certified built area'),
        siteUsableArea: item('site', 'usable area'), siteRooms: item('site', 'rooms'), siteOrgans: item('site', 'organs'), sitePeople: item('site', 'people'),
        buildingName: item('building', 'name'), buildingSite: item('building', 'site'), buildingHeight: item('building', 'height'), buildingFloors: item('building', 'floors above'), buildingBuiltArea: item('building', 'built area'),
        organName: item('organ', 'name'), organCategory: item('organ', 'category'), organLevel: item('organ', 'level'), organEstablishment: item('organ', 'establishment'), organPeople: item('organ', 'people'),
        organRooms: item('organ', 'rooms'), organOffice: item('organ', 'offices'), organService: item('organ', 'service rooms'), organEquipment: item('organ', 'equipment rooms'), organBeside: item('organ', 'ancillary and technical rooms'),
        roomSite: item('room', 'site'), roomBuilding: item('room', 'building'), roomFloor: item('room', 'floor'), roomNumber: item('room', 'number'), roomUse: item('room', 'use'), roomArea: item('room', 'usable area'),
        roomOrgans: item('room', 'organs'), roomPeople: item('room', 'people'),
      },
    },
    value: 'Value of ours', code: 'Code of the city', title: 'Name with the city', unit: 'Unit of the city',
  },
} as const
export const citySubmissionEn = {
  title: 'Office space told to the city',
  form: { note: 'Note' },
  facts: {
    day: 'Day of the data', sites: 'Sites', organs: 'Organs', area: 'Certified built area', rows: 'Rows', added: 'Added', changed: 'Changed', gone: 'Gone', again: 'Sent back before, sent again',
    digest: 'Digest', handedOn: 'Handed over on', receipt: 'Receipt', way: 'How', accepted: 'Accepted', rejected: 'Sent back', unread: 'Lines of the receipt that answer nothing',
  },
  lines: {},
  states: { draft: 'To be checked', checked: 'To be handed over', handed: 'Awaiting the receipt', answered: 'Answered', dropped: 'Dropped' },
  steps: {
    check: 'Checked',
    hand: { label: 'Handed over', input: { handedOn: 'Handed over on', way: 'How' } },
    answer: { label: 'Read the receipt', input: { receipt: 'Receipt' } },
    drop: 'Drop',
  },
} as const
