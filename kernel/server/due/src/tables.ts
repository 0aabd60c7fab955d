// The tables of what falls due 到期.
export const dueTables = Object.freeze({ schema: 'due', folder: new URL('../migrations/', import.meta.url) })
