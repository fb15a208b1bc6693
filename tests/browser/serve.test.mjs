// A site that is shown while it is written: what its author sees in Chromium as files change.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openBrowser, temporaryFolder } from './published.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const words = (title, text) => `+++\ntitle = "${title}"\n+++\n\n${text}\n`
const sections = Array.from({ length: 80 }, (_, i) => `## Part ${i}\n\nWhat part ${i} of the guide says.`).join('\n\n')
const files = {
  'site.toml': 'title = "Moorvale"\nlanguage = "en-GB"\n',
  'content/index.md': words('Home', 'Moorvale keeps to [[S1]]. Read [the guide](guide.md).'),
  'content/guide.md': words('Guide', sections),
  'content/visits.md': words('Visits', 'A visit is agreed first.'),
  'content/moving.md': words('Moving', 'This page moves.'),
  'content/notes/river.md': words('River', 'The river is clean.'),
  'content/notes/heath.md': words('Heath', 'The heath is wide.'),
  'content/standards/S1.md': '+++\nid = "S1"\ntitle = "Help comes on time"\n+++\n\nAs agreed.\n',
  'templates/page.html': '{% extends "builtin:page.html" %}\n'
}
const site = temporaryFolder()
const at = (file) => path.join(site, file)
const save = (file, text) => {
  mkdirSync(path.dirname(at(file)), { recursive: true })
  writeFileSync(at(file), text)
}
// As an editor saves: beside it, and in its place.
const replace = (file, text) => {
  save(`${file}.new~`, text)
  renameSync(at(`${file}.new~`), at(file))
}

let server, address, browser, page, said = ''
const logged = []
before(async () => {
  for (const [file, text] of Object.entries(files)) save(file, text)
  server = spawn(process.env.FRAMEWRIGHT, ['serve', '--site', site, '--port', '0', '--date', '2026-11-25'], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  server.stdout.on('data', (bytes) => (said += bytes))
  await until('the site is read', () => said.includes('The site was read'))
  address = /http:\S+/.exec(said)[0]
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('dialog', (dialog) => dialog.dismiss())
  page.on('pageerror', (error) => logged.push(error.message))
})
after(async () => {
  await browser?.close()
  server?.kill('SIGKILL')
})

async function until(what, look, limit = 60_000) {
  const end = Date.now() + limit
  while (!(await look())) {
    if (Date.now() > end) assert.fail(`${what}: not within ${limit / 1000} s; the program said:\n${said}`)
    await wait(30)
  }
}
// The page may begin anew at any moment.
async function inPage(look, ...given) {
  for (;;) {
    try {
      return await page.evaluate(look, ...given)
    } catch (error) {
      if (!/context|navigat/i.test(error.message)) throw error
    }
  }
}
const text = () => inPage(() => document.body.innerText)
// The theme has a style of its own for text like that of the notice.
const canBeRead = async () => {
  await page.evaluate(axe)
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme })
    const { violations, passes } = await page.evaluate(() => window.axe.run('.framewright-notice', { runOnly: { type: 'rule', values: ['color-contrast'] } }))
    assert.deepEqual([colorScheme, violations.map(({ id }) => id), passes.length], [colorScheme, [], 1])
  }
}
const notice = () => inPage(() => document.querySelector('.framewright-notice')?.textContent ?? '')
const shows = (wanted) => until(`the page shows "${wanted}"`, async () => (await text()).includes(wanted))
const warns = (wanted) => until(`the notice says "${wanted}"`, async () => (await notice()).includes(wanted))
const isCalm = () => until('there is no notice', async () => (await notice()) === '')
const status = async (where) => (await fetch(address + where, { redirect: 'manual' })).status
const isInView = (words) =>
  inPage((wanted) => {
    const part = [...document.querySelectorAll('main p')].find((each) => each.textContent.includes(wanted))
    const box = part?.getBoundingClientRect()
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
  }, words)

test('a saved change appears by itself, and what changed is in view', async () => {
  await page.goto(address + 'guide/')
  assert.equal(await isInView('What part 70 of'), false)
  replace('content/guide.md', files['content/guide.md'].replace('part 70 of the guide says', 'part 70 of the guide now says'))
  await shows('part 70 of the guide now says')
  await until('the part is in view', () => isInView('part 70 of the guide now says'))
  save('content/guide.md', files['content/guide.md'].replace('part 3 of the guide says', 'part 3 tells'))
  await shows('What part 3 tells')
  await until('the part is in view', () => isInView('What part 3 tells'))
  assert.ok((await text()).includes('part 70 of the guide says'))
})

test('a title changes where it is named on another page', async () => {
  await page.goto(address)
  replace('content/standards/S1.md', files['content/standards/S1.md'].replace('on time', 'every day'))
  await shows('Help comes every day')
  replace('content/standards/S1.md', files['content/standards/S1.md'])
  await shows('Help comes on time')
})

test('front matter that cannot be read is said at its line, over the last good words', async () => {
  await page.goto(address + 'visits/')
  await shows('A visit is agreed first.')
  save('content/visits.md', '+++\ntitle = "Visits\n+++\n\nA visit is agreed second.\n')
  await warns('content/visits.md:2:')
  assert.match(await notice(), /^content\/visits\.md:2:9: error\[unreadable-file\]: this quotation mark is never closed\n/)
  assert.ok((await text()).includes('A visit is agreed first.'))
  await canBeRead()
  save('content/visits.md', '+++\ntitle = "Visits"\n\nA visit is agreed third.\n')
  await warns('content/visits.md:1:1')
  assert.ok((await text()).includes('A visit is agreed first.'))
  save('content/visits.md', words('Visits', 'A visit is agreed fourth.'))
  await shows('A visit is agreed fourth.')
  await isCalm()
})

test('nothing that an author writes runs as a script, in the page or in the notice', async () => {
  await page.goto(address + 'visits/')
  const payload = `<img src=x onerror="window.ran=1"><script>window.ran=1</script></pre></section><svg onload="window.ran=1">`
  save('content/visits.md', words('Visits', `Payload in words.\n\n${payload}\n\n[[${payload}]]\n`))
  await shows('Payload in words.')
  save('content/visits.md', `+++\ntitle = "Visits" ${payload}\n+++\n\nWords.\n`)
  await warns('content/visits.md:2:')
  assert.ok((await notice()).includes(payload), await notice())
  await page.reload()
  assert.ok((await notice()).includes(payload))
  const found = await inPage(() => [window.ran, document.querySelectorAll('img[src=x], svg[onload], script:not([src])').length])
  assert.deepEqual(found, [undefined, 0])
  save('content/visits.md', files['content/visits.md'])
  await isCalm()
})

test('a page that is renamed is found at its new address, and no more at the old one', async () => {
  assert.equal(await status('moving/'), 200)
  renameSync(at('content/moving.md'), at('content/moved.md'))
  await until('the new address is there', async () => (await status('moved/')) === 200)
  assert.equal(await status('moving/'), 404)
  assert.equal(await status('moved'), 302)
  renameSync(at('content/moved.md'), at('content/moving.md'))
  await until('the old address is there again', async () => (await status('moving/')) === 200)
  assert.equal(await status('moved/'), 404)
})

test('a broken template is said over the last good page, and heals', async () => {
  await page.goto(address + 'visits/')
  save('templates/page.html', '{% extends "builtin:page.html" %}\n{% block main %}\n{% if %}\n')
  await warns('templates/page.html:3:')
  assert.ok((await text()).includes('A visit is agreed first.'))
  // Words that are written meanwhile wait for the template.
  save('content/visits.md', words('Visits', 'A visit is agreed fifth.'))
  save('templates/page.html', '{% extends "builtin:page.html" %}\n{% block main %}<p>By hand</p>{{ super() }}{% endblock %}\n')
  await shows('By hand')
  await shows('A visit is agreed fifth.')
  await isCalm()
  save('templates/page.html', files['templates/page.html'])
  save('content/visits.md', files['content/visits.md'])
  await until('the page is as it was', async () => !(await text()).includes('By hand'))
})

test('site.toml that cannot be read stops nothing', async () => {
  await page.goto(address + 'findings/')
  save('site.toml', 'title = "Moorvale\n')
  await shows('this quotation mark is never closed')
  save('site.toml', files['site.toml'].replace('Moorvale', 'Lower Moorvale'))
  await shows('Lower Moorvale')
  await isCalm()
  save('site.toml', files['site.toml'])
})

test('a folder that goes and comes back stops nothing', async () => {
  await page.goto(address + 'notes/river/')
  const kept = path.join(temporaryFolder(), 'notes')
  cpSync(at('content/notes'), kept, { recursive: true })
  rmSync(at('content/notes'), { recursive: true })
  await until('the page is gone', async () => (await status('notes/river/')) === 404)
  await warns('There is no page at this address.')
  cpSync(kept, at('content/notes'), { recursive: true })
  await shows('The river is clean.')
  assert.equal(await status('notes/heath/'), 200)
  // Its files are watched again.
  save('content/notes/river.md', words('River', 'The river is deep.'))
  await shows('The river is deep.')
})

test('all of content/ may go and come back', async () => {
  await page.goto(address + 'visits/')
  renameSync(at('content'), at('elsewhere'))
  await until('the page is gone, or kept with a notice', async () => (await status('visits/')) === 404 || (await notice()) !== '')
  renameSync(at('elsewhere'), at('content'))
  await shows('A visit is agreed first.')
  await isCalm()
  save('content/visits.md', words('Visits', 'A visit is agreed sixth.'))
  await shows('A visit is agreed sixth.')
})

const memory = () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024

test('after a thousand saves in a hurry the last is shown, and memory has not grown with them', { timeout: 300_000 }, async () => {
  await page.goto(address + 'visits/')
  const saves = async (from, to) => {
    for (let i = from; i < to; ++i) {
      const now = words('Visits', `This is save number ${i}.`)
      if (i % 2) save('content/visits.md', now)
      else replace('content/visits.md', now)
      await wait(i % 10 ? 1 : 20)
    }
    await shows(`This is save number ${to - 1}.`)
  }
  await saves(0, 200)
  const early = memory()
  await saves(200, 1000)
  const grown = memory() - early
  assert.ok(grown < 64, `${early} MB after 200 saves, and ${grown} MB more after 1,000`)
})

test('no script of a page has failed', () => assert.deepEqual(logged, []))

test('SIGTERM ends it without a fault, with a page open', { timeout: 60_000 }, async () => {
  server.kill('SIGTERM')
  const [code, signal] = await once(server, 'exit')
  assert.deepEqual([code, signal], [0, null])
})
