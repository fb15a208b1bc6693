// The CSV against the metadata beside it: CSV on the Web, and the Frictionless data package.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { json, listValues, parseCsv, root, sites, text, unguarded } from './published.mjs'

const registerOf = folder => path.join(folder, 'register')
const tablesOf = folder => readdirSync(registerOf(folder)).filter(file => file.endsWith('.csv'))

// The forms of the datatypes that the metadata use, as the standard defines them.
function fits(datatype, value) {
  switch (datatype.base) {
    case 'decimal':
      assert.equal(datatype.format, '#0.00')
      return /^-?\d+\.\d\d$/.test(value)
    case 'date':
      assert.equal(datatype.format, 'yyyy-MM-dd')
      return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    case 'integer':
      return /^-?\d+$/.test(value)
    case 'boolean':
      assert.equal(datatype.format, 'true|false')
      return value === 'true' || value === 'false'
    case 'anyURI':
      return URL.canParse ? URL.canParse(value) : Boolean(new URL(value))
    case 'string':
      return datatype.format === undefined || new RegExp(`^(?:${datatype.format})$`).test(value)
  }
  throw new Error(`a datatype that the test does not know: ${datatype.base}`)
}

function checkCells(folder, table) {
  const [header, ...rows] = parseCsv(text(registerOf(folder), table.url))
  const columns = table.tableSchema.columns
  assert.deepEqual(header, columns.map(column => column.titles))
  for (const column of columns) assert.match(column.name, /^(?:\w|%[0-9A-F]{2})+$/)
  for (const row of rows) {
    assert.equal(row.length, columns.length, row.join())
    row.forEach((cell, i) => {
      const column = columns[i]
      if (cell === '') return assert.ok(!column.required, `${table.url}: ${column.name} is needed`)
      for (const value of column.separator ? listValues(cell) : [cell])
        assert.ok(fits(column.datatype, value), `${table.url}: ${column.name} cannot be ${JSON.stringify(value)}`)
    })
  }
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [header[i], cell])))
}

const keyOf = (row, names) => JSON.stringify([names].flat().map(name => row[name]))

for (const [name, folder] of Object.entries(sites)) {
  test(`${name}: every CSV file fits its CSV on the Web metadata`, () => {
    assert.ok(tablesOf(folder).length >= 8)
    for (const file of tablesOf(folder)) {
      const bytes = text(registerOf(folder), file)
      assert.notEqual(bytes.charCodeAt(0), 0xfeff)
      const metadata = json(registerOf(folder), `${file}-metadata.json`)
      assert.equal(metadata['@context'][0], 'http://www.w3.org/ns/csvw')
      assert.equal(metadata.tables[0].url, file)
      const rows = Object.fromEntries(metadata.tables.map(table => [table.url, checkCells(folder, table)]))
      for (const table of metadata.tables) {
        const { primaryKey, foreignKeys = [] } = table.tableSchema
        if (primaryKey) {
          const keys = rows[table.url].map(row => keyOf(row, primaryKey))
          assert.equal(new Set(keys).size, keys.length, `${table.url}: a primary key comes twice`)
        }
        for (const { columnReference, reference } of foreignKeys) {
          const known = new Set(rows[reference.resource].map(row => keyOf(row, reference.columnReference)))
          for (const row of rows[table.url])
            assert.ok(known.has(keyOf(row, columnReference)), `${table.url}: ${keyOf(row, columnReference)} is nowhere`)
        }
      }
    }
  })

  test(`${name}: every CSV file fits its schema in the data package`, () => {
    const dataPackage = json(registerOf(folder), 'datapackage.json')
    assert.equal(dataPackage.$schema, 'https://datapackage.org/profiles/2.0/datapackage.json')
    assert.match(dataPackage.name, /^[a-z0-9._-]+$/)
    assert.deepEqual(dataPackage.resources.map(resource => resource.path).sort(), tablesOf(folder).sort())
    const forms = { number: /^-?\d+\.\d\d$/, integer: /^-?\d+$/, date: /^\d{4}-\d\d-\d\d$/, boolean: /^(true|false)$/, string: /^[\s\S]*$/ }
    const rows = {}
    for (const { name: table, path: file, schema } of dataPackage.resources) {
      const [header, ...cells] = parseCsv(text(registerOf(folder), file))
      assert.deepEqual(header, schema.fields.map(field => field.name))
      assert.deepEqual(schema.missingValues, [''])
      rows[table] = cells.map(row => Object.fromEntries(row.map((cell, i) => [header[i], cell])))
      for (const field of schema.fields) {
        const { required, unique, pattern, enum: choices } = field.constraints ?? {}
        const given = rows[table].map(row => row[field.name]).filter(cell => cell !== '')
        if (required) assert.equal(given.length, rows[table].length, `${file}: ${field.name}`)
        if (unique) assert.equal(new Set(given).size, given.length, `${file}: ${field.name}`)
        for (const cell of given) {
          const values = field.type === 'list' ? listValues(cell) : [cell]
          for (const value of values) assert.match(value, forms[field.type === 'list' ? field.itemType : field.type])
          if (pattern) assert.match(cell, new RegExp(`^(?:${pattern})$`))
          if (choices) assert.ok(choices.includes(cell), `${file}: ${field.name} cannot be ${cell}`)
        }
      }
    }
    for (const { name: table, schema } of dataPackage.resources)
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(rows[reference.resource].map(row => keyOf(row, reference.fields)))
        for (const row of rows[table]) assert.ok(known.has(keyOf(row, fields)), `${table}: ${keyOf(row, fields)} is nowhere`)
      }
  })

  test(`${name}: no cell and no value of a list begins as a formula does`, () => {
    for (const file of tablesOf(folder))
      for (const row of parseCsv(text(registerOf(folder), file)))
        for (const cell of row)
          for (const value of [cell, ...cell.split(';')]) if (!/^-?\d/.test(value)) assert.doesNotMatch(value, /^[=+\-@\t\r\n]/)
  })

  test(`${name}: the CSV holds what the JSON Lines hold`, () => {
    const lines = text(registerOf(folder), 'register.jsonl').trimEnd().split('\n').map(line => JSON.parse(line))
    const [header, ...rows] = parseCsv(text(registerOf(folder), 'register.csv'))
    assert.equal(rows.length, lines.length)
    rows.forEach((row, i) => {
      header.forEach((column, at) => {
        const value = lines[i][column]
        if (value === undefined) assert.equal(row[at], '')
        else if (column === 'supplier') assert.deepEqual(listValues(row[at]), value.map(supplier => supplier.id))
        else if (Array.isArray(value)) assert.deepEqual(listValues(row[at]), value)
        else if (typeof value === 'number') assert.equal(Number(row[at]), value)
        else assert.equal(unguarded(row[at]), String(value))
      })
    })
    for (const table of ['notices', 'kpis', 'pooled', 'redactions']) {
      const [names, ...nested] = parseCsv(text(registerOf(folder), `${table}.csv`))
      const expected = lines.flatMap(line => (line[table] ?? []).map(each => ({ contract: line.id, ...each })))
      assert.equal(nested.length, expected.length)
      nested.forEach((row, i) =>
        names.forEach((column, at) => {
          const value = expected[i][column]
          if (typeof value === 'number') assert.equal(Number(row[at]), value)
          else assert.equal(unguarded(row[at]), value ?? '')
        })
      )
    }
  })
}

test('a text that a spreadsheet would run is guarded, and can be had as it was', () => {
  const [header, ...rows] = parseCsv(text(registerOf(sites['a register of everything']), 'suppliers.csv'))
  const titles = rows.map(row => row[header.indexOf('title')])
  assert.deepEqual(titles.slice(-2), [`''=Elm, "the" supplier`, `'@Fir`])
  assert.deepEqual(titles.slice(-2).map(unguarded), [`'=Elm, "the" supplier`, '@Fir'])
  const [names, first] = parseCsv(text(registerOf(sites['a register of everything']), 'register.csv'))
  assert.deepEqual(listValues(first[names.indexOf('buyer')]), ['Alder Council', 'Ash; Beech NHS', '+44 Health', 'C:\\Temp'])
  assert.equal(first[names.indexOf('visits')], '-4')
})

test('every file and every column is in docs/owners/open-data.md', () => {
  const page = text(root, 'docs/owners/open-data.md')
  const folder = sites['the example site']
  for (const file of tablesOf(folder)) {
    assert.ok(page.includes(`\`register/${file}\``), file)
    for (const column of parseCsv(text(registerOf(folder), file))[0]) assert.ok(page.includes(`\`${column}\``), `${file}: ${column}`)
  }
  for (const file of readdirSync(registerOf(folder)).filter(name => /^(register|datapackage)\.jsonl?$/.test(name)))
    assert.ok(page.includes(`\`register/${file}\``), file)
  const register = json(registerOf(folder), 'register.json')
  for (const key of [...Object.keys(register), ...Object.keys(register.totals)]) assert.ok(page.includes(`\`${key}\``), key)
})
