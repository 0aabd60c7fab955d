// 事件的表: where this package's migrations lie.
export const eventsTables = Object.freeze({ schema: 'events', folder: new URL('../migrations/', import.meta.url) })
