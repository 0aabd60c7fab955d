// What is done about rooms in English: the sentences of the work report, their figures, and the reports they open.
const counted = { rooms: 'Expected', seen: 'Seen', same: 'As written', differing: 'Differing', missing: 'Not found', settled: 'Signed and settled', open: 'To be signed' }
const answered = { rows: 'Added, changed or gone', accepted: 'Accepted', rejected: 'Sent back', again: 'Corrected and sent again' }

export const claimReportsEn = {
  censuses: { title: 'Censuses', columns: { number: 'Census', id: 'Site id', site: 'Site', opened: 'Begun', ...counted } },
  submissions: { title: 'Submissions to the city', columns: { number: 'Submission', day: 'Data of', handed: 'Handed over', ...answered } },
  roomsCounted: {
    title: 'Censuses of rooms', columns: { held: 'Censuses', ...counted },
    says: 'Rooms are counted: censuses begun in the period: {held}. Of {rooms} rooms expected {seen} were seen: {same} as written, {differing} differing, {missing} not found; of these {settled} settled by another officer’s signature, {open} to be signed.',
  },
  roomsInspected: {
    title: 'Inspections', columns: { planned: 'Planned', done: 'Every room seen', gaps: 'With gaps', walking: 'Being walked', found: 'Found', mended: 'Put right', vacated: 'Vacated', open: 'Under way' },
    says: 'Inspections go by plan: patrols of rooms in the period: {planned}, {done} with every room seen, {gaps} with gaps, {walking} being walked; to be put right: {found} found, {mended} done, {vacated} of them by vacating; {open} under way.',
  },
  toldToCity: {
    title: 'Told to the city', columns: { handed: 'Handed over', ...answered, now: 'Handed over in the period' },
    says: 'Joined to the city’s platform: submissions handed over: {handed}, {now} of them in the period; rows added, changed or gone: {rows}, {accepted} accepted, {rejected} sent back, {again} corrected and sent again.',
  },
  roomsInSight: {
    title: 'One map', columns: { floors: 'Floors', drawn: 'Floors drawn', rooms: 'Rooms', area: 'Usable area', people: 'Seated' },
    says: 'Floors, use and people are in plain sight: {floors} floors, {drawn} of them drawn; {rooms} rooms with {area} of usable area, {people} people seated, each to be looked up room by room.',
  },
}
