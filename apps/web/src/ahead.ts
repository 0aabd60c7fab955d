// The first script of the page 先行脚本: asks who is here, and for what the page is known to need, while the console itself is still read.
import { askEarly, pathFor } from '@houqin/web-kit/early'

/** At the door nobody is known. */
const door = /^\/(sign-in|password|second-factor|setup)(\/|$)/

if (!door.test(location.pathname)) {
  askEarly('/me')
  const given = new URLSearchParams(location.search)
  for (const template of document.querySelector('meta[name="ahead"]')?.getAttribute('content')?.split(' ') ?? []) {
    const path = pathFor(template, given)
    if (path !== null) askEarly(path)
  }
}
