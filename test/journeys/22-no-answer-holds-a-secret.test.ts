import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { EnterpriseView } from '../../server/enterprises/contract.ts';
import type { EmployeeView } from '../../server/people/contract.ts';
import { openConsole } from '../harness/open-console.ts';
import { stageOfFile } from '../harness/stage.ts';

const stage = stageOfFile();
const corporate = 'corporate-mail-secret-71';
const personal = 'personal-mail-secret-72';
const secret = new RegExp(`${corporate}|${personal}|gcm1:`);

interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

test('no answer, page or log holds a mail password once it is stored (R-025, R-033)', async () => {
  const { administrator, product } = stage();
  const { rows: enterprises } = await administrator.get<{ rows: EnterpriseView[] }>('/api/enterprises');
  const { rows: employees } = await administrator.get<{ rows: EmployeeView[] }>('/api/employees');
  const [enterprise] = enterprises;
  const [employee] = employees;
  if (!enterprise || !employee) throw new Error('the demonstration has an enterprise and employees');
  const enterprisePath = `/api/enterprises/${enterprise.enterpriseId}`;
  const mailing = { ...enterprise, smtpHost: '127.0.0.1', smtpPort: 1, mailLogin: 'box', mailPassword: corporate };
  const answers = [
    await administrator.send('PUT', enterprisePath, mailing),
    await administrator.send('POST', `${enterprisePath}/mail-check`, { ...mailing, mailPassword: null }),
    await administrator.send('PUT', `/api/employees/${employee.employeeId}`, {
      ...employee,
      mailboxPassword: personal,
    }),
  ];
  // A refused save tells what is wrong with it, never what it held.
  await expect(administrator.send('PUT', enterprisePath, { ...mailing, code: '' })).rejects.toSatisfy(
    (error: { body: unknown }) => !secret.test(JSON.stringify(error.body)),
  );
  expect(JSON.stringify(answers)).not.toMatch(secret);

  const ids: Readonly<Record<string, string>> = {
    enterpriseId: enterprise.enterpriseId,
    employeeId: employee.employeeId,
    personId: employee.personId ?? '',
  };
  const { paths } = await administrator.get<ApiDocument>('/api/openapi.json');
  const asked = Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path.replaceAll(/\{(\w+)\}|:(\w+)/g, (_, one, other) => ids[one ?? other] ?? employee.employeeId));
  expect(asked).toContain(`/api/employees/${employee.employeeId}`);
  for (const path of asked) {
    const answer = await fetch(`${product.url}${path}`, { headers: { cookie: administrator.cookie } });
    expect(secret.test(await answer.text()), path).toBe(false);
  }

  const page = await openConsole(await stage().browser(), product, administrator);
  await page.goto(`${product.url}/employees?employee=${employee.employeeId}`);
  await page.getByLabel('Пароль до поштової скриньки').waitFor();
  expect(await page.getByLabel('Пароль до поштової скриньки').inputValue()).toBe('');
  expect(await page.content()).not.toMatch(secret);
  await page.goto(`${product.url}/enterprises`);
  await page.getByText(enterprise.name).first().dblclick();
  await page.getByRole('tab', { name: 'Розсилання' }).click();
  await page.getByLabel('Пароль поштового серверу').waitFor();
  expect(await page.content()).not.toMatch(secret);

  expect(product.output).not.toMatch(secret);
  expect(await readFile(`${product.dataDir}/dzvin.log`, 'utf8').catch(() => '')).not.toMatch(secret);
});
