// The alarms under their address; a piece of its own, so that the first screen does not wait for it.
export { AlarmList } from '@houqin/web-kit'
