// Runs the benchmark: makes the corpora, runs Framewright, Hugo, Eleventy and the limit side by side in turn, and prints what each
// took and how they compare. `node bench/bench.mjs --help` lists the options; ./dev bench sees to all that is needed first.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { groups } from './groups.mjs'
import { Bench } from './programs.mjs'

const options = {
  few: { type: 'string', default: '10000', says: 'pages of the smaller site' },
  many: { type: 'string', default: '100000', says: 'pages of the larger site' },
  items: { type: 'string', default: '100000', says: 'items, with ten references each' },
  'contracts-few': { type: 'string', default: '30000', says: 'contracts of the smaller register' },
  contracts: { type: 'string', default: '300000', says: 'contracts of the larger register' },
  runs: { type: 'string', default: '3', says: 'runs of each command; the median is shown' },
  'many-runs': { type: 'string', default: '1', says: 'runs of Hugo and Eleventy on the larger site; 0 for none' },
  threads: { type: 'string', default: '2', says: 'threads of Framewright, of Hugo and of the limit' },
  only: { type: 'string', default: Object.keys(groups).join(','), says: 'what to measure' },
  folder: { type: 'string', default: '/dev/shm/framewright-bench', says: 'where the corpora and sites go; best in memory' },
  disk: { type: 'string', default: 'build/bench-disk', says: 'a folder on a disk, to show what a disk adds' },
  build: { type: 'string', default: 'build', says: 'the folder of the build' },
  markdown: { type: 'string', says: 'a file to put the tables in, between its marks' },
  help: { type: 'boolean', default: false, says: 'show this' },
}

function help() {
  console.log('node bench/bench.mjs [OPTION]…\n')
  for (const [name, { type, default: value, says }] of Object.entries(options))
    console.log(`  --${name}${type === 'string' ? ' VALUE' : ''}`.padEnd(26) + says + (typeof value === 'string' ? ` (${value})` : ''))
}

function fail(message) {
  console.error(message)
  process.exit(2)
}

function settings() {
  const { values } = parseArgs({ options: Object.fromEntries(Object.entries(options).map(([name, { type, default: value }]) => [name, { type, default: value }])) })
  for (const name of ['few', 'many', 'items', 'contracts-few', 'contracts', 'runs', 'many-runs', 'threads']) {
    values[name] = Number(values[name])
    if (!Number.isInteger(values[name]) || values[name] < (name === 'many-runs' ? 0 : 1)) fail(`--${name} takes a whole number`)
  }
  values.only = values.only.split(',')
  for (const name of values.only) if (!groups[name]) fail(`--only takes ${Object.keys(groups).join(', ')}`)
  return values
}

let values
try {
  values = settings()
} catch (mistake) {
  fail(`${mistake.message}\nnode bench/bench.mjs --help lists the options.`)
}
if (values.help) {
  help()
} else {
  const folder = path.resolve(values.folder, 'run')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const bench = new Bench(values, folder)
  try {
    console.log(`${bench.machine()}\n`)
    for (const [name, run] of Object.entries(groups)) if (values.only.includes(name)) run(bench)
    if (values.markdown) bench.report.write_markdown(values.markdown, bench.machine())
  } catch (failure) {
    console.error(failure.message)
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
