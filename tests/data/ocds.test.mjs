// The packages of the Open Contracting Data Standard: the conditions that no schema holds, and what they say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, sites, values } from './published.mjs'

const isDay = value => /^\d{4}-\d\d-\d\dT(00:00:00|23:59:59)Z$/.test(value) && !Number.isNaN(Date.parse(value))
const isGrowing = dates => dates.every((date, i) => i === 0 || dates[i - 1] < date)

function checkRelease(release) {
  const parties = new Set(release.parties.map(party => party.id))
  assert.equal(parties.size, release.parties.length, 'a party comes twice')
  const references = [release.buyer, release.tender.procuringEntity, ...(release.awards ?? []).flatMap(award => award.suppliers ?? [])]
  for (const reference of references.filter(Boolean)) assert.ok(parties.has(reference.id), `${reference.id} is no party`)
  const awards = new Set((release.awards ?? []).map(award => award.id))
  for (const contract of release.contracts ?? []) assert.ok(awards.has(contract.awardID))
  for (const [value, at] of values(release)) {
    assert.notEqual(value, null, at)
    assert.notEqual(value, '', at)
    if (typeof value === 'object') assert.ok(Object.keys(value).length > 0, `${at} is empty`)
    if (/\/(date|\w+Date|dateMet|datePublished|dateModified|decidedOn|reviewBy)$/.test(at)) assert.ok(isDay(value), `${at}: ${value}`)
    if (at.endsWith('/amount') && typeof value !== 'object') assert.equal(typeof value, 'number', at)
    if (typeof value === 'string' && !/\/(id|number|title|description)$/.test(at)) assert.doesNotMatch(value, /^-?\d+(\.\d+)?$/, at)
  }
}

for (const [name, folder] of Object.entries(sites)) {
  const releases = json(folder, 'register/ocds/releases.json')
  const records = json(folder, 'register/ocds/records.json')
  const contracts = json(folder, 'register/register.json').contracts

  test(`${name}: the packages say who publishes them, when, and under which licence`, () => {
    for (const [file, content] of Object.entries({ releases, records })) {
      assert.match(content.uri, new RegExp(`^https://.*/register/ocds/${file}\\.json$`))
      assert.equal(content.version, '1.1')
      assert.equal(content.publishedDate, '2026-11-25T00:00:00Z')
      assert.match(content.publisher.name, / Council$/)
      assert.match(content.license, /open-government-licence\/version\/3/)
      assert.ok(content.extensions.at(-1).endsWith('/register/ocds/extension/extension.json'))
    }
    const extension = json(folder, 'register/ocds/extension/extension.json')
    assert.deepEqual(extension.schemas, ['release-schema.json'])
    assert.ok(json(folder, 'register/ocds/extension/release-schema.json').definitions.Contract.properties.annualValue)
  })

  test(`${name}: releases have ids of their own, dates that only grow, and nothing empty`, () => {
    const ids = releases.releases.map(release => release.id)
    assert.equal(new Set(ids).size, ids.length)
    const dates = new Map()
    for (const release of releases.releases) {
      assert.match(release.ocid, /^ocds-[a-z0-9]{6}-./)
      assert.equal(release.initiationType, 'tender')
      assert.ok(release.tag.length > 0)
      assert.ok(release.date <= releases.publishedDate || release.date.slice(0, 10) <= releases.publishedDate.slice(0, 10))
      dates.set(release.ocid, [...(dates.get(release.ocid) ?? []), release.date])
      checkRelease(release)
    }
    assert.equal(dates.size, contracts.length)
    for (const [ocid, each] of dates) assert.ok(isGrowing(each), `${ocid}: ${each}`)
  })

  test(`${name}: a change comes after what it changes`, () => {
    for (const record of records.records) {
      const seen = new Set()
      for (const release of record.releases) {
        for (const tag of release.tag) {
          const stem = tag.replace(/(Update|Amendment|Cancellation|Termination)$/, '')
          if (stem !== tag) assert.ok(seen.has(stem) || release.tag.includes(stem), `${release.id}: ${tag}`)
          seen.add(tag)
        }
        assert.equal(seen.has('award'), release.awards !== undefined, release.id)
        assert.equal(seen.has('contract'), release.contracts !== undefined, release.id)
      }
    }
  })

  test(`${name}: records hold the releases, and what is known now`, () => {
    assert.deepEqual(records.records.flatMap(record => record.releases), releases.releases)
    assert.equal(new Set(records.records.map(record => record.ocid)).size, records.records.length)
    for (const { releases: of, compiledRelease } of records.records) {
      checkRelease(compiledRelease)
      assert.deepEqual(compiledRelease.tag, ['compiled'])
      assert.equal(compiledRelease.date, of.at(-1).date)
      const { id: a, tag: b, ...now } = compiledRelease
      const { id: c, tag: d, ...last } = of.at(-1)
      assert.deepEqual(now, last)
    }
  })

  test(`${name}: values are those of the register, to the penny`, () => {
    const raw = new Map(contracts.map(contract => [contract.id, contract]))
    for (const { compiledRelease } of records.records)
      for (const contract of compiledRelease.contracts ?? []) {
        assert.equal(contract.value?.amount, raw.get(contract.id).value_net)
        assert.equal(contract.annualValue?.amount, raw.get(contract.id).annual_value)
      }
  })
}

const everything = json(sites['a register of everything'], 'register/ocds/records.json').records
const recordOf = id => everything.find(record => record.ocid === `ocds-213czf-${id}`)

test('a contract has a release for each day on which something changed', () => {
  assert.deepEqual(
    recordOf('C-1').releases.map(release => [release.date.slice(0, 10), release.tag]),
    [
      ['2023-01-05', ['planning']],
      ['2023-02-05', ['planningUpdate']],
      ['2023-06-05', ['tender']],
      ['2023-07-05', ['tenderUpdate']],
      ['2023-12-20', ['award']],
      ['2024-01-10', ['awardUpdate']],
      ['2024-03-20', ['contract']],
      ['2024-04-01', ['contractUpdate']],
      ['2025-04-02', ['implementation']],
      ['2025-09-01', ['contractAmendment']],
      ['2026-04-02', ['implementationUpdate']],
      ['2026-05-01', ['implementationUpdate']],
      ['2026-09-15', ['contractAmendment']]
    ]
  )
})

test('a release says what was so on its day', () => {
  const on = day => recordOf('C-1').releases.find(release => release.date.startsWith(day))
  const state = day => [on(day).contracts[0].value.amount, on(day).contracts[0].period.endDate.slice(0, 10)]
  assert.deepEqual(state('2024-04-01'), [1000000, '2026-03-31'])
  assert.deepEqual(state('2025-09-01'), [1000000, '2027-03-31'])
  assert.deepEqual(state('2026-09-15'), [1234567.89, '2028-03-31'])
  assert.equal(on('2026-09-15').awards[0].value.amount, 1000000)
  assert.equal(on('2023-06-05').tender.status, 'active')
  assert.deepEqual(on('2023-06-05').parties.flatMap(party => party.roles).filter(role => role === 'supplier'), [])
  assert.equal(on('2024-03-20').contracts[0].status, 'pending')
  const amendments = on('2026-09-15').contracts[0].amendments
  assert.deepEqual(amendments.map(each => [each.id, each.releaseID, each.amendsReleaseID]), [
    ['extension-2025-09-01', 'ocds-213czf-C-1-2025-09-01', 'ocds-213czf-C-1-2025-04-02'],
    ['extension-2026-09-15', 'ocds-213czf-C-1-2026-09-15', 'ocds-213czf-C-1-2026-05-01'],
    ['C-1.9', 'ocds-213czf-C-1-2025-09-01', 'ocds-213czf-C-1-2025-04-02']
  ])
  assert.equal(on('2025-04-02').contracts[0].implementation.milestones.length, 1)
})

test('parties carry the numbers of their registers, sizes and kinds', () => {
  const of = record => record.compiledRelease.parties.filter(party => party.roles.includes('supplier'))
  const first = of(recordOf('C-1'))
  assert.deepEqual(first.map(party => party.id), ['GB-COH-01234567', 'GB-CHC-1234567'])
  assert.deepEqual(first[0].identifier, { scheme: 'GB-COH', id: '01234567', legalName: 'Birch & Sons Ltd' })
  assert.deepEqual(first.map(party => party.details), [
    { scale: 'sme', vcse: false, size: 'medium', sector: 'private' },
    { scale: 'micro', vcse: true, size: 'micro', sector: 'voluntary' }
  ])
  assert.equal(of(recordOf('C-10'))[0].id, 'GB-SC-SC012345')
  const own = everything.find(record => record.ocid === 'ocds-b5fd17-9a8b')
  assert.deepEqual(of(own)[0].details, { scale: 'large', vcse: false })
  assert.deepEqual(own.compiledRelease.relatedProcesses[0], {
    id: '1', relationship: ['prior'], title: 'Ended', scheme: 'ocid', identifier: 'ocds-213czf-C-10'
  })
})

test('a contract that has ended, one to come and one that withholds much are told as they are', () => {
  const ended = recordOf('C-10').releases.at(-1)
  assert.deepEqual([ended.date, ended.tag, ended.contracts[0].status], ['2024-12-31T23:59:59Z', ['contractTermination'], 'terminated'])
  assert.equal(ended.contracts[0].value.amount, 999999999999.99)
  assert.deepEqual(ended.contracts[0].milestones[0].status, 'met')
  const planned = recordOf('C-3').releases
  assert.deepEqual([planned.length, planned[0].date.slice(0, 10), planned[0].awards[0].status, planned[0].contracts[0].status], [1, '2026-11-25', 'pending', 'pending'])
  const withheld = recordOf('C-4').compiledRelease
  assert.equal(withheld.tender.title, 'Title withheld')
  assert.deepEqual(withheld.contracts?.[0].redactions.map(each => each.field), ['start', 'supplier', 'title', 'value_net'])
})

test('a planned contract that nobody holds yet is a tender with its value and its term', () => {
  const { releases, compiledRelease } = recordOf('C-5')
  assert.deepEqual(releases.map(release => release.tag), [['planning']])
  assert.deepEqual([releases[0].awards, releases[0].contracts, releases[0].tender.status], [undefined, undefined, 'planned'])
  assert.deepEqual(compiledRelease.tender.value, { amount: 75000.1, currency: 'GBP' })
  assert.deepEqual(compiledRelease.tender.contractPeriod, {
    startDate: '2029-01-01T00:00:00Z', endDate: '2031-12-31T23:59:59Z', maxExtentDate: '2032-12-31T23:59:59Z', durationInDays: 1095
  })
  assert.deepEqual(compiledRelease.tender.redactions.map(each => each.field), ['justification'])
  const open = recordOf('C-6')
  assert.deepEqual(open.releases.map(release => [release.date.slice(0, 10), release.tag]), [['2026-10-01', ['planning']], ['2026-11-01', ['tender']]])
  assert.deepEqual([open.compiledRelease.tender.openEnded, open.compiledRelease.tender.noticePeriod], [true, '6 months'])
})
