// The files of the example site: valid HTML, links that lead somewhere, and weights that a slow line can bear.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { addressOf, filesOf, publish, read, root } from './published.mjs'

const folder = publish(root)
const files = filesOf(folder)
const pages = files.filter((file) => file.endsWith('.html'))

test('the Nu HTML checker finds no error in any page', { timeout: 600_000 }, () => {
  const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
  const run = spawnSync('java', ['-jar', jar, '--skip-non-html', '--errors-only', '--verbose', folder], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const lines = run.stderr.split('\n').filter((line) => line.includes('error:'))
  assert.deepEqual(lines.slice(0, 20), [])
  assert.equal(run.status, 0)
  // With too small a stack it checks nothing, so that what it saw is counted.
  const seen = new Set(run.stdout.split('\n').filter((line) => line.endsWith('.html')))
  assert.equal(seen.size, pages.length)
})

test('every link and fragment leads to something', () => {
  const ids = new Map()
  const idsOf = (file) => {
    if (!ids.has(file)) ids.set(file, new Set([...read(folder, file).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)))
    return ids.get(file)
  }
  const known = new Set(files)
  const dead = []
  let links = 0
  for (const page of pages)
    for (const [, written] of read(folder, page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const url = new URL(written.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), 'http://site.test/' + addressOf(page))
      if (url.origin !== 'http://site.test') continue
      links += 1
      let file = decodeURIComponent(url.pathname.slice(1))
      if (file === '' || file.endsWith('/')) file += 'index.html'
      const place = decodeURIComponent(url.hash.slice(1))
      if (!known.has(file) || (place !== '' && !idsOf(file).has(place))) dead.push(`${page}: ${written}`)
    }
  assert.deepEqual(dead, [])
  assert.ok(links > 5000, `${links} links were followed`)
})

test('a page of content comes in one round trip, and scripts are few and small', () => {
  const weight = (file) => gzipSync(read(folder, file)).length
  const style = files.find((file) => /^assets\/style\./.test(file))
  assert.ok(weight(style) <= 5 * 1024, `the style sheet weighs ${weight(style)} bytes`)
  for (const page of ['index.html', 'framework/vision-and-purpose/index.html', 'standards/S1/index.html', 'register/C-0001/index.html'])
    assert.ok(weight(page) + weight(style) <= 14 * 1024, `${page} weighs ${weight(page) + weight(style)} bytes with its style sheet`)
  for (const script of files.filter((file) => file.endsWith('.js')))
    assert.ok(Buffer.byteLength(read(folder, script)) <= 5 * 1024, `${script} has ${Buffer.byteLength(read(folder, script))} bytes`)
  const scripted = pages.filter((page) => /<script[^>]* src=/.test(read(folder, page)))
  assert.deepEqual(scripted, ['register/index.html', 'search/index.html'].filter((page) => pages.includes(page)))
})
