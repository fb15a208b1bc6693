// The register in Chromium: its filter and its orders, by mouse and by keyboard, without scripts, and with hostile data.
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { openBrowser, publish, root, serve, temporaryFolder } from './published.mjs'

// 250 contracts of which one holds markup in each text, so that rows run over several pages.
function hostileSite() {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'content/register/suppliers'), { recursive: true })
  const rows = ['id,title,description,department,supplier,value_net,vat_irrecoverable,start,end,review,procedure,sme,vcse']
  const row = (id, title, value) => rows.push(`${id},"${title}",Care,Care,acme,${value},0,2026-01-01,2026-12-31,2026-10-31,quote,yes,no`)
  row('H-1', "<img src=x onerror=window.hit=1>&amp; </script><script>window.hit=1</script> {{ 7 * 7 }} at 50%", 6001)
  for (let i = 0; i < 249; ++i) row(`C-${i}`, `Care at home ${String(i).padStart(3, '0')}`, 7000 + i)
  writeFileSync(path.join(folder, 'content/register/contracts.csv'), rows.join('\n') + '\n')
  writeFileSync(path.join(folder, 'content/register/suppliers/suppliers.toml'), '[acme]\ntitle = "<svg onload=window.hit=1>Acme"\n')
  writeFileSync(path.join(folder, 'site.toml'), 'title = "Hostile <b>site</b>"\n[rules]\nunsafe-html = "off"\n')
  return folder
}

let browser, site, hostile, context
before(async () => {
  site = await serve(publish(root))
  hostile = await serve(publish(hostileSite()))
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
})
after(async () => {
  await browser?.close()
  site?.close()
  hostile?.close()
})

// How many contracts a choice of the filter says that it has, as its words end: "Public health (4)".
const countOf = async (page, choice) => Number(/\((\d+)\)$/.exec(await page.locator(`#filter option[value="${choice}"]`).first().textContent())[1])
const status = (page) => page.locator('#filter-status')
const rows = (page) => page.locator('#filter-results tbody tr')
const has = (page, words) => status(page).filter({ hasText: words }).waitFor()

test('the filter seeks in the whole register, and its address can be kept', async () => {
  const page = await context.newPage()
  await page.goto(site.address + 'register/')
  const count = await countOf(page, 'public-health')
  assert.ok(count > 1)
  const found = `Contracts found: ${count}.`
  await page.getByLabel('Department').selectOption('public-health')
  await page.getByRole('button', { name: 'Filter the list' }).click()
  await has(page, found)
  assert.equal(await rows(page).count(), count)
  assert.match(page.url(), /[?&]department=public-health/)
  await page.reload()
  await has(page, found)
  assert.equal(await page.getByLabel('Department').inputValue(), 'public-health')
  await page.getByLabel('Title, supplier or reference').fill('no such words')
  await page.keyboard.press('Enter')
  await has(page, 'Contracts found: 0.')
  assert.ok(!(await page.locator('#whole-list').isVisible()))
  await page.goBack()
  await has(page, found)
  await page.close()
})

test('a column sorts both ways, and says so', async () => {
  const page = await context.newPage()
  await page.goto(site.address + 'register/?department=family-help')
  await has(page, `Contracts found: ${await countOf(page, 'family-help')}.`)
  const value = page.locator('#filter-results th', { has: page.getByRole('button', { name: 'Value' }) })
  const amounts = async () => (await rows(page).locator('td:nth-child(3)').allTextContents()).filter((text) => text.startsWith('£')).map((text) => Number(text.replace(/[£,]/g, '')))
  await value.getByRole('button').click()
  await page.waitForFunction(() => document.querySelector('#filter-results th[aria-sort]'))
  const up = await amounts()
  assert.deepEqual(up, [...up].sort((a, b) => a - b))
  assert.equal(await value.getAttribute('aria-sort'), 'ascending')
  await value.getByRole('button').click()
  await page.waitForFunction(() => document.querySelector('#filter-results th[aria-sort="descending"]'))
  assert.deepEqual(await amounts(), up.reverse())
  assert.equal(await page.locator('#filter-results th[aria-sort]').count(), 1)
  await page.close()
})

test('the keyboard reaches the content, the filter, its results and their order', async () => {
  const page = await context.newPage()
  await page.goto(site.address + 'register/')
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim())
  await page.keyboard.press('Tab')
  assert.equal(await focused(), 'Skip to main content')
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
  assert.notEqual(ring, 'none')
  await page.keyboard.press('Enter')
  const seen = []
  for (let i = 0; i < 60 && seen.at(-1) !== 'filter-q'; ++i) {
    await page.keyboard.press('Tab')
    seen.push(await focused())
  }
  assert.equal(seen.at(-1), 'filter-q')
  assert.ok(!seen.includes('Menu'), 'the link skips the header')
  await page.keyboard.type('early')
  await page.keyboard.press('Enter')
  await has(page, /Contracts found: [0-9]/)
  for (let i = 0; i < 40 && !(await focused()).startsWith('Value'); ++i) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.waitForFunction(() => document.querySelector('#filter-results th[aria-sort="ascending"]'))
  await page.close()
})

test('what is there has its name and role in the tree that a screen reader is given', async () => {
  const page = await context.newPage()
  await page.goto(site.address + 'register/?q=early')
  await has(page, /found/)
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const named = new Set(nodes.filter((node) => !node.ignored).map((node) => `${node.role?.value}: ${node.name?.value ?? ''}`))
  for (const wanted of ['banner: ', 'navigation: Main', 'navigation: Breadcrumb', 'main: ', 'contentinfo: ', 'search: Contracts', 'searchbox: Title, supplier or reference', 'combobox: Department', 'button: Value', 'link: Skip to main content'])
    assert.ok([...named].some((name) => name === wanted || (wanted === 'combobox: Department' && /^(combobox|popupbutton|comboboxmenulist).*: Department$/i.test(name))), `${wanted} is not among ${[...named].slice(0, 60).join('; ')}`)
  await page.close()
})

test('without scripts the register reads, sorts and leads on by links', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto(site.address + 'register/')
  assert.ok(!(await page.locator('#filter').isVisible()))
  assert.ok(await page.locator('#whole-list').isVisible())
  await page.locator('#whole-list').getByRole('link', { name: 'Value' }).click()
  assert.equal(await page.locator('th[aria-sort]').textContent(), 'Value')
  await page.goto(site.address + 'register/')
  const count = await countOf(page, 'public-health')
  await page.goto(site.address + 'register/departments/')
  await page.getByRole('link', { name: 'Public health' }).first().click()
  assert.equal(await page.locator('table.contracts tbody tr').count(), count)
  await plain.close()
})

test('markup in data is shown as words, in pages and in the filter', async () => {
  const page = await context.newPage()
  for (const address of ['register/', 'register/?q=img', 'register/H-1/', 'register/suppliers/acme/']) {
    await page.goto(hostile.address + address)
    await page.waitForTimeout(200)
    assert.equal(await page.evaluate(() => window.hit), undefined, address)
    assert.equal(await page.locator('img[src="x"], svg[onload]').count(), 0, address)
  }
  await page.goto(hostile.address + 'register/?q=img')
  await has(page, 'Contracts found: 1.')
  assert.match(await rows(page).locator('th').textContent(), /^<img src=x onerror/)
  await page.close()
})

test('many results are shown by the page', async () => {
  const page = await context.newPage()
  await page.goto(hostile.address + 'register/?q=care')
  await has(page, 'Contracts found: 249.')
  assert.equal(await rows(page).count(), 100)
  await page.goto(hostile.address + 'register/?q=care&page=3')
  await has(page, 'Rows 201–249. Page 3/3.')
  assert.equal(await rows(page).count(), 49)
  await page.close()
})

test('turning the page takes the reader to the list, and is told', async () => {
  const page = await context.newPage()
  const focused = () => page.evaluate(() => [document.activeElement.getAttribute('role'), document.activeElement.getAttribute('aria-label')].join(': '))
  await page.goto(hostile.address + 'register/?q=care')
  await has(page, 'Rows 1–100. Page 1/3.')
  await page.getByRole('button', { name: 'Next page' }).press('Enter')
  await has(page, 'Rows 101–200. Page 2/3.')
  await page.waitForFunction(() => document.activeElement !== document.body)
  assert.equal(await focused(), 'region: Contracts found')
  await page.getByRole('button', { name: 'Previous page' }).click()
  await has(page, 'Rows 1–100. Page 1/3.')
  assert.equal(await focused(), 'region: Contracts found')
  await page.close()
})

test('the pages of an address that is beyond the last turn from the last', async () => {
  const page = await context.newPage()
  await page.goto(hostile.address + 'register/?q=care&page=99')
  await has(page, 'Page 3/3.')
  await page.getByRole('button', { name: 'Previous page' }).click()
  await has(page, 'Page 2/3.')
  await page.close()
})

test('an address that was mangled on its way still shows the register', async () => {
  const page = await context.newPage()
  const trouble = []
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('console', (message) => trouble.push(message.text()))
  for (const [query, words] of [
    ['?department=', 'Contracts found: 250.'],
    ['?department=&supplier=&q=care', 'Contracts found: 249.'],
    ['?q=%A', 'Contracts found: 0.'],
    ['?department=%A', 'Contracts found: 0.'],
    ['?department=100%25', 'Contracts found: 0.'],
    ['?q=care&page=%A&sort=%E0%A4%A', 'Contracts found: 249.'],
    ['?q=50%25', 'Contracts found: 1.'],
    ['?q=50%', 'Contracts found: 1.'],
    ['?sort=constructor', 'Contracts found: 250.'],
    ['?%', 'Contracts found: 250.']
  ]) {
    await page.goto(hostile.address + 'register/' + query)
    await has(page, words)
    assert.deepEqual(trouble, [], query)
  }
  await page.getByLabel('Title, supplier or reference').fill('50%')
  await page.keyboard.press('Enter')
  await has(page, 'Contracts found: 1.')
  assert.match(page.url(), /q=50%25/)
  await page.close()
})
