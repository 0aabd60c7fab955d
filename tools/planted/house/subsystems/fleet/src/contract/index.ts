// A contract that is in order.
export { person } from '@houqin/people'
