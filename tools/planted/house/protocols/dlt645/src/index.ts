// A codec that opens a socket.
import { connect } from 'node:net'
export const meter = connect
