// The routes of standards 依据的接口.
export { standardRoutes } from './standard-routes.ts'
export { versionRoutes } from './version-routes.ts'
