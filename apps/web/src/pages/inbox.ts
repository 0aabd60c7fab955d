// The inbox under its address; a piece of its own, so that the first screen does not wait for it.
export { Inbox } from '@houqin/web-kit'
