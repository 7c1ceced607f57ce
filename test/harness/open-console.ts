import type { Browser, Page } from 'playwright-core';
import type { Product } from './product.ts';
import type { Account, Session } from './sign-in.ts';

const viewport = { width: 1366, height: 768 };
const patience = 15_000;

/** A page of its own browser profile, signed in through the sign-in form, as a person does it. In Ukrainian. */
export async function signInOnPage(browser: Browser, { url }: Pick<Product, 'url'>, account: Account): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'uk-UA' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page.getByLabel('Електронна пошта').fill(account.email);
  await page.getByLabel('Пароль', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Увійти' }).click();
  await page
    .getByRole('button', { name: /статус/i })
    .first()
    .waitFor();
  return page;
}

/** A page of somebody who is signed in already, over HTTP. */
export async function openConsole(browser: Browser, { url }: Pick<Product, 'url'>, session: Session): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'uk-UA' });
  const cookies = session.cookie.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page
    .getByRole('button', { name: /статус/i })
    .first()
    .waitFor();
  return page;
}
