// Where the table of what groups are told comes from.
export const groupTables = Object.freeze({ schema: 'notice_group', folder: new URL('../migrations/', import.meta.url) })
