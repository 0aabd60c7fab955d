// The routes of imports 导入的接口.
export { importRoutes } from './routes.ts'
