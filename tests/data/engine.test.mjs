// The partitioned JSON Lines in a real engine, read with the schema that docs/owners/open-data.md gives.
import { DuckDBInstance } from '@duckdb/node-api'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { json, root, sites, text } from './published.mjs'

const connection = await (await DuckDBInstance.create()).connect()
const rows = async sql => (await connection.runAndReadAll(sql)).getRowsJson()

// The statements of the document, read from the folder of a site.
function documented(folder) {
  const page = readFileSync(path.join(root, 'docs/owners/open-data.md'), 'utf8')
  return [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(block => block[1].replaceAll('register/lines', path.join(folder, 'register/lines')))
}

// Amounts of JSON as whole pence, without the floating point of JavaScript.
const pence = amount => BigInt(amount.replace(/^(-?\d+)(?:\.(\d\d))?$/, (_, pounds, rest = '00') => pounds + rest))
const amountsOf = (folder, key) =>
  JSON.parse(text(folder, 'register/register.json').replace(/:(-?\d+\.\d\d)([,}])/g, ':"$1"$2'))[key]

for (const [name, folder] of Object.entries(sites)) {
  test(`${name}: counts and sums in DuckDB are the totals of the register`, async () => {
    const [create, ...queries] = documented(folder)
    await connection.run('DROP VIEW IF EXISTS contracts')
    await connection.run(create)
    const totals = amountsOf(folder, 'totals')
    const [[count, value, without]] = await rows('SELECT count(*), sum(value_net), count(*) FILTER (value_net IS NULL) FROM contracts')
    assert.deepEqual([Number(count), pence(value), Number(without)], [totals.contracts, pence(totals.value_net), totals.without_value])
    const byYear = await rows(
      'SELECT start_year, count(*), coalesce(sum(value_net), 0) FROM contracts WHERE start_year IS NOT NULL GROUP BY ALL ORDER BY 1'
    )
    assert.deepEqual(
      byYear.map(([year, n, sum]) => [Number(year), Number(n), pence(sum)]),
      totals.by_start_year.map(year => [year.start_year, year.contracts, pence(year.value_net)])
    )
    const byDepartment = await rows('SELECT department, count(*), coalesce(sum(value_net), 0) FROM contracts GROUP BY ALL')
    assert.deepEqual(
      byDepartment.map(([department, n, sum]) => [department, Number(n), pence(sum)]).sort(),
      totals.by_department.map(each => [each.department, each.contracts, pence(each.value_net)]).sort()
    )
    for (const query of queries) assert.ok((await rows(query)).length > 0, query)
  })

  test(`${name}: every line is of the year of its folder, and all of them are the register`, () => {
    const lines = path.join(folder, 'register/lines')
    const found = []
    for (const year of readdirSync(lines))
      for (const part of readdirSync(path.join(lines, year))) {
        assert.match(part, /^part-\d{4}\.jsonl$/)
        for (const line of text(lines, path.join(year, part)).trimEnd().split('\n')) {
          const contract = JSON.parse(line)
          assert.equal(year, `start_year=${contract.start?.slice(0, 4) ?? '__HIVE_DEFAULT_PARTITION__'}`)
          found.push(line)
        }
      }
    assert.deepEqual(found.sort(), text(folder, 'register/register.jsonl').trimEnd().split('\n').sort())
    assert.deepEqual(JSON.parse(`[${text(folder, 'register/register.jsonl').trimEnd().replaceAll('\n', ',')}]`), json(folder, 'register/register.json').contracts)
  })
}

test('the schema in the document has every key of a contract', async () => {
  const folder = sites['the example site']
  await connection.run('DROP VIEW IF EXISTS contracts')
  await connection.run(documented(folder)[0])
  const described = new Set((await rows('DESCRIBE contracts')).map(([column]) => column))
  for (const line of text(folder, 'register/register.jsonl').trimEnd().split('\n'))
    for (const key of Object.keys(JSON.parse(line))) assert.ok(described.has(key), key)
  const columns = text(folder, 'register/register.csv').split('\r\n')[0].split(',')
  for (const column of columns) assert.ok(described.has(column), column)
})
