// The interface 接口: every engine on the wire, described, in one application.
export { buildApp } from './app.ts'
export type { AppOptions } from './app.ts'
