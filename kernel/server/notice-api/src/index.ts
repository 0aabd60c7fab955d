// The wire of notices 通知接口.
export { noticeRoutes } from './routes.ts'
