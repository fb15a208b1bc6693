// The corpora and the programs of the benchmark work. No time is asserted.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { files_below, size_of, snapshot, written_between } from './measuring.mjs'
import { work_of } from './same_work.mjs'

const { FRAMEWRIGHT, LIMIT, MEASURE } = process.env
const corpus = fileURLToPath(new URL('corpus.mjs', import.meta.url))
let folder

const make = (kind, to, count) => execFileSync(process.execPath, [corpus, kind, path.join(folder, to), String(count)])
const framewright = (command, site) => execFileSync(FRAMEWRIGHT, [command, '--site', path.join(folder, site), '--date', '2026-10-31'], { encoding: 'utf8' })
const texts = at => [...files_below(path.join(folder, at))].sort().map(file => `${file}\n${readFileSync(path.join(folder, at, file), 'utf8')}`)

before(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'framewright-bench-'))
  make('pages', 'pages', 60)
  make('items', 'items', 60)
})
after(() => rmSync(folder, { recursive: true }))

test('the same number gives the same corpus', () => {
  make('pages', 'pages-again', 60)
  assert.deepEqual(texts('pages'), texts('pages-again'))
  make('items', 'items-again', 60)
  assert.deepEqual(texts('items'), texts('items-again'))
})

test('each kind of site has the same pages, of some ten kilobytes', () => {
  for (const kind of ['framewright', 'no-glossary', 'plain', 'hugo', 'eleventy']) {
    const { files, bytes } = size_of(path.join(folder, 'pages', kind, 'content'), '.md')
    assert.equal(files, 81, kind)
    assert.ok(bytes / files > 7000 && bytes / files < 11000, `${kind}: ${bytes / files}`)
  }
})

test('every site of Framewright is published without a finding, with all links, headings and cells', () => {
  for (const kind of ['framewright', 'no-glossary', 'plain']) {
    assert.match(framewright('build', `pages/${kind}`), /: no findings/)
    const { pages, links, dead, headings, contents, neighbours, cells } = work_of(path.join(folder, 'pages', kind, 'public'))
    assert.deepEqual({ pages, links, dead, headings, contents, neighbours, cells },
      { pages: 60, links: 900, dead: 0, headings: 300, contents: 300, neighbours: 80, cells: 1800 }, kind)
  }
  assert.match(readFileSync(path.join(folder, 'pages/framewright/public/area-1/page-1/index.html'), 'utf8'), /href="[./]*glossary\/#/)
})

test('items have ten references each and no finding', () => {
  assert.match(framewright('check', 'items'), /Checked 60 items in 60 files: no findings/)
  for (const file of files_below(path.join(folder, 'items/content'))) {
    const [, front, text] = readFileSync(path.join(folder, 'items/content', file), 'utf8').split('+++\n')
    const linked = front.split('\n').filter(line => line.includes('= [')).flatMap(line => line.match(/"[^"]+"/g)).length
    assert.equal(linked + text.match(/\[\[/g).length, 10, file)
  }
})

test('the limit converts each file to where its page would stand', () => {
  const content = path.join(folder, 'pages/framewright/content'), to = path.join(folder, 'limit')
  assert.match(execFileSync(LIMIT, ['convert', '2', content, to], { encoding: 'utf8' }), /^81 files, \d+ bytes read, \d+ bytes/)
  const { pages, links, cells } = work_of(to)
  assert.deepEqual({ pages, links, cells }, { pages: 60, links: 900, cells: 1800 })
  const page = readFileSync(path.join(to, 'area-1/page-1/index.html'), 'utf8')
  assert.match(page, /^<h2>.*, part 1<\/h2>\n<p>/)
  assert.match(page, /<table>/)
  assert.match(execFileSync(LIMIT, ['parse-all', '1', content], { encoding: 'utf8' }), /^81 files/)
  assert.equal(spawnSync(LIMIT, ['convert']).status, 2)
})

test('measuring gives the time, the peak of the command itself and its exit code', () => {
  const measured = (...command) => execFileSync(MEASURE, command, { encoding: 'utf8' }).trim().split(' ').map(Number)
  const held = process.memoryUsage().rss
  const [wall, , peak, code] = measured('sh', '-c', 'sleep 0.05; exit 3')
  assert.ok(wall >= 0.05 && code === 3)
  assert.ok(peak > 0 && peak < held / 2, 'the peak is not that of this process')
  assert.ok(measured(process.execPath, '-e', 'Buffer.alloc(100 << 20, 1)')[2] > 100 << 20)
})

test('a file that is written again is counted', () => {
  const site = path.join(folder, 'pages/plain/content'), earlier = snapshot(site)
  assert.equal(written_between(earlier, snapshot(site)), 0)
  assert.ok(statSync(path.join(site, 'index.md')).isFile())
  rmSync(path.join(site, 'index.md'))
  execFileSync('sh', ['-c', `echo text > "${path.join(site, 'index.md')}"`])
  assert.equal(written_between(earlier, snapshot(site)), 1)
})
