// The wire of notice channels 通知渠道接口.
export { channelRoutes } from './routes.ts'
