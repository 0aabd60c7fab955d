// Where the tables of jobs come from.
export const jobTables = Object.freeze({ schema: 'job', folder: new URL('../migrations/', import.meta.url) })
