// 台账的表: where this package's own migrations lie; each register's table belongs to its subsystem.
export const registerTables = Object.freeze({ schema: 'register', folder: new URL('../migrations/', import.meta.url) })
