// The packages against the schemas and codelists of the Open Contracting Data Standard 1.1.5.
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { json, sites, values } from './published.mjs'

const schemas = process.env.OCDS_SCHEMAS
const schema = file => JSON.parse(readFileSync(path.join(schemas, file), 'utf8'))

// The schemas name one another by addresses, all of which are here; nothing is fetched.
function validatorOf(file) {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats(ajv)
  ajv.addSchema(schema('release-schema.json'), 'https://standard.open-contracting.org/schema/1__1__5/release-schema.json')
  ajv.addSchema(
    schema('versioned-release-validation-schema.json'),
    'https://standard.open-contracting.org/schema/1__1__5/versioned-release-validation-schema.json'
  )
  return ajv.compile(schema(file))
}

// The codes of the closed and open lists that the standard has for a field.
const codes = file => new Set(readFileSync(path.join(schemas, 'codelists', file), 'utf8').split(/\r?\n/).slice(1).flatMap(line => line.split(',').slice(0, 3)))

for (const [name, folder] of Object.entries(sites)) {
  for (const [file, schemaFile] of [['releases', 'release-package-schema.json'], ['records', 'record-package-schema.json']])
    test(`${name}: ${file}.json fits the schema`, () => {
      const validate = validatorOf(schemaFile)
      assert.ok(validate(json(folder, `register/ocds/${file}.json`)), JSON.stringify(validate.errors?.slice(0, 5), null, 1))
    })

  test(`${name}: the codes are those of the standard's lists`, () => {
    const lists = [
      [/\/tag\/\d+$/, codes('releaseTag.csv')],
      [/\/documentType$/, codes('documentType.csv')],
      [/\/roles\/\d+$/, codes('partyRole.csv')],
      [/\/relationship\/\d+$/, codes('relatedProcess.csv')],
      [/milestones\/\d+\/type$/, codes('milestoneType.csv')],
      [/classification\/scheme$/, codes('itemClassificationScheme.csv')],
      [/\/procurementMethod$/, codes('method.csv')]
    ]
    for (const [value, at] of values(json(folder, 'register/ocds/releases.json').releases))
      for (const [place, list] of lists) if (place.test(at)) assert.ok(list.has(value), `${at}: ${value}`)
  })
}
