// The words of a census in English.
export const censusEn = {
  title: 'Census',
  form: { site: 'Site', until: 'Done by', note: 'Note' },
  facts: {
    rooms: 'Rooms to see', found: 'Found', differing: 'Differ from the ledger', missing: 'Not found',
    written: 'Corrected in the ledger', kept: 'Changed in the ledger meanwhile, left alone',
  },
  lines: {},
  states: { counting: 'Counting', counted: 'To be signed', closed: 'Signed', dropped: 'Cancelled' },
  steps: { submit: 'All seen, to be signed', sign: 'Sign and correct the ledger', recount: 'Send back to be counted', drop: 'Cancel the census' },
} as const
