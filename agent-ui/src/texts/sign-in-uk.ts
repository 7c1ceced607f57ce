/** Words of the second step of signing in, Ukrainian. */
export const secondStepUk = {
  code: 'Код із застосунку',
  backup: 'Запасний код',
  useBackup: 'Немає телефону? Увійти запасним кодом',
  useApp: 'Увійти кодом із застосунку',
  confirm: 'Підтвердити',
  startAgain: 'Почати знову',
};

/** Refusals of signing in and of passwords, Ukrainian. */
export const signInRefusalsUk = {
  code_wrong: 'Код не підходить. Перевірте, чи годинник телефону йде правильно, і введіть новий код.',
  code_used: 'Цей код уже використано. Зачекайте, доки застосунок покаже наступний.',
  second_step_over: 'Час на код минув або спроб було забагато. Введіть пароль ще раз.',
  second_factor_there: 'Другий крок уже ввімкнено. Щоб перенести його на інший телефон, спершу вимкніть.',
  password_too_short: 'Пароль закороткий: потрібно щонайменше {{length}} знаків.',
  password_common:
    'Цей пароль є серед перших, які пробують зловмисники. Візьміть кілька слів, не пов’язаних між собою.',
  password_like_owner: 'Пароль складається з імені чи пошти. Візьміть інший.',
};
