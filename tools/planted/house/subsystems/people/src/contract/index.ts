// A contract that takes a word from the server, and a type from a server package.
export { person } from '../server/index.ts'
export type Open = import('@houqin/db').open
