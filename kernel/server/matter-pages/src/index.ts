// 事项页面: a matter as its page shows it to one reader, read or kept.
export { fieldWire } from './field-wire.ts'
export { pageAfter } from './page-after.ts'
export { holdPage, pageOf, provenFirst, readMatter } from './read.ts'
