// A list and the chosen site: narrowed where its address says nothing, and never otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, defineRegister, everyone, ref, text } from '@houqin/define'
import { plainView, readView, withCondition } from '../src/list/list-view.ts'
import { addressOf, openedAt, siteFieldOf, switchedTo, unnarrowed } from '../src/site/narrowed-list.ts'

const chosen = { field: 'site', site: 'a' }

test('an address that says nothing is narrowed to the chosen site, by a condition like any other', () => {
  assert.equal(openedAt('', chosen), 'where.site=a')
  assert.equal(openedAt('?', chosen), 'where.site=a')
  assert.deepEqual(readView(openedAt('', chosen)).conditions, [{ field: 'site', operator: 'is', value: 'a' }])
})
test('an address that says anything is what it says', () => {
  for (const search of ['where.site=b', 'where.use=office', 'overdue=true', 'q=灯', 'asOf=2026-01-01', 'retired=true', 'sort=-area', 'columns=name,area', 'sites=all'])
    assert.equal(openedAt(`?${search}`, chosen), search)
})
test('nothing is narrowed where no site is chosen, or the list knows none', () => {
  assert.equal(openedAt('', { field: 'site', site: undefined }), '')
  assert.equal(openedAt('', { field: undefined, site: 'a' }), '')
})
test('taken away, the condition stays away, and the address says so', () => {
  const shown = readView(openedAt('', chosen))
  const without = addressOf(withCondition(shown, { field: 'site', operator: 'is', value: '' }), chosen)
  assert.equal(without, 'sites=all')
  assert.equal(openedAt(`?${without}`, chosen), without)
  assert.deepEqual(readView(without), plainView)
  assert.equal(addressOf(plainView, { field: 'site', site: undefined }), '')
  assert.equal(addressOf(plainView, { field: undefined, site: 'a' }), '')
  assert.equal(addressOf({ ...plainView, sort: 'name' }, chosen), 'sort=name')
})
test('the list on the screen follows another choice and keeps what else it is narrowed by', () => {
  assert.equal(switchedTo('?where.site=a&where.use=office', { field: 'site', site: 'b' }), 'where.use=office&where.site=b')
  assert.equal(switchedTo('?where.use=office', { field: 'site', site: 'b' }), 'where.use=office&where.site=b')
  assert.equal(switchedTo('?where.site.in=a,c', { field: 'site', site: 'b' }), 'where.site=b')
  assert.equal(switchedTo('?sites=all', { field: 'site', site: 'b' }), 'where.site=b')
  assert.equal(switchedTo('?where.site=a', { field: 'site', site: undefined }), '')
})
test('a figure that counts all of a list opens all of it', () => {
  assert.equal(unnarrowed('/registers/places.certificate'), '/registers/places.certificate?sites=all')
  assert.equal(unnarrowed('/matters/service-desk.repair'), '/matters/service-desk.repair?sites=all')
  for (const path of ['/alarms', '/matters/service-desk.repair?overdue=true', '/matters/service-desk.repair/BX-20261124-0001', '/registers/places.room#unseated']) assert.equal(unnarrowed(path), path)
})
test('a list is narrowed by what its declaration calls its site, or by a reference to one; the sites themselves are not', () => {
  const access = { read: [everyone], write: [everyone] }
  const site = defineRegister('a.site', { title: '场所', fields: { name: text('名称', { max: 9 }) }, name: ({ name }) => name, access, scope: { site: 'id' }, dimension: 'site' })
  const fields = { use: choice('用途', { office: '办公' }), building: ref('楼栋', site), site: ref('场所', site) }
  assert.equal(siteFieldOf({ fields, sites: site.id, named: 'site' }), 'site')
  assert.equal(siteFieldOf({ fields, sites: site.id, named: undefined }), 'building')
  assert.equal(siteFieldOf({ fields: site.fields, sites: site.id, named: 'id' }), undefined)
  assert.equal(siteFieldOf({ fields, sites: 'b.site', named: undefined }), undefined)
  assert.equal(siteFieldOf({ fields, sites: undefined, named: undefined }), undefined)
})
